//! Workbooks as people make them: formulas, merged headings, hidden and swapped sheets, dates of every kind, and huge.

use crate::as_written::tables;
use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};
use std::fmt::Write as _;
use std::io::{Cursor, Read as _};
use std::time::Instant;
use waymark_data::annex_a;
use waymark_import::{ImportError, InputFile, Note, Return, Subject, read};

fn headings(sheet: &mut Worksheet, row: u32, list: u8) {
    for (column, it) in (0..).zip(&annex_a::list(list).unwrap().columns) {
        sheet.write(row, column, it.name.as_str()).unwrap();
    }
}

fn contact(sheet: &mut Worksheet, row: u32, id: &str) {
    let texts = [
        id,
        "b) Female",
        "a) WBRI",
        "01/02/2010",
        "8",
        "05/03/2018",
        "q) 6: Police",
    ];
    for (column, text) in (0..).zip(texts) {
        sheet.write(row, column, text).unwrap();
    }
}

fn load(mut book: Workbook) -> Return {
    read(&[InputFile::new("annex.xlsx", book.save_to_buffer().unwrap())]).unwrap()
}

fn about(it: &Return, wanted: impl Fn(&Subject) -> bool) -> &Note {
    let mut found = it.notes.iter().filter(|it| wanted(&it.subject));
    let first = found
        .next()
        .unwrap_or_else(|| panic!("no such note among {:#?}", it.notes));
    assert!(found.next().is_none());
    first
}

/// One list with one row.
pub(crate) fn contacts_book() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    headings(sheet, 0, 1);
    contact(sheet, 1, "1001");
    book.save_to_buffer().unwrap()
}

/// A workbook with one part changed.
pub(crate) fn with_part(book: &[u8], name: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(book)).unwrap();
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        let its_name = part.name().unwrap().into_owned();
        if its_name == name {
            bytes = change(&String::from_utf8(bytes).unwrap()).into_bytes();
        }
        parts.push((its_name, bytes));
    }
    let parts: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(name, it)| (name.as_str(), &it[..]))
        .collect();
    crate::zips::zip(&parts)
}

#[test]
fn the_result_of_a_formula_is_read_and_one_without_a_result_is_said() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    headings(sheet, 0, 1);
    contact(sheet, 1, "1001");
    let date = Format::new().set_num_format("dd/mm/yyyy");
    sheet
        .write_with_format(1, 5, Formula::new("=D2+10").set_result("43164"), &date)
        .unwrap();
    sheet
        .write(1, 6, Formula::new("=\"Police\"").set_result("Police"))
        .unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let it = read(&[InputFile::new("annex.xlsx", bytes.clone())]).unwrap();
    assert!(
        tables(&it)
            .contains("1001 | b) Female | a) White | 2010-02-01 | 8 | 2018-03-05 | g) Police"),
        "{}",
        tables(&it)
    );
    let note = about(&it, |it| *it == Subject::Formulas);
    assert_eq!((note.row, note.count), (Some(2), 2));

    let bare = with_part(&bytes, "xl/worksheets/sheet1.xml", |text| {
        text.replace("<v>43164</v>", "")
    });
    let it = read(&[InputFile::new("annex.xlsx", bare)]).unwrap();
    assert_eq!(
        about(&it, |it| *it == Subject::FormulasWithoutResult).count,
        1
    );
}

#[test]
fn merged_headings_over_two_rows_below_a_title() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let bold = Format::new().set_bold();
    sheet
        .merge_range(0, 0, 0, 6, "List 1: Contacts", &bold)
        .unwrap();
    sheet
        .merge_range(1, 0, 2, 0, "Child Unique ID", &bold)
        .unwrap();
    sheet.merge_range(1, 1, 1, 4, "The child", &bold).unwrap();
    sheet.merge_range(1, 5, 1, 6, "The contact", &bold).unwrap();
    for (column, name) in (1..).zip([
        "Gender",
        "Ethnicity",
        "Date of Birth",
        "Age",
        "Date of Contact",
        "Contact Source",
    ]) {
        sheet.write(2, column, name).unwrap();
    }
    contact(sheet, 3, "0001001");
    let it = load(book);
    assert!(
        tables(&it).contains("row 4: 0001001 | b) Female"),
        "{}",
        tables(&it)
    );
    assert_eq!(
        about(&it, |it| *it == Subject::HeadingsOverTwoRows).row,
        Some(2)
    );
    assert_eq!(about(&it, |it| *it == Subject::RowsAbove).count, 1);
}

#[test]
fn sheets_go_by_their_headings_hidden_or_named_for_another_list() {
    let mut book = Workbook::new();
    for (name, list) in [("List 1", 4), ("List 4", 1), ("List 10", 10)] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        headings(sheet, 0, list);
        sheet.write(1, 0, "1001").unwrap();
        sheet.set_hidden(list == 10);
    }
    book.add_worksheet()
        .set_name("Notes")
        .unwrap()
        .write(0, 0, "Made in March")
        .unwrap();
    book.add_worksheet().set_name("Sheet5").unwrap();
    let it = load(book);
    let found: Vec<(&str, &str)> = it
        .tables
        .iter()
        .map(|it| (it.spec.name.as_str(), it.place.sheet.as_str()))
        .collect();
    assert_eq!(
        found,
        [
            ("list 1", "List 4"),
            ("list 4", "List 1"),
            ("list 10", "List 10")
        ]
    );
    let said: Vec<String> = it
        .notes
        .iter()
        .map(|it| format!("{}: {}", it.place.sheet, it.what()))
        .collect();
    assert_eq!(
        said,
        [
            "List 1: Its name says list 1; its headings are those of list 4 (Assessments).",
            "List 4: Its name says list 4; its headings are those of list 1 (Contacts).",
            "List 10: The sheet is hidden.",
            "Notes: This is not a table of the return.",
            "Sheet5: There is nothing in it.",
        ]
    );
}

#[test]
fn a_day_is_a_day_only_where_the_cell_says_so() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    headings(sheet, 0, 1);
    let date = Format::new().set_num_format("dd/mm/yyyy hh:mm");
    let ids = [
        "a day",
        "with a time",
        "plain number",
        "serial 0",
        "serial 1",
        "29 Feb 1900",
        "serial 61",
        "text",
    ];
    for (row, id) in (1..).zip(ids) {
        contact(sheet, row, id);
    }
    let mut put = |row: u32, serial: f64, format: bool| {
        if format {
            sheet.write_with_format(row, 5, serial, &date).unwrap();
        } else {
            sheet.write(row, 5, serial).unwrap();
        }
    };
    put(1, 43_164.0, true);
    put(2, 43_164.999, true);
    put(3, 43_164.0, false);
    put(4, 0.0, true);
    put(5, 1.0, true);
    put(6, 60.0, true);
    put(7, 61.0, true);
    let it = load(book);
    let days: Vec<String> = (0..8)
        .map(|row| match it.tables[0].date(5, row) {
            waymark_data::Field::Value(day) => day.to_string(),
            waymark_data::Field::Unreadable(word) => format!("unreadable {}", it.words.text(word)),
            waymark_data::Field::Blank => "blank".into(),
        })
        .collect();
    assert_eq!(
        days,
        [
            "2018-03-05",
            "2018-03-05",
            "unreadable 43164",
            "unreadable 0",
            "1900-01-01",
            "unreadable 60",
            "1900-03-01",
            "2018-03-05",
        ]
    );
    let numbers = about(&it, |it| *it == Subject::NumbersForDates);
    assert_eq!((numbers.row, numbers.count), (Some(4), 3));
    assert_eq!(about(&it, |it| *it == Subject::Dates1900).count, 2);
}

#[test]
fn a_million_empty_rows_cost_a_moment() {
    let bytes = with_part(&contacts_book(), "xl/worksheets/sheet1.xml", |text| {
        let (above, below) = text.split_once("</sheetData>").unwrap();
        let mut out = above.to_owned();
        for row in 3..1_048_576 {
            write!(out, "<row r=\"{row}\"><c r=\"A{row}\" s=\"0\"/></row>").unwrap();
        }
        out + "<row r=\"1048576\"><c r=\"A1048576\" t=\"str\"><v>1002</v></c></row></sheetData>"
            + below
    });
    let start = Instant::now();
    let it = read(&[InputFile::new("annex.xlsx", bytes)]).unwrap();
    assert_eq!(it.tables[0].lines, [2, 1_048_576]);
    assert!(it.notes.is_empty(), "{:?}", it.notes);
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}

#[test]
fn one_cell_of_50_mb_is_kept_and_said() {
    let long = "x".repeat(50 << 20);
    let csv = format!(
        "Child Unique ID,Gender,Ethnicity,Date of Birth,Age,Date of Contact,Contact Source\n\
         1001,b) Female,a) WBRI,01/02/2010,8,05/03/2018,{long}\n1002,F,,,,06/03/2018,Police\n"
    );
    let sheet = with_part(&contacts_book(), "xl/sharedStrings.xml", |text| {
        text.replace("q) 6: Police", &long)
    });
    for (name, bytes, rows) in [("a.csv", csv.into_bytes(), 2), ("a.xlsx", sheet, 1)] {
        let it = read(&[InputFile::new(name, bytes)]).unwrap();
        assert_eq!(it.tables[0].len(), rows, "{name}");
        let waymark_data::Field::Unreadable(word) = it.tables[0].answer(6, 0) else {
            panic!("{name}: such a text is no contact source")
        };
        assert_eq!(it.words.text(word).len(), 50 << 20);
        let note = about(&it, |it| *it == Subject::LongCells);
        assert_eq!((note.row, note.count), (Some(2), 1));
        assert!(
            note.to_string().len() < 400,
            "the note does not hold the cell"
        );
    }
}

#[test]
fn half_a_workbook_and_a_workbook_without_a_table_say_so() {
    let whole = contacts_book();
    let why = read(&[InputFile::new("a.xlsx", &whole[..whole.len() / 2])]).unwrap_err();
    assert_eq!(
        why,
        ImportError::HalfZip {
            file: "a.xlsx".into()
        }
    );
    let mut book = Workbook::new();
    book.add_worksheet().write(0, 0, "Nothing here").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let why = read(&[InputFile::new("a.xlsx", bytes)]).unwrap_err();
    assert!(
        matches!(why, ImportError::NotAReturn { nearest: None, .. }),
        "{why}"
    );
}

#[test]
fn a_return_of_another_year_is_doubted() {
    let it = read(&[InputFile::new("a.xlsx", contacts_book())]).unwrap();
    let day = |text: &str| text.parse().unwrap();
    assert!(it.doubts(day("2018-03-31")).is_empty());
    let early = it.doubts(day("2017-03-31"));
    assert_eq!(early[0].subject, Subject::AfterAsAt(day("2017-03-31")));
    let late = it.doubts(day("2020-03-31"));
    let latest = day("2018-03-05");
    assert_eq!(
        late[0].subject,
        Subject::LongBefore {
            latest,
            as_at: day("2020-03-31")
        }
    );
}

#[test]
fn an_opendocument_workbook_is_read_with_its_dates() {
    let cell = |text: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let names: String = annex_a::list(1)
        .unwrap()
        .columns
        .iter()
        .map(|it| cell(&it.name))
        .collect();
    let texts: String = ["001001", "b) Female", "a) WBRI"]
        .into_iter()
        .map(cell)
        .collect();
    let day = "<table:table-cell office:value-type=\"date\" office:date-value=\"2018-03-05\"><text:p>5 March</text:p></table:table-cell>";
    let content = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body><office:spreadsheet>\
         <table:table table:name=\"Contacts\"><table:table-row>{names}</table:table-row>\
         <table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell/></table:table-row>\
         <table:table-row>{texts}<table:table-cell table:number-columns-repeated=\"2\"/>{day}{}</table:table-row>\
         </table:table></office:spreadsheet></office:body></office:document-content>",
        cell("q) 6: Police")
    );
    let manifest = "<manifest:manifest xmlns:manifest=\"m\"/>";
    let bytes = crate::zips::zip(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("META-INF/manifest.xml", manifest.as_bytes()),
        ("content.xml", content.as_bytes()),
    ]);
    let it = read(&[InputFile::new("annex.ods", bytes)]).unwrap();
    let text = tables(&it);
    assert!(
        text.contains("row 1000002: 001001 | b) Female | a) White | 2018-03-05 | g) Police"),
        "{text}"
    );
}

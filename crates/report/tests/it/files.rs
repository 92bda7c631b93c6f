//! Files are read back as they were meant, by the readers that people use.

use crate::given::*;
use calamine::{Data, Reader, Xlsx};
use std::io::Cursor;
use waymark_measures::disclosure::Shown;
use waymark_report::chart::series_table;
use waymark_report::{About, Audience, Cell, Heading, Mark, Table, csv, xlsx};

const HOSTILE: [&str; 7] = [
    "=HYPERLINK(\"http://example.org\",\"open\")",
    "+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\u{ff1d}1",
];

fn children(ids: &[&str]) -> Table {
    let mut table = Table::new(
        "Children, those not met first",
        [
            Heading::words("Child"),
            Heading::words("Due"),
            Heading::numbers("Days over"),
        ],
    );
    for id in ids {
        table.rows.push(vec![
            Cell::words(*id),
            Cell::day(day("2018-03-05")),
            Cell::whole(1234),
        ]);
    }
    table
}

fn read_csv(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(bytes);
    reader
        .records()
        .map(|it| it.unwrap().iter().map(str::to_owned).collect())
        .collect()
}

fn about() -> About<'static> {
    let reading = Box::leak(Box::new(fall_then_rise().read()));
    About::reading(reading, "Wayshire", day("2018-04-08"))
}

fn sheets(bytes: Vec<u8>) -> Vec<(String, Vec<Vec<Data>>)> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let names = book.sheet_names();
    names
        .into_iter()
        .map(|name| {
            assert!(
                book.worksheet_formula(&name).unwrap().is_empty(),
                "no formula in {name}"
            );
            let range = book.worksheet_range(&name).unwrap();
            let rows = range.rows().map(<[Data]>::to_vec).collect();
            (name, rows)
        })
        .collect()
}

#[test]
fn a_csv_holds_plain_numbers_and_iso_days() {
    let rows = read_csv(&csv(&children(&["0012, \"A\""]), Mark::None));
    assert_eq!(rows[0], ["Child", "Due", "Days over"]);
    assert_eq!(
        rows[1],
        ["0012, \"A\"", "2018-03-05", "1234"],
        "leading zeros, commas and quotes stay"
    );
}

#[test]
fn lines_end_as_the_standard_says_and_excel_is_told_the_letters() {
    let bytes = csv(&children(&["Zoë"]), Mark::Utf8);
    assert_eq!(bytes[..3], [0xef, 0xbb, 0xbf]);
    assert!(
        String::from_utf8(bytes)
            .unwrap()
            .ends_with("Zoë,2018-03-05,1234\r\n")
    );
}

#[test]
fn a_formula_in_an_id_is_harmless_in_a_csv_and_a_minus_number_stays_a_number() {
    let mut table = children(&HOSTILE);
    table
        .rows
        .push(vec![Cell::words("a"), Cell::blank(), Cell::signed(-22)]);
    let rows = read_csv(&csv(&table, Mark::None));
    for (row, id) in rows[1..].iter().zip(HOSTILE) {
        assert_eq!(row[0], format!("'{id}"));
    }
    assert_eq!(rows.last().unwrap()[2], "-22");
    let heading = Table::new("", [Heading::words("=cmd")]);
    assert_eq!(csv(&heading, Mark::None), b"'=cmd\r\n");
}

#[test]
fn a_workbook_holds_strings_numbers_and_dates_and_says_what_it_is() {
    let bytes = xlsx(&about(), &[("Children: [all]", &children(&HOSTILE))]).unwrap();
    let sheets = sheets(bytes);
    let names: Vec<&str> = sheets.iter().map(|it| it.0.as_str()).collect();
    assert_eq!(names, ["Children   all", "About"]);
    let rows = &sheets[0].1;
    for (row, id) in rows[1..].iter().zip(HOSTILE) {
        let Data::String(text) = &row[0] else {
            panic!("{:?}", row[0])
        };
        // Excel's files write a bare carriage return as an escape or a line feed; the letters are the same.
        assert_eq!(text.trim_start(), id.trim_start());
        assert_eq!(row[2], Data::Float(1234.0));
        let Data::DateTime(due) = &row[1] else {
            panic!("{:?}", row[1])
        };
        assert_eq!(due.to_ymd_hms_milli().0, 2018);
    }
    let said: Vec<(String, String)> = sheets[1]
        .1
        .iter()
        .map(|row| (row[0].to_string(), row[1].to_string()))
        .collect();
    let answer = |what: &str| said.iter().find(|it| it.0 == what).map(|it| it.1.as_str());
    assert_eq!(answer("Measure"), Some(LATE.title));
    assert_eq!(
        answer("Definition"),
        Some("Assessments that were authorised late.")
    );
    assert_eq!(answer("Source"), Some(LATE.source));
    assert_eq!(answer("Period"), Some("1 January 2016 to 31 August 2017"));
    assert_eq!(answer("Small numbers"), Some("small numbers shown"));
    assert_eq!(
        answer("Who may see it"),
        Some("For board members and officers only. Small numbers are shown: do not publish.")
    );
}

#[test]
fn the_series_of_a_measure_reads_back_as_it_is_shown() {
    let table = series_table(&fall_then_rise().read());
    let sheets = sheets(xlsx(&about(), &[("Months", &table)]).unwrap());
    let last = &sheets[0].1[20];
    assert_eq!(
        last[1..4],
        [Data::Float(21.0), Data::Float(96.0), Data::Float(457.0)]
    );
    let rows = read_csv(&csv(&table, Mark::None));
    assert_eq!(rows[20][..4], ["2017-08", "21.0", "96", "457"]);
}

#[test]
fn two_tables_of_one_name_and_one_called_about_all_get_a_sheet() {
    let table = children(&["a"]);
    let bytes = xlsx(
        &about(),
        &[
            ("List", &table),
            ("list", &table),
            ("About", &table),
            ("", &table),
        ],
    )
    .unwrap();
    let names: Vec<String> = sheets(bytes).into_iter().map(|it| it.0).collect();
    assert_eq!(names, ["List", "list 2", "About", "Table", "About 2"]);
}

#[test]
fn a_suppressed_cell_holds_only_its_mark() {
    let cell = Cell::of_shown(Shown::Hidden);
    assert_eq!(cell, Cell::words("c"));
    assert_eq!(Cell::of_shown(Shown::Number(1923)).shown, "1,923");
    assert_eq!(Audience::Public.slug(), "public");
    assert_eq!(about().file_name(), "assessment-over-45-board-2017-08-31");
}

#[test]
fn the_headings_stay_in_sight() {
    let bytes = xlsx(&about(), &[("Months", &children(&["a"]))]).unwrap();
    let mut book = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut sheet = String::new();
    let mut file = book.by_name("xl/worksheets/sheet1.xml").unwrap();
    std::io::Read::read_to_string(&mut file, &mut sheet).unwrap();
    assert!(
        sheet.contains("<pane ySplit=\"1\"") && sheet.contains("state=\"frozen\""),
        "{sheet}"
    );
}

#[test]
fn a_text_that_a_cell_cannot_hold_is_cut_and_says_so() {
    let long = "Ä".repeat(40_000);
    let bytes = xlsx(&about(), &[("Long", &children(&[&long, "a\u{1}b"]))]).unwrap();
    let sheets = sheets(bytes);
    let text = sheets[0].1[1][0].to_string();
    assert!(text.starts_with("ÄÄÄ") && text.ends_with("Ä … (cut: a cell holds no more)"));
    assert!(text.chars().count() < 32_767);
    assert_eq!(sheets[0].1[2][0].to_string(), "ab");
}

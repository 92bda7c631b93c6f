//! Tables as an Excel workbook: numbers as numbers, days as dates, the headings frozen, and a sheet that says what it is.

use crate::about::About;
use crate::markup::is_holdable;
use crate::table::{Align, Cell, Table, Value};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};
use std::borrow::Cow;
use waymark_data::Day;

/// A workbook with a sheet for each table and a last sheet "About".
///
/// Words are always written as strings, never as formulas, whatever they begin with.
///
/// # Errors
/// When a table is larger than a sheet may be (1,048,576 rows). A text that is longer than a cell may be is cut, and says so.
pub fn xlsx(about: &About<'_>, tables: &[(&str, &Table)]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let properties = DocProperties::new()
        .set_title(about.measure.title)
        .set_company(about.council)
        .set_comment(about.audience.words());
    book.set_properties(&properties);
    let mut names: Vec<String> = Vec::new();
    let last = about.table();
    for (name, table) in tables.iter().copied().chain([("About", &last)]) {
        let name = sheet_name(name, &names);
        write(book.add_worksheet().set_name(&name)?, table)?;
        names.push(name);
    }
    book.save_to_buffer()
}

/// A workbook of tables that are about no measure: a sheet for each.
///
/// Words are always written as strings, never as formulas, whatever they begin with.
///
/// # Errors
/// When a table is larger than a sheet may be (1,048,576 rows). A text that is longer than a cell may be is cut, and says so.
pub fn workbook(
    title: &str,
    council: &str,
    tables: &[(&str, &Table)],
) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_title(title).set_company(council));
    let mut names: Vec<String> = Vec::new();
    for (name, table) in tables {
        let name = sheet_name(name, &names);
        write(book.add_worksheet().set_name(&name)?, table)?;
        names.push(name);
    }
    book.save_to_buffer()
}

/// A name that Excel takes: at most 31 characters, none of `[ ] : * ? / \`, not twice.
pub(crate) fn sheet_name(wanted: &str, taken: &[String]) -> String {
    let clean: String = wanted
        .chars()
        .map(|it| {
            if "[]:*?/\\'".contains(it) || it.is_control() {
                ' '
            } else {
                it
            }
        })
        .take(28)
        .collect();
    let clean = clean.trim();
    let base = if clean.is_empty() { "Table" } else { clean };
    let is_free = |name: &String| !taken.iter().any(|it| it.eq_ignore_ascii_case(name));
    std::iter::once(base.to_owned())
        .chain((2..).map(|n| format!("{base} {n}")))
        .find(is_free)
        .expect("the numbers do not end")
}

/// Writes a table from the first cell on.
pub(crate) fn write(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold().set_text_wrap();
    let bold_numbers = bold.clone().set_align(FormatAlign::Right);
    sheet.set_freeze_panes(1, 0)?;
    for (column, heading) in (0_u16..).zip(&table.headings) {
        let format = match heading.align {
            Align::Words => &bold,
            Align::Numbers => &bold_numbers,
        };
        sheet.write_string_with_format(0, column, fitting(&heading.text), format)?;
        sheet.set_column_width(column, width(table, usize::from(column)))?;
    }
    for (row, cells) in (1_u32..).zip(&table.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            write_cell(sheet, row, column, cell)?;
        }
    }
    Ok(())
}

fn write_cell(sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell) -> Result<(), XlsxError> {
    match cell.value {
        Value::Blank => {}
        Value::Words => {
            sheet.write_string(row, column, fitting(&cell.shown))?;
        }
        Value::Number { value, places } => {
            let shape = match (cell.shown.starts_with('+'), places) {
                (true, _) => "+#,##0;-#,##0;0",
                (_, 0) => "#,##0",
                _ => "#,##0.0",
            };
            let format = Format::new().set_num_format(shape);
            sheet.write_number_with_format(row, column, value, &format)?;
        }
        Value::Day(day) => write_date(sheet, (row, column), day, "d mmmm yyyy", cell)?,
        Value::Month(month) => write_date(sheet, (row, column), month.first(), "mmmm yyyy", cell)?,
    }
    Ok(())
}

/// As a date; a day that Excel has none for (before 1900) as words.
fn write_date(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    day: Day,
    shape: &str,
    cell: &Cell,
) -> Result<(), XlsxError> {
    let date = day.date();
    let parts = (
        u16::try_from(date.year()),
        u8::try_from(date.month()),
        u8::try_from(date.day()),
    );
    let excel = match parts {
        (Ok(year @ 1900..), Ok(month), Ok(day)) => ExcelDateTime::from_ymd(year, month, day).ok(),
        _ => None,
    };
    match excel {
        Some(excel) => {
            let format = Format::new()
                .set_num_format(shape)
                .set_align(FormatAlign::Left);
            sheet.write_datetime_with_format(row, column, excel, &format)?;
        }
        None => {
            sheet.write_string(row, column, fitting(&cell.shown))?;
        }
    }
    Ok(())
}

/// As much of a text as a cell holds (32,767 letters), without what XML cannot hold.
pub(crate) fn fitting(text: &str) -> Cow<'_, str> {
    const MOST: usize = 32_000;
    let text = if text.chars().all(is_holdable) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().filter(|it| is_holdable(*it)).collect())
    };
    if text.len() <= MOST || text.encode_utf16().count() <= MOST {
        return text;
    }
    let mut cut = String::new();
    let mut room = MOST;
    for letter in text.chars() {
        match room.checked_sub(letter.len_utf16()) {
            Some(left) => room = left,
            None => break,
        }
        cut.push(letter);
    }
    cut.push_str(" … (cut: a cell holds no more)");
    Cow::Owned(cut)
}

/// Wide enough for what is shown, within reason, in characters.
fn width(table: &Table, column: usize) -> f64 {
    let cells = table.rows.iter().filter_map(|row| row.get(column));
    let longest = cells
        .map(|cell| cell.shown.chars().count())
        .max()
        .unwrap_or(0);
    let heading = table.headings[column].text.chars().count();
    let wanted = longest.max(heading.min(16)).clamp(8, 60) + 2;
    f64::from(u8::try_from(wanted).unwrap_or(62))
}

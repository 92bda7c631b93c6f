//! A table as CSV (RFC 4180, CRLF).

use crate::table::{Cell, Table, Value};

/// Whether the file begins with a byte order mark, without which Excel reads UTF-8 as Windows-1252.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mark {
    /// For Excel.
    Utf8,
    /// For programs.
    None,
}

/// The table's headings and rows. Days are ISO (2018-03-31), months too (2018-03), numbers have no commas.
///
/// A cell of words that a spreadsheet would run as a formula (it begins with `=`, `+`, `-`, `@`, a tab, a line's end, or
/// their wide forms) gets an apostrophe in front: see [`is_risky`].
#[must_use]
pub fn csv(table: &Table, mark: Mark) -> Vec<u8> {
    let mut out = Vec::new();
    if mark == Mark::Utf8 {
        out.extend_from_slice("\u{feff}".as_bytes());
    }
    let mut writer = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(out);
    let headings = table.headings.iter().map(|it| harmless(&it.text));
    let rows = table.rows.iter().map(|row| row.iter().map(text).collect());
    for record in std::iter::once(headings.collect::<Vec<String>>()).chain(rows) {
        writer
            .write_record(&record)
            .expect("writing to memory cannot fail");
    }
    writer.into_inner().expect("flushing to memory cannot fail")
}

fn text(cell: &Cell) -> String {
    match cell.value {
        Value::Words => harmless(&cell.shown),
        Value::Number { value, places } => format!("{value:.*}", usize::from(places)),
        Value::Day(day) => day.to_string(),
        Value::Month(month) => month.to_string(),
        Value::Blank => String::new(),
    }
}

pub(crate) fn harmless(text: &str) -> String {
    if is_risky(text) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// Whether a spreadsheet might take a cell that begins so for a formula.
#[must_use]
pub fn is_risky(text: &str) -> bool {
    text.starts_with([
        '=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
    ])
}

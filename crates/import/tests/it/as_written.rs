//! A return in words, for comparing: its tables, rows, ids, and what could not be read.

use std::fmt::Write as _;
use waymark_data::{Field, Kind, Table};
use waymark_import::Return;

/// The tables that have rows or a heading of their own, one line each, and below it one line for each row.
pub(crate) fn tables(it: &Return) -> String {
    let mut out = format!("{}", it.kind);
    if let Some(year) = it.year {
        write!(out, ", year {year}").unwrap();
    }
    if let Some(day) = it.reference_date {
        write!(out, ", as at {}", day.words()).unwrap();
    }
    out.push('\n');
    for table in &it.tables {
        writeln!(
            out,
            "{}, {}: {} rows",
            table.spec.name,
            table.place,
            table.len()
        )
        .unwrap();
        for row in 0..table.len() {
            write!(out, "  row {}: ", table.lines[row]).unwrap();
            writeln!(out, "{}", line(it, table, row)).unwrap();
        }
    }
    out
}

/// The ids of a row and its dates, and each cell that could not be read with its text.
fn line(it: &Return, table: &Table, row: usize) -> String {
    let mut parts = Vec::new();
    for (at, column) in table.spec.columns.iter().enumerate() {
        let unreadable = match column.kind {
            Kind::Id => {
                if let Field::Value(word) = table.text(at, row) {
                    parts.push(it.words.text(word).to_owned());
                }
                None
            }
            Kind::Text => None,
            Kind::Date => match table.date(at, row) {
                Field::Value(day) => {
                    parts.push(day.to_string());
                    None
                }
                Field::Unreadable(word) => Some(word),
                Field::Blank => None,
            },
            Kind::Answer => match table.answer(at, row) {
                Field::Value(answer) => {
                    parts.push(column.answers.unwrap().words(answer).to_owned());
                    None
                }
                Field::Unreadable(word) => Some(word),
                Field::Blank => None,
            },
            Kind::Whole | Kind::Age | Kind::Number => match table.number(at, row) {
                Field::Value(number) => {
                    parts.push(number.to_string());
                    None
                }
                Field::Unreadable(word) => Some(word),
                Field::Blank => None,
            },
        };
        if let Some(word) = unreadable {
            parts.push(format!(
                "unreadable {}: {:?}",
                column.name,
                it.words.text(word)
            ));
        }
    }
    parts.join(" | ")
}

/// The notes, one on a line.
pub(crate) fn notes(it: &Return) -> String {
    it.notes.iter().map(|it| format!("{it}\n")).collect()
}

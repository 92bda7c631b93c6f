//! Reads the lists of tables, columns and codes in `published/`.
//!
//! One line is one fact. `table NAME title` (or `list N title`) begins a table; below it a column is its kind (`?`: may
//! be blank) and its name, and `key` names the columns that together name a row. `column NAME` begins a set of codes;
//! below it `by value` (a code counts only
//! in a cell that is the whole published code), `code`, `implied`, `value`, and indented spellings. `answer NAME = SET` uses another column's set.

use crate::answers::Answers;
use crate::table::{ColumnSpec, Kind, TableSpec};
use std::collections::HashMap;

/// The code sets of a file, by column.
pub(crate) fn answers(text: &str) -> HashMap<String, Answers> {
    let mut out = HashMap::new();
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let mut column: Option<String> = None;
    let (mut codes, mut values): (Vec<String>, Vec<(String, Vec<String>)>) =
        (Vec::new(), Vec::new());
    let mut implied = Vec::new();
    let mut by_value = false;
    for line in lines.chain(["column "]) {
        if let Some(name) = line.strip_prefix("column ") {
            if let Some(name) = column.replace(name.to_owned()) {
                let answers = Answers::new(std::mem::take(&mut codes), std::mem::take(&mut values));
                let answers = answers.with_implied(&std::mem::take(&mut implied));
                let by_value = std::mem::take(&mut by_value);
                out.insert(
                    name,
                    if by_value {
                        answers.decided_by_value()
                    } else {
                        answers
                    },
                );
            }
        } else if line == "by value" {
            by_value = true;
        } else if let Some(code) = line.strip_prefix("code ") {
            codes.push(code.to_owned());
        } else if let Some((code, words)) = line
            .strip_prefix("implied ")
            .and_then(|it| it.split_once(' '))
        {
            implied.push((code.to_owned(), words.to_owned()));
        } else if let Some(value) = line.strip_prefix("value ") {
            values.push((value.to_owned(), Vec::new()));
        } else if let (Some(spelling), Some((_, spellings))) =
            (line.strip_prefix("  "), values.last_mut())
        {
            spellings.push(spelling.to_owned());
        }
    }
    out
}

/// The tables of a file, their category columns joined to the code sets.
///
/// # Panics
/// When the file names a column or a code set that is not there: a mistake in the program, found by any test.
pub(crate) fn tables(text: &str, answers: &'static HashMap<String, Answers>) -> Vec<TableSpec> {
    let mut out: Vec<TableSpec> = Vec::new();
    for line in text.lines() {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        match word {
            "table" | "list" => {
                let (name, title) = rest.split_once(' ').unwrap_or((rest, ""));
                out.push(TableSpec {
                    name: if word == "list" {
                        format!("list {name}")
                    } else {
                        name.to_owned()
                    },
                    title: title.to_owned(),
                    columns: Vec::new(),
                    key: Vec::new(),
                });
            }
            "key" => {
                let table = out.last_mut().expect("a key stands below its table");
                table.key = rest
                    .split(" | ")
                    .map(|name| {
                        let at = table.columns.iter().position(|it| it.name == name);
                        at.expect("a key names columns of its table")
                    })
                    .collect();
            }
            _ => {
                let Some(kind) = kind(word.trim_end_matches('?')) else {
                    continue;
                };
                let (name, set) = rest.split_once(" = ").unwrap_or((rest, rest));
                let table = out.last_mut().expect("a column stands below its table");
                table.columns.push(ColumnSpec {
                    name: name.to_owned(),
                    kind,
                    may_be_blank: word.ends_with('?'),
                    answers: (kind == Kind::Answer).then(|| {
                        answers
                            .get(set)
                            .unwrap_or_else(|| panic!("there are no codes for {set}"))
                    }),
                });
            }
        }
    }
    out
}

fn kind(word: &str) -> Option<Kind> {
    Some(match word {
        "id" => Kind::Id,
        "date" => Kind::Date,
        "whole" => Kind::Whole,
        "age" => Kind::Age,
        "number" => Kind::Number,
        "answer" => Kind::Answer,
        "text" => Kind::Text,
        _ => return None,
    })
}

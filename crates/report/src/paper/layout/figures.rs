//! Every figure of a paper as one table, for files that programs read.

use crate::paper::Paper;
use crate::table::{Cell, Heading, Table};

/// A column of the table: its heading, whether it holds numbers, and what it means.
pub(crate) const COLUMNS: [(&str, bool, &str); 16] = [
    (
        "Key",
        false,
        "The figure's name, the same in every paper that shows it.",
    ),
    ("Measure", false, "The measure's name."),
    (
        "Figure",
        false,
        "The measure's title, with its group or band.",
    ),
    ("Group", false, "The group or band; empty: all."),
    ("As shown", false, "As the paper writes it."),
    (
        "Value",
        true,
        "The figure in its unit; empty where there is none or it is hidden.",
    ),
    ("Unit", false, "What the value counts."),
    (
        "Numerator",
        true,
        "The number above the line; c: hidden because it is small.",
    ),
    (
        "Denominator",
        true,
        "The number below the line; c: hidden because it is small.",
    ),
    ("First day", false, "The first day it speaks of."),
    ("Last day", false, "The last day it speaks of."),
    ("Basis", false, "How long it speaks of."),
    ("Source", false, "The return and its lists."),
    ("Data as at", false, "The as-at date of the return."),
    (
        "Provisional or final",
        false,
        "Provisional: it may still change by itself.",
    ),
    ("Definition", false, "What is counted."),
];

/// The paper's figures, each with all that makes it one that can be checked.
#[must_use]
pub fn figures(paper: &Paper) -> Table {
    let headings = COLUMNS.iter().map(|(words, numbers, _)| {
        if *numbers {
            Heading::numbers(*words)
        } else {
            Heading::words(*words)
        }
    });
    let mut table = Table::new("Every figure of the paper, with its definition", headings);
    for it in &paper.figures {
        let hidden = it.is_hidden();
        let number = |number: Option<i64>| match number {
            Some(number) => Cell::whole(number),
            None if hidden => Cell::words("c"),
            None => Cell::blank(),
        };
        let value = it.value.filter(|it| it.is_finite());
        #[allow(clippy::cast_possible_truncation)] // a count
        let value = Cell::maybe(value, |value| match &*it.unit {
            "count" | "net" => Cell::whole(value.round() as i64),
            _ => Cell::decimal(value),
        });
        table.rows.push(vec![
            Cell::words(&*it.key),
            Cell::words(&*it.measure),
            Cell::words(&*it.title),
            Cell::words(&*it.group),
            Cell::words(&*it.shown),
            value,
            Cell::words(&*it.unit),
            number(it.numerator),
            number(it.denominator),
            Cell::day(it.from),
            Cell::day(it.to),
            Cell::words(&*it.basis),
            Cell::words(&*it.source),
            Cell::maybe(it.as_at, Cell::day),
            Cell::words(if it.provisional {
                "Provisional"
            } else {
                "Final"
            }),
            Cell::words(&*it.definition),
        ]);
    }
    table
}

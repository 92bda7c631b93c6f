//! A chart has a title, a sentence and its data; a table has a caption and headings.

use super::{Context, Finding, Rule, Weight, told};
use crate::paper::{Block, Paper};

pub(super) static RULE: Rule = Rule {
    name: "chart-without-words",
    title: "A chart has a title, a sentence and its data as a table; a table has a caption and headings",
    page: include_str!("chart_without_words.md"),
    weight: Weight::Refuses,
    find,
};

fn find(paper: &Paper, _: &Context<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for section in &paper.sections {
        for block in &section.blocks {
            let (what, name, lacks) = match block {
                Block::Chart(chart) => (
                    "chart",
                    &chart.title,
                    [
                        (chart.title.trim().is_empty(), "a title"),
                        (
                            chart.sentence.trim().is_empty(),
                            "a sentence that says what it shows",
                        ),
                        (
                            chart.table.rows.is_empty() || chart.table.headings.is_empty(),
                            "its data as a table",
                        ),
                        (chart.svg.trim().is_empty(), "its picture"),
                    ],
                ),
                Block::Table(table, _) => (
                    "table",
                    &table.caption,
                    [
                        (table.caption.trim().is_empty(), "a caption"),
                        (
                            table.headings.iter().any(|it| it.text.trim().is_empty())
                                || table.headings.is_empty(),
                            "a heading over each column",
                        ),
                        (
                            table
                                .rows
                                .iter()
                                .any(|row| row.len() != table.headings.len()),
                            "rows as long as its headings",
                        ),
                        (false, ""),
                    ],
                ),
                _ => continue,
            };
            let lacking: Vec<&str> = lacks.into_iter().filter(|it| it.0).map(|it| it.1).collect();
            if !lacking.is_empty() {
                found.push(RULE.finding(
                    &section.key,
                    if name.trim().is_empty() { &section.key } else { name },
                    format!("The {what} {} under “{}” has not {}.", told::quoted(name), section.heading, lacking.join(", ")),
                    "Make the paper again; who cannot see it, or prints it without colour, has only these words.",
                ));
            }
        }
    }
    found
}

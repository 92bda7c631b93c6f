//! Every figure that is spoken of is in the paper.

use super::{Context, Finding, Rule, Weight, told};
use crate::paper::{Block, Paper};

pub(super) static RULE: Rule = Rule {
    name: "figure-not-there",
    title: "Every figure that is spoken of is in the paper",
    page: include_str!("figure_not_there.md"),
    weight: Weight::Refuses,
    find,
};

fn find(paper: &Paper, _: &Context<'_>) -> Vec<Finding> {
    let known = told::by_key(paper);
    let mut found: Vec<Finding> = Vec::new();
    let mut look = |section: &str, what: &str, keys: &[String]| {
        for key in keys.iter().filter(|it| !known.contains_key(it.as_str())) {
            found.push(RULE.finding(
                section,
                key,
                format!("{what} speaks of the figure {key}, which is not in the paper: a reader cannot check it."),
                "Make the paper again; if the measure or its record is gone, take the sentence out.",
            ));
        }
    };
    for section in &paper.sections {
        for block in &section.blocks {
            match block {
                Block::Heading(_) => {}
                Block::Text(text) => look(&section.key, &told::quoted(&text.words), &text.figures),
                Block::Points(points) => {
                    for text in points {
                        look(&section.key, &told::quoted(&text.words), &text.figures);
                    }
                }
                Block::Table(table, keys) => {
                    look(&section.key, &told::quoted(&table.caption), keys)
                }
                Block::Chart(chart) => {
                    look(&section.key, &told::quoted(&chart.title), &chart.figures)
                }
            }
        }
    }
    found
}

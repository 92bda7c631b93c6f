//! A number that is hidden from the public in one paper is shown to it in none.

use super::{Context, Finding, Rule, Weight, told};
use crate::audience::Audience;
use crate::paper::Paper;
use std::collections::HashMap;

pub(super) static RULE: Rule = Rule {
    name: "hidden-and-shown",
    title: "A number that is hidden from the public in one paper is shown to it in none",
    page: include_str!("hidden_and_shown.md"),
    weight: Weight::Refuses,
    find,
};

fn find(paper: &Paper, context: &Context<'_>) -> Vec<Finding> {
    if paper.audience != Audience::Public {
        return Vec::new();
    }
    let figures = told::by_key(paper);
    let mut found: HashMap<&str, Finding> = HashMap::new();
    for shown in context
        .shown
        .iter()
        .filter(|it| it.audience == Audience::Public)
    {
        let Some(figure) = figures.get(shown.figure.key.as_str()) else {
            continue;
        };
        // What was hidden before and is shown now gives the number away; what was shown before is known already, and hiding
        // what has become of it is right: its author is told.
        let (says, weight) = match (figure.is_hidden(), shown.figure.is_hidden()) {
            (true, false) => (
                "is hidden in this paper, but was shown to the public in",
                Weight::Asks,
            ),
            (false, true) => (
                "is shown in this paper, but was hidden from the public in",
                Weight::Refuses,
            ),
            _ => continue,
        };
        let mut finding = RULE.finding(
            "",
            &figure.key,
            format!("“{}” {says} {} ({}).", told::name(figure), shown.paper, shown.issued.words()),
            "Hide it in both or show it in both; if what was published can point at a child, tell the data protection officer.",
        );
        finding.weight = weight;
        found.entry(&figure.key).or_insert(finding);
    }
    let mut found: Vec<Finding> = found.into_values().collect();
    found.sort_by(|a, b| a.about.cmp(&b.about));
    found
}

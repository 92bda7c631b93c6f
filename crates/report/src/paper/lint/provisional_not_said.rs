//! A figure that may still change by itself is called provisional.

use super::amounts::{Kind, amounts};
use super::read::sentences;
use super::{Context, Finding, Rule, Weight, told};
use crate::paper::Paper;

pub(super) static RULE: Rule = Rule {
    name: "provisional-not-said",
    title: "A figure that may still change by itself is called provisional",
    page: include_str!("provisional_not_said.md"),
    weight: Weight::Asks,
    find,
};

const SAYS: &[&str] = &[
    "provisional",
    "provisionally",
    "not complete",
    "not yet complete",
    "incomplete",
    "so far",
    "may change",
    "may still change",
    "not final",
    "to date",
    "until",
];

fn find(paper: &Paper, _: &Context<'_>) -> Vec<Finding> {
    let figures = told::by_key(paper);
    let mut found = Vec::new();
    for (section, text) in told::by_people(paper) {
        let text = text.as_ref();
        let cited = told::cited(paper, &figures, text);
        if cited.is_empty() || !cited.iter().all(|it| it.provisional) {
            continue;
        }
        let read = sentences(&text.words);
        let number = read.iter().flat_map(amounts).any(|it| {
            matches!(
                it.kind,
                Kind::Percent(_) | Kind::OutOf { .. } | Kind::Rate(_) | Kind::Count(_)
            )
        });
        if number && !read.iter().any(|it| it.has_any(SAYS)) {
            found.push(RULE.at_text(
                (section, text),
                format!(
                    "{} speaks of “{}”, which is not complete yet, as if it were.",
                    told::quoted(&text.words),
                    told::name(cited[0])
                ),
                "Write “provisional” or “so far”.",
            ));
        }
    }
    found
}

//! A claim that is to be reworded, or that still needs evidence, is not issued as it stands.

use super::claim_against_evidence::reference;
use super::{Context, Finding, Rule, Weight, told};
use crate::paper::Paper;

pub(super) static RULE: Rule = Rule {
    name: "claim-unsettled",
    title: "A claim that is to be reworded, or still needs evidence, is not issued",
    page: include_str!("claim_unsettled.md"),
    weight: Weight::Refuses,
    find,
};

fn find(paper: &Paper, _: &Context<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (section, text) in paper.texts() {
        let Some(stated) = text.stated.as_ref().filter(|it| !it.unsettled.is_empty()) else {
            continue;
        };
        let claim = reference(text);
        found.push(RULE.finding(
            section,
            claim,
            format!(
                "{claim}, {}, is not settled: {}.",
                told::quoted(&stated.words),
                stated.unsettled.join("; ")
            ),
            "Reword the claim, move it to where it stands (“Supported”, “Shown by a measure”) and say what came of the comment; or withdraw it.",
        ));
    }
    found
}

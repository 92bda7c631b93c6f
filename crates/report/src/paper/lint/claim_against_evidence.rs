//! A claim says what its own evidence says.

use super::{Context, Finding, Rule, Weight, told};
use crate::paper::{Paper, Text};

pub(super) static RULE: Rule = Rule {
    name: "claim-against-evidence",
    title: "A claim says what its own evidence says",
    page: include_str!("claim_against_evidence.md"),
    weight: Weight::Refuses,
    find,
};

fn find(paper: &Paper, _: &Context<'_>) -> Vec<Finding> {
    let figures = told::by_key(paper);
    let mut found = Vec::new();
    for (section, text) in paper.texts() {
        let Some(stated) = &text.stated else {
            continue;
        };
        let verdict = |word: &str| {
            let its_own = text
                .figures
                .iter()
                .filter_map(|key| figures.get(key.as_str()));
            its_own.copied().find(|it| it.verdict == word)
        };
        let (worse, improved) = (verdict("worse"), verdict("improved"));
        let claim = reference(text);
        match (stated.sense.as_str(), worse, improved) {
            ("strength", Some(worse), _) => found.push(RULE.finding(
                section,
                claim,
                format!(
                    "{claim} claims a strength, {}, and its own evidence says worse: “{}” is {}.",
                    told::quoted(&stated.words),
                    told::name(worse),
                    worse.shown
                ),
                "Say what the evidence shows, link what else shows the strength in place of it, or make it an area for development.",
            )),
            // What has improved may still be weak: its author is asked.
            ("development", None, Some(improved)) => found.push(Finding {
                weight: Weight::Asks,
                ..RULE.finding(
                    section,
                    claim,
                    format!(
                        "{claim} names a weakness, {}, and its own evidence says improved: “{}” is {}.",
                        told::quoted(&stated.words),
                        told::name(improved),
                        improved.shown
                    ),
                    "Say what is still weak, with its number, or make it a strength.",
                )
            }),
            _ => {}
        }
    }
    found
}

/// The claim's own reference; the text's key where it has none.
pub(super) fn reference(text: &Text) -> &str {
    let own = text.evidence.iter().find(|it| told::is_claim(it));
    own.map_or(&text.key, |it| &it.reference)
}

//! A move inside the limits is given no reason.

use super::read::sentences;
use super::{Context, Finding, Rule, Weight, told, ways};
use crate::paper::Paper;

pub(super) static RULE: Rule = Rule {
    name: "reason-for-chance",
    title: "A move that may be chance is given no reason",
    page: include_str!("reason_for_chance.md"),
    weight: Weight::Refuses,
    find,
};

const BECAUSE: &[&str] = &[
    "because",
    "due to",
    "owing to",
    "as a result of",
    "thanks to",
    "driven by",
    "caused by",
    "explained by",
    "attributable to",
    "attributed to",
    "following",
];

fn find(paper: &Paper, _: &Context<'_>) -> Vec<Finding> {
    let figures = told::by_key(paper);
    let mut found = Vec::new();
    for (section, text) in told::by_people(paper) {
        let text = text.as_ref();
        let cited = told::cited(paper, &figures, text);
        let is_chance = |verdict: &str| {
            matches!(
                verdict,
                "no real change" | "too early to say" | "not judged"
            )
        };
        if cited.is_empty() || !cited.iter().all(|it| is_chance(&it.verdict)) {
            continue;
        }
        let given = sentences(&text.words).iter().find_map(|sentence| {
            let moves = !ways::moved(sentence).is_empty();
            BECAUSE.iter().find(|it| moves && sentence.has(it)).copied()
        });
        if let Some(word) = given {
            found.push(RULE.at_text(
                (section, text),
                format!(
                    "{} gives a reason (“{word}”) for a move of “{}”: {}.",
                    told::quoted(&text.words),
                    told::name(cited[0]),
                    cited[0].verdict
                ),
                "Take the reason out: a number that moves as it always does has none.",
            ));
        }
    }
    found
}

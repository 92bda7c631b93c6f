//! An acronym is explained in the paper.

use super::read::{Sentence, sentences};
use super::{Context, Finding, Rule, Weight, told};
use crate::paper::Paper;
use std::collections::{BTreeMap, HashSet};

pub(super) static RULE: Rule = Rule {
    name: "acronym-not-explained",
    title: "An acronym is explained in the paper",
    page: include_str!("acronym_not_explained.md"),
    weight: Weight::Asks,
    find,
};

/// Words that everybody reads as words.
const KNOWN: &[&str] = &[
    "UK", "GOV", "OK", "AM", "PM", "TV", "ID", "NHS", "BBC", "EU", "PDF", "CSV", "XLSX", "DOCX",
    "HTML", "AGM", "II", "III", "IV", "VI",
];

fn find(paper: &Paper, _: &Context<'_>) -> Vec<Finding> {
    let given: HashSet<&str> = paper
        .acronyms
        .iter()
        .filter(|(_, words)| !words.trim().is_empty())
        .map(|it| it.0.as_str())
        .collect();
    let mut explained: HashSet<String> = HashSet::new();
    let mut used: BTreeMap<String, (&str, String)> = BTreeMap::new();
    for (section, text) in told::by_people(paper) {
        let text = text.as_ref();
        for sentence in sentences(&text.words) {
            for at in 0..sentence.tokens.len() {
                let Some(acronym) = acronym(&sentence, at) else {
                    continue;
                };
                if is_explained(&sentence, at) {
                    explained.insert(acronym.to_owned());
                }
                used.entry(acronym.to_owned())
                    .or_insert_with(|| (section, told::quoted(&text.words)));
            }
        }
    }
    used.into_iter()
        .filter(|(acronym, _)| !explained.contains(acronym) && !given.contains(acronym.as_str()) && !KNOWN.contains(&acronym.as_str()))
        .map(|(acronym, (section, quoted))| {
            RULE.finding(
                section,
                &acronym,
                format!("{quoted} uses {acronym}, which the paper does not explain."),
                "Write it out where it comes first, “Multi-Agency Safeguarding Hub (MASH)”, or add it to the list of acronyms.",
            )
        })
        .collect()
}

/// The acronym at this place: two to six capitals. "MASHs" is MASH; "FND-3" is a reference; a heading all in capitals is
/// none.
fn acronym<'a>(sentence: &Sentence<'a>, at: usize) -> Option<&'a str> {
    let token = &sentence.tokens[at];
    let text = token
        .text
        .strip_suffix("’s")
        .or_else(|| token.text.strip_suffix("'s"))
        .unwrap_or(token.text);
    let text = text.strip_suffix('s').unwrap_or(text);
    let is_capitals =
        (2..=6).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_uppercase());
    let numbered = token.hyphened && sentence.number(at + 1).is_some();
    let shouts = |at: Option<usize>| {
        at.and_then(|it| sentence.tokens.get(it)).is_some_and(|it| {
            it.text.len() > 1 && it.text.bytes().all(|it| it.is_ascii_uppercase())
        })
    };
    let shouted = shouts(at.checked_sub(1)) || shouts(Some(at + 1));
    (is_capitals && !numbered && !shouted).then_some(text)
}

/// "Multi-Agency Safeguarding Hub (MASH)" or "MASH (Multi-Agency Safeguarding Hub)".
fn is_explained(sentence: &Sentence, at: usize) -> bool {
    let first = sentence.word(at).chars().next();
    let starts = |word: &str| word.chars().next() == first;
    let after_words =
        sentence.before(at, 1) == "(" && (2..=8).any(|by| starts(sentence.before(at, by)));
    let before_words = sentence.word(at + 1) == "(" && starts(sentence.word(at + 2));
    after_words || before_words
}

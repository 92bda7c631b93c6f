//! A figure is as it was last shown, or the paper says that it was restated.

use super::read::sentences;
use super::{Context, Finding, Rule, Shown, Weight, told};
use crate::paper::compare::then_and_now;
use crate::paper::{Figure, Paper};
use std::collections::{HashMap, HashSet};

pub(super) static RULE: Rule = Rule {
    name: "differs-from-last-shown",
    title: "A figure is as it was last shown, or the paper says that it was restated",
    page: include_str!("differs_from_last_shown.md"),
    weight: Weight::Refuses,
    find,
};

fn find(paper: &Paper, context: &Context<'_>) -> Vec<Finding> {
    let mut last: HashMap<&str, &Shown> = HashMap::new();
    for shown in context.shown {
        let held = last.entry(&shown.figure.key).or_insert(shown);
        if shown.issued >= held.issued {
            *held = shown;
        }
    }
    let restated = restated(paper);
    paper
        .figures
        .iter()
        .filter_map(|figure| {
            let was = last.get(figure.key.as_str())?;
            let told = then_and_now(&was.figure, figure)?;
            (!restated.contains(figure.key.as_str())).then(|| {
                RULE.finding(
                    "",
                    &figure.key,
                    format!(
                        "“{}”: {} showed it on {} otherwise: {told}.",
                        told::name(figure),
                        was.paper,
                        was.issued.words()
                    ),
                    "Say in a sentence what was published, what it is now and why it changed.",
                )
            })
        })
        .collect()
}

/// The figures that a sentence says were restated.
fn restated(paper: &Paper) -> HashSet<&str> {
    const SAYS: [&str; 9] = [
        "restated",
        "restatement",
        "published",
        "previously",
        "corrected",
        "correction",
        "revised",
        "was shown as",
        "was reported as",
    ];
    let mut said: HashSet<&str> = HashSet::new();
    let mut titles: HashMap<&str, Vec<&Figure>> = HashMap::new();
    for figure in paper.figures.iter().filter(|it| !it.title.is_empty()) {
        titles.entry(&figure.title).or_default().push(figure);
    }
    for (_, text) in paper.texts() {
        if sentences(&text.words).iter().any(|it| it.has_any(&SAYS)) {
            said.extend(text.figures.iter().map(String::as_str));
            let named = titles
                .iter()
                .filter(|(title, _)| text.words.contains(**title));
            said.extend(named.flat_map(|(_, of)| of).map(|it| it.key.as_str()));
        }
    }
    said
}

//! A change over a long time is not told without what has happened lately.

use super::amounts::{Kind, amounts, sentence_says_when};
use super::read::{Sentence, sentences};
use super::ways::{Moved, moved};
use super::{Context, Finding, Rule, Weight, told};
use crate::paper::{Figure, Paper};

pub(super) static RULE: Rule = Rule {
    name: "long-and-short-spans",
    title: "A change over a long time is not told without what has happened lately",
    page: include_str!("long_and_short_spans.md"),
    weight: Weight::Refuses,
    find,
};

fn find(paper: &Paper, _: &Context<'_>) -> Vec<Finding> {
    let figures = told::by_key(paper);
    let mut found = Vec::new();
    for (section, text) in told::by_people(paper) {
        let text = text.as_ref();
        let cited = told::cited(paper, &figures, text);
        let read = sentences(&text.words);
        let mut spoken: Vec<(Moved, bool)> = Vec::new();
        for sentence in &read {
            let span = names_a_span(sentence);
            spoken.extend(
                moved(sentence)
                    .into_iter()
                    .filter(|it| !it.denied)
                    .map(|it| (it, span)),
            );
        }
        let contrary = |figure: &&Figure| {
            let good = told::up_is_good(figure);
            let over_a_span = spoken
                .iter()
                .any(|(it, span)| *span && it.way.is_contrary(&figure.verdict, good));
            let also_lately = spoken
                .iter()
                .any(|(it, _)| it.way.is_allowed(&figure.verdict, good));
            over_a_span && !also_lately
        };
        if let Some(figure) = cited.into_iter().find(contrary) {
            found.push(RULE.at_text(
                (section, text),
                format!(
                    "{} tells one span of “{}”, whose latest months say the opposite: {}.",
                    told::quoted(&text.words),
                    told::name(figure),
                    figure.verdict
                ),
                "Tell both: “40% in January 2016 to 21% in August 2017, though up in each of the last eight months”.",
            ));
        }
    }
    found
}

/// Whether a sentence speaks of the time between two days: "since", "from … in January 2016", "compared with".
pub(super) fn names_a_span(sentence: &Sentence) -> bool {
    if !sentence_says_when(sentence) {
        return false;
    }
    if sentence.has_any(&[
        "since",
        "compared with",
        "compared to",
        "over the last",
        "over the past",
        "a year ago",
    ]) {
        return true;
    }
    let numbers = amounts(sentence);
    let from = (0..sentence.tokens.len()).find(|at| sentence.word(*at) == "from");
    from.is_some_and(|from| {
        numbers
            .iter()
            .any(|it| it.at > from && !matches!(it.kind, Kind::Points))
    })
}

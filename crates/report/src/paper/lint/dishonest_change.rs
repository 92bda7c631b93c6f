//! A change is claimed only where the signals allow it.

use super::read::sentences;
use super::ways::{Way, moved};
use super::{Context, Finding, Rule, Weight, long_and_short_spans, told};
use crate::paper::Paper;

pub(super) static RULE: Rule = Rule {
    name: "dishonest-change",
    title: "A change is claimed only where the signals allow it",
    page: include_str!("dishonest_change.md"),
    weight: Weight::Refuses,
    find,
};

/// Words by which a sentence itself says that the move is no more than chance.
pub(super) const OWNS_UP: &[&str] = &[
    "no real change",
    "no more than it varies",
    "within its limits",
    "within the limits",
    "by chance",
    "by luck",
    "ordinary variation",
    "too early to say",
    "not a real change",
    "not judged",
];

fn find(paper: &Paper, _: &Context<'_>) -> Vec<Finding> {
    let figures = told::by_key(paper);
    let mut found = Vec::new();
    for (section, text) in told::by_people(paper) {
        let text = text.as_ref();
        let cited = told::cited(paper, &figures, text);
        let read = sentences(&text.words);
        if cited.is_empty() || read.iter().any(|it| it.has_any(OWNS_UP)) {
            continue;
        }
        let wrong = read.iter().find_map(|sentence| {
            let over_a_span = long_and_short_spans::names_a_span(sentence);
            moved(sentence).into_iter().find_map(|it| {
                // Which way a number went between two days it names is arithmetic; the rule of spans sees to the rest.
                let arithmetic = over_a_span && matches!(it.way, Way::Up | Way::Down);
                let allowed = cited
                    .iter()
                    .any(|figure| it.way.is_allowed(&figure.verdict, told::up_is_good(figure)));
                // To be on target it is enough to be there now, and said elsewhere whether by luck.
                let on_target =
                    it.way == Way::OnTrack && cited.iter().any(|it| it.verdict == "improved");
                (!it.denied && !arithmetic && !allowed && !on_target)
                    .then(|| sentence.tokens[it.at..].iter().map(|it| it.text).next())?
            })
        });
        if let Some(word) = wrong {
            let word = if word == "on" || word == "On" {
                "on track"
            } else {
                word
            };
            let verdicts: Vec<String> = cited
                .iter()
                .map(|it| {
                    format!(
                        "“{}”: {}",
                        told::name(it),
                        if it.verdict.is_empty() {
                            "nothing"
                        } else {
                            &it.verdict
                        }
                    )
                })
                .collect();
            found.push(RULE.at_text(
                (section, text),
                format!(
                    "{} says “{word}”; the signals allow of {}.",
                    told::quoted(&text.words),
                    verdicts.join("; ")
                ),
                "Say what the signals allow, or that the move is no more than chance, or give both numbers with their days.",
            ));
        }
    }
    found
}

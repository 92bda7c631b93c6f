//! A number in an officer's sentence is that of the figure it speaks of.

use super::amounts::{Kind, amounts};
use super::read::{Number, sentences};
use super::{Context, Finding, Rule, Weight, bare_numbers, told};
use crate::paper::{Figure, Paper};

pub(super) static RULE: Rule = Rule {
    name: "numbers-not-the-figures",
    title: "A percentage or a number out of a whole is that of a figure the paper shows",
    page: include_str!("numbers_not_the_figures.md"),
    weight: Weight::Refuses,
    find,
};

fn find(paper: &Paper, context: &Context<'_>) -> Vec<Finding> {
    let figures = told::by_key(paper);
    let mut found = Vec::new();
    for (section, text) in told::by_people(paper) {
        let text = text.as_ref();
        let cited = told::cited(paper, &figures, text);
        // With a record beside it, the number may be the record's.
        if cited.is_empty() || !text.evidence.is_empty() {
            continue;
        }
        // The words that stood there name other months of the same measure: their numbers are the record's too.
        let before = told::stood_there(text);
        // What an earlier paper showed may be told again: "published 21%, now 22%".
        let shown: Vec<&Figure> = context
            .shown
            .iter()
            .map(|it| &it.figure)
            .filter(|it| cited.iter().any(|cited| cited.measure == it.measure))
            .collect();
        let of_measure: Vec<&Figure> = paper
            .figures
            .iter()
            .filter(|it| cited.iter().any(|cited| cited.measure == it.measure))
            .collect();
        for sentence in sentences(&text.words) {
            let all = amounts(&sentence);
            // "Up by 3 percentage points, about 14 of the 457": how much it moved, out of the figure's own whole.
            let moves = all.iter().any(|it| it.kind == Kind::Points);
            #[allow(clippy::cast_precision_loss)] // counts are far below 2^52
            let is_move = |kind: Kind| {
                let Kind::OutOf { whole, .. } = kind else {
                    return false;
                };
                moves
                    && of_measure
                        .iter()
                        .any(|it| it.denominator.is_some_and(|it| it as f64 == whole))
            };
            let strange = all.iter().copied().find(|amount| {
                let is_known = |it: &&Figure| is_of(it, amount.kind);
                matches!(
                    amount.kind,
                    Kind::Percent(_) | Kind::OutOf { counted: true, .. }
                ) && !super::percent_without_numbers::is_aim(&sentence, amount.at)
                    && !of_measure.iter().any(is_known)
                    && !is_move(amount.kind)
                    && !told::is_of_things(&sentence, amount.end)
                    && !shown.iter().any(is_known)
                    && !before.iter().any(|it| is_same(*it, amount.kind))
            });
            let bare = || {
                let also = |number: Number| {
                    before.contains(&Kind::Count(number))
                        || shown.iter().any(|it| bare_numbers::has(it, number))
                };
                bare_numbers::strange(&sentence, &of_measure, &also)
            };
            let strange = strange.map(|it| (it, cited[0])).or_else(bare);
            if let Some((amount, figure)) = strange {
                let words: Vec<&str> = sentence.tokens[amount.at..amount.end]
                    .iter()
                    .map(|it| it.text)
                    .collect();
                found.push(RULE.at_text(
                    (section, text),
                    format!(
                        "{} says “{}”; “{}” is {}.",
                        told::quoted(&text.words),
                        words.join(" ").replace(" %", "%"),
                        told::name(figure),
                        figure.shown
                    ),
                    "Write the figure's own numbers, or name the figure or record that has these.",
                ));
                break;
            }
        }
    }
    found
}

#[allow(clippy::cast_precision_loss)] // counts are far below 2^52
fn is_of(figure: &Figure, kind: Kind) -> bool {
    let parts = figure
        .numerator
        .zip(figure.denominator)
        .map(|(a, b)| (a as f64, b as f64));
    match kind {
        Kind::Percent(number) => {
            // The rest of a share is its number too: 79% in time where 21% are late.
            figure
                .value
                .is_some_and(|it| number.is(it) || number.is(100.0 - it))
                || figure.target.is_some_and(|it| number.is(it))
                || parts.is_some_and(|(a, b)| {
                    b > 0.0 && (number.is(a / b * 100.0) || number.is(100.0 - a / b * 100.0))
                })
        }
        Kind::OutOf { part, whole, .. } => {
            parts.is_some_and(|(a, b)| whole == b && (part == a || part == b - a))
        }
        _ => false,
    }
}

fn is_same(one: Kind, other: Kind) -> bool {
    match (one, other) {
        (Kind::Percent(one), Kind::Percent(other)) => other.is(one.value),
        (
            Kind::OutOf {
                part: a, whole: b, ..
            },
            Kind::OutOf { part, whole, .. },
        ) => (a, b) == (part, whole),
        _ => false,
    }
}

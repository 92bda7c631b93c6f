//! A change in a small group says how many people it is.

use super::amounts::{Kind, amounts};
use super::read::sentences;
use super::{Context, Finding, Rule, Weight, told, ways};
use crate::paper::Paper;

pub(super) static RULE: Rule = Rule {
    name: "small-group-percent",
    title: "A change in a percentage of fewer than 20 says how many people it is",
    page: include_str!("small_group_percent.md"),
    weight: Weight::Refuses,
    find,
};

/// Under this many one person is more than five percentage points.
const SMALL: i64 = 20;

fn find(paper: &Paper, _: &Context<'_>) -> Vec<Finding> {
    let figures = told::by_key(paper);
    let mut found = Vec::new();
    for (section, text) in told::by_people(paper) {
        let text = text.as_ref();
        let small = told::cited(paper, &figures, text).into_iter().find(|it| {
            (it.is_share() || it.unit == "share") && it.denominator.is_some_and(|it| it < SMALL)
        });
        let Some(figure) = small else { continue };
        let read = sentences(&text.words);
        let kinds: Vec<Kind> = read.iter().flat_map(amounts).map(|it| it.kind).collect();
        let moves = read.iter().any(|it| !ways::moved(it).is_empty());
        let percent = kinds
            .iter()
            .any(|it| matches!(it, Kind::Percent(_) | Kind::Points));
        let people = kinds
            .iter()
            .any(|it| matches!(it, Kind::OutOf { counted: true, .. } | Kind::Count(_)));
        if moves && percent && !people {
            found.push(RULE.at_text(
                (section, text),
                format!(
                    "{} tells a change in percent of a group of {}, “{}”, and not how many people it is.",
                    told::quoted(&text.words),
                    figure.denominator.unwrap_or_default(),
                    told::name(figure)
                ),
                "Say how many: “from 9 of 15 to 7 of 14”.",
            ));
        }
    }
    found
}

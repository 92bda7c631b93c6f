//! A target is called a stretch only where the limits show that it is one.

use super::read::sentences;
use super::{Context, Finding, Rule, Weight, told};
use crate::paper::{Figure, Paper};

pub(super) static RULE: Rule = Rule {
    name: "stretch",
    title: "A target is called a stretch only where the limits show that it is one",
    page: include_str!("stretch.md"),
    weight: Weight::Asks,
    find,
};

const SAYS: &[&str] = &[
    "stretch",
    "stretching",
    "stretched target",
    "ambitious target",
    "ambitious targets",
    "challenging target",
    "challenging targets",
];
const SHOWN: &[&str] = &[
    "beyond its limits",
    "above its limits",
    "above its upper limit",
    "below its limits",
    "below its lower limit",
    "outside its limits",
    "beyond the limits",
    "outside the limits",
];

fn find(paper: &Paper, _: &Context<'_>) -> Vec<Finding> {
    let figures = told::by_key(paper);
    let mut found = Vec::new();
    for (section, text) in told::by_people(paper) {
        let text = text.as_ref();
        let read = sentences(&text.words);
        let Some(word) = SAYS
            .iter()
            .find(|it| read.iter().any(|sentence| sentence.has(it)))
        else {
            continue;
        };
        let cited = told::cited(paper, &figures, text);
        let met = cited.iter().find(|it| meets(it) == Some(true));
        let worse = cited.iter().find(|it| it.verdict == "worse");
        let trajectory = read.iter().any(|it| it.has("trajectory"));
        let shown = read.iter().any(|it| it.has_any(SHOWN));
        let (says, todo) = match (met, worse) {
            (Some(met), _) => (
                format!("“{}” meets it already", told::name(met)),
                "Call it a target, or set one that the process as it is would not meet.",
            ),
            (None, Some(worse)) if !trajectory => (
                format!("“{}” is getting worse", told::name(worse)),
                "Give the trajectory: what it is to be by when, and what will change to bring it there.",
            ),
            _ if !shown => (
                "nothing says that it lies beyond what the process gives anyway".to_owned(),
                "Give the limits: a target within them is met in some months by luck, and is no stretch.",
            ),
            _ => continue,
        };
        found.push(RULE.at_text(
            (section, text),
            format!("{} says “{word}”, and {says}.", told::quoted(&text.words)),
            todo,
        ));
    }
    found
}

fn meets(figure: &Figure) -> Option<bool> {
    let (value, target) = (figure.value?, figure.target?);
    Some(if told::up_is_good(figure)? {
        value >= target
    } else {
        value <= target
    })
}

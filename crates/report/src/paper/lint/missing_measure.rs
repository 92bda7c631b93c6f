//! A measure the committee asked for is in the paper, or the paper says why not.

use super::{Context, Finding, Rule, Weight};
use crate::paper::{Missing, Paper};

pub(super) static RULE: Rule = Rule {
    name: "missing-measure",
    title: "A measure the committee asked for is in the paper, or the paper says why not",
    page: include_str!("missing_measure.md"),
    weight: Weight::Refuses,
    find,
};

fn find(paper: &Paper, _: &Context<'_>) -> Vec<Finding> {
    paper.missing.iter().filter_map(missing).collect()
}

fn missing(it: &Missing) -> Option<Finding> {
    let title = if it.title.is_empty() {
        &it.measure
    } else {
        &it.title
    };
    let asked = if it.asked.is_empty() {
        String::new()
    } else {
        format!(" (asked for: {})", it.asked)
    };
    if it.reason.trim().is_empty() {
        let todo = if it.known {
            "Put the measure in: the returns that are loaded answer it."
        } else {
            "Say in the paper why it is not there, or load the return that answers it."
        };
        return Some(RULE.finding(
            "",
            &it.measure,
            format!("“{title}”{asked} is not in the paper, and nobody says why."),
            todo,
        ));
    }
    let elsewhere = [
        "dashboard",
        "online",
        "elsewhere",
        "website",
        "web site",
        "intranet",
    ];
    let reason = it.reason.to_lowercase();
    (it.known && elsewhere.iter().any(|word| reason.contains(word))).then(|| {
        RULE.finding(
            "",
            &it.measure,
            format!(
                "“{title}”{asked} is left out for this reason: “{}”. That it can be seen in another place is no reason: the returns answer it.",
                it.reason.trim()
            ),
            "Put the measure in the paper.",
        )
    })
}

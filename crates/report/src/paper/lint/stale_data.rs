//! Data are no older on the day of the meeting than the committee allows.

use super::{Context, Finding, Rule, Weight, told};
use crate::numbers::counted;
use crate::paper::{Figure, Paper};
use std::collections::BTreeMap;
use waymark_data::Day;

pub(super) static RULE: Rule = Rule {
    name: "stale-data",
    title: "Data are no older on the day of the meeting than the committee allows",
    page: include_str!("stale_data.md"),
    weight: Weight::Refuses,
    find,
};

fn find(paper: &Paper, context: &Context<'_>) -> Vec<Finding> {
    let Some(limit) = context.data_days else {
        return Vec::new();
    };
    let limit = i32::try_from(limit).unwrap_or(i32::MAX);
    let is_old = |as_at: Day| as_at.days_until(context.on) > limit;
    let says = |what: &str, as_at: Day| {
        format!(
            "{what} as at {}: {} old on {}. The limit is {}.",
            as_at.words(),
            counted(i64::from(as_at.days_until(context.on)), "day"),
            context.on.words(),
            counted(i64::from(limit), "day"),
        )
    };
    // With an annex the committee has what is newer beside what is old; it says where there is nothing newer.
    if paper.annex.is_some_and(|it| !is_old(it)) {
        return Vec::new();
    }
    if let Some(annex) = paper.annex.filter(|it| is_old(*it) && is_old(paper.as_at)) {
        let todo = match context.fresher {
            Some(fresher) if fresher > annex => {
                format!("Annex the figures as at {}.", fresher.words())
            }
            _ => "Load a later return and annex its figures, or say to the committee why there is none."
                .to_owned(),
        };
        return vec![RULE.finding("", "as-at", says("The paper's annex is", annex), todo)];
    }
    let todo = match context.fresher {
        Some(fresher) if fresher > paper.as_at => format!(
            "A return as at {} is loaded: make the paper from it, or annex its figures.",
            fresher.words()
        ),
        _ => {
            "Load a later return and annex its figures, or say to the committee why there is none."
                .to_owned()
        }
    };
    if is_old(paper.as_at) {
        return vec![RULE.finding("", "as-at", says("The paper's data are", paper.as_at), todo)];
    }
    // A list that the latest return left out makes its measures older than the paper.
    let mut latest: BTreeMap<&str, (Day, &Figure)> = BTreeMap::new();
    for figure in &paper.figures {
        let Some(as_at) = figure.as_at else { continue };
        let held = latest.entry(&figure.measure).or_insert((as_at, figure));
        if as_at > held.0 {
            *held = (as_at, figure);
        }
    }
    latest
        .into_iter()
        .filter(|(_, (as_at, _))| is_old(*as_at))
        .map(|(measure, (as_at, figure))| {
            let what = format!("“{}” is", told::name(figure));
            RULE.finding("", measure, says(&what, as_at), todo.clone())
        })
        .collect()
}

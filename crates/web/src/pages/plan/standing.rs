//! How a plan stands: delivery and effect of its lines counted apart, its phases, and how ready the council is for the
//! ambition.

use super::rated::Rated;
use super::shown;
use crate::pages::findings::answered::waits;
use crate::words::counted;
use std::collections::BTreeMap;
use waymark_data::Day;
use waymark_programme::kinds::FINDING;
use waymark_programme::permit::same;
use waymark_programme::rating::{Delivery, Impact};
use waymark_programme::{Asker, Record, Records};

/// A phase of the plan.
pub(super) struct Phase {
    pub(super) name: String,
    pub(super) lines: usize,
    pub(super) words: String,
}

/// How many lines stand where, delivery and effect apart.
pub(super) fn summary(rated: &[Rated<'_>]) -> Vec<String> {
    if rated.is_empty() {
        return Vec::new();
    }
    let mut deliveries: BTreeMap<u8, (&str, usize)> = BTreeMap::new();
    let mut impacts: BTreeMap<u8, (&str, usize)> = BTreeMap::new();
    for it in rated {
        let (rank, words) = match it.delivery.shown() {
            Delivery::Late(_) => (0, "late"),
            Delivery::Slipping(_) => (1, "slipping"),
            Delivery::OnCourse => (2, "on course"),
            Delivery::Delivered => (3, "delivered"),
            Delivery::NotStarted => (4, "not started"),
            Delivery::NoDates => (5, "with no dates to judge by"),
            Delivery::Stopped => (6, "stopped"),
        };
        deliveries.entry(rank).or_insert((words, 0)).1 += 1;
        let (rank, words) = match it.impact.shown() {
            Impact::Worse => (0, "worse"),
            Impact::Mixed => (1, "better and worse"),
            Impact::NoRealChange => (2, "no real change"),
            Impact::Improved => (3, "improved"),
            Impact::TooEarly => (4, "too early to say"),
            Impact::NotYetMeasurable => (5, "not yet measurable"),
        };
        impacts.entry(rank).or_insert((words, 0)).1 += 1;
    }
    let told = |counts: BTreeMap<u8, (&str, usize)>| {
        let parts: Vec<String> = counts
            .into_values()
            .map(|(words, number)| format!("{number} {words}"))
            .collect();
        parts.join(", ")
    };
    let mut out = vec![
        format!(
            "Delivery of {}: {}.",
            counted(rated.len(), "line", "lines"),
            told(deliveries)
        ),
        format!("Effect: {}.", told(impacts)),
    ];
    let stuck = rated.iter().filter(|it| it.is_not_moving()).count();
    if stuck > 0 {
        out.push(format!(
            "{} delivered and no effect can be seen so far.",
            if stuck == 1 {
                "1 line is".to_owned()
            } else {
                format!("{stuck} lines are")
            }
        ));
    }
    out
}

/// How ready the council is for its ambition: how long is left, what had an effect, what inspectors said that is closed, in
/// the plan, or in no line of it (S-233).
pub(super) fn ready(
    records: &Records,
    asker: &Asker<'_>,
    plan: &Record,
    rated: &[Rated<'_>],
    today: Day,
) -> Vec<String> {
    if plan.text("ambition").is_empty() || !plan.is_open() {
        return Vec::new();
    }
    let mut out = Vec::new();
    if let Some(due) = plan.day("due") {
        out.push(format!(
            "By {}: {}.",
            due.words(),
            shown::from_today(due, today)
        ));
    }
    let effect = rated
        .iter()
        .filter(|it| it.impact.computed == Impact::Improved)
        .count();
    out.push(format!(
        "{effect} of {} had an effect that can be seen.",
        counted(rated.len(), "line", "lines")
    ));
    let findings: Vec<&Record> = records
        .of(&FINDING)
        .filter(|it| it.text("sense") == "improve" && asker.may_read(it))
        .collect();
    if !findings.is_empty() {
        let closed = findings.iter().filter(|it| !it.is_open()).count();
        let without = findings.iter().filter(|it| waits(records, it)).count();
        out.push(format!(
            "Of {} to improve {closed} closed, {} in the plan, {without} without a line.",
            counted(findings.len(), "finding", "findings"),
            findings.len() - closed - without
        ));
    }
    out
}

/// The phases a plan names, with its lines in each.
pub(super) fn phases(plan: &Record, rated: &[Rated<'_>]) -> Vec<Phase> {
    plan.values
        .list("phases")
        .iter()
        .filter(|it| !it.trim().is_empty())
        .map(|name| {
            let of_it: Vec<&Rated<'_>> = rated
                .iter()
                .filter(|it| {
                    let phase = it.line.text("phase");
                    // A line may name a phase by what stands before the colon: "Phase 2" of "Phase 2: embed".
                    same(phase, name)
                        || name
                            .split_once(':')
                            .is_some_and(|(head, _)| same(phase, head))
                })
                .collect();
            let number = |what: fn(Delivery) -> bool| {
                of_it.iter().filter(|it| what(it.delivery.shown())).count()
            };
            Phase {
                name: name.clone(),
                lines: of_it.len(),
                words: format!(
                    "{} delivered, {} late, {} slipping",
                    number(|it| it == Delivery::Delivered),
                    number(|it| matches!(it, Delivery::Late(_))),
                    number(|it| matches!(it, Delivery::Slipping(_)))
                ),
            }
        })
        .collect()
}

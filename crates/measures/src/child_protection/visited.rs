//! Child protection visits on time.

use super::on_a_plan::on_a_plan;
use crate::clocks;
use crate::measure::{Basis, Good, Measure, Standing, Theme, Unit};
use crate::parameters::PLAN_VISIT;

/// At the as-at date, since only the last visit is known.
pub(super) static MEASURE: Measure = Measure {
    id: "cp-visit-on-time",
    columns: &[(7, "Date of the Last Statutory Visit")],
    title: "Child protection visits on time",
    theme: Theme::ChildProtection,
    unit: Unit::Percent,
    good: Good::Up,
    standing: Standing::Practice,
    source: "The council's own standard, as no interval is set nationally; counted as in ChAT",
    why: "A child at risk of significant harm who is not seen cannot be known to be safe.",
    lists: &[7],
    periods: &[Basis::SnapshotAsAt],
    parameters: &[&PLAN_VISIT],
    cases: |data, cases| {
        on_a_plan(data, cases, |cases, day, span, row| {
            let first = clocks::plan_visit_due(span.start, cases.settings());
            if row.about.unborn_on(day) || day <= first {
                return;
            }
            let last = cases.shown(row.visit, span.start, day, day);
            let due = last.map_or(first, |it| clocks::plan_visit_due(it, cases.settings()));
            cases.on(day, &row.about, day <= due).due(due);
        });
    },
    page: include_str!("visited.md"),
    ..Measure::PLAIN
};

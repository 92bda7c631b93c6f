//! Child protection plans that are not overdue for a review conference.

use super::on_a_plan::on_a_plan;
use crate::clocks;
use crate::measure::{Basis, Good, Measure, Standing, Theme, Unit};
use crate::parameters::{PLAN_REVIEW_FIRST, PLAN_REVIEW_NEXT};

/// At the as-at date, since only the latest review is known.
pub(super) static MEASURE: Measure = Measure {
    id: "rcpc-on-time",
    columns: &[(7, "Date of latest review conference")],
    title: "Plans not overdue for a review conference today",
    theme: Theme::ChildProtection,
    unit: Unit::Percent,
    good: Good::Up,
    standing: Standing::Guidance,
    source: "Working Together to Safeguard Children, chapter 1, review conferences; Local Authority Interactive Tool 19",
    why: "A plan nobody has reviewed may no longer be the plan that keeps the child safe.",
    lists: &[7],
    periods: &[Basis::SnapshotAsAt],
    parameters: &[&PLAN_REVIEW_FIRST, &PLAN_REVIEW_NEXT],
    cases: |data, cases| {
        on_a_plan(data, cases, |cases, day, span, row| {
            let first = clocks::plan_review_due(span.start, None, cases.settings());
            if first > day {
                return;
            }
            let last = cases.shown(row.review, span.start, day, day);
            let due = clocks::plan_review_due(span.start, last, cases.settings());
            cases.on(day, &row.about, day <= due).due(due);
        });
    },
    page: include_str!("reviewed.md"),
    ..Measure::PLAIN
};

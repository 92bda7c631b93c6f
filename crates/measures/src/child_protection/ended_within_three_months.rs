//! Child protection plans that ended within three months.

use super::started_and_ended::ended;
use crate::measure::{Good, Measure, Standing, Theme, Unit};
use crate::parameters::PLAN_SHORT;

/// Of the plans that ended.
pub(super) static MEASURE: Measure = Measure {
    id: "cpp-under-3m",
    title: "Plans ended within three months",
    theme: Theme::ChildProtection,
    unit: Unit::Percent,
    good: Good::Neither,
    standing: Standing::Definition,
    source: "Counted as in ChAT; DfE children in need statistics",
    why: "A plan that ends at its first review may not have been needed, or may have ended too soon.",
    lists: &[7],
    parameters: &[&PLAN_SHORT],
    cases: |data, cases| {
        for (row, span) in ended(data, cases) {
            let Some(end) = span.end else { continue };
            let three_months = span.start.plus_months(cases.limit(&PLAN_SHORT, span.start));
            cases.on(end, &row.about, end < three_months);
        }
    },
    page: include_str!("ended_within_three_months.md"),
    ..Measure::PLAIN
};

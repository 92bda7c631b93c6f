//! Current child protection plans of two years or more.

use super::on_a_plan::on_a_plan;
use crate::cases::Cases;
use crate::measure::{Basis, Good, Measure, Standing, Theme, Unit};
use crate::parameters::TWO_YEARS;
use waymark_data::Day;

/// At each month's end and at the as-at date.
pub(super) static MEASURE: Measure = Measure {
    id: "cpp-2y-active",
    title: "Current plans of two years or more",
    theme: Theme::ChildProtection,
    unit: Unit::Percent,
    good: Good::Down,
    standing: Standing::Definition,
    source: "Local Authority Interactive Tool 264; DfE children in need statistics",
    why: "After two years on a plan a child is either still at risk or should no longer be on it.",
    lists: &[7],
    periods: &[Basis::SnapshotMonthly],
    parameters: &[&TWO_YEARS],
    cases: |data, cases| {
        on_a_plan(data, cases, |cases, day, span, row| {
            let limit = last_day_under_two_years(span.start, cases);
            cases.on(day, &row.about, day > limit).due(limit);
        });
    },
    page: include_str!("two_years_now.md"),
    ..Measure::PLAIN
};

/// The last day on which a plan that starts on a day has not lasted two years.
pub(super) fn last_day_under_two_years(start: Day, cases: &Cases<'_>) -> Day {
    start.plus_days(cases.limit(&TWO_YEARS, start))
}

//! Ended child protection plans that lasted two years or more.

use super::started_and_ended::ended;
use super::two_years_now::last_day_under_two_years;
use crate::measure::{EVENTS, Measure};

/// Of the plans that ended.
pub(super) static MEASURE: Measure = Measure {
    id: "cpp-2y-ended",
    title: "Ended plans that lasted two years or more",
    source: "Local Authority Interactive Tool 98; DfE children in need statistics",
    why: "A plan that took two years kept a child at risk, or under watch, for much of a childhood.",
    periods: EVENTS,
    cases: |data, cases| {
        for (row, span) in ended(data, cases) {
            let Some(end) = span.end else { continue };
            let limit = last_day_under_two_years(span.start, cases);
            cases.on(end, &row.about, end > limit).due(limit).done(end);
        }
    },
    page: include_str!("two_years_ended.md"),
    ..super::two_years_now::MEASURE
};

//! How long children in need have been open.

use super::number::{self, on_a_plan};
use crate::measure::{Good, Measure, Unit};

/// Months since the episode of need started, at the as-at date.
pub(super) static MEASURE: Measure = Measure {
    id: "cin-duration",
    columns: &[(6, "Case Status")],
    variant: None,
    title: "Children in need by how long they have been open",
    unit: Unit::Share,
    good: Good::Down,
    source: "Bands of the DfE children in need statistics; Local Authority Interactive Tool 265",
    why: "Help that drifts for a year or more is seldom changing a child's life.",
    bands: &[
        "Under 3 months",
        "3 to under 6 months",
        "6 to under 12 months",
        "12 to under 24 months",
        "24 months or more",
    ],
    cases: |data, cases| {
        on_a_plan(data, cases, |cases, day, span, row| {
            let begun = |months: &&i32| span.start.plus_months(**months) <= day;
            let band = BANDS_BEGIN.iter().filter(begun).count();
            cases.in_band(day, &row.about, band);
        });
    },
    page: include_str!("open_for.md"),
    ..number::ON_A_PLAN
};

/// Months at which each band after the first begins.
const BANDS_BEGIN: [i32; 4] = [3, 6, 12, 24];

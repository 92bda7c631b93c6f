//! The middle number of working days that an assessment takes.

use super::completed::clocked;
use super::in_45_days;
use crate::measure::{Good, Measure, Standing, Unit};
use crate::parameters::ASSESSMENT_LINK;
use waymark_data::working_days;

pub(super) static MEASURE: Measure = Measure {
    id: "assessment-median-days",
    title: "Median working days to complete an assessment",
    unit: Unit::MedianWorkingDays,
    good: Good::Down,
    standing: Standing::Practice,
    source: "Children's services Analysis Tool (ChAT); Annex A, lists 3 and 4",
    why: "A limit hides how long most children wait: half wait longer than this.",
    lists: &[3, 4],
    parameters: &[&ASSESSMENT_LINK],
    cases: |data, cases| {
        for (row, from, end) in clocked(data, cases, true) {
            let days = i32::try_from(working_days::between(from, end)).unwrap_or(i32::MAX);
            cases.valued(end, &row.about, days).done(end);
        }
    },
    page: include_str!("median_days.md"),
    ..in_45_days::MEASURE
};

//! Assessments that took longer than 45 working days.

use super::in_45_days::{self, completed};
use crate::measure::{Good, Measure};

/// From the assessment's own start.
pub(super) static MEASURE: Measure = Measure {
    id: "assessment-over-45",
    title: "Assessments that took longer than 45 working days",
    good: Good::Down,
    cases: |data, cases| completed(data, cases, false, false),
    page: include_str!("over_45_days.md"),
    ..in_45_days::MEASURE
};

/// From the referral that the assessment belongs to.
pub(super) static FROM_REFERRAL: Measure = Measure {
    id: "assessment-over-45",
    title: "Assessments that took longer than 45 working days from the referral",
    good: Good::Down,
    cases: |data, cases| completed(data, cases, true, false),
    page: include_str!("over_45_days.md"),
    ..in_45_days::FROM_REFERRAL
};

//! Assessments completed within 45 working days.

use super::completed::{clocked, timed};
use crate::cases::Cases;
use crate::clocks;
use crate::measure::{Good, Measure, Standing, Theme, Unit};
use crate::parameters::{ASSESSMENT_LIMIT, ASSESSMENT_LINK};
use waymark_data::annex_a::Data;

/// From the assessment's own start.
pub(super) static MEASURE: Measure = Measure {
    id: "assessment-45",
    title: "Assessments completed within 45 working days",
    theme: Theme::Assessments,
    unit: Unit::Percent,
    good: Good::Up,
    standing: Standing::Guidance,
    source: "Working Together to Safeguard Children, chapter 1, timeliness; Local Authority Interactive Tool 304",
    why: "Until the assessment is done nobody has decided what help the child needs.",
    lists: &[4],
    parameters: &[&ASSESSMENT_LIMIT],
    cases: |data, cases| completed(data, cases, false, true),
    page: include_str!("in_45_days.md"),
    ..Measure::PLAIN
};

/// From the referral that the assessment belongs to.
pub(super) static FROM_REFERRAL: Measure = Measure {
    variant: Some("from-referral"),
    title: "Assessments completed within 45 working days of the referral",
    lists: &[3, 4],
    parameters: &[&ASSESSMENT_LIMIT, &ASSESSMENT_LINK],
    cases: |data, cases| completed(data, cases, true, true),
    ..MEASURE
};

/// Completed assessments, each hitting when it was in time (or, for `wanted` false, when it was not).
pub(super) fn completed<'a>(
    data: &'a Data,
    cases: &mut Cases<'a>,
    from_referral: bool,
    wanted: bool,
) {
    let clocked = clocked(data, cases, from_referral);
    timed(clocked, cases, clocks::assessment_due, wanted);
}

//! Assessments completed within 15 working days.

use super::completed::{clocked, timed};
use super::in_45_days;
use crate::cases::Cases;
use crate::measure::{Good, Measure, Standing};
use crate::parameters::{ASSESSMENT_LINK, ASSESSMENT_SHORT};
use crate::settings::Settings;
use waymark_data::annex_a::Data;
use waymark_data::{Day, working_days};

/// From the assessment's own start.
pub(super) static MEASURE: Measure = Measure {
    id: "assessment-15",
    title: "Assessments completed within 15 working days",
    good: Good::Neither,
    standing: Standing::Practice,
    source: "Local practice: a team for short assessments",
    why: "A short assessment can bring help within weeks, where the child's needs are plain enough for one.",
    parameters: &[&ASSESSMENT_SHORT],
    cases: |data, cases| completed(data, cases, false),
    page: include_str!("in_15_days.md"),
    ..in_45_days::MEASURE
};

/// From the referral that the assessment belongs to.
pub(super) static FROM_REFERRAL: Measure = Measure {
    variant: Some("from-referral"),
    title: "Assessments completed within 15 working days of the referral",
    lists: &[3, 4],
    parameters: &[&ASSESSMENT_SHORT, &ASSESSMENT_LINK],
    cases: |data, cases| completed(data, cases, true),
    ..MEASURE
};

fn completed<'a>(data: &'a Data, cases: &mut Cases<'a>, from_referral: bool) {
    let clocked = clocked(data, cases, from_referral);
    timed(clocked, cases, due, true);
}

fn due(starts: Day, settings: &Settings) -> Day {
    let limit = settings.limit(&ASSESSMENT_SHORT, starts);
    working_days::due(starts, u32::try_from(limit).unwrap_or(0))
}

//! Enquiries, conferences and plans of child protection.

mod category;
mod conference_in_15_days;
mod conference_to_plan;
mod conferences;
mod ended_within_three_months;
mod enquiries_to_conference;
mod on_a_plan;
mod plan_rate;
mod reviewed;
mod second_plan;
mod section_47_enquiries;
mod seen_alone;
mod started_and_ended;
mod two_years_ended;
mod two_years_now;
mod visited;

use crate::measure::Measure;

/// Its measures, in the order they are shown.
pub(crate) static MEASURES: &[&Measure] = &[
    &section_47_enquiries::MEASURE,
    &enquiries_to_conference::MEASURE,
    &conferences::MEASURE,
    &conference_in_15_days::MEASURE,
    &conference_to_plan::MEASURE,
    &on_a_plan::MEASURE,
    &plan_rate::MEASURE,
    &started_and_ended::STARTED,
    &started_and_ended::ENDED,
    &started_and_ended::NET,
    &visited::MEASURE,
    &seen_alone::MEASURE,
    &reviewed::MEASURE,
    &category::MEASURE,
    &second_plan::MEASURE,
    &two_years_now::MEASURE,
    &two_years_ended::MEASURE,
    &ended_within_three_months::MEASURE,
];

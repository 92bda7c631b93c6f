//! Child and family assessments.

mod child_seen;
mod completed;
mod in_15_days;
mod in_45_days;
mod looked_after_overdue;
mod median_days;
mod no_further_action;
mod open_over_45_days;
mod over_45_days;

use crate::measure::Measure;
pub(crate) use completed::{completions, linked};
pub(crate) use no_further_action::{MEASURE as NO_FURTHER_ACTION, no_support, support_not_needed};

/// Its measures, in the order they are shown.
pub(crate) static MEASURES: &[&Measure] = &[
    &in_45_days::MEASURE,
    &in_45_days::FROM_REFERRAL,
    &over_45_days::MEASURE,
    &over_45_days::FROM_REFERRAL,
    &open_over_45_days::MEASURE,
    &median_days::MEASURE,
    &in_15_days::MEASURE,
    &in_15_days::FROM_REFERRAL,
    &child_seen::MEASURE,
    &no_further_action::MEASURE,
    &looked_after_overdue::MEASURE,
];

//! Child and family assessments.

mod in_45_days;
mod over_45_days;

use crate::measure::Measure;

/// Its measures, in the order they are shown.
pub(crate) static MEASURES: &[&Measure] = &[
    &in_45_days::MEASURE,
    &in_45_days::FROM_REFERRAL,
    &over_45_days::MEASURE,
    &over_45_days::FROM_REFERRAL,
];

//! Care leavers.

mod accommodation;
mod activity;
mod in_scope;
mod in_touch;
mod number;
mod pathway_plans;
mod personal_adviser;

use crate::measure::Measure;

/// Its measures, in the order they are shown.
pub(crate) static MEASURES: &[&Measure] = &[
    &number::MEASURE,
    &in_touch::MEASURE,
    &activity::ENGAGED,
    &activity::NOT_ENGAGED,
    &accommodation::SUITABLE,
    &accommodation::UNSUITABLE,
    &pathway_plans::MEASURE,
    &personal_adviser::MEASURE,
];

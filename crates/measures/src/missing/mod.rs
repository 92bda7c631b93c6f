//! Children missing from care.

mod children;
mod interviews;

use crate::measure::Measure;

/// Its measures, in the order they are shown.
pub(crate) static MEASURES: &[&Measure] = &[
    &children::MEASURE,
    &interviews::OFFERED,
    &interviews::ACCEPTED,
];

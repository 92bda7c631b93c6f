//! Health of children looked after.

mod dental;
mod first_on_time;
mod first_overdue;
mod reviews_current;

use crate::measure::Measure;

/// Its measures, in the order they are shown.
pub(crate) static MEASURES: &[&Measure] = &[
    &first_on_time::WORKING_DAYS,
    &first_on_time::DAYS,
    &first_overdue::DAYS,
    &first_overdue::WORKING_DAYS,
    &reviews_current::MEASURE,
    &dental::MEASURE,
];

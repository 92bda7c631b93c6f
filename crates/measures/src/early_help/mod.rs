//! Early help.

mod assessments;

use crate::measure::Measure;

/// Its measures, in the order they are shown.
pub(crate) static MEASURES: &[&Measure] = &[&assessments::MEASURE, &assessments::COMPLETED];

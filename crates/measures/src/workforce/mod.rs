//! The workforce.

mod unallocated;

use crate::measure::Measure;

/// Its measures, in the order they are shown.
pub(crate) static MEASURES: &[&Measure] = &[&unallocated::MEASURE];

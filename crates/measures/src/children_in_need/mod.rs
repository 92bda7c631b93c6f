//! Children in need.

mod closed_by_reason;
mod not_visited;
mod number;
mod open_for;
mod rate;
mod visited_in_28_days;

use crate::measure::Measure;

/// Its measures, in the order they are shown.
pub(crate) static MEASURES: &[&Measure] = &[
    &number::ON_A_PLAN,
    &number::SECTION_17,
    &number::ALL,
    &rate::MEASURE,
    &visited_in_28_days::MEASURE,
    &not_visited::MEASURE,
    &open_for::MEASURE,
    &closed_by_reason::MEASURE,
];

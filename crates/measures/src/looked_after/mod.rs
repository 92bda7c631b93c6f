//! Children looked after, permanence and adoption.

mod adopted;
mod adoption_days;
pub(crate) mod at_a_day;
mod care_to_adopters;
mod ceased;
mod child_arrangements;
mod childrens_homes;
mod foster_care;
mod long_term_stability;
mod net_change;
mod no_permanence_plan;
mod number;
mod order_to_match;
pub(crate) mod periods_of_care;
mod placed_with_parents;
mod rate;
mod reviews;
mod section_20;
mod special_guardianship;
mod started;
mod supported_accommodation;
mod three_placements;
mod unaccompanied;
mod visits;

use crate::measure::Measure;

/// Its measures, in the order they are shown.
pub(crate) static MEASURES: &[&Measure] = &[
    &number::MEASURE,
    &rate::MEASURE,
    &started::MEASURE,
    &ceased::MEASURE,
    &net_change::MEASURE,
    &visits::MEASURE,
    &reviews::MEASURE,
    &three_placements::MEASURE,
    &long_term_stability::MEASURE,
    &foster_care::MEASURE,
    &childrens_homes::MEASURE,
    &supported_accommodation::MEASURE,
    &placed_with_parents::MEASURE,
    &section_20::MEASURE,
    &unaccompanied::MEASURE,
    &no_permanence_plan::MEASURE,
    &special_guardianship::MEASURE,
    &child_arrangements::MEASURE,
    &adopted::MEASURE,
    &care_to_adopters::MEASURE,
    &order_to_match::MEASURE,
];

//! Children on a child in need plan per 10,000 children.

use super::number;
use crate::measure::{Measure, Unit};

/// At the as-at date.
pub(super) static MEASURE: Measure = Measure {
    id: "cin-rate",
    columns: &[(6, "Case Status")],
    title: "Children on a child in need plan per 10,000 children",
    unit: Unit::Rate,
    why: "It lets a council see whether children here are helped as often as children elsewhere.",
    page: include_str!("rate.md"),
    ..number::ON_A_PLAN
};

//! Children looked after per 10,000 children.

use super::number;
use crate::measure::{Measure, Unit};

pub(super) static MEASURE: Measure = Measure {
    id: "cla-rate",
    title: "Children looked after per 10,000 children",
    unit: Unit::Rate,
    source: "DfE children looked after statistics; Local Authority Interactive Tool 124",
    page: include_str!("rate.md"),
    ..number::MEASURE
};

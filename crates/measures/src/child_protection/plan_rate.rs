//! Child protection plans per 10,000 children.

use super::on_a_plan;
use crate::measure::{Measure, Unit};

/// The children of "Children subject to a child protection plan", unborn ones too.
pub(super) static MEASURE: Measure = Measure {
    id: "cpp-rate",
    title: "Children subject to a child protection plan per 10,000 children",
    unit: Unit::Rate,
    source: "Local Authority Interactive Tool 215; DfE children in need statistics",
    why: "It lets a council see whether children here are on plans as often as children elsewhere.",
    page: include_str!("plan_rate.md"),
    ..on_a_plan::MEASURE
};

//! Children who left care through a child arrangements order.

use super::ceased::{self, by_reason, reason};
use crate::measure::{Good, Measure, Unit};

pub(super) static MEASURE: Measure = Measure {
    id: "cao-share",
    columns: &[(8, "Reason Ceased to be Looked After")],
    title: "Children who left care through a child arrangements order",
    unit: Unit::Percent,
    good: Good::Neither,
    source: "DfE children looked after statistics, reason E41",
    why: "A child arrangements order settles by law with whom the child lives.",
    cases: |data, cases| by_reason(data, cases, &reason(&["E41"], "f) Residence order granted")),
    page: include_str!("child_arrangements.md"),
    ..ceased::MEASURE
};

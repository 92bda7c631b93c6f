//! Children who left care through adoption.

use super::ceased::{self, by_reason, reason};
use crate::measure::{Good, Measure, Unit};

pub(super) static MEASURE: Measure = Measure {
    id: "adopted-share",
    columns: &[(8, "Reason Ceased to be Looked After")],
    title: "Children who left care through adoption",
    unit: Unit::Percent,
    good: Good::Up,
    source: "DfE children looked after statistics, reasons E11 and E12; Local Authority Interactive Tool 208",
    why: "Adoption gives a child who cannot go home a family for life.",
    cases: |data, cases| by_reason(data, cases, &reason(&["E11", "E12"], "a) Adopted")),
    page: include_str!("adopted.md"),
    ..ceased::MEASURE
};

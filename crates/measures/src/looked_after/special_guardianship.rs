//! Children who left care through special guardianship.

use super::ceased::{self, by_reason, reason};
use crate::measure::{Good, Measure, Unit};

pub(super) static MEASURE: Measure = Measure {
    id: "sgo-share",
    columns: &[(8, "Reason Ceased to be Looked After")],
    title: "Children who left care through special guardianship",
    unit: Unit::Percent,
    good: Good::Neither,
    source: "DfE children looked after statistics, reasons E45 to E48; Local Authority Interactive Tool 390",
    why: "A special guardian, often family, gives a child a home to 18 without the council.",
    cases: |data, cases| {
        by_reason(
            data,
            cases,
            &reason(
                &["E45", "E46", "E47", "E48"],
                "g) Special Guardianship Orders",
            ),
        )
    },
    page: include_str!("special_guardianship.md"),
    ..ceased::MEASURE
};

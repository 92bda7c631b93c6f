//! Care leavers.

use super::in_scope::{AT_AS_AT, in_scope};
use crate::measure::{Measure, Unit};

pub(super) static MEASURE: Measure = Measure {
    id: "cl-number",
    columns: &[(9, "Eligibility Category")],
    title: "Care leavers the council supports",
    unit: Unit::Count,
    source: "Ofsted Annex A, list 9; Children Act 1989, sections 23A to 24; Local Authority Interactive Tool 333",
    why: "The council stays in place of a parent to each of these young people.",
    cases: |data, cases| {
        for row in in_scope(data, cases) {
            cases.on(data.cut.as_at, &row.about, true);
        }
    },
    page: include_str!("number.md"),
    ..AT_AS_AT
};

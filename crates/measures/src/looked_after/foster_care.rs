//! Children looked after who live in foster care.

use super::at_a_day::{AT_AS_AT, by_answer};
use crate::cases::Question;
use crate::measure::{Good, Measure, Standing};

pub(super) static MEASURE: Measure = Measure {
    id: "cla-foster",
    columns: &[(8, "Placement Type")],
    title: "Children looked after who live in foster care",
    good: Good::Up,
    standing: Standing::Definition,
    source: "DfE children looked after statistics, placements U1 to U6; Local Authority Interactive Tool 396",
    why: "Most children do best in a family.",
    cases: |data, cases| {
        let codes = ["U1", "U2", "U3", "U4", "U5", "U6"];
        let question = Question::any("Placement Type", &codes, &["a) Foster Placement"]);
        by_answer(data, cases, &question, |row| row.placement);
    },
    page: include_str!("foster_care.md"),
    ..AT_AS_AT
};

//! Children looked after who are placed with their parents.

use super::at_a_day::{AT_AS_AT, by_answer};
use crate::cases::Question;
use crate::measure::{Good, Measure, Standing};

pub(super) static MEASURE: Measure = Measure {
    id: "cla-placed-with-parents",
    columns: &[(8, "Placement Type")],
    title: "Children looked after who are placed with their parents",
    good: Good::Down,
    standing: Standing::Definition,
    source: "DfE children looked after statistics, placement P1; Local Authority Interactive Tool 401",
    why: "A child living at home under a care order needs the order ended once it is safe, or a plan if it is not.",
    cases: |data, cases| {
        let question = Question::any("Placement Type", &["P1"], &["c) Placed with parents"]);
        by_answer(data, cases, &question, |row| row.placement);
    },
    page: include_str!("placed_with_parents.md"),
    ..AT_AS_AT
};

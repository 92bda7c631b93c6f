//! Care leavers the council is in touch with.

use super::in_scope::{AT_AS_AT, by_answer};
use crate::cases::Question;
use crate::measure::{Good, Measure};

pub(super) static MEASURE: Measure = Measure {
    id: "cl-in-touch",
    columns: &[(9, "Eligibility Category"), (9, "LA in Touch")],
    title: "Care leavers the council is in touch with",
    good: Good::Up,
    source: "DfE children looked after statistics, care leavers; Local Authority Interactive Tool 317",
    why: "A young person nobody hears from cannot be helped.",
    cases: |data, cases| {
        let question = Question::any("LA in Touch", &[], &["a) In touch"]);
        by_answer(data, cases, &question, |row| row.touch);
    },
    page: include_str!("in_touch.md"),
    ..AT_AS_AT
};

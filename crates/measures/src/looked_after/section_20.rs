//! Children looked after by agreement under section 20.

use super::at_a_day::{AT_AS_AT, by_answer};
use crate::cases::Question;
use crate::measure::{Good, Measure, Standing};

pub(super) static MEASURE: Measure = Measure {
    id: "cla-s20-share",
    columns: &[(8, "Child's Legal Status")],
    title: "Children looked after by agreement under section 20",
    good: Good::Neither,
    standing: Standing::Definition,
    source: "Children Act 1989, section 20; DfE children looked after statistics, legal status V2",
    why: "An agreement with parents can drift: no court asks whether it still serves the child.",
    cases: |data, cases| {
        let question = Question::any(
            "Child's Legal Status",
            &["V2"],
            &["e) Accommodated under S20"],
        );
        by_answer(data, cases, &question, |row| row.legal);
    },
    page: include_str!("section_20.md"),
    ..AT_AS_AT
};

//! What care leavers do: in education, employment or training, or not.

use super::in_scope::{AT_AS_AT, by_answer};
use crate::cases::Question;
use crate::measure::{Good, Measure};
use waymark_data::annex_a::answers;

/// In education, employment or training.
pub(super) static ENGAGED: Measure = Measure {
    id: "cl-eet",
    columns: &[(9, "Eligibility Category"), (9, "Activity Status")],
    title: "Care leavers in education, employment or training",
    good: Good::Up,
    source: "DfE children looked after statistics, care leavers; Local Authority Interactive Tool 113",
    why: "Learning or work is the way to a life of one's own.",
    cases: |data, cases| {
        let codes = ["F1", "F2", "F3", "F4", "F5", "P1", "P2", "P3", "P4", "P5"];
        by_answer(data, cases, &activity(&codes), |row| row.activity);
    },
    page: include_str!("engaged.md"),
    ..AT_AS_AT
};

/// Not in education, employment or training.
pub(super) static NOT_ENGAGED: Measure = Measure {
    id: "cl-neet",
    columns: &[(9, "Eligibility Category"), (9, "Activity Status")],
    title: "Care leavers not in education, employment or training",
    good: Good::Down,
    source: "DfE children looked after statistics, care leavers, activities G4 to G6; Local Authority Interactive Tool 221",
    why: "Each is a young person at risk of being left behind, some because they are ill or have a child to care for.",
    cases: |data, cases| {
        by_answer(data, cases, &activity(&["G4", "G5", "G6"]), |row| {
            row.activity
        })
    },
    page: include_str!("not_engaged.md"),
    ..AT_AS_AT
};

/// A question for these codes; words come to the value that begins with the code.
fn activity(codes: &[&str]) -> Question {
    let column = "Activity Status";
    let values = answers(column).values().iter().map(String::as_str);
    let of_codes = |value: &&str| codes.iter().any(|code| value.starts_with(code));
    Question::any(column, codes, &values.filter(of_codes).collect::<Vec<_>>())
}

//! Children looked after who are unaccompanied asylum seekers.

use super::at_a_day::{AT_AS_AT, by_answer};
use crate::cases::Question;
use crate::measure::{Good, Measure, Standing};

pub(super) static MEASURE: Measure = Measure {
    id: "uasc",
    columns: &[(
        8,
        "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)",
    )],
    title: "Children looked after who are unaccompanied asylum seekers",
    good: Good::Neither,
    standing: Standing::Definition,
    source: "DfE children looked after statistics; Local Authority Interactive Tool 334",
    why: "A child who came alone has needs, and an end to care, of their own.",
    cases: |data, cases| {
        let question = Question::yes(
            "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)",
        );
        by_answer(data, cases, &question, |row| row.uasc);
    },
    page: include_str!("unaccompanied.md"),
    ..AT_AS_AT
};

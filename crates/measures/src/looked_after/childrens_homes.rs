//! Children looked after who live in children's homes or secure homes.

use super::at_a_day::{AT_AS_AT, by_answer};
use crate::cases::Question;
use crate::measure::{Good, Measure, Standing};

pub(super) static MEASURE: Measure = Measure {
    id: "cla-residential",
    columns: &[(8, "Placement Type")],
    title: "Children looked after who live in children's homes or secure homes",
    good: Good::Down,
    standing: Standing::Definition,
    source: "DfE children looked after statistics, placements K1 and K2; Local Authority Interactive Tool 397",
    why: "A home is right for some children and second best for many who wait in one for a family.",
    cases: |data, cases| {
        let words = ["g) Secure Children's Homes", "h) Children's Homes"];
        let question = Question::any("Placement Type", &["K1", "K2"], &words);
        by_answer(data, cases, &question, |row| row.placement);
    },
    page: include_str!("childrens_homes.md"),
    ..AT_AS_AT
};

//! Children looked after who live in supported or semi-independent accommodation.

use super::at_a_day::{AT_AS_AT, by_answer};
use crate::cases::Question;
use crate::measure::{Good, Measure, Standing};
use waymark_data::Day;

pub(super) static MEASURE: Measure = Measure {
    id: "cla-supported",
    columns: &[(8, "Placement Type")],
    title: "Children looked after who live in supported or semi-independent accommodation",
    good: Good::Neither,
    standing: Standing::Definition,
    source: "DfE children looked after statistics, placements H5 and, since October 2023, K3; Local Authority Interactive Tool 398",
    why: "A young person of 16 or 17 without carers in the home must be ready for it, and still a child cared for.",
    cases: |data, cases| by_answer(data, cases, &question(data.cut.as_at), |row| row.placement),
    page: include_str!("supported_accommodation.md"),
    ..AT_AS_AT
};

/// Supported accommodation has a code of its own, K3, since Ofsted began to register it in October 2023.
fn question(as_at: Day) -> Question {
    let registered = Day::new(2023, 10, 1).is_some_and(|since| as_at >= since);
    let (codes, words): (&[_], &[_]) = if registered {
        (
            &["H5", "K3"],
            &["f) Residential accommodation", "Supported accommodation"],
        )
    } else {
        (&["H5"], &["f) Residential accommodation"])
    };
    Question::any("Placement Type", codes, words)
}

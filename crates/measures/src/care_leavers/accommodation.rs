//! Where care leavers live: accommodation that is suitable, and that is not.

use super::in_scope::{AT_AS_AT, in_scope};
use crate::cases::{Cases, Question};
use crate::measure::{Good, Measure, Unit};
use waymark_data::annex_a::{Data, Leaver, answers};

/// In suitable accommodation.
pub(super) static SUITABLE: Measure = Measure {
    id: "cl-suitable",
    columns: &[
        (9, "Eligibility Category"),
        (9, "Suitability of Accommodation"),
    ],
    title: "Care leavers in suitable accommodation",
    good: Good::Up,
    source: "DfE children looked after statistics, care leavers; Local Authority Interactive Tool 112",
    why: "Without a safe place to live nothing else in a young person's life holds.",
    cases: |data, cases| {
        let suitable = question(&["a) Suitable"]);
        for (row, custody) in housed(data, cases) {
            let day = data.cut.as_at;
            let hit = !custody && cases.answers(&suitable, row.suitable, day);
            cases.on(day, &row.about, hit);
        }
    },
    page: include_str!("suitable_accommodation.md"),
    ..AT_AS_AT
};

/// In accommodation that is not suitable.
pub(super) static UNSUITABLE: Measure = Measure {
    id: "cl-unsuitable",
    columns: &[
        (9, "Eligibility Category"),
        (9, "Suitability of Accommodation"),
    ],
    title: "Care leavers in unsuitable accommodation",
    unit: Unit::Count,
    good: Good::Down,
    why: "Each is a young person in a cell, a bed and breakfast, on a sofa or on the street.",
    cases: |data, cases| {
        let unsuitable = question(&["b) Not suitable"]);
        for (row, custody) in housed(data, cases) {
            let day = data.cut.as_at;
            if custody || cases.answers(&unsuitable, row.suitable, day) {
                cases.on(day, &row.about, true);
            }
        }
    },
    page: include_str!("unsuitable_accommodation.md"),
    ..SUITABLE
};

fn question(values: &[&str]) -> Question {
    Question::any("Suitability of Accommodation", &[], values)
}

/// Care leavers in scope who have not gone abroad, been deported, or live nobody knows where; and whether in custody, which
/// is never suitable. A blank accommodation stays in.
fn housed<'a>(data: &'a Data, cases: &mut Cases<'a>) -> Vec<(&'a Leaver, bool)> {
    let column = answers("Type of Accommodation");
    let beyond = column.pick(
        &["G", "H", "R"],
        &["e) Gone abroad", "f) Deported", "h) Residence not known"],
    );
    let custody = column.pick(&["X"], &["n) In custody"]);
    let leavers = in_scope(data, cases).into_iter();
    leavers
        .filter(|row| !row.accommodation.is_and(|it| beyond.has(it)))
        .map(|row| (row, row.accommodation.is_and(|it| custody.has(it))))
        .collect()
}

//! Children who ceased to be looked after.

use super::periods_of_care::{ends, standing};
use crate::cases::{Cases, Question};
use crate::measure::{Good, Measure, Standing, Theme, Unit};
use waymark_data::annex_a::Data;

pub(super) static MEASURE: Measure = Measure {
    id: "cla-ceased",
    title: "Children who ceased to be looked after, per 10,000 children",
    theme: Theme::LookedAfter,
    unit: Unit::Rate,
    good: Good::Neither,
    standing: Standing::Definition,
    source: "DfE children looked after statistics; Local Authority Interactive Tool 392",
    why: "How children leave care says whether they left it for a home that will last.",
    lists: &[8],
    cases: |data, cases| {
        for (end, it) in ends(standing(data, cases, |row| row.ends)) {
            cases.on(end, &it.row.about, true);
        }
    },
    page: include_str!("ceased.md"),
    ..Measure::PLAIN
};

/// Periods of care that ended, hitting by why they did.
pub(super) fn by_reason<'a>(data: &'a Data, cases: &mut Cases<'a>, question: &Question) {
    for (end, it) in ends(standing(data, cases, |row| row.ends)) {
        let hit = cases.answers(question, it.row.reason, end);
        cases.on(end, &it.row.about, hit);
    }
}

/// A question to the column that says why.
pub(super) fn reason(codes: &[&str], words: &str) -> Question {
    Question::any("Reason Ceased to be Looked After", codes, &[words])
}

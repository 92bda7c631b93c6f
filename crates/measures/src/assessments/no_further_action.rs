//! Assessments that led to no further action.

use super::completed::completions;
use super::in_45_days;
use crate::cases::{Cases, Question};
use crate::measure::{Good, Measure, Standing};
use waymark_data::annex_a::Data;

pub(crate) static MEASURE: Measure = Measure {
    id: "assessment-nfa",
    columns: &[(
        4,
        "Was the child assessed as requiring LA children's social care support?",
    )],
    title: "Assessments that led to no further action",
    good: Good::Down,
    standing: Standing::Practice,
    source: "Children's services Analysis Tool (ChAT); Annex A, list 4, support required",
    why: "When many assessments end without help, the wrong children are assessed or the right ones are turned away.",
    parameters: &[],
    cases: support_not_needed,
    page: include_str!("no_further_action.md"),
    ..in_45_days::MEASURE
};

/// Completed assessments, each hitting when it found no need of support.
pub(crate) fn support_not_needed<'a>(data: &'a Data, cases: &mut Cases<'a>) {
    let not_needed = no_support();
    for (row, _, end) in completions(data, cases) {
        let hit = cases.answers(&not_needed, row.support, end);
        cases.on(end, &row.about, hit);
    }
}

/// Answered that the child does not need the support of children's social care.
pub(crate) fn no_support() -> Question {
    Question::no("Was the child assessed as requiring LA children's social care support?")
}

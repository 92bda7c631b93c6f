//! Assessments in which the child was seen.

use super::completed::completions;
use super::in_45_days;
use crate::cases::Question;
use crate::measure::{Good, Measure, Standing};

pub(super) static MEASURE: Measure = Measure {
    id: "assessment-seen",
    columns: &[(4, "Child Seen During Continuous Assessment")],
    title: "Child seen during the assessment",
    good: Good::Up,
    standing: Standing::Practice,
    source: "Annex A, list 4, child seen; Children's services Analysis Tool (ChAT); it serves Children Act 1989, section 17(4A), the child's wishes and feelings",
    why: "Nobody can know how a child lives, or what the child wants, without having seen the child.",
    parameters: &[],
    cases: |data, cases| {
        let seen = Question::yes("Child Seen During Continuous Assessment");
        for (row, _, end) in completions(data, cases) {
            if !row.about.unborn_on(end) {
                let hit = cases.answers(&seen, row.seen, end);
                cases.on(end, &row.about, hit);
            }
        }
    },
    page: include_str!("child_seen.md"),
    ..in_45_days::MEASURE
};

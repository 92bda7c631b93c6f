//! Reviews of children looked after that are not overdue today.

use super::at_a_day::{AT_AS_AT, beside, looked_after};
use crate::clocks;
use crate::measure::{Good, Measure, Standing};
use crate::parameters::{CARE_REVIEW_FIRST, CARE_REVIEW_NEXT, CARE_REVIEW_SECOND};

pub(super) static MEASURE: Measure = Measure {
    id: "cla-review-on-time",
    columns: &[(8, "Date of Latest Statutory Review")],
    title: "Children looked after whose review is not overdue today",
    good: Good::Up,
    standing: Standing::Statutory,
    source: "Care Planning, Placement and Case Review (England) Regulations 2010, reg 33",
    why: "The review is where someone independent asks whether the plan for the child still is the right one.",
    parameters: &[&CARE_REVIEW_FIRST, &CARE_REVIEW_SECOND, &CARE_REVIEW_NEXT],
    cases: |data, cases| {
        let day = data.cut.as_at;
        for (started, row) in looked_after(data, cases) {
            if day <= clocks::first_care_review_due(started, cases.settings()) {
                continue;
            }
            beside(row.review, cases, day);
            let (due, _) = clocks::care_review_due(row, started, day, cases.settings());
            cases.on(day, &row.about, day <= due).due(due);
        }
    },
    page: include_str!("reviews.md"),
    ..AT_AS_AT
};

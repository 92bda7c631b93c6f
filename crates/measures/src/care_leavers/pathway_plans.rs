//! Pathway plans reviewed within six months.

use super::in_scope::{AT_AS_AT, in_scope};
use crate::clocks;
use crate::looked_after::at_a_day::beside;
use crate::measure::{Good, Measure, Standing};
use crate::parameters::PATHWAY;

pub(super) static MEASURE: Measure = Measure {
    id: "pathway-current",
    columns: &[
        (9, "Eligibility Category"),
        (9, "Latest Pathway Plan Review Date"),
    ],
    title: "Care leavers whose pathway plan was reviewed in the last six months",
    good: Good::Up,
    standing: Standing::Statutory,
    source: "Care Leavers (England) Regulations 2010, reg 7",
    why: "The plan says who will help the young person with what; an old plan is about someone they no longer are.",
    parameters: &[&PATHWAY],
    cases: |data, cases| {
        let day = data.cut.as_at;
        for row in in_scope(data, cases) {
            beside(row.pathway, cases, day);
            let last = row.pathway.value().filter(|it| *it <= day);
            let due = last.map(|last| clocks::pathway_plan_due(last, cases.settings()));
            let case = cases.on(day, &row.about, due.is_some_and(|due| day <= due));
            if let Some(due) = due {
                case.due(due);
            }
        }
    },
    page: include_str!("pathway_plans.md"),
    ..AT_AS_AT
};

//! Visits to children looked after that are on time today.

use super::at_a_day::{AT_AS_AT, beside, looked_after};
use crate::clocks;
use crate::measure::{Good, Measure, Standing};
use crate::parameters::{VISIT_FIRST, VISIT_LONG, VISIT_NEXT, VISIT_PARENTS, VISIT_WEEKLY};

pub(super) static MEASURE: Measure = Measure {
    id: "cla-visit-on-time",
    columns: &[(8, "Date of Last Social Work Visit")],
    title: "Children looked after whose visits are on time",
    good: Good::Up,
    standing: Standing::Statutory,
    source: "Care Planning, Placement and Case Review (England) Regulations 2010, reg 28",
    why: "A visit is how the council knows that the child is safe and well where it has placed them.",
    parameters: &[
        &VISIT_FIRST,
        &VISIT_NEXT,
        &VISIT_LONG,
        &VISIT_WEEKLY,
        &VISIT_PARENTS,
    ],
    cases: |data, cases| {
        let day = data.cut.as_at;
        for (started, row) in looked_after(data, cases) {
            if row.about.unborn_on(day) {
                continue;
            }
            for date in [row.visit, row.placement_starts] {
                beside(date, cases, day);
            }
            let (due, _) = clocks::care_visit_due(row, started, day, cases.settings());
            cases.on(day, &row.about, day <= due).due(due);
        }
    },
    page: include_str!("visits.md"),
    ..AT_AS_AT
};

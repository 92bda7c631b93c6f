//! Children looked after with no plan for permanence.

use super::at_a_day::{AT_AS_AT, looked_after};
use crate::clocks;
use crate::measure::{Good, Measure, Standing, Unit};
use crate::parameters::PERMANENCE;

pub(super) static MEASURE: Measure = Measure {
    id: "no-permanence-plan",
    columns: &[(8, "What is the permanence plan for this child?")],
    title: "Children looked after four months or more with no plan for permanence",
    unit: Unit::Count,
    good: Good::Down,
    standing: Standing::Guidance,
    source: "Children Act 1989 guidance, volume 2, permanence planning",
    why: "Without a plan a child drifts in care, and where they grow up is settled by default.",
    parameters: &[&PERMANENCE],
    cases: |data, cases| {
        let day = data.cut.as_at;
        for (started, row) in looked_after(data, cases) {
            let due = clocks::permanence_plan_due(started, cases.settings());
            if due <= day && row.permanence.is_blank() {
                cases.on(day, &row.about, true).due(due);
            }
        }
    },
    page: include_str!("no_permanence_plan.md"),
    ..AT_AS_AT
};

//! Open assessments past 45 working days.

use super::in_45_days;
use crate::clocks;
use crate::measure::{Basis, Good, Measure, Unit};

pub(super) static MEASURE: Measure = Measure {
    id: "assessment-open-over-45",
    title: "Open assessments past 45 working days",
    unit: Unit::Count,
    good: Good::Down,
    source: "Working Together to Safeguard Children, chapter 1, timeliness; Children's services Analysis Tool (ChAT)",
    why: "Figures of finished assessments say nothing of the children who are still waiting.",
    periods: &[Basis::SnapshotMonthly],
    cases: |data, cases| {
        let days = cases.days();
        for row in &data.assessments.rows {
            let Some(span) = cases.keep(row.span(data.cut.as_at), row.starts) else {
                continue;
            };
            let due = clocks::assessment_due(span.start, cases.settings());
            for day in days.iter().filter(|day| span.open_at(**day) && **day > due) {
                cases.on(*day, &row.about, true).due(due);
            }
        }
    },
    page: include_str!("open_over_45_days.md"),
    ..in_45_days::MEASURE
};

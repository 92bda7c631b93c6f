//! Overdue assessments of children looked after.

use super::in_45_days;
use crate::clocks;
use crate::measure::{Basis, Good, Measure};

pub(super) static MEASURE: Measure = Measure {
    id: "assessment-cla-overdue",
    title: "Overdue assessments of children looked after",
    good: Good::Down,
    source: "Working Together to Safeguard Children, chapter 1, timeliness; local practice for children looked after",
    why: "A child in the council's own care should wait no longer than any other to have needs understood.",
    lists: &[4, 8],
    periods: &[Basis::Month],
    cases: |data, cases| {
        let months = cases.windows();
        for row in &data.assessments.rows {
            let (Some(span), Some(child)) = (
                cases.keep(row.span(data.cut.as_at), row.ends),
                row.about.child,
            ) else {
                continue;
            };
            let due = clocks::assessment_due(span.start, cases.settings());
            for (number, month) in months.iter().enumerate() {
                let authorised = span.end.filter(|end| month.has(*end));
                let told_on = authorised.unwrap_or(month.to);
                let stands = authorised.is_some() || span.open_at(month.to);
                if stands && data.care_at(child, told_on).is_some() {
                    let case = cases.within(number, &row.about, told_on > due).due(due);
                    if let Some(end) = authorised {
                        case.done(end);
                    }
                }
            }
        }
    },
    page: include_str!("looked_after_overdue.md"),
    ..in_45_days::MEASURE
};

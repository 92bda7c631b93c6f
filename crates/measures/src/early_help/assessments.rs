//! Early help assessments completed in time, and how many were completed.

use crate::clocks;
use crate::measure::{FollowUp, Good, Measure, Standing, Theme, Unit};
use crate::parameters::EARLY_HELP_LIMIT;

/// Of those started, how many were completed in time.
pub(super) static MEASURE: Measure = Measure {
    id: "eh-assessments",
    title: "Early help assessments completed within 30 working days",
    theme: Theme::EarlyHelp,
    unit: Unit::Percent,
    good: Good::Up,
    standing: Standing::Practice,
    source: "Local early help pathway; Annex A, list 2",
    why: "Help that is still being planned is not yet help, and early help is only early for a while.",
    lists: &[2],
    follow_up: Some(FollowUp::WorkingDays(30)),
    parameters: &[&EARLY_HELP_LIMIT],
    cases: |data, cases| {
        for row in &data.early_help.rows {
            let Some(span) = cases.keep(row.span(data.cut.as_at), row.starts) else {
                continue;
            };
            let due = clocks::early_help_due(span.start, cases.settings());
            let hit = span.end.is_some_and(|end| end <= due);
            let case = cases.on(span.start, &row.about, hit).due(due);
            if let Some(end) = span.end {
                case.done(end);
            }
        }
    },
    page: include_str!("assessments.md"),
    ..Measure::PLAIN
};

/// How many were completed.
pub(super) static COMPLETED: Measure = Measure {
    variant: Some("completed"),
    title: "Early help assessments completed",
    unit: Unit::Count,
    why: "Each is a family that was asked what would help, before the children needed a social worker.",
    follow_up: None,
    parameters: &[],
    cases: |data, cases| {
        for row in &data.early_help.rows {
            let span = cases.keep(row.span(data.cut.as_at), row.ends);
            if let Some(end) = span.and_then(|span| span.end) {
                cases.on(end, &row.about, true).done(end);
            }
        }
    },
    ..MEASURE
};

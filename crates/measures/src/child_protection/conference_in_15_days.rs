//! Initial conferences within 15 working days of the strategy discussion.

use super::conferences::held;
use crate::cases::Cases;
use crate::clocks;
use crate::measure::{Good, Measure, Standing, Theme, Unit};
use crate::parameters::CONFERENCE_LIMIT;
use waymark_data::annex_a::{Aside, Conference, Data};
use waymark_data::{Day, Field};

/// From the latest strategy discussion on or before the conference.
pub(super) static MEASURE: Measure = Measure {
    id: "icpc-15",
    title: "Initial conferences within 15 working days",
    theme: Theme::ChildProtection,
    unit: Unit::Percent,
    good: Good::Up,
    standing: Standing::Guidance,
    source: "Working Together to Safeguard Children, chapter 1, initial child protection conferences; Local Authority Interactive Tool 218 and 268",
    why: "Until the conference meets, a child feared to be at risk has no agreed plan to be safe.",
    lists: &[5],
    parameters: &[&CONFERENCE_LIMIT],
    cases: in_time,
    page: include_str!("conference_in_15_days.md"),
    ..Measure::PLAIN
};

fn in_time<'a>(data: &'a Data, cases: &mut Cases<'a>) {
    for conference in held(data, cases) {
        match discussed(&conference) {
            Err(reason) => cases.aside(reason, Field::Value(conference.held)),
            Ok(start) => {
                let due = clocks::conference_due(start, cases.settings());
                cases
                    .on(
                        conference.held,
                        &conference.row.about,
                        conference.held <= due,
                    )
                    .due(due)
                    .done(conference.held);
            }
        }
    }
}

/// The day of the strategy discussion, or why the conference cannot be timed from it.
fn discussed(conference: &Conference<'_>) -> Result<Day, Aside> {
    match conference.row.starts {
        Field::Blank => Err(Aside::DateMissing),
        Field::Unreadable(_) => Err(Aside::DateUnreadable),
        Field::Value(start) if start > conference.held => Err(Aside::EndBeforeStart),
        Field::Value(start) => Ok(start),
    }
}

//! Initial conferences that led to a child protection plan.

use super::conferences::held;
use crate::cases::Question;
use crate::measure::{Good, Measure, Standing, Theme, Unit};

/// As the enquiry's own row answers; list 7 is not consulted.
pub(super) static MEASURE: Measure = Measure {
    id: "icpc-to-plan",
    columns: &[(
        5,
        "Did the Initial Child Protection Conference Result in a Child Protection Plan",
    )],
    title: "Initial conferences leading to a plan",
    theme: Theme::ChildProtection,
    unit: Unit::Percent,
    good: Good::Neither,
    standing: Standing::Practice,
    source: "Counted as in ChAT; Working Together to Safeguard Children, chapter 1, initial child protection conferences",
    why: "Conferences that rarely end in a plan may be called too soon; ones that always do, too late.",
    lists: &[5],
    cases: |data, cases| {
        let plan = Question::yes(
            "Did the Initial Child Protection Conference Result in a Child Protection Plan",
        );
        for conference in held(data, cases) {
            let hit = cases.answers(&plan, conference.row.plan, conference.held);
            cases.on(conference.held, &conference.row.about, hit);
        }
    },
    page: include_str!("conference_to_plan.md"),
    ..Measure::PLAIN
};

//! Police contacts followed by an early help assessment.

use super::{contacts_to_referral, police};
use crate::measure::{FollowUp, Measure};
use crate::parameters::POLICE_EARLY_HELP_LINK;

pub(super) static MEASURE: Measure = Measure {
    id: "pvp-to-early-help",
    columns: &[(1, "Contact Source")],
    title: "Police contacts followed by early help within 30 days",
    source: "Local practice; Annex A, lists 1 and 2, hold no outcome of a contact",
    why: "A family that the police have met in trouble can be helped early, before a child is harmed.",
    lists: &[1, 2],
    follow_up: Some(FollowUp::Days(30)),
    parameters: &[&POLICE_EARLY_HELP_LINK],
    cases: |data, cases| {
        for (child, day, row) in police::contacts(data, cases) {
            let last = day.plus_days(cases.limit(&POLICE_EARLY_HELP_LINK, day));
            let hit = data.early_help.of(child).any(|assessment| {
                let span = assessment.span(data.cut.as_at);
                span.is_ok_and(|span| day <= span.start && span.start <= last)
            });
            cases.on(day, &row.about, hit);
        }
    },
    page: include_str!("police_contacts_to_early_help.md"),
    ..contacts_to_referral::MEASURE
};

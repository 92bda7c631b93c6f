//! Contacts followed by a referral.

use super::received;
use crate::cases::Cases;
use crate::measure::{FollowUp, Good, Measure, Standing, Theme, Unit};
use crate::parameters::CONTACT_LINK;
use waymark_data::annex_a::{Child, Contact, Data};
use waymark_data::{Day, working_days};

pub(super) static MEASURE: Measure = Measure {
    id: "contact-to-referral",
    title: "Contacts followed by a referral within 5 working days",
    theme: Theme::FrontDoor,
    unit: Unit::Percent,
    good: Good::Neither,
    standing: Standing::Practice,
    source: "Local practice, after the Children's services Analysis Tool (ChAT); Annex A, lists 1 and 3, hold no outcome of a contact",
    why: "Too few contacts going on may leave a child without help; too many may mean that families are drawn in who need less.",
    lists: &[1, 3],
    follow_up: Some(FollowUp::WorkingDays(5)),
    parameters: &[&CONTACT_LINK],
    cases: |data, cases| {
        let contacts = received::contacts(data, cases, |_| true);
        followed(contacts, data, cases);
    },
    page: include_str!("contacts_to_referral.md"),
    ..Measure::PLAIN
};

/// Contacts, each hitting when a referral of the child follows it.
pub(super) fn followed<'a>(
    contacts: Vec<(Child, Day, &'a Contact)>,
    data: &Data,
    cases: &mut Cases<'a>,
) {
    for (child, day, row) in contacts {
        let last = working_days::due(day, cases.working_days(&CONTACT_LINK, day));
        let hit = received::referred_between(data, child, day, last);
        cases.on(day, &row.about, hit);
    }
}

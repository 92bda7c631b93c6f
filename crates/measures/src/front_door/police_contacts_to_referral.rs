//! Police contacts followed by a referral.

use super::contacts_to_referral::{self, followed};
use super::police;
use crate::measure::Measure;

pub(super) static MEASURE: Measure = Measure {
    id: "police-contact-conversion",
    columns: &[(1, "Contact Source")],
    title: "Police contacts followed by a referral within 5 working days",
    why: "When few police notifications come to anything, the ones about a child in danger are harder to find among them.",
    cases: |data, cases| {
        let contacts = police::contacts(data, cases);
        followed(contacts, data, cases);
    },
    page: include_str!("police_contacts_to_referral.md"),
    ..contacts_to_referral::MEASURE
};

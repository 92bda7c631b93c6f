//! Contacts received.

use super::received;
use crate::cases::Cases;
use crate::measure::{Good, Measure, Standing, Theme, Unit};
use waymark_data::annex_a::Data;

pub(super) static MEASURE: Measure = Measure {
    id: "contacts",
    title: "Contacts received",
    theme: Theme::FrontDoor,
    unit: Unit::Count,
    good: Good::Neither,
    standing: Standing::Practice,
    source: "Ofsted inspection of local authority children's services, Annex A, list 1; Children's services Analysis Tool (ChAT)",
    why: "Each contact is someone worried about a child, and the front door needs the people to hear all of them.",
    lists: &[1],
    cases: every_contact,
    page: include_str!("contacts.md"),
    ..Measure::PLAIN
};

/// Every contact that stands hits.
pub(super) fn every_contact<'a>(data: &'a Data, cases: &mut Cases<'a>) {
    for (_, day, row) in received::contacts(data, cases, |_| true) {
        cases.on(day, &row.about, true);
    }
}

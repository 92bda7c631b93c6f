//! Contacts from the police.

use super::{contacts, police};
use crate::measure::Measure;

pub(super) static MEASURE: Measure = Measure {
    id: "police-contacts",
    columns: &[(1, "Contact Source")],
    title: "Contacts from the police",
    source: "Ofsted inspection of local authority children's services, Annex A, list 1, contact source 6; local practice",
    why: "Police notifications often tell first of violence in a child's home, and many at once can bury the urgent ones.",
    cases: |data, cases| {
        for (_, day, row) in police::contacts(data, cases) {
            cases.on(day, &row.about, true);
        }
    },
    page: include_str!("police_contacts.md"),
    ..contacts::MEASURE
};

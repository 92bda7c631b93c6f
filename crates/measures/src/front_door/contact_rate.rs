//! Contacts per 10,000 children.

use super::contacts;
use crate::measure::{Measure, Unit};

pub(super) static MEASURE: Measure = Measure {
    id: "contact-rate",
    title: "Contacts per 10,000 children",
    unit: Unit::Rate,
    why: "Set against the number of children, contacts show whether worry about children is rising or only the area is growing.",
    page: include_str!("contact_rate.md"),
    ..contacts::MEASURE
};

//! Days from placement order to match.

use super::adoption_days::{DAYS, days_to};
use crate::measure::Measure;

pub(super) static MEASURE: Measure = Measure {
    id: "adoption-a2",
    columns: &[
        (10, "Date of Placement Order"),
        (10, "Date of Matching Child and Prospective Adopters"),
    ],
    title: "Days from placement order to a match with adopters",
    source: "DfE adoption scorecards, A2",
    why: "Once a court agrees to adoption, each month of looking for a family is a month the child waits.",
    cases: |data, cases| {
        days_to(
            data,
            cases,
            |row| row.matched,
            |row| row.placement_order,
            |row| row.matched,
        );
    },
    page: include_str!("order_to_match.md"),
    ..DAYS
};

//! Days from entering care to moving in with adopters.

use super::adoption_days::{DAYS, days_to};
use crate::measure::Measure;

pub(super) static MEASURE: Measure = Measure {
    id: "adoption-a10",
    columns: &[
        (10, "Date the Child Entered Care"),
        (10, "Date Placed for Adoption"),
        (10, "Date of Adoption Order"),
    ],
    title: "Days from entering care to moving in with adopters",
    source: "DfE adoption scorecards, A10",
    why: "Months are a long time to a small child, who waits for the people who will be its parents.",
    cases: |data, cases| {
        days_to(
            data,
            cases,
            |row| row.order,
            |row| row.entered,
            // Where the foster carers adopt, the child moved in with adopters when fostering began.
            |row| {
                if row.fostering.is_blank() {
                    row.placed
                } else {
                    row.fostering
                }
            },
        );
    },
    page: include_str!("care_to_adopters.md"),
    ..DAYS
};

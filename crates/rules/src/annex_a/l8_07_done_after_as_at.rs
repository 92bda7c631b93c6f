//! A review, visit, health or dental check, placement or legal status is dated after the as-at date.

use super::dates::later_than;
use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L8-07",
    severity: Severity::Error,
    message: "A review, visit, health or dental check, placement or legal status is dated after the as-at date",
    lists: &[8],
    columns: &[
        "Date of Latest Statutory Review",
        "Date of Last Social Work Visit",
        "Date of Last Health Assessment",
        "Date of Last Dental Check",
        "Start Date of Most Recent Placement",
        "Start date of current legal status",
    ],
    check: |data, found| {
        let as_at = data.cut.as_at;
        found.each(&data.care.rows, |row| {
            [
                row.review,
                row.visit,
                row.health,
                row.dental,
                row.placement_starts,
                row.legal_starts,
            ]
            .into_iter()
            .any(|date| later_than(date, as_at))
        });
    },
    page: include_str!("l8_07_done_after_as_at.md"),
};

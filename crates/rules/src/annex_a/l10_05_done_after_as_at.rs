//! A step towards adoption is dated after the as-at date.

use super::dates::later_than;
use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L10-05",
    severity: Severity::Error,
    message: "A step towards adoption is dated after the as-at date",
    lists: &[10],
    columns: &[
        "Date of Placement Order",
        "Date of Matching Child and Prospective Adopters",
        "Date Placed for Adoption",
        "Date of Adoption Order",
        "Date of Decision that Child Should No Longer be Placed for Adoption",
        "Date the child was placed for fostering in FFA or concurrent planning placement",
    ],
    check: |data, found| {
        let as_at = data.cut.as_at;
        found.each(&data.adoptions.rows, |row| {
            [
                row.placement_order,
                row.matched,
                row.placed,
                row.order,
                row.ended,
                row.fostering,
            ]
            .into_iter()
            .any(|date| later_than(date, as_at))
        });
    },
    page: include_str!("l10_05_done_after_as_at.md"),
};

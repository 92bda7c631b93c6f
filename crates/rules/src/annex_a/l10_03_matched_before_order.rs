//! The child was matched before the placement order.

use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L10-03",
    severity: Severity::Query,
    message: "The child was matched before the placement order",
    lists: &[10],
    columns: &[
        "Date of Placement Order",
        "Date of Matching Child and Prospective Adopters",
    ],
    check: |data, found| {
        found.each(&data.adoptions.rows, |row| {
            row.matched.before(row.placement_order)
        })
    },
    page: include_str!("l10_03_matched_before_order.md"),
};

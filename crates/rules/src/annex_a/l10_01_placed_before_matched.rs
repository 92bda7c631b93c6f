//! The child was placed for adoption before being matched.

use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L10-01",
    severity: Severity::Error,
    message: "The child was placed for adoption before being matched",
    lists: &[10],
    columns: &[
        "Date of Matching Child and Prospective Adopters",
        "Date Placed for Adoption",
    ],
    check: |data, found| found.each(&data.adoptions.rows, |row| row.placed.before(row.matched)),
    page: include_str!("l10_01_placed_before_matched.md"),
};

//! Adoption was decided before the child entered care.

use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L10-04",
    severity: Severity::Error,
    message: "Adoption was decided before the child entered care",
    lists: &[10],
    columns: &[
        "Date the Child Entered Care",
        "Date of Decision that Child Should be Placed for Adoption",
    ],
    check: |data, found| found.each(&data.adoptions.rows, |row| row.decision.before(row.entered)),
    page: include_str!("l10_04_decided_before_care.md"),
};

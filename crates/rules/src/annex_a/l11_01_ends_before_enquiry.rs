//! The adopter was approved, or left, before the enquiry.

use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L11-01",
    severity: Severity::Error,
    message: "The adopter was approved, or left, before the enquiry",
    lists: &[11],
    columns: &[
        "Date enquiry received",
        "Date application approved",
        "Date of leaving adoption process",
    ],
    check: |data, found| {
        found.each(&data.adopters.rows, |row| {
            row.approved.before(row.enquiry) || row.left.before(row.enquiry)
        })
    },
    page: include_str!("l11_01_ends_before_enquiry.md"),
};

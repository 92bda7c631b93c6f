//! It starts after the as-at date of the return.

use super::dates::{every_row, later_than};
use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L0-06",
    severity: Severity::Error,
    message: "It starts after the as-at date of the return",
    lists: &[],
    columns: &[
        "Date of Contact",
        "Assessment start date",
        "Date of referral",
        "Continuous Assessment Start Date",
        "Strategy discussion initiating Section 47 Enquiry Start Date",
        "CIN Start Date",
        "Child Protection Plan Start Date",
        "Date Started to be Looked After",
        "Date of Decision that Child Should be Placed for Adoption",
        "Date enquiry received",
    ],
    check: |data, found| {
        let as_at = data.cut.as_at;
        every_row(data, found, |row| {
            row.start().is_some_and(|it| later_than(it, as_at))
        });
    },
    page: include_str!("l0_06_starts_after_as_at.md"),
};

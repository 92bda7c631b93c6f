//! The date that the row is counted by is missing.

use super::dates::every_row;
use crate::rule::{Rule, Severity};
use waymark_data::Field;

pub(super) static RULE: Rule = Rule {
    code: "L0-03",
    severity: Severity::Error,
    message: "The date that the row is counted by is missing",
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
    check: |data, found| every_row(data, found, |row| row.start().is_some_and(Field::is_blank)),
    page: include_str!("l0_03_start_missing.md"),
};

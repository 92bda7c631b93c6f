//! A date that starts or ends it could not be read.

use super::dates::every_row;
use crate::rule::{Rule, Severity};
use waymark_data::Field;

pub(super) static RULE: Rule = Rule {
    code: "L0-04",
    severity: Severity::Error,
    message: "A date that starts or ends it could not be read",
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
        "Assessment completion date",
        "Continuous Assessment Date of Authorisation",
        "CIN Closure Date",
        "Child Protection Plan End Date",
        "Date Ceased to be Looked After",
    ],
    check: |data, found| {
        every_row(data, found, |row| {
            row.start().is_some_and(Field::is_unreadable)
                || row.end().is_some_and(Field::is_unreadable)
        })
    },
    page: include_str!("l0_04_start_or_end_unreadable.md"),
};

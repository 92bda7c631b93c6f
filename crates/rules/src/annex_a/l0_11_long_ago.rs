//! A date is more than 30 years before the return.

use super::dates::{every_row, long_ago};
use crate::rule::{Rule, Severity};
use waymark_data::{Day, Field};

pub(super) static RULE: Rule = Rule {
    code: "L0-11",
    severity: Severity::Error,
    message: "A date is more than 30 years before the return",
    lists: &[],
    columns: &[
        "Date of Birth",
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
        let long_ago = long_ago(data.cut.as_at);
        every_row(data, found, |row| {
            let old = |date: Field<Day>| date.is_and(|day| day < long_ago);
            old(row.about().birth)
                || row.start().is_some_and(old)
                || row.end().is_some_and(old)
                || row.any_other(&old)
        });
    },
    page: include_str!("l0_11_long_ago.md"),
};

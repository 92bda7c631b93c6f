//! It starts more than nine months before the child was born.

use super::dates::{PREGNANCY, every_row};
use crate::rule::{Rule, Severity};
use waymark_data::Day;

pub(super) static RULE: Rule = Rule {
    code: "L0-08",
    severity: Severity::Error,
    message: "It starts more than nine months before the child was born",
    lists: &[],
    columns: &[
        "Date of Contact",
        "Assessment start date",
        "Date of referral",
        "Continuous Assessment Start Date",
        "Strategy discussion initiating Section 47 Enquiry Start Date",
        "CIN Start Date",
        "Child Protection Plan Start Date",
        "Date of Birth",
    ],
    check: |data, found| {
        every_row(data, found, |row| {
            let about = row.about();
            let born = |start: Day| {
                about
                    .birth
                    .is_and(|birth| start < birth && start < birth.plus_months(-PREGNANCY))
            };
            about.list <= 7 && row.start().is_some_and(|it| it.is_and(born))
        })
    },
    page: include_str!("l0_08_long_before_birth.md"),
};

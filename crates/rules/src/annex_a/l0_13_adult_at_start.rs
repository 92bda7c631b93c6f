//! The person was 18 or over when it started.

use super::dates::{every_row, long_ago};
use crate::rule::{Rule, Severity};
use waymark_data::Day;

pub(super) static RULE: Rule = Rule {
    code: "L0-13",
    severity: Severity::Query,
    message: "The person was 18 or over when it started",
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
        let long_ago = long_ago(data.cut.as_at);
        every_row(data, found, |row| {
            let about = row.about();
            let adult = |start: Day| {
                about.birth.is_and(|birth| {
                    birth >= long_ago
                        && birth.days_until(start) > 18 * 365
                        && birth.whole_years_until(start) >= 18
                })
            };
            about.list <= 7 && row.start().is_some_and(|it| it.is_and(adult))
        });
    },
    page: include_str!("l0_13_adult_at_start.md"),
};

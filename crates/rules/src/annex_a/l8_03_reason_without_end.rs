//! A reason for ceasing to be looked after is given, but no date.

use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L8-03",
    severity: Severity::Error,
    message: "A reason for ceasing to be looked after is given, but no date",
    lists: &[8],
    columns: &[
        "Date Ceased to be Looked After",
        "Reason Ceased to be Looked After",
    ],
    check: |data, found| {
        found.each(&data.care.rows, |row| {
            row.ends.is_blank() && !row.reason.is_blank()
        })
    },
    page: include_str!("l8_03_reason_without_end.md"),
};

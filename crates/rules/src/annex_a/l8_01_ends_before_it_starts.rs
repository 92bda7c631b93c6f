//! The child ceased to be looked after before starting.

use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L8-01",
    severity: Severity::Error,
    message: "The child ceased to be looked after before starting",
    lists: &[8],
    columns: &[
        "Date Started to be Looked After",
        "Date Ceased to be Looked After",
    ],
    check: |data, found| found.each(&data.care.rows, |row| row.ends.before(row.starts)),
    page: include_str!("l8_01_ends_before_it_starts.md"),
};

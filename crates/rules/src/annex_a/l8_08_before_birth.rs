//! The child was looked after before being born.

use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L8-08",
    severity: Severity::Error,
    message: "The child was looked after before being born",
    lists: &[8],
    columns: &["Date Started to be Looked After", "Date of Birth"],
    check: |data, found| found.each(&data.care.rows, |row| row.starts.before(row.about.birth)),
    page: include_str!("l8_08_before_birth.md"),
};

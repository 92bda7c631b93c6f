//! A reason for closure is given, but no closure date.

use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L6-03",
    severity: Severity::Error,
    message: "A reason for closure is given, but no closure date",
    lists: &[6],
    columns: &["CIN Closure Date", "Reason for Closure"],
    check: |data, found| {
        found.each(&data.episodes.rows, |row| {
            row.ends.is_blank() && !row.reason.is_blank()
        })
    },
    page: include_str!("l6_03_reason_without_closure.md"),
};

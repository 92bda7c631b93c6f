//! The placement started before the child was looked after.

use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L8-06",
    severity: Severity::Error,
    message: "The placement started before the child was looked after",
    lists: &[8],
    columns: &[
        "Start Date of Most Recent Placement",
        "Date Started to be Looked After",
    ],
    check: |data, found| {
        found.each(&data.care.rows, |row| {
            row.placement_starts.before(row.starts)
        })
    },
    page: include_str!("l8_06_placement_before_care.md"),
};

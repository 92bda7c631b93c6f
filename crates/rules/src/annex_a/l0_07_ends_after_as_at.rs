//! It ends after the as-at date of the return.

use super::dates::{every_row, later_than};
use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L0-07",
    severity: Severity::Query,
    message: "It ends after the as-at date of the return",
    lists: &[],
    columns: &[
        "Assessment completion date",
        "Continuous Assessment Date of Authorisation",
        "CIN Closure Date",
        "Child Protection Plan End Date",
        "Date Ceased to be Looked After",
    ],
    check: |data, found| {
        let as_at = data.cut.as_at;
        every_row(data, found, |row| {
            row.end().is_some_and(|it| later_than(it, as_at))
        });
    },
    page: include_str!("l0_07_ends_after_as_at.md"),
};

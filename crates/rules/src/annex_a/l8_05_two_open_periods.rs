//! The child has two open periods of being looked after.

use super::open::{more_than_one, open};
use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L8-05",
    severity: Severity::Error,
    message: "The child has two open periods of being looked after",
    lists: &[8],
    columns: &[
        "Date Started to be Looked After",
        "Date Ceased to be Looked After",
    ],
    check: |data, found| {
        let as_at = data.cut.as_at;
        more_than_one(data, &data.care, found, |row| {
            row.about.aside.is_none() && !row.is_short_breaks() && open(row.span(as_at), as_at)
        });
    },
    page: include_str!("l8_05_two_open_periods.md"),
};

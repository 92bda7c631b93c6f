//! The last visit or review is after the as-at date.

use super::dates::later_than;
use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L7-05",
    severity: Severity::Error,
    message: "The last visit or review is after the as-at date",
    lists: &[7],
    columns: &[
        "Date of the Last Statutory Visit",
        "Date of latest review conference",
    ],
    check: |data, found| {
        let as_at = data.cut.as_at;
        found.each(&data.plans.rows, |row| {
            later_than(row.visit, as_at) || later_than(row.review, as_at)
        });
    },
    page: include_str!("l7_05_visit_or_review_after_as_at.md"),
};

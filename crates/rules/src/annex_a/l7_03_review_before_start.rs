//! The latest review conference was held before the plan started.

use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L7-03",
    severity: Severity::Error,
    message: "The latest review conference was held before the plan started",
    lists: &[7],
    columns: &[
        "Date of latest review conference",
        "Child Protection Plan Start Date",
    ],
    check: |data, found| found.each(&data.plans.rows, |row| row.review.before(row.starts)),
    page: include_str!("l7_03_review_before_start.md"),
};

//! The child protection plan ends before it starts.

use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L7-01",
    severity: Severity::Error,
    message: "The child protection plan ends before it starts",
    lists: &[7],
    columns: &[
        "Child Protection Plan Start Date",
        "Child Protection Plan End Date",
    ],
    check: |data, found| found.each(&data.plans.rows, |plan| plan.ends.before(plan.starts)),
    page: include_str!("l7_01_ends_before_it_starts.md"),
};

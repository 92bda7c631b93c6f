//! The last visit was made before the plan started.

use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L7-04",
    severity: Severity::Query,
    message: "The last visit was made before the plan started",
    lists: &[7],
    columns: &[
        "Date of the Last Statutory Visit",
        "Child Protection Plan Start Date",
    ],
    check: |data, found| found.each(&data.plans.rows, |row| row.visit.before(row.starts)),
    page: include_str!("l7_04_visit_before_start.md"),
};

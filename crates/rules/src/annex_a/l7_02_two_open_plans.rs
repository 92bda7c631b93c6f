//! The child has two open child protection plans.

use super::open::{more_than_one, open};
use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L7-02",
    severity: Severity::Error,
    message: "The child has two open child protection plans",
    lists: &[7],
    columns: &[
        "Child Protection Plan Start Date",
        "Child Protection Plan End Date",
    ],
    check: |data, found| {
        let as_at = data.cut.as_at;
        more_than_one(data, &data.plans, found, |row| open(row.span(as_at), as_at));
    },
    page: include_str!("l7_02_two_open_plans.md"),
};

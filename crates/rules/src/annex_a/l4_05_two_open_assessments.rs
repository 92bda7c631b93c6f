//! The child has two open assessments.

use super::open::{more_than_one, open};
use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L4-05",
    severity: Severity::Query,
    message: "The child has two open assessments",
    lists: &[4],
    columns: &[
        "Continuous Assessment Start Date",
        "Continuous Assessment Date of Authorisation",
    ],
    check: |data, found| {
        let as_at = data.cut.as_at;
        more_than_one(data, &data.assessments, found, |row| {
            open(row.span(as_at), as_at)
        });
    },
    page: include_str!("l4_05_two_open_assessments.md"),
};

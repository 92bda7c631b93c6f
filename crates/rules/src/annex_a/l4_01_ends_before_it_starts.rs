//! The assessment is authorised before it starts.

use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L4-01",
    severity: Severity::Error,
    message: "The assessment is authorised before it starts",
    lists: &[4],
    columns: &[
        "Continuous Assessment Start Date",
        "Continuous Assessment Date of Authorisation",
    ],
    check: |data, found| found.each(&data.assessments.rows, |row| row.ends.before(row.starts)),
    page: include_str!("l4_01_ends_before_it_starts.md"),
};

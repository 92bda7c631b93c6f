//! The assessment is open for more than 45 working days and has no worker.

use super::open::open;
use crate::rule::{Rule, Severity};
use waymark_data::working_days;

pub(super) static RULE: Rule = Rule {
    code: "L4-04",
    severity: Severity::Query,
    message: "The assessment is open for more than 45 working days and has no worker",
    lists: &[4],
    columns: &[
        "Continuous Assessment Start Date",
        "Continuous Assessment Date of Authorisation",
        "Allocated Worker",
    ],
    check: |data, found| {
        let as_at = data.cut.as_at;
        found.each(&data.assessments.rows, |row| {
            row.about.worker.is_blank()
                && open(row.span(as_at), as_at)
                && row
                    .starts
                    .is_and(|start| working_days::between(start, as_at) > 45)
        });
    },
    page: include_str!("l4_04_long_open_without_worker.md"),
};

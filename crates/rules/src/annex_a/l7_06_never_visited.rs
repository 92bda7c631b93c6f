//! The plan is open for more than ten working days, and no visit is recorded.

use super::open::open;
use crate::rule::{Rule, Severity};
use waymark_data::working_days;

pub(super) static RULE: Rule = Rule {
    code: "L7-06",
    severity: Severity::Query,
    message: "The plan is open for more than ten working days, and no visit is recorded",
    lists: &[7],
    columns: &[
        "Date of the Last Statutory Visit",
        "Child Protection Plan Start Date",
    ],
    check: |data, found| {
        let as_at = data.cut.as_at;
        found.each(&data.plans.rows, |row| {
            row.visit.is_blank()
                && !row.about.unborn_on(as_at)
                && open(row.span(as_at), as_at)
                && row
                    .starts
                    .is_and(|start| working_days::between(start, as_at) > 10)
        });
    },
    page: include_str!("l7_06_never_visited.md"),
};

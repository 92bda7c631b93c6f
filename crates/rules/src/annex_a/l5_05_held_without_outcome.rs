//! The conference was held and does not say whether it made a plan.

use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L5-05",
    severity: Severity::Query,
    message: "The conference was held and does not say whether it made a plan",
    lists: &[5],
    columns: &[
        "Date of Initial Child Protection Conference",
        "Did the Initial Child Protection Conference Result in a Child Protection Plan",
    ],
    check: |data, found| {
        let as_at = data.cut.as_at;
        found.each(&data.enquiries.rows, |row| {
            row.plan.is_blank() && row.conference.is_and(|held| held <= as_at)
        });
    },
    page: include_str!("l5_05_held_without_outcome.md"),
};

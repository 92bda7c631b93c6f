//! The initial conference was held before the strategy discussion.

use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L5-01",
    severity: Severity::Error,
    message: "The initial conference was held before the strategy discussion",
    lists: &[5],
    columns: &[
        "Strategy discussion initiating Section 47 Enquiry Start Date",
        "Date of Initial Child Protection Conference",
    ],
    check: |data, found| {
        found.each(&data.enquiries.rows, |row| {
            row.conference.before(row.starts)
        })
    },
    page: include_str!("l5_01_conference_before_discussion.md"),
};

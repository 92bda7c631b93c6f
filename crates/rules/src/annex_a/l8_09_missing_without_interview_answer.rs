//! The child went missing, and it is not said whether a return interview was offered.

use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L8-09",
    severity: Severity::Query,
    message: "The child went missing, and it is not said whether a return interview was offered",
    lists: &[8],
    columns: &[
        "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months",
        "Was the child offered a Return Interview after their last missing episode (Y/N)?",
    ],
    check: |data, found| {
        found.each(&data.care.rows, |row| {
            row.missing.is_and(|times| times > 0.0) && row.offered.is_blank()
        })
    },
    page: include_str!("l8_09_missing_without_interview_answer.md"),
};

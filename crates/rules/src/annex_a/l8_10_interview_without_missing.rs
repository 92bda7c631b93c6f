//! A return interview was offered or accepted, though the child was not missing.

use crate::rule::{Rule, Severity};
use waymark_data::annex_a::yes;

pub(super) static RULE: Rule = Rule {
    code: "L8-10",
    severity: Severity::Query,
    message: "A return interview was offered or accepted, though the child was not missing",
    lists: &[8],
    columns: &[
        "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months",
        "Was the child offered a Return Interview after their last missing episode (Y/N)?",
        "Did the child accept a Return Interview after their last missing episode (Y/N)?",
    ],
    check: |data, found| {
        let (offered, accepted) = (
            yes("Was the child offered a Return Interview after their last missing episode (Y/N)?"),
            yes("Did the child accept a Return Interview after their last missing episode (Y/N)?"),
        );
        found.each(&data.care.rows, |row| {
            let never = row.missing.is_blank() || row.missing.is_and(|times| times < 1.0);
            let interview = row.offered.is_and(|it| offered.has(it))
                || row.accepted.is_and(|it| accepted.has(it));
            never && interview
        });
    },
    page: include_str!("l8_10_interview_without_missing.md"),
};

//! A return interview was accepted that was not offered.

use crate::rule::{Rule, Severity};
use waymark_data::annex_a::{no, yes};

pub(super) static RULE: Rule = Rule {
    code: "L8-11",
    severity: Severity::Error,
    message: "A return interview was accepted that was not offered",
    lists: &[8],
    columns: &[
        "Was the child offered a Return Interview after their last missing episode (Y/N)?",
        "Did the child accept a Return Interview after their last missing episode (Y/N)?",
    ],
    check: |data, found| {
        let (not_offered, accepted) = (
            no("Was the child offered a Return Interview after their last missing episode (Y/N)?"),
            yes("Did the child accept a Return Interview after their last missing episode (Y/N)?"),
        );
        found.each(&data.care.rows, |row| {
            row.offered.is_and(|it| not_offered.has(it))
                && row.accepted.is_and(|it| accepted.has(it))
        });
    },
    page: include_str!("l8_11_accepted_though_not_offered.md"),
};

//! The episode is closed without a reason.

use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L6-02",
    severity: Severity::Error,
    message: "The episode is closed without a reason",
    lists: &[6],
    columns: &["CIN Closure Date", "Reason for Closure"],
    check: |data, found| {
        let as_at = data.cut.as_at;
        found.each(&data.episodes.rows, |row| {
            row.reason.is_blank() && row.span(as_at).is_ok_and(|span| span.end.is_some())
        });
    },
    page: include_str!("l6_02_closed_without_reason.md"),
};

//! The episode is closed, but its case status is not.

use crate::rule::{Rule, Severity};
use waymark_data::annex_a::answers;

pub(super) static RULE: Rule = Rule {
    code: "L6-09",
    severity: Severity::Query,
    message: "The episode is closed, but its case status is not",
    lists: &[6],
    columns: &["Case Status", "CIN Closure Date"],
    check: |data, found| {
        let as_at = data.cut.as_at;
        let closed = answers("Case Status").pick(&[], &["e) Closed episode"]);
        found.each(&data.episodes.rows, |row| {
            row.span(as_at).is_ok_and(|span| span.end.is_some())
                && row.status.is_and(|it| !closed.has_value(it))
        });
    },
    page: include_str!("l6_09_closed_but_status_open.md"),
};

//! The case status is closed, but there is no closure date.

use crate::rule::{Rule, Severity};
use waymark_data::annex_a::answers;

pub(super) static RULE: Rule = Rule {
    code: "L6-04",
    severity: Severity::Error,
    message: "The case status is closed, but there is no closure date",
    lists: &[6],
    columns: &["CIN Closure Date", "Case Status"],
    check: |data, found| {
        let closed = answers("Case Status").pick(&[], &["e) Closed episode"]);
        found.each(&data.episodes.rows, |row| {
            row.ends.is_blank() && row.status.is_and(|it| closed.has_value(it))
        });
    },
    page: include_str!("l6_04_status_closed_but_open.md"),
};

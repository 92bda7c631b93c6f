//! The episode is open and has no case status.

use super::open::open;
use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L6-08",
    severity: Severity::Error,
    message: "The episode is open and has no case status",
    lists: &[6],
    columns: &["Case Status", "CIN Closure Date"],
    check: |data, found| {
        let as_at = data.cut.as_at;
        found.each(&data.episodes.rows, |row| {
            row.status.is_blank() && open(row.span(as_at), as_at)
        });
    },
    page: include_str!("l6_08_open_without_status.md"),
};

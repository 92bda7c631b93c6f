//! The child was last seen before the episode started.

use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L6-06",
    severity: Severity::Query,
    message: "The child was last seen before the episode started",
    lists: &[6],
    columns: &["Date Child Was Last Seen", "CIN Start Date"],
    check: |data, found| found.each(&data.episodes.rows, |row| row.seen.before(row.starts)),
    page: include_str!("l6_06_seen_before_start.md"),
};

//! The episode of need closes before it starts.

use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L6-01",
    severity: Severity::Error,
    message: "The episode of need closes before it starts",
    lists: &[6],
    columns: &["CIN Start Date", "CIN Closure Date"],
    check: |data, found| found.each(&data.episodes.rows, |row| row.ends.before(row.starts)),
    page: include_str!("l6_01_ends_before_it_starts.md"),
};

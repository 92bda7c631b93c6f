//! The child was last seen after the as-at date.

use super::dates::later_than;
use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L6-07",
    severity: Severity::Error,
    message: "The child was last seen after the as-at date",
    lists: &[6],
    columns: &["Date Child Was Last Seen"],
    check: |data, found| {
        let as_at = data.cut.as_at;
        found.each(&data.episodes.rows, |row| later_than(row.seen, as_at));
    },
    page: include_str!("l6_07_seen_after_as_at.md"),
};

//! The pathway plan review or the contact is after the as-at date.

use super::dates::later_than;
use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L9-02",
    severity: Severity::Error,
    message: "The pathway plan review or the contact is after the as-at date",
    lists: &[9],
    columns: &["Latest Pathway Plan Review Date", "Latest Date of Contact"],
    check: |data, found| {
        let as_at = data.cut.as_at;
        found.each(&data.leavers.rows, |row| {
            later_than(row.pathway, as_at) || later_than(row.contact, as_at)
        });
    },
    page: include_str!("l9_02_done_after_as_at.md"),
};

//! The date of the conference is after the as-at date.

use super::dates::later_than;
use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L5-06",
    severity: Severity::Query,
    message: "The date of the conference is after the as-at date",
    lists: &[5],
    columns: &["Date of Initial Child Protection Conference"],
    check: |data, found| {
        let as_at = data.cut.as_at;
        found.each(&data.enquiries.rows, |row| {
            later_than(row.conference, as_at)
        });
    },
    page: include_str!("l5_06_conference_after_as_at.md"),
};

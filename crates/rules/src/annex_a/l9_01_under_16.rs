//! The care leaver is under 16.

use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L9-01",
    severity: Severity::Error,
    message: "The care leaver is under 16",
    lists: &[9],
    columns: &["Date of Birth", "Age of Child (Years)"],
    check: |data, found| {
        let as_at = data.cut.as_at;
        found.each(&data.leavers.rows, |row| {
            row.about.age_on(as_at).is_some_and(|age| age < 16)
        });
    },
    page: include_str!("l9_01_under_16.md"),
};

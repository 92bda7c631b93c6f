//! Looked after at 18 or over.

use super::open::open;
use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L8-04",
    severity: Severity::Error,
    message: "Looked after at 18 or over",
    lists: &[8],
    columns: &[
        "Date of Birth",
        "Age of Child (Years)",
        "Date Ceased to be Looked After",
    ],
    check: |data, found| {
        let as_at = data.cut.as_at;
        found.each(&data.care.rows, |row| {
            open(row.span(as_at), as_at) && row.about.age_on(as_at).is_some_and(|age| age >= 18)
        });
    },
    page: include_str!("l8_04_looked_after_at_18.md"),
};

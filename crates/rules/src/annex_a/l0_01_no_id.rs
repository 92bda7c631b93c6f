//! The row has no id.

use super::dates::every_row;
use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L0-01",
    severity: Severity::Error,
    message: "The row has no id",
    lists: &[],
    columns: &["Child Unique ID", "Individual adopter identifier"],
    check: |data, found| every_row(data, found, |row| row.about().child.is_none()),
    page: include_str!("l0_01_no_id.md"),
};

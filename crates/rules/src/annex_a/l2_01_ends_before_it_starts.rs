//! The early help assessment is completed before it starts.

use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L2-01",
    severity: Severity::Error,
    message: "The early help assessment is completed before it starts",
    lists: &[2],
    columns: &["Assessment start date", "Assessment completion date"],
    check: |data, found| found.each(&data.early_help.rows, |row| row.ends.before(row.starts)),
    page: include_str!("l2_01_ends_before_it_starts.md"),
};

//! The row repeats an earlier row of its list.

use super::dates::every_row;
use crate::rule::{Rule, Severity};
use waymark_data::annex_a::Aside;

pub(super) static RULE: Rule = Rule {
    code: "L0-02",
    severity: Severity::Error,
    message: "The row repeats an earlier row of its list",
    lists: &[],
    columns: &["Child Unique ID", "Individual adopter identifier"],
    check: |data, found| every_row(data, found, |row| row.about().aside == Some(Aside::Repeats)),
    page: include_str!("l0_02_repeats.md"),
};

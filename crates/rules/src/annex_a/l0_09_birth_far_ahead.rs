//! The date of birth is more than nine months after the as-at date.

use super::dates::{PREGNANCY, every_row, later_than};
use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L0-09",
    severity: Severity::Error,
    message: "The date of birth is more than nine months after the as-at date",
    lists: &[],
    columns: &["Date of Birth"],
    check: |data, found| {
        let latest = data.cut.as_at.plus_months(PREGNANCY);
        every_row(data, found, |row| later_than(row.about().birth, latest));
    },
    page: include_str!("l0_09_birth_far_ahead.md"),
};

//! The adoption order was made before the child was placed.

use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L10-02",
    severity: Severity::Error,
    message: "The adoption order was made before the child was placed",
    lists: &[10],
    columns: &["Date Placed for Adoption", "Date of Adoption Order"],
    check: |data, found| found.each(&data.adoptions.rows, |row| row.order.before(row.placed)),
    page: include_str!("l10_02_order_before_placed.md"),
};

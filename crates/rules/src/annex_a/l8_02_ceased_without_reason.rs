//! The child ceased to be looked after without a reason.

use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L8-02",
    severity: Severity::Error,
    message: "The child ceased to be looked after without a reason",
    lists: &[8],
    columns: &[
        "Date Ceased to be Looked After",
        "Reason Ceased to be Looked After",
    ],
    check: |data, found| {
        let as_at = data.cut.as_at;
        found.each(&data.care.rows, |row| {
            row.reason.is_blank() && row.span(as_at).is_ok_and(|span| span.end.is_some())
        });
    },
    page: include_str!("l8_02_ceased_without_reason.md"),
};

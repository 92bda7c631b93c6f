//! The assessment is authorised and does not say whether support is needed.

use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L4-02",
    severity: Severity::Error,
    message: "The assessment is authorised and does not say whether support is needed",
    lists: &[4],
    columns: &[
        "Continuous Assessment Date of Authorisation",
        "Was the child assessed as requiring LA children's social care support?",
    ],
    check: |data, found| {
        let as_at = data.cut.as_at;
        found.each(&data.assessments.rows, |row| {
            row.support.is_blank() && row.span(as_at).is_ok_and(|span| span.end.is_some())
        });
    },
    page: include_str!("l4_02_authorised_without_outcome.md"),
};

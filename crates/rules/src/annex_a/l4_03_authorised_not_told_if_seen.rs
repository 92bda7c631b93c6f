//! The assessment is authorised and does not say whether the child was seen.

use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L4-03",
    severity: Severity::Query,
    message: "The assessment is authorised and does not say whether the child was seen",
    lists: &[4],
    columns: &[
        "Continuous Assessment Date of Authorisation",
        "Child Seen During Continuous Assessment",
    ],
    check: |data, found| {
        let as_at = data.cut.as_at;
        found.each(&data.assessments.rows, |row| {
            let authorised = row.span(as_at).ok().and_then(|span| span.end);
            row.seen.is_blank() && authorised.is_some_and(|end| !row.about.unborn_on(end))
        });
    },
    page: include_str!("l4_03_authorised_not_told_if_seen.md"),
};

//! A conference was held although it was deemed unnecessary.

use crate::rule::{Rule, Severity};
use waymark_data::annex_a::yes;

pub(super) static RULE: Rule = Rule {
    code: "L5-02",
    severity: Severity::Error,
    message: "A conference was held although it was deemed unnecessary",
    lists: &[5],
    columns: &[
        "Was an Initial Child Protection Conference deemed unnecessary?",
        "Date of Initial Child Protection Conference",
    ],
    check: |data, found| {
        let yes = yes("Was an Initial Child Protection Conference deemed unnecessary?");
        found.each(&data.enquiries.rows, |row| {
            row.conference.value().is_some() && row.unnecessary.is_and(|it| yes.has(it))
        });
    },
    page: include_str!("l5_02_held_though_unnecessary.md"),
};

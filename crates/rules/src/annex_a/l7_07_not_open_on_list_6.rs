//! The child is on a plan but not open on list 6.

use super::open::open;
use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L7-07",
    severity: Severity::Query,
    message: "The child is on a plan but not open on list 6",
    lists: &[6, 7],
    columns: &["Child Protection Plan Start Date", "CIN Start Date"],
    check: |data, found| {
        let as_at = data.cut.as_at;
        for (child, row) in data.plans.standing() {
            if open(row.span(as_at), as_at) && data.episode_at(child, as_at).is_none() {
                found.at(&row.about);
            }
        }
    },
    page: include_str!("l7_07_not_open_on_list_6.md"),
};

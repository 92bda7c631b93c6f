//! On a child in need plan, and on a protection plan or looked after too.

use super::open::open;
use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L6-05",
    severity: Severity::Query,
    message: "On a child in need plan, and on a protection plan or looked after too",
    lists: &[6, 7, 8],
    columns: &[
        "Case Status",
        "Child Protection Plan Start Date",
        "Date Started to be Looked After",
    ],
    check: |data, found| {
        let as_at = data.cut.as_at;
        for (child, row) in data.episodes.standing() {
            if row.is_need_plan()
                && open(row.span(as_at), as_at)
                && (data.plan_at(child, as_at).is_some() || data.care_at(child, as_at).is_some())
            {
                found.at(&row.about);
            }
        }
    },
    page: include_str!("l6_05_need_plan_though_protected.md"),
};

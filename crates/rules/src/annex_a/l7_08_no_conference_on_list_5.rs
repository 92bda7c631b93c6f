//! The plan started without an initial conference on list 5.

use super::dates::within_days;
use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L7-08",
    severity: Severity::Query,
    message: "The plan started without an initial conference on list 5",
    lists: &[5, 7],
    columns: &[
        "Child Protection Plan Start Date",
        "Date of Initial Child Protection Conference",
    ],
    check: |data, found| {
        let as_at = data.cut.as_at;
        // A conference held before the window is not on list 5, and its plan may start days later.
        let from = data.cut.window().from.plus_days(15);
        for (child, row) in data.plans.standing() {
            let held = |start| {
                data.enquiries.of(child).any(|enquiry| {
                    enquiry
                        .conference
                        .is_and(|held| within_days(held, start, 15))
                })
            };
            if row
                .span(as_at)
                .is_ok_and(|span| span.start >= from && !held(span.start))
            {
                found.at(&row.about);
            }
        }
    },
    page: include_str!("l7_08_no_conference_on_list_5.md"),
};

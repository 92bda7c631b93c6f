//! A plan came of an initial conference that has no date.

use crate::rule::{Rule, Severity};
use waymark_data::annex_a::yes;

pub(super) static RULE: Rule = Rule {
    code: "L5-04",
    severity: Severity::Error,
    message: "A plan came of an initial conference that has no date",
    lists: &[5],
    columns: &[
        "Date of Initial Child Protection Conference",
        "Did the Initial Child Protection Conference Result in a Child Protection Plan",
    ],
    check: |data, found| {
        let yes =
            yes("Did the Initial Child Protection Conference Result in a Child Protection Plan");
        found.each(&data.enquiries.rows, |row| {
            row.conference.is_blank() && row.plan.is_and(|it| yes.has(it))
        });
    },
    page: include_str!("l5_04_plan_without_conference.md"),
};

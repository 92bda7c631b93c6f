//! The conference made a plan that is not on list 7.

use super::dates::within_days;
use crate::rule::{Rule, Severity};
use waymark_data::annex_a::{Plan, yes};

pub(super) static RULE: Rule = Rule {
    code: "L5-03",
    severity: Severity::Query,
    message: "The conference made a plan that is not on list 7",
    lists: &[5, 7],
    columns: &[
        "Date of Initial Child Protection Conference",
        "Did the Initial Child Protection Conference Result in a Child Protection Plan",
        "Child Protection Plan Start Date",
    ],
    check: |data, found| {
        let as_at = data.cut.as_at;
        let yes =
            yes("Did the Initial Child Protection Conference Result in a Child Protection Plan");
        for conference in data.conferences() {
            let begun = |plan: &Plan| {
                plan.starts
                    .is_and(|start| within_days(start, conference.held, 15))
            };
            if data.cut.window().has(conference.held)
                && conference.held < as_at
                && conference.row.plan.is_and(|it| yes.has(it))
                && !data.plans.of(conference.child).any(begun)
            {
                found.at(&conference.row.about);
            }
        }
    },
    page: include_str!("l5_03_plan_not_on_list_7.md"),
};

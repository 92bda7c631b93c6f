//! The referral ended in no further action, yet an assessment followed.

use crate::rule::{Rule, Severity};
use waymark_data::annex_a::yes;

pub(super) static RULE: Rule = Rule {
    code: "L3-01",
    severity: Severity::Query,
    message: "The referral ended in no further action, yet an assessment followed",
    lists: &[3, 4],
    columns: &["Referral NFA?", "Continuous Assessment Start Date"],
    check: |data, found| {
        let nfa = yes("Referral NFA?");
        for (child, assessment) in data.assessments.standing() {
            if let Ok(start) = assessment.about.dated(assessment.starts, data.cut.as_at)
                && let Some((_, referral)) = data.linked_referral(child, start, 10)
                && referral.no_further_action.is_and(|it| nfa.has(it))
            {
                found.at(&referral.about);
            }
        }
    },
    page: include_str!("l3_01_no_action_yet_assessed.md"),
};

//! Not in touch, yet the activity is known.

use crate::rule::{Rule, Severity};
use waymark_data::annex_a::answers;

pub(super) static RULE: Rule = Rule {
    code: "L9-03",
    severity: Severity::Query,
    message: "Not in touch, yet the activity is known",
    lists: &[9],
    columns: &["LA in Touch", "Activity Status"],
    check: |data, found| {
        let lost = answers("LA in Touch").pick(&[], &["b) Not in touch"]);
        found.each(&data.leavers.rows, |row| {
            row.touch.is_and(|it| lost.has_value(it)) && row.activity.value().is_some()
        });
    },
    page: include_str!("l9_03_not_in_touch_yet_active.md"),
};

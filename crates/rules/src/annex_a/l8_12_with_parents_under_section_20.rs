//! Placed with parents while accommodated under section 20.

use crate::rule::{Rule, Severity};
use waymark_data::annex_a::answers;

pub(super) static RULE: Rule = Rule {
    code: "L8-12",
    severity: Severity::Error,
    message: "Placed with parents while accommodated under section 20",
    lists: &[8],
    columns: &["Placement Type", "Child's Legal Status"],
    check: |data, found| {
        let parents = answers("Placement Type").pick(&["P1"], &["c) Placed with parents"]);
        let agreed = answers("Child's Legal Status").pick(&["V2"], &["e) Accommodated under S20"]);
        found.each(&data.care.rows, |row| {
            row.placement.is_and(|it| parents.has(it)) && row.legal.is_and(|it| agreed.has(it))
        });
    },
    page: include_str!("l8_12_with_parents_under_section_20.md"),
};

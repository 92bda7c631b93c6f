//! The child has another date of birth on another row.

use super::dates::every_child_row;
use crate::rule::{Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "L0-12",
    severity: Severity::Error,
    message: "The child has another date of birth on another row",
    lists: &[],
    columns: &["Child Unique ID", "Date of Birth"],
    check: |data, found| {
        let mut first = vec![None; data.children().count()];
        for about in every_child_row(data) {
            if let (Some(child), Some(birth)) = (about.child, about.birth.value())
                && *first[child.number()].get_or_insert(birth) != birth
            {
                found.at(about);
            }
        }
    },
    page: include_str!("l0_12_birth_differs.md"),
};

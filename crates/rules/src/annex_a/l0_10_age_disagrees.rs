//! The age does not fit the date of birth.

use super::dates::{every_row, long_ago};
use crate::rule::{Rule, Severity};
use waymark_data::Day;

pub(super) static RULE: Rule = Rule {
    code: "L0-10",
    severity: Severity::Query,
    message: "The age does not fit the date of birth",
    lists: &[],
    columns: &["Age of Child (Years)", "Date of Birth"],
    check: |data, found| {
        let as_at = data.cut.as_at;
        let long_ago = long_ago(as_at);
        every_row(data, found, |row| {
            let about = row.about();
            let differs =
                |birth: Day, age: u8| (i32::from(age) - birth.whole_years_until(as_at)).abs() > 1;
            matches!((about.birth.value(), about.age), (Some(birth), Some(age))
            if birth >= long_ago && differs(birth, age))
        });
    },
    page: include_str!("l0_10_age_disagrees.md"),
};

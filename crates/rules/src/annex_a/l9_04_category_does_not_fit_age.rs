//! The eligibility category does not fit the age.

use crate::rule::{Rule, Severity};
use waymark_data::annex_a::answers;

pub(super) static RULE: Rule = Rule {
    code: "L9-04",
    severity: Severity::Error,
    message: "The eligibility category does not fit the age",
    lists: &[9],
    columns: &[
        "Eligibility Category",
        "Date of Birth",
        "Age of Child (Years)",
    ],
    check: |data, found| {
        let as_at = data.cut.as_at;
        let of = |category| answers("Eligibility Category").pick(&[], &[category]);
        let (young, grown) = (
            [of("a) Relevant"), of("d) Eligible")],
            of("b) Former relevant"),
        );
        found.each(&data.leavers.rows, |row| {
            row.about.age_on(as_at).is_some_and(|age| {
                row.eligibility.is_and(|it| {
                    (age >= 18 && young.iter().any(|picked| picked.has_value(it)))
                        || (age < 18 && grown.has_value(it))
                })
            })
        });
    },
    page: include_str!("l9_04_category_does_not_fit_age.md"),
};

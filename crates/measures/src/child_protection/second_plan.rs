//! Child protection plans that are a child's second or later.

use super::started_and_ended::started;
use crate::measure::{Good, Measure, Standing, Theme, Unit};

/// However long ago the earlier plan was.
pub(super) static MEASURE: Measure = Measure {
    id: "cpp-repeat-ever",
    columns: &[(7, "Number of Previous Child Protection Plans")],
    title: "Plans that are a second or later plan (ever)",
    theme: Theme::ChildProtection,
    unit: Unit::Percent,
    good: Good::Down,
    standing: Standing::Definition,
    source: "Local Authority Interactive Tool 15; DfE children in need statistics",
    why: "A child who needs a plan again was not safe for long.",
    lists: &[7],
    cases: |data, cases| {
        for (row, span) in started(data, cases) {
            if row.previous.value().is_none() {
                cases.evidence(
                    "number of previous plans not given or not readable",
                    span.start,
                );
            }
            let again = row.previous.is_and(|number| number >= 1.0);
            cases.on(span.start, &row.about, again);
        }
    },
    page: include_str!("second_plan.md"),
    ..Measure::PLAIN
};

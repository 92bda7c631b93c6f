//! Children looked after who went missing in the last year.

use crate::looked_after::at_a_day::{AT_AS_AT, counted, looked_after};
use crate::measure::{Good, Measure, Standing, Theme};

pub(super) static MEASURE: Measure = Measure {
    id: "missing-children-cla",
    columns: &[(
        8,
        "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months",
    )],
    title: "Children looked after who went missing in the last year",
    theme: Theme::Missing,
    good: Good::Down,
    standing: Standing::Definition,
    source: "DfE children looked after statistics, missing from placement; Local Authority Interactive Tool 161",
    why: "A child who goes missing may be in danger while away, and is running from or to something.",
    cases: |data, cases| {
        let day = data.cut.as_at;
        for (_, row) in looked_after(data, cases) {
            let episodes = counted(row.missing, cases, day);
            cases.on(day, &row.about, episodes.is_some_and(|it| it >= 1.0));
        }
    },
    page: include_str!("children.md"),
    ..AT_AS_AT
};

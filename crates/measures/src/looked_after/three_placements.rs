//! Children looked after with three or more placements in the year.

use super::at_a_day::{AT_AS_AT, counted, looked_after};
use crate::measure::{Good, Measure, Standing};
use crate::parameters::MANY_PLACEMENTS;

pub(super) static MEASURE: Measure = Measure {
    id: "placements-3plus",
    columns: &[(8, "Number of Placements in the Last 12 months")],
    title: "Children looked after with three or more placements in the year",
    good: Good::Down,
    standing: Standing::Definition,
    source: "DfE children looked after statistics; Local Authority Interactive Tool 372",
    why: "Every move costs a child people, a school, and trust that the next home will last.",
    parameters: &[&MANY_PLACEMENTS],
    cases: |data, cases| {
        let day = data.cut.as_at;
        let many = f64::from(cases.limit(&MANY_PLACEMENTS, day));
        for (_, row) in looked_after(data, cases) {
            let placements = counted(row.placements, cases, day);
            cases.on(day, &row.about, placements.is_some_and(|it| it >= many));
        }
    },
    page: include_str!("three_placements.md"),
    ..AT_AS_AT
};

//! Children who started to be looked after.

use super::periods_of_care::{standing, starts};
use crate::measure::{Good, Measure, Standing, Theme, Unit};

pub(super) static MEASURE: Measure = Measure {
    id: "cla-started",
    title: "Children who started to be looked after, per 10,000 children",
    theme: Theme::LookedAfter,
    unit: Unit::Rate,
    good: Good::Down,
    standing: Standing::Definition,
    source: "DfE children looked after statistics; Local Authority Interactive Tool 376",
    why: "Each is a child who has just left home, often in a crisis that earlier help might have spared them.",
    lists: &[8],
    cases: |data, cases| {
        for it in starts(standing(data, cases, |row| row.starts)) {
            cases.on(it.span.start, &it.row.about, true);
        }
    },
    page: include_str!("started.md"),
    ..Measure::PLAIN
};

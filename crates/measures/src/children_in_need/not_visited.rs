//! Children in need not visited for four weeks.

use super::visited_in_28_days::{self, visits};
use crate::measure::{Good, Measure, Unit};

/// The children behind the percentage visited.
pub(super) static MEASURE: Measure = Measure {
    id: "cin-not-visited",
    columns: &[(6, "Case Status"), (6, "Date Child Was Last Seen")],
    title: "Children in need not visited for four weeks",
    unit: Unit::Count,
    good: Good::Down,
    cases: |data, cases| {
        visits(data, cases, |cases, visit| {
            if !visit.in_time {
                cases.on(visit.day, &visit.row.about, true).due(visit.due);
            }
        });
    },
    page: include_str!("not_visited.md"),
    ..visited_in_28_days::MEASURE
};

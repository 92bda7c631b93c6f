//! Children looked after.

use super::at_a_day::{AT_AS_AT, set_aside};
use crate::cases::Cases;
use crate::measure::{Basis, Good, Measure, Standing, Unit};
use waymark_data::annex_a::Data;

pub(super) static MEASURE: Measure = Measure {
    id: "cla-number",
    title: "Children looked after",
    unit: Unit::Count,
    good: Good::Down,
    standing: Standing::Definition,
    source: "DfE children looked after statistics; Local Authority Interactive Tool 332",
    why: "A child the council looks after lives away from family, and the council owes them what a good parent would give.",
    periods: &[Basis::SnapshotMonthly],
    cases: each_child,
    page: include_str!("number.md"),
    ..AT_AS_AT
};

/// Every child looked after at each day that a snapshot is wanted for.
pub(super) fn each_child<'a>(data: &'a Data, cases: &mut Cases<'a>) {
    set_aside(data, cases);
    for day in cases.days() {
        for (_, _, row) in data.looked_after(day) {
            cases.on(day, &row.about, true);
        }
    }
}

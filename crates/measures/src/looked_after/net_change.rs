//! Net change in children looked after.

use super::periods_of_care::{ends, standing, starts};
use crate::cases::Cases;
use crate::measure::{Good, Measure, Standing, Theme, Unit};
use waymark_data::annex_a::Data;

pub(super) static MEASURE: Measure = Measure {
    id: "cla-net-change",
    title: "Net change in children looked after",
    theme: Theme::LookedAfter,
    unit: Unit::Net,
    good: Good::Down,
    standing: Standing::Practice,
    source: "local: starts less ends, as in DfE children looked after statistics",
    why: "Whether more children come into care than leave it says if homes and social workers will be enough for each.",
    lists: &[8],
    cases: starts_less_ends,
    page: include_str!("net_change.md"),
    ..Measure::PLAIN
};

fn starts_less_ends<'a>(data: &'a Data, cases: &mut Cases<'a>) {
    // An end that cannot be read could lie in any period.
    let rows = standing(data, cases, |row| {
        if row.ends.is_unreadable() {
            row.ends
        } else {
            row.starts
        }
    });
    for it in starts(rows.clone()) {
        cases.valued(it.span.start, &it.row.about, 1);
    }
    for (end, it) in ends(rows) {
        cases.valued(end, &it.row.about, -1);
    }
}

//! Children in need visited within four weeks.

use super::number::on_a_plan;
use crate::cases::Cases;
use crate::clocks;
use crate::measure::{Basis, Good, Measure, Standing, Theme, Unit};
use crate::parameters::NEED_VISIT;
use waymark_data::Day;
use waymark_data::annex_a::{Data, Episode};

/// At the as-at date, since only the day the child was last seen is known.
pub(super) static MEASURE: Measure = Measure {
    id: "cin-visit-28d",
    columns: &[(6, "Case Status"), (6, "Date Child Was Last Seen")],
    title: "Children in need visited within four weeks",
    theme: Theme::ChildrenInNeed,
    unit: Unit::Percent,
    good: Good::Up,
    standing: Standing::Practice,
    source: "The council's own standard: section 17 work is voluntary and no interval is set nationally",
    why: "Help agreed for a child means little while nobody sees how the child is.",
    lists: &[6, 7, 8],
    periods: &[Basis::SnapshotAsAt],
    parameters: &[&NEED_VISIT],
    cases: |data, cases| {
        visits(data, cases, |cases, visit| {
            let hit = visit.in_time;
            cases.on(visit.day, &visit.row.about, hit).due(visit.due);
        });
    },
    page: include_str!("visited_in_28_days.md"),
    ..Measure::PLAIN
};

/// How it stands with the visits of one child.
pub(super) struct Visits<'a> {
    /// The day it stands so.
    pub(super) day: Day,
    /// The child in need plan.
    pub(super) row: &'a Episode,
    /// The last day in time.
    pub(super) due: Day,
    /// Whether the child was seen no longer ago than the interval.
    pub(super) in_time: bool,
}

/// Every child, born, on a child in need plan for at least the interval.
pub(super) fn visits<'a>(
    data: &'a Data,
    cases: &mut Cases<'a>,
    mut each: impl FnMut(&mut Cases<'a>, Visits<'a>),
) {
    on_a_plan(data, cases, |cases, day, span, row| {
        let first = clocks::need_visit_due(span.start, cases.settings());
        if row.about.unborn_on(day) || day < first {
            return;
        }
        let seen = cases.shown(row.seen, span.start, day, day);
        let due = seen.map_or(first, |it| clocks::need_visit_due(it, cases.settings()));
        // On the day a first visit falls due the child has gone unseen for the interval: due, not overdue, and no hit.
        let in_time = seen.is_some() && day <= due;
        each(
            cases,
            Visits {
                day,
                row,
                due,
                in_time,
            },
        );
    });
}

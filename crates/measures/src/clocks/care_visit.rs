//! The next visit to a child looked after: how soon depends on where the child lives, under what order, and how long.

use super::{Clock, Running};
use crate::measure::Standing;
use crate::parameters::{VISIT_FIRST, VISIT_LONG, VISIT_NEXT, VISIT_PARENTS, VISIT_WEEKLY};
use crate::settings::Settings;
use std::sync::LazyLock;
use waymark_data::Day;
use waymark_data::annex_a::{Care, Data, answers};
use waymark_data::answers::Picked;

/// The child must be visited.
pub static CARE_VISIT: Clock = Clock {
    id: "cla-visit",
    title: "Visit to a child looked after",
    needed: "Visit the child where they live, and see them alone if they agree",
    standing: Standing::Statutory,
    source: "Care Planning, Placement and Case Review (England) Regulations 2010, reg 28",
    measure: "cla-visit-on-time",
    lists: &[8],
    running,
};

static WITH_PARENTS: LazyLock<Picked> =
    LazyLock::new(|| answers("Placement Type").pick(&["P1"], &["c) Placed with parents"]));
static INTERIM_ORDER: LazyLock<Picked> =
    LazyLock::new(|| answers("Child's Legal Status").pick(&["C1"], &["a) Interim care orders"]));
/// By code only: the words of the other answers do not say whether a foster placement is meant to last.
static LONG_TERM: LazyLock<Picked> =
    LazyLock::new(|| answers("Placement Type").pick(&["U1", "U4"], &[]));

/// When the next visit is due, seen from a day, and the last visit in this placement by then.
#[must_use]
pub fn due(row: &Care, started: Day, day: Day, settings: &Settings) -> (Day, Option<Day>) {
    let placed = row.placement_starts.value().unwrap_or(started);
    let visits = row.visit.value();
    let Some(visit) = visits.filter(|it| placed <= *it && *it <= day) else {
        return (placed.plus_days(settings.limit(&VISIT_FIRST, placed)), None);
    };
    let next = if on_interim_order_with_parents(row) {
        let reviewed = row.review.is_and(|it| started <= it && it <= day);
        let limit = if reviewed {
            &VISIT_PARENTS
        } else {
            &VISIT_WEEKLY
        };
        visit.plus_days(settings.limit(limit, visit))
    } else if row.placement.is_and(|it| LONG_TERM.has(it)) && visit >= placed.plus_months(12) {
        visit.plus_months(settings.limit(&VISIT_LONG, visit))
    } else {
        visit.plus_days(settings.limit(&VISIT_NEXT, visit))
    };
    (next, Some(visit))
}

fn on_interim_order_with_parents(row: &Care) -> bool {
    row.placement.is_and(|it| WITH_PARENTS.has(it)) && row.legal.is_and(|it| INTERIM_ORDER.has(it))
}

fn running<'a>(data: &'a Data, settings: &Settings, out: &mut Vec<Running<'a>>) {
    let as_at = data.cut.as_at;
    for (_, span, row) in data.looked_after(as_at) {
        if row.about.unborn_on(as_at) {
            continue;
        }
        let (due, last) = due(row, span.start, as_at, settings);
        let earlier = last.is_none() && row.visit.is_and(|it| it <= as_at);
        out.push(Running {
            about: &row.about,
            due,
            last,
            note: earlier.then_some("The last visit recorded was before this placement began"),
        });
    }
}

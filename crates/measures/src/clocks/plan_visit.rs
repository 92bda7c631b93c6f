//! A visit to a child on a child protection plan: the council's interval from the plan's start, then from each visit.

use super::{Clock, Running};
use crate::measure::Standing;
use crate::parameters::PLAN_VISIT as LIMIT;
use crate::settings::Settings;
use waymark_data::annex_a::Data;
use waymark_data::{Day, Field, working_days};

/// The child must be visited.
pub static PLAN_VISIT: Clock = Clock {
    id: "cp-visit",
    title: "Visit to a child on a child protection plan",
    needed: "Visit the child and see them, alone where that is right",
    standing: Standing::Practice,
    source: "The council's own standard: no interval is set nationally",
    measure: "cp-visit-on-time",
    lists: &[7],
    running,
};

/// The last day in time of a visit to a child whose plan started, or who was last visited, on a day.
#[must_use]
pub fn due(from: Day, settings: &Settings) -> Day {
    working_days::due(
        from,
        u32::try_from(settings.limit(&LIMIT, from)).unwrap_or(0),
    )
}

fn running<'a>(data: &'a Data, settings: &Settings, out: &mut Vec<Running<'a>>) {
    let as_at = data.cut.as_at;
    for child in data.children() {
        let Some((span, row)) = data.plan_at(child, as_at) else {
            continue;
        };
        if row.about.unborn_on(as_at) {
            continue;
        }
        let visit = row.visit.value();
        let last = visit.filter(|day| span.start <= *day && *day <= as_at);
        out.push(Running {
            about: &row.about,
            due: due(last.unwrap_or(span.start), settings),
            last,
            note: match row.visit {
                Field::Unreadable(_) => Some("The date of the last visit could not be read"),
                Field::Value(day) if day > as_at => {
                    Some("The last visit is dated after the as-at date")
                }
                Field::Value(day) if day < span.start => {
                    Some("The last visit was before the plan started")
                }
                _ => None,
            },
        });
    }
}

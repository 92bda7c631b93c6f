//! A visit to a child on a child in need plan: the council's interval from the episode's start, then from each visit.

use super::{Clock, Running};
use crate::measure::Standing;
use crate::parameters::NEED_VISIT as LIMIT;
use crate::settings::Settings;
use waymark_data::annex_a::Data;
use waymark_data::{Day, Field};

/// The child must be visited.
pub static NEED_VISIT: Clock = Clock {
    id: "cin-visit",
    title: "Visit to a child on a child in need plan",
    needed: "Visit the child and see them",
    standing: Standing::Practice,
    source: "The council's own standard: section 17 work is voluntary and no interval is set nationally",
    measure: "cin-visit-28d",
    lists: &[6, 7, 8],
    running,
};

/// The last day in time of a visit to a child whose episode started, or who was last seen, on a day.
#[must_use]
pub fn due(from: Day, settings: &Settings) -> Day {
    from.plus_days(settings.limit(&LIMIT, from))
}

fn running<'a>(data: &'a Data, settings: &Settings, out: &mut Vec<Running<'a>>) {
    let as_at = data.cut.as_at;
    for child in data.children() {
        let Some((span, row)) = data.need_plan(child) else {
            continue;
        };
        if row.about.unborn_on(as_at) {
            continue;
        }
        let seen = row.seen.value();
        let last = seen.filter(|day| span.start <= *day && *day <= as_at);
        out.push(Running {
            about: &row.about,
            due: due(last.unwrap_or(span.start), settings),
            last,
            note: match row.seen {
                Field::Unreadable(_) => Some("The date the child was last seen could not be read"),
                Field::Value(day) if day > as_at => {
                    Some("The child is shown as last seen after the as-at date")
                }
                _ => None,
            },
        });
    }
}

//! The initial health assessment: 20 working days from becoming looked after, so that the first review has it.

use super::{Clock, Running};
use crate::measure::Standing;
use crate::parameters::{FIRST_HEALTH_DAYS, FIRST_HEALTH_WORKING_DAYS};
use crate::settings::Settings;
use waymark_data::annex_a::{Care, Data};
use waymark_data::{Day, working_days};

/// The assessment must be done.
pub static FIRST_HEALTH_ASSESSMENT: Clock = Clock {
    id: "iha",
    title: "Initial health assessment",
    needed: "Have the child seen by a doctor, and the report ready for the first review",
    standing: Standing::Guidance,
    source: "Promoting the health and well-being of looked-after children (2015), with reg 7 of the Care Planning, \
             Placement and Case Review (England) Regulations 2010",
    measure: "iha-overdue/20wd",
    lists: &[8],
    running,
};

/// The last day in time for a child who started to be looked after on a day: 20 working days.
#[must_use]
pub fn due(started: Day, settings: &Settings) -> Day {
    let limit = settings.limit(&FIRST_HEALTH_WORKING_DAYS, started);
    working_days::due(started, u32::try_from(limit).unwrap_or(0))
}

/// The same, counted as 28 calendar days.
#[must_use]
pub fn due_in_days(started: Day, settings: &Settings) -> Day {
    started.plus_days(settings.limit(&FIRST_HEALTH_DAYS, started))
}

/// The health assessment in this period of care up to a day; one before the child was looked after does not count.
#[must_use]
pub fn assessed(row: &Care, started: Day, day: Day) -> Option<Day> {
    row.health.value().filter(|it| started <= *it && *it <= day)
}

fn running<'a>(data: &'a Data, settings: &Settings, out: &mut Vec<Running<'a>>) {
    let as_at = data.cut.as_at;
    for (_, span, row) in data.looked_after(as_at) {
        if assessed(row, span.start, as_at).is_none() {
            let last = row.health.value().filter(|it| *it <= as_at);
            out.push(Running {
                about: &row.about,
                due: due(span.start, settings),
                last,
                note: last.map(|_| "The last assessment was before the child was looked after"),
            });
        }
    }
}

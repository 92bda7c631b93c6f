//! The next dental check of a child looked after: a year after the last.

use super::{Clock, Running};
use crate::measure::Standing;
use crate::parameters::{DENTAL, HEALTH_COHORT};
use crate::settings::Settings;
use waymark_data::Day;
use waymark_data::annex_a::Data;

/// The child's teeth must be checked.
pub static DENTAL_CHECK: Clock = Clock {
    id: "dental",
    title: "Dental check",
    needed: "Have the child's teeth checked by a dentist",
    standing: Standing::Definition,
    source: "SSDA903 OC2, teeth check",
    measure: "dental-current",
    lists: &[8],
    running,
};

/// The last day in time: a year after the last check, or, without one, the day the child has been looked after a year.
#[must_use]
pub fn due(started: Day, last: Option<Day>, settings: &Settings) -> Day {
    match last {
        Some(last) => last.plus_months(settings.limit(&DENTAL, last)),
        None => started.plus_months(settings.limit(&HEALTH_COHORT, started)),
    }
}

fn running<'a>(data: &'a Data, settings: &Settings, out: &mut Vec<Running<'a>>) {
    let as_at = data.cut.as_at;
    for (_, span, row) in data.looked_after(as_at) {
        let last = row.dental.value().filter(|it| *it <= as_at);
        out.push(Running {
            about: &row.about,
            due: due(span.start, last, settings),
            last,
            note: None,
        });
    }
}

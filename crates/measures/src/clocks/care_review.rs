//! The next review of a child looked after: 20 working days, then 3 months, then every 6.

use super::{Clock, Running};
use crate::measure::Standing;
use crate::parameters::{CARE_REVIEW_FIRST, CARE_REVIEW_NEXT, CARE_REVIEW_SECOND};
use crate::settings::Settings;
use waymark_data::annex_a::{Care, Data};
use waymark_data::{Day, working_days};

/// The review must be held.
pub static CARE_REVIEW: Clock = Clock {
    id: "cla-review",
    title: "Review of a child looked after",
    needed: "Hold the review with the independent reviewing officer",
    standing: Standing::Statutory,
    source: "Care Planning, Placement and Case Review (England) Regulations 2010, reg 33",
    measure: "cla-review-on-time",
    lists: &[8],
    running,
};

/// The last day in time of the first review of a child who started to be looked after on a day.
#[must_use]
pub fn first_due(started: Day, settings: &Settings) -> Day {
    let limit = settings.limit(&CARE_REVIEW_FIRST, started);
    working_days::due(started, u32::try_from(limit).unwrap_or(0))
}

/// When the next review is due, seen from a day, and the last one in this period of care by then. A review held in the
/// first 20 working days is taken to be the first; list 8 tells of the latest only.
#[must_use]
pub fn due(row: &Care, started: Day, day: Day, settings: &Settings) -> (Day, Option<Day>) {
    let first_due = first_due(started, settings);
    let held = row.review.value().filter(|it| started <= *it && *it <= day);
    let next = match held {
        None => first_due,
        Some(first) if first <= first_due => {
            first.plus_months(settings.limit(&CARE_REVIEW_SECOND, first))
        }
        Some(later) => later.plus_months(settings.limit(&CARE_REVIEW_NEXT, later)),
    };
    (next, held)
}

fn running<'a>(data: &'a Data, settings: &Settings, out: &mut Vec<Running<'a>>) {
    let as_at = data.cut.as_at;
    for (_, span, row) in data.looked_after(as_at) {
        let (due, last) = due(row, span.start, as_at, settings);
        out.push(Running {
            about: &row.about,
            due,
            last,
            note: None,
        });
    }
}

//! The next review health assessment: 6 months after the last for a child under 5, 12 months from 5 on.

use super::{Clock, Running, first_health_assessment};
use crate::measure::Standing;
use crate::parameters::{HEALTH_5_PLUS, HEALTH_UNDER_5};
use crate::settings::Settings;
use waymark_data::Day;
use waymark_data::annex_a::Data;

/// The assessment must be done again.
pub static REVIEW_HEALTH_ASSESSMENT: Clock = Clock {
    id: "rha",
    title: "Review health assessment",
    needed: "Have the child's health assessed again",
    standing: Standing::Statutory,
    source: "Care Planning, Placement and Case Review (England) Regulations 2010, reg 7(3)",
    measure: "rha-current",
    lists: &[8],
    running,
};

/// The last day in time after an assessment, for a child of an age in whole years.
#[must_use]
pub fn due(last: Day, age: i32, settings: &Settings) -> Day {
    let limit = if age < 5 {
        &HEALTH_UNDER_5
    } else {
        &HEALTH_5_PLUS
    };
    last.plus_months(settings.limit(limit, last))
}

/// It runs once the initial assessment is done; until then that one's clock does.
fn running<'a>(data: &'a Data, settings: &Settings, out: &mut Vec<Running<'a>>) {
    let as_at = data.cut.as_at;
    for (_, span, row) in data.looked_after(as_at) {
        if let Some(last) = first_health_assessment::assessed(row, span.start, as_at) {
            let age = row.about.age_on(as_at);
            out.push(Running {
                about: &row.about,
                due: due(last, age.unwrap_or(5), settings),
                last: Some(last),
                note: age
                    .is_none()
                    .then_some("Age not known: due twice a year if the child is under 5"),
            });
        }
    }
}

//! An open child and family assessment: 45 working days from its start.

use super::{Clock, Running};
use crate::measure::Standing;
use crate::parameters::ASSESSMENT_LIMIT;
use crate::settings::Settings;
use waymark_data::annex_a::Data;
use waymark_data::{Day, working_days};

/// The assessment must be complete.
pub static ASSESSMENT: Clock = Clock {
    id: "assessment",
    title: "Child and family assessment",
    needed: "Finish the assessment and have it authorised",
    standing: Standing::Guidance,
    source: "Working Together to Safeguard Children, chapter 1: 45 working days",
    measure: "assessment-open-over-45",
    lists: &[4],
    running,
};

/// The last day in time of an assessment that starts on a day.
#[must_use]
pub fn due(starts: Day, settings: &Settings) -> Day {
    working_days::due(
        starts,
        u32::try_from(settings.limit(&ASSESSMENT_LIMIT, starts)).unwrap_or(0),
    )
}

fn running<'a>(data: &'a Data, settings: &Settings, out: &mut Vec<Running<'a>>) {
    let as_at = data.cut.as_at;
    for row in &data.assessments.rows {
        if let Ok(span) = row.span(as_at)
            && span.open_at(as_at)
        {
            out.push(Running {
                about: &row.about,
                due: due(span.start, settings),
                last: None,
                note: None,
            });
        }
    }
}

//! A plan for permanence: 4 months from becoming looked after, which is when the second review is held.

use super::{Clock, Running};
use crate::measure::Standing;
use crate::parameters::PERMANENCE;
use crate::settings::Settings;
use waymark_data::Day;
use waymark_data::annex_a::Data;

/// The plan must be agreed.
pub static PERMANENCE_PLAN: Clock = Clock {
    id: "permanence-plan",
    title: "Plan for permanence",
    needed: "Agree at the review where the child will grow up, and record it",
    standing: Standing::Guidance,
    source: "Children Act 1989 guidance, volume 2, permanence planning",
    measure: "no-permanence-plan",
    lists: &[8],
    running,
};

/// The last day in time for a child who started to be looked after on a day.
#[must_use]
pub fn due(started: Day, settings: &Settings) -> Day {
    started.plus_months(settings.limit(&PERMANENCE, started))
}

/// It runs for a child whose plan is blank; a text that is not understood is a plan.
fn running<'a>(data: &'a Data, settings: &Settings, out: &mut Vec<Running<'a>>) {
    for (_, span, row) in data.looked_after(data.cut.as_at) {
        if row.permanence.is_blank() {
            out.push(Running {
                about: &row.about,
                due: due(span.start, settings),
                last: None,
                note: None,
            });
        }
    }
}

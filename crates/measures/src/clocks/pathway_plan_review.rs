//! The next review of a care leaver's pathway plan: 6 months after the last.

use super::{Clock, Running};
use crate::measure::Standing;
use crate::parameters::PATHWAY;
use crate::settings::Settings;
use waymark_data::Day;
use waymark_data::annex_a::Data;

/// The plan must be reviewed.
pub static PATHWAY_PLAN_REVIEW: Clock = Clock {
    id: "pathway-review",
    title: "Pathway plan review",
    needed: "Review the pathway plan with the young person",
    standing: Standing::Statutory,
    source: "Care Leavers (England) Regulations 2010, reg 7",
    measure: "pathway-current",
    lists: &[9],
    running,
};

/// The last day in time after a review.
#[must_use]
pub fn due(last: Day, settings: &Settings) -> Day {
    last.plus_months(settings.limit(&PATHWAY, last))
}

fn running<'a>(data: &'a Data, settings: &Settings, out: &mut Vec<Running<'a>>) {
    let as_at = data.cut.as_at;
    for (_, row) in data.leavers_in_scope() {
        let last = row.pathway.value().filter(|it| *it <= as_at);
        // List 9 does not say since when a plan is owed, so without a review it shows as just overdue, with a word why.
        let due = last.map_or(as_at.plus_days(-1), |last| due(last, settings));
        let note = "No review recorded: how long it is overdue is not known";
        out.push(Running {
            about: &row.about,
            due,
            last,
            note: last.is_none().then_some(note),
        });
    }
}

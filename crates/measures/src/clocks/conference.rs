//! An initial child protection conference: 15 working days from the strategy discussion that started the enquiry.

use super::{Clock, Running};
use crate::measure::Standing;
use crate::parameters::CONFERENCE_LIMIT;
use crate::settings::Settings;
use waymark_data::annex_a::{self, Data, Enquiry};
use waymark_data::{Day, Field, working_days};

/// The conference must be held.
pub static CONFERENCE: Clock = Clock {
    id: "icpc-15",
    title: "Initial child protection conference",
    needed: "Hold the conference, or record that none is necessary",
    standing: Standing::Guidance,
    source: "Working Together to Safeguard Children, chapter 1: 15 working days from the strategy discussion",
    measure: "icpc-15",
    lists: &[5],
    running,
};

/// The last day in time of a conference after a strategy discussion.
#[must_use]
pub fn due(discussed: Day, settings: &Settings) -> Day {
    working_days::due(
        discussed,
        u32::try_from(settings.limit(&CONFERENCE_LIMIT, discussed)).unwrap_or(0),
    )
}

/// Enquiries that no conference has followed, on their own row or on another of the child's, and that were not found to
/// need none.
fn running<'a>(data: &'a Data, settings: &Settings, out: &mut Vec<Running<'a>>) {
    let as_at = data.cut.as_at;
    let unnecessary =
        annex_a::yes("Was an Initial Child Protection Conference deemed unnecessary?");
    let necessary = annex_a::no("Was an Initial Child Protection Conference deemed unnecessary?");
    for (child, row) in data.enquiries.standing() {
        let Ok(discussed) = row.day(as_at) else {
            continue;
        };
        let held = |other: &Enquiry| {
            let day = other.conference.value().filter(|day| *day <= as_at);
            day.is_some_and(|day| day >= discussed)
        };
        let own = row.conference.is_and(|day| day <= as_at);
        if own
            || row.unnecessary.is_and(|it| unnecessary.has(it))
            || data.enquiries.of(child).any(held)
        {
            continue;
        }
        out.push(Running {
            about: &row.about,
            due: due(discussed, settings),
            last: None,
            note: if row.conference.is_unreadable() {
                Some("The date of the conference could not be read")
            } else if matches!(row.conference, Field::Value(_)) {
                Some("The conference is dated after the as-at date")
            } else if !row.unnecessary.is_and(|it| necessary.has(it)) {
                Some("Nobody has said whether a conference is needed")
            } else if data.plan_at(child, as_at).is_some() {
                Some("The child is on a child protection plan already")
            } else {
                None
            },
        });
    }
}

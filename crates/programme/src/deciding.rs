//! Which meeting may decide something: one that has sat, of the right body, and not before what it decides.
//!
//! A board closes its actions and approves its minutes at its own meetings. What names a meeting to come, a meeting of
//! somebody else or one that was over before the thing arose is a slip of whoever writes it down, and would stand in the
//! chain for good.

use crate::kind::{Move, Need};
use crate::kinds::{AGENDA_ITEM, BODY, MEETING, RESOLUTION};
use crate::link;
use crate::meetings::{body_of, meeting_of, same_body};
use crate::permit::same;
use crate::record::{Record, RecordId};
use crate::records::Records;
use std::cmp::Reverse;
use waymark_data::Day;

/// Why this meeting may not decide about this record; `None` if it may.
pub type Wrong = fn(&Records, &Record, &Record) -> Option<&'static str>;

/// What is said where no minute is named.
const NAME: &str = "Name the meeting, agenda item or resolution that decided it";

/// Why a meeting has not sat by a day: decisions are made at a meeting that was held, or is being held today.
#[must_use]
pub fn not_sat(meeting: &Record, today: Day) -> Option<String> {
    let on = meeting.date();
    let was = on.map_or_else(String::new, |it| format!(" on {}", it.words()));
    match meeting.state.word {
        "cancelled" => Some(format!("The meeting{was} was cancelled. Choose another")),
        _ if on.is_some_and(|it| it > today) => Some(format!(
            "That meeting is still to be held{was}. Choose one that was held"
        )),
        "planned" | "circulated" if on != Some(today) => Some(format!(
            "The meeting{was} is not recorded as held. Record that first, or choose another"
        )),
        _ => None,
    }
}

/// Why a minute cannot be the one that decides about a record; `None` if it can.
pub(crate) fn amiss(
    records: &Records,
    record: &Record,
    wrong: Option<Wrong>,
    minute: Option<RecordId>,
    today: Day,
) -> Option<String> {
    let named = minute
        .and_then(|it| records.get(it))
        .filter(|it| !it.deleted)
        .filter(|it| it.is(&MEETING) || it.is(&AGENDA_ITEM) || it.is(&RESOLUTION));
    let Some(named) = named else {
        return Some(NAME.to_owned());
    };
    match (meeting_of(records, named), wrong) {
        (Some(meeting), wrong) => not_sat(meeting, today).or_else(|| {
            wrong
                .and_then(|it| it(records, record, meeting))
                .map(str::to_owned)
        }),
        // A resolution of old, of which the meeting is not on record.
        (None, None) if named.date().is_none_or(|it| it <= today) => None,
        (None, _) => Some("Name one whose meeting is on record".to_owned()),
    }
}

/// Why a minute cannot be the one at which this move of a record is decided; `None` if it can.
#[must_use]
pub fn why_not(
    records: &Records,
    record: &Record,
    step: &Move,
    minute: RecordId,
    today: Day,
) -> Option<String> {
    amiss(records, record, wrong_of(step), Some(minute), today)
}

fn wrong_of(step: &Move) -> Option<Wrong> {
    step.needs.iter().find_map(|it| match it {
        Need::MinuteOf(wrong) => Some(*wrong),
        _ => None,
    })
}

/// The meetings at which this move of a record can be decided by a day, the latest first.
pub fn meetings<'a>(
    records: &'a Records,
    record: &Record,
    step: &Move,
    today: Day,
) -> impl Iterator<Item = &'a Record> {
    sat(records, today)
        .into_iter()
        .filter(|it| may(records, record, step, it))
}

/// Whether a meeting, once it has sat, may decide this move of a record.
#[must_use]
pub fn may(records: &Records, record: &Record, step: &Move, meeting: &Record) -> bool {
    wrong_of(step).is_none_or(|wrong| wrong(records, record, meeting).is_none())
}

/// The meetings that have sat by a day, the latest first.
#[must_use]
pub fn sat(records: &Records, today: Day) -> Vec<&Record> {
    let mut found: Vec<&Record> = records
        .of(&MEETING)
        .filter(|it| not_sat(it, today).is_none())
        .collect();
    found.sort_by_key(|it| Reverse((it.date(), it.id)));
    found
}

/// Closing an action is for the body that asked for it, the body it reports to, its forums, and the body that does it; not
/// before it was agreed.
pub(crate) fn closes(records: &Records, action: &Record, meeting: &Record) -> Option<&'static str> {
    let agreed = meeting_of(records, action);
    if agreed.is_some_and(|it| meeting.date() < it.date()) {
        return Some("That meeting was before the action was agreed. Choose a later one");
    }
    let ours = agreed.is_none_or(|it| {
        same_body(records, it, meeting)
            || reports_to(records, it, meeting)
            || reports_to(records, meeting, it)
    });
    (!ours && !does_it(records, action, meeting)).then_some(
        "That is a meeting of another body. Choose one of the body that asked for the action, or of its forum",
    )
}

/// Whether the body of one meeting reports to the body of another.
fn reports_to(records: &Records, meeting: &Record, other: &Record) -> bool {
    body_of(records, meeting).is_some_and(|it| is_named(records, other, it.text("reports_to")))
}

/// Whether the body of a meeting owns an action, or the action was promised for a meeting of it.
fn does_it(records: &Records, action: &Record, meeting: &Record) -> bool {
    let body = body_of(records, meeting).map(|it| it.id);
    action
        .owners()
        .iter()
        .any(|it| is_named(records, meeting, it))
        || records
            .leads_to(action.id, &link::OWNED_BY)
            .any(|it| it.is(&BODY) && Some(it.id) == body)
        || records
            .leads_to(action.id, &link::PROMISED_FOR)
            .any(|it| same_body(records, it, meeting))
}

/// Whether the body of a meeting goes by this name.
fn is_named(records: &Records, meeting: &Record, name: &str) -> bool {
    same(name, meeting.text("body"))
        || body_of(records, meeting)
            .is_some_and(|it| same(name, it.text("name")) || same(name, it.text("short")))
}

/// Minutes, and the items and resolutions in them, are approved at a later meeting of the same body.
pub(crate) fn approves(records: &Records, part: &Record, meeting: &Record) -> Option<&'static str> {
    let own = meeting_of(records, part)?;
    if own.id == meeting.id {
        Some("Minutes are approved at a later meeting, not at their own")
    } else if meeting.date() < own.date() {
        Some("That meeting was before the one the minutes are of. Choose a later one")
    } else if !same_body(records, own, meeting) {
        Some("That is a meeting of another body. Choose one of the body whose minutes these are")
    } else {
        None
    }
}

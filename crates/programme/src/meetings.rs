//! Meetings in their order: a body's meetings, a meeting's items, and the meeting something was said at.

use crate::kinds::{AGENDA_ITEM, BODY, MEETING};
use crate::link;
use crate::owner::key;
use crate::permit::same;
use crate::record::{Record, RecordId};
use crate::records::Records;
use std::collections::HashMap;
use waymark_data::Day;

/// The body that a meeting is of, where it is on record.
#[must_use]
pub fn body_of<'a>(records: &'a Records, meeting: &Record) -> Option<&'a Record> {
    records
        .leads_to(meeting.id, &link::PART_OF)
        .find(|it| it.is(&BODY))
        .or_else(|| body_named(records, meeting.text("body")))
}

/// Every body by its names: for whoever asks of which body each of many meetings is.
struct Bodies<'a>(HashMap<String, &'a Record>);

impl<'a> Bodies<'a> {
    fn of(records: &'a Records) -> Self {
        let mut by_name = HashMap::new();
        for body in records.of(&BODY) {
            for field in ["name", "short"] {
                // Of several with one name the first has it, as in [`body_named`].
                by_name.entry(key(body.text(field))).or_insert(body);
            }
        }
        by_name.remove("");
        Self(by_name)
    }

    /// As [`body_of`].
    fn of_meeting(&self, records: &'a Records, meeting: &Record) -> Option<&'a Record> {
        records
            .leads_to(meeting.id, &link::PART_OF)
            .find(|it| it.is(&BODY))
            .or_else(|| self.0.get(&key(meeting.text("body"))).copied())
    }
}

/// The body of this name, long or short.
#[must_use]
pub fn body_named<'a>(records: &'a Records, name: &str) -> Option<&'a Record> {
    records
        .of(&BODY)
        .find(|it| same(it.text("name"), name) || same(it.text("short"), name))
}

/// Whether two meetings are of the same body.
#[must_use]
pub fn same_body(records: &Records, a: &Record, b: &Record) -> bool {
    match (body_of(records, a), body_of(records, b)) {
        (Some(a), Some(b)) => a.id == b.id,
        _ => same(a.text("body"), b.text("body")),
    }
}

/// The meetings of the body that this meeting is of, earliest first, without the cancelled; itself with them.
#[must_use]
pub fn of_same_body<'a>(records: &'a Records, meeting: &Record) -> Vec<&'a Record> {
    let bodies = Bodies::of(records);
    let own = bodies.of_meeting(records, meeting);
    let is_same = |other: &Record| match (own, bodies.of_meeting(records, other)) {
        (Some(a), Some(b)) => a.id == b.id,
        _ => same(meeting.text("body"), other.text("body")),
    };
    let mut all: Vec<&Record> = records
        .of(&MEETING)
        .filter(|it| it.state.word != "cancelled" && is_same(it))
        .collect();
    all.sort_by_key(|it| (it.date(), it.text("starts").to_owned(), it.id));
    all
}

/// Every meeting of a body, earliest first, without the cancelled.
#[must_use]
pub fn of_body<'a>(records: &'a Records, body: &Record) -> Vec<&'a Record> {
    let bodies = Bodies::of(records);
    let mut all: Vec<&Record> = records
        .of(&MEETING)
        .filter(|it| it.state.word != "cancelled")
        .filter(|it| {
            bodies
                .of_meeting(records, it)
                .is_some_and(|it| it.id == body.id)
        })
        .collect();
    all.sort_by_key(|it| (it.date(), it.id));
    all
}

/// The items of a meeting in the order they are taken.
#[must_use]
pub fn items(records: &Records, meeting: RecordId) -> Vec<&Record> {
    let mut all: Vec<&Record> = records.parts(meeting, &AGENDA_ITEM).collect();
    all.sort_by_key(|it| (it.text("order").parse::<u32>().unwrap_or(u32::MAX), it.id));
    all
}

/// The meeting at which something was said or decided: its own, that of its agenda item, or of what it came from.
#[must_use]
pub fn meeting_of<'a>(records: &'a Records, record: &'a Record) -> Option<&'a Record> {
    let mut at = record;
    // An action came from a resolution, which is part of an item, which is part of a meeting.
    for _ in 0..5 {
        if at.is(&MEETING) {
            return Some(at);
        }
        at = records.whole(at.id).or_else(|| {
            records
                .leads_to(at.id, &link::CAME_FROM)
                .find(|it| ["meeting", "agenda-item", "resolution"].contains(&it.kind.word))
                .or_else(|| records.leads_to(at.id, &link::PRESENTED_AT).next())
        })?;
    }
    None
}

/// The day something was said or decided: its own, else its meeting's.
#[must_use]
pub fn said_on(records: &Records, record: &Record) -> Option<Day> {
    record
        .date()
        .or_else(|| meeting_of(records, record).and_then(Record::date))
}

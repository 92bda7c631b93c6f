//! What is written in the room, as changes. Each form comes back to the same item.

use super::{InRoom, due};
use crate::desk::{Returned, hand_in};
use crate::forms::Fields;
use crate::notice::{Notice, To};
use crate::pages::records::posted;
use crate::problem::Problem;
use axum::response::{IntoResponse, Response};
use waymark_programme::kind::{DATE, DUE};
use waymark_programme::permit::same;
use waymark_programme::{
    Change, Changes, End, Mistake, Readers, Record, RecordId, Values, kinds, link, meetings,
};

/// Keeps what was sent, and comes back to the item; or shows it again with what is wrong.
pub(super) async fn write(room: &InRoom<'_>, fields: &Fields) -> Result<Response, Problem> {
    let what = fields.get("what");
    let (changes, wrong) = match what {
        "minute" => (minute(room, fields), Vec::new()),
        "resolution" => (resolution(room, fields), Vec::new()),
        "action" => action(room, fields),
        "question" => (question(room, fields), Vec::new()),
        "promise" => promise(room, fields),
        "prediction" => prediction(room, fields),
        "kept" => (kept(room, fields)?, Vec::new()),
        "close" => (close(room, fields)?, Vec::new()),
        "defer" => (defer(room, fields), Vec::new()),
        _ => return Err(Problem::NotUnderstood),
    };
    if !wrong.is_empty() {
        return Ok(room.page(Some(fields), &wrong).into_response());
    }
    match hand_in(room.house, room.user, &changes).await {
        Ok(_) => {
            let place = if what == "minute" { "" } else { "#recorded" };
            Ok(To::page(format!("{}{place}", room.here()))
                .saying(Notice::WrittenDown)
                .into_response())
        }
        Err(Returned::Mistakes(wrong)) => Ok(room.page(Some(fields), &wrong).into_response()),
        Err(Returned::Stale(_)) => {
            let records = room.house.records().await?;
            let item = records.get(room.item.id).ok_or(Problem::NotFound)?;
            let meeting = records.get(room.meeting.id).ok_or(Problem::NotFound)?;
            let now = InRoom {
                records: &records,
                meeting,
                item,
                ..*room
            };
            Ok(now.stale(fields))
        }
        Err(Returned::Problem(problem)) => Err(problem),
    }
}

fn changes(room: &InRoom<'_>) -> Changes {
    Changes::by(room.user.author()).from_minute(room.item.id)
}

/// Who may read what is said before the minutes are approved: the board at most.
fn drafts(readers: Readers) -> Readers {
    readers.min(Readers::Board)
}

/// What was said. An item with a minute was taken.
fn minute(room: &InRoom<'_>, fields: &Fields) -> Changes {
    let mut changes = changes(room);
    let text = posted::plain_breaks(fields.exact("minute"));
    let read = fields.get("read").parse().unwrap_or(0);
    changes.list.push(Change::Edit {
        record: room.item.id,
        read,
        readers: drafts(room.item.readers),
        values: room.item.values.clone().with("minute", text.trim_end()),
    });
    if room.item.state.word == "planned" {
        changes.list.push(Change::Move {
            record: room.item.id,
            read: read + 1,
            to: "taken",
        });
    }
    changes
}

fn resolution(room: &InRoom<'_>, fields: &Fields) -> Changes {
    let mut changes = changes(room);
    let values = Values::new()
        .with("text", one_line(fields.get("text")))
        .with("verb", fields.get("verb"))
        .with("to", fields.get("to"))
        .with("body", room.meeting.text("body"))
        .with(DATE, room.meeting.text(DATE));
    let kind = &kinds::RESOLUTION;
    let made = changes.make(kind, values);
    changes.link(made, &link::PART_OF, room.item.id);
    take(room, &mut changes);
    changes
}

fn action(room: &InRoom<'_>, fields: &Fields) -> (Changes, Vec<Mistake>) {
    let mut changes = changes(room);
    let owners: Vec<&str> = fields
        .get("owners")
        .split([',', ';', '/', '\n'])
        .map(str::trim)
        .filter(|it| !it.is_empty())
        .collect();
    let due = due::of(room.records, room.meeting, fields.get("due_words"));
    let mut values = Values::new()
        .with("text", one_line(fields.get("text")))
        .with_list("owners", owners.iter().copied());
    if let Some(day) = due.day {
        values = values.with("first_due", day.to_string());
    }
    let made = changes.make(&kinds::ACTION, due.said(values));
    changes.link(made, &link::CAME_FROM, room.item.id);
    due.link(&mut changes, made);
    for owner in owners {
        if let Some(known) = named(room, owner) {
            changes.link(made, &link::OWNED_BY, known);
        }
    }
    take(room, &mut changes);
    (changes, due.mistake(fields).into_iter().collect())
}

/// The member or body of this name, if there is exactly one.
fn named(room: &InRoom<'_>, name: &str) -> Option<RecordId> {
    let mut found = room
        .records
        .of(&kinds::MEMBER)
        .chain(room.records.of(&kinds::BODY))
        .filter(|it| it.is_open())
        .filter(|it| {
            ["name", "role", "short"]
                .iter()
                .any(|field| same(it.text(field), name))
        });
    let first = found.next()?;
    found.next().is_none().then_some(first.id)
}

/// A question, answered on the spot or to be answered.
fn question(room: &InRoom<'_>, fields: &Fields) -> Changes {
    let mut changes = changes(room);
    let answer = posted::plain_breaks(fields.get("answer"));
    let date = room.meeting.text(DATE);
    let mut values = Values::new()
        .with("text", one_line(fields.get("text")))
        .with("asked_by", fields.get("asked_by"))
        .with(DATE, date)
        .with("sort", "question");
    let state = if answer.is_empty() {
        "asked"
    } else {
        values = values
            .with("answer", answer)
            .with("answered_by", fields.get("answered_by"))
            .with("answered_on", date);
        "answered"
    };
    let kind = &kinds::QUESTION;
    let made = changes.make_as(kind, state, drafts(kind.readers), values);
    changes.link(made, &link::PART_OF, room.item.id);
    take(room, &mut changes);
    changes
}

/// A promise for a later meeting. One without a day would be forgotten.
fn promise(room: &InRoom<'_>, fields: &Fields) -> (Changes, Vec<Mistake>) {
    let mut changes = changes(room);
    let words = fields.get("due_words");
    let due = due::of(room.records, room.meeting, words);
    let mut wrong = Vec::new();
    if words.is_empty() {
        wrong.push(Mistake::new(
            "due_words",
            "For when: say for which meeting or day, or it would be forgotten",
        ));
    }
    wrong.extend(due.mistake(fields));
    if fields.get("text").is_empty() {
        wrong.push(Mistake::new(
            "text",
            "What was promised: this must be filled in",
        ));
    }
    let values = Values::new()
        .with("text", one_line(fields.get("text")))
        .with("said_by", fields.get("said_by"))
        .with(DATE, room.meeting.text(DATE));
    let made = changes.make(&kinds::MATTER_ARISING, due.said(values));
    changes.link(made, &link::PART_OF, room.item.id);
    due.link(&mut changes, made);
    take(room, &mut changes);
    (changes, wrong)
}

/// What somebody expects, by a day on which it is looked at again.
fn prediction(room: &InRoom<'_>, fields: &Fields) -> (Changes, Vec<Mistake>) {
    let mut changes = changes(room);
    let due = due::of(room.records, room.meeting, fields.get("due_words"));
    let mut wrong = Vec::new();
    if fields.get("text").is_empty() {
        wrong.push(Mistake::new(
            "text",
            "What is expected: this must be filled in",
        ));
    }
    let Some(day) = due.day else {
        let words = format!(
            "By when: {} Say a date or a meeting in the calendar, or nobody can tell whether it was right",
            due.no_day()
        );
        wrong.push(Mistake::new("due_words", words.replace(":  Say", ": say")));
        return (changes, wrong);
    };
    let values = Values::new()
        .with("text", one_line(fields.get("text")))
        .with("said_by", fields.get("said_by"))
        .with("direction", fields.get("direction"))
        .with(DATE, room.meeting.text(DATE))
        .with(DUE, day.to_string());
    let made = changes.make(&kinds::PREDICTION, values);
    changes.link(made, &link::PART_OF, room.item.id);
    if let Some(measure) = waymark_measures::catalogue::find(fields.get("measure")) {
        changes.link(made, &link::ABOUT, End::Measure(measure.name()));
    }
    take(room, &mut changes);
    (changes, wrong)
}

/// A promise that was kept: what was reported, at this item.
fn kept(room: &InRoom<'_>, fields: &Fields) -> Result<Changes, Problem> {
    let promise = of_form(room, fields, "promise").ok_or(Problem::NotFound)?;
    let mut changes = changes(room);
    let read = fields.get("read").parse().unwrap_or(0);
    changes.list.push(Change::Edit {
        record: promise.id,
        read,
        readers: promise.readers,
        values: promise
            .values
            .clone()
            .with("reported", posted::plain_breaks(fields.get("reported"))),
    });
    changes.list.push(Change::Move {
        record: promise.id,
        read: read + 1,
        to: "kept",
    });
    Ok(changes)
}

/// An action that this meeting confirms as done.
fn close(room: &InRoom<'_>, fields: &Fields) -> Result<Changes, Problem> {
    let action = of_form(room, fields, "action").ok_or(Problem::NotFound)?;
    let mut changes = changes(room);
    changes.list.push(Change::Move {
        record: action.id,
        read: fields.get("read").parse().unwrap_or(0),
        to: "closed",
    });
    Ok(changes)
}

/// The item is put off, with a reason.
fn defer(room: &InRoom<'_>, fields: &Fields) -> Changes {
    let mut changes = changes(room).because(fields.get("reason"));
    changes.list.push(Change::Move {
        record: room.item.id,
        read: room.item.version,
        to: "deferred",
    });
    changes
}

/// The record that a form of the room is about.
fn of_form<'a>(room: &InRoom<'a>, fields: &Fields, name: &str) -> Option<&'a Record> {
    let found = room.records.get(RecordId(fields.get(name).parse().ok()?))?;
    // A meeting keeps and closes what was said at meetings of its own body.
    let mine = meetings::meeting_of(room.records, found)
        .is_none_or(|it| meetings::same_body(room.records, it, room.meeting));
    (mine && !found.deleted && room.user.asker().may_read(found)).then_some(found)
}

/// An item at which something was decided was taken.
fn take(room: &InRoom<'_>, changes: &mut Changes) {
    if room.item.state.word == "planned" {
        changes.list.push(Change::Move {
            record: room.item.id,
            read: room.item.version,
            to: "taken",
        });
    }
}

/// Line breaks typed into what is kept on one line become blanks.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

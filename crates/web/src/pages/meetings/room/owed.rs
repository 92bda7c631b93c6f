//! What is owed to a meeting: minutes to approve, promises to be kept, actions to be confirmed as done.

use super::asked::Asked;
use crate::pages::meetings::path;
use crate::pages::records::cite;
use crate::user::User;
use crate::words::counted;
use waymark_data::Day;
use waymark_govuk::{Html, Textarea};
use waymark_programme::{Record, Records, deciding, kinds, meetings};

/// A promise that falls due at this meeting, with a box for what was reported.
pub(super) struct Owed {
    pub(super) id: String,
    pub(super) link: Html,
    pub(super) about: String,
    pub(super) read: u32,
    pub(super) reported: Textarea,
}

/// An action whose evidence is in.
pub(super) struct ToConfirm {
    pub(super) id: String,
    pub(super) link: Html,
    pub(super) about: String,
    pub(super) evidence: String,
    pub(super) read: u32,
}

/// Whether this is the item at which what is owed comes up: the last minutes and matters arising, or the first item of an
/// agenda that has none such.
fn takes_what_is_owed(records: &Records, meeting: &Record, item: &Record) -> bool {
    let speaks = |it: &&&Record| {
        let title = it.title().to_lowercase();
        ["minutes", "matters arising", "action log", "actions from"]
            .iter()
            .any(|word| title.contains(word))
    };
    let items = meetings::items(records, meeting.id);
    let chosen = items.iter().find(speaks).or_else(|| items.first());
    chosen.is_some_and(|it| it.id == item.id)
}

/// Whether the meeting cannot decide anything yet: its day has not come, or nobody recorded that it was held.
fn sits_not(meeting: &Record, today: Day) -> bool {
    deciding::not_sat(meeting, today).is_some()
}

/// Minutes of earlier meetings that wait to be approved: the words, and where.
pub(super) fn minutes(
    records: &Records,
    (user, today): (&User, Day),
    meeting: &Record,
    item: &Record,
) -> Vec<(String, String)> {
    if sits_not(meeting, today) || !takes_what_is_owed(records, meeting, item) {
        return Vec::new();
    }
    meetings::of_same_body(records, meeting)
        .into_iter()
        .filter(|it| it.state.word == "drafted" && it.date() < meeting.date())
        .filter(|it| user.asker().may_read(it))
        .map(|it| {
            let day = it.date().map_or_else(String::new, |it| it.words());
            (
                format!("Approve the minutes of {day} as an accurate record"),
                path(it, &format!("/minutes/approve?item={}", item.id)),
            )
        })
        .collect()
}

/// Promises due by this meeting's day, longest over first.
pub(super) fn promises(
    records: &Records,
    (user, today): (&User, Day),
    meeting: &Record,
    item: &Record,
    asked: &Asked<'_>,
) -> Vec<Owed> {
    let Some(date) = meeting.date() else {
        return Vec::new();
    };
    if sits_not(meeting, today) || !takes_what_is_owed(records, meeting, item) {
        return Vec::new();
    }
    let mut owed: Vec<&Record> = records
        .of(&kinds::MATTER_ARISING)
        .filter(|it| it.is_open() && user.asker().may_read(it))
        .filter(|it| records.due(it).is_some_and(|it| it <= date))
        .filter(|it| of_this_body(records, it, meeting))
        .collect();
    owed.sort_by_key(|it| (records.due(it), it.id));
    owed.into_iter()
        .map(|it| {
            let id = it.id.to_string();
            let mine = asked.value("kept", "promise") == id;
            let (value, error) = if mine {
                (
                    asked.value("kept", "reported"),
                    asked.wrong("kept", "reported"),
                )
            } else {
                ("", "")
            };
            Owed {
                link: cite::link(it),
                about: about(records, it, meeting),
                read: it.version,
                reported: Textarea::new("reported", "What was reported")
                    .id(format!("kept-{id}-reported"))
                    .rows(2_u16)
                    .value(value)
                    .error(error),
                id,
            }
        })
        .collect()
}

/// Actions of this body whose evidence waits for a meeting to confirm it.
pub(super) fn to_confirm(
    records: &Records,
    (user, today): (&User, Day),
    meeting: &Record,
    item: &Record,
) -> Vec<ToConfirm> {
    if sits_not(meeting, today) || !takes_what_is_owed(records, meeting, item) {
        return Vec::new();
    }
    records
        .of(&kinds::ACTION)
        .filter(|it| it.state.word == "evidenced" && user.asker().may_read(it))
        .filter(|it| of_this_body(records, it, meeting))
        .map(|it| ToConfirm {
            id: it.id.to_string(),
            link: cite::link(it),
            about: it.owners().join(", "),
            evidence: it.text("evidence").to_owned(),
            read: it.version,
        })
        .collect()
}

/// Whether something was said at a meeting of the same body, or at none.
fn of_this_body(records: &Records, record: &Record, meeting: &Record) -> bool {
    meetings::meeting_of(records, record)
        .is_none_or(|it| it.id != meeting.id && meetings::same_body(records, it, meeting))
}

fn about(records: &Records, promise: &Record, meeting: &Record) -> String {
    let mut about = Vec::new();
    if !promise.text("said_by").is_empty() {
        about.push(promise.text("said_by").to_owned());
    }
    if !promise.text("item_number").is_empty() {
        about.push(format!("item {}", promise.text("item_number")));
    }
    if let (Some(due), Some(date)) = (records.due(promise), meeting.date()) {
        about.push(format!("promised for {}", due.words()));
        if due < date {
            let days = usize::try_from(due.days_until(date)).unwrap_or(0);
            about.push(format!("{} ago", counted(days, "day", "days")));
        }
    }
    about.join(", ")
}

//! Due words of the room: "September meeting" is looked up in the body's calendar; the words are kept.

use waymark_data::Day;
use waymark_programme::due::{self, When};
use waymark_programme::{Changes, Record, RecordId, Records, Values, kind, link, meetings};

/// When something is due that was said in a meeting.
pub(super) struct Due<'a> {
    /// As it was said.
    words: String,
    /// The day it falls on, where it can be told.
    pub(super) day: Option<Day>,
    /// The meeting it was promised for, where the words name one that is in the calendar.
    pub(super) meeting: Option<&'a Record>,
}

/// What these words mean at this meeting.
pub(super) fn of<'a>(records: &'a Records, held: &Record, words: &str) -> Due<'a> {
    let meetings = meetings::of_same_body(records, held);
    let days: Vec<Day> = meetings.iter().filter_map(|it| it.date()).collect();
    let found = due::read(words);
    let day = found
        .as_ref()
        .and_then(|it| it.when.resolve(held.date(), &days).day);
    let names_a_meeting = found
        .as_ref()
        .is_some_and(|it| matches!(it.when, When::MeetingIn(..) | When::NextMeeting));
    Due {
        words: words.to_owned(),
        meeting: day
            .filter(|_| names_a_meeting)
            .and_then(|day| meetings.into_iter().find(|it| it.date() == Some(day))),
        day,
    }
}

impl Due<'_> {
    /// The words, and the day where no meeting stands for it: a meeting's day can move, and the promise with it.
    pub(super) fn said(&self, values: Values) -> Values {
        let values = values.with("due_words", self.words.as_str());
        match (self.day, self.meeting) {
            (Some(day), None) => values.with(kind::DUE, day.to_string()),
            _ => values,
        }
    }

    /// Links what is promised to its meeting.
    pub(super) fn link(&self, changes: &mut Changes, promised: RecordId) {
        if let Some(meeting) = self.meeting {
            changes.link(promised, &link::PROMISED_FOR, meeting.id);
        }
    }
}

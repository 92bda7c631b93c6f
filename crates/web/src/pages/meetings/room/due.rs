//! Due words of the room: "31 May 2018", "end of May", "September meeting" are read whole, the last in the body's calendar; the
//! words are kept. Words that give no day are said back.

use crate::forms::Fields;
use waymark_data::Day;
use waymark_programme::due::{self, When};
use waymark_programme::{
    Changes, Mistake, Record, RecordId, Records, Values, kind, link, meetings,
};

/// The name of the tick that keeps words although they give no day.
pub(super) const WITHOUT_DAY: &str = "without_day";

/// When something is due that was said in a meeting.
pub(super) struct Due<'a> {
    /// As it was said.
    words: String,
    /// The day it falls on, where it can be told.
    pub(super) day: Option<Day>,
    /// The meeting it was promised for, where the words name one that is in the calendar.
    pub(super) meeting: Option<&'a Record>,
    /// Why there are words and no day.
    amiss: Option<String>,
}

/// What these words mean at this meeting.
pub(super) fn of<'a>(records: &'a Records, held: &Record, words: &str) -> Due<'a> {
    let meetings = meetings::of_same_body(records, held);
    let days: Vec<Day> = meetings.iter().filter_map(|it| it.date()).collect();
    let found = due::whole(words);
    let resolved = found.map(|it| it.resolve(held.date(), &days));
    let day = resolved.as_ref().and_then(|it| it.day);
    let names_a_meeting = matches!(found, Some(When::MeetingIn(..) | When::NextMeeting));
    let amiss = match resolved {
        _ if words.is_empty() || day.is_some() => None,
        Some(it) => Some(format!("“{words}” gives no day. {}", it.told)),
        None => Some(format!("“{words}” is not understood.")),
    };
    Due {
        words: words.to_owned(),
        meeting: day
            .filter(|_| names_a_meeting)
            .and_then(|day| meetings.into_iter().find(|it| it.date() == Some(day))),
        day,
        amiss,
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

    /// What is wrong with words that give no day, unless whoever wrote them says that they shall be kept so.
    pub(super) fn mistake(&self, fields: &Fields) -> Option<Mistake> {
        let amiss = self.amiss.as_ref()?;
        (fields.get(WITHOUT_DAY) != "yes").then(|| {
            Mistake::new(
                "due_words",
                format!(
                    "By when: {amiss} Write a date, like 31 May 2018, “end of May”, “in two weeks” or a meeting of the calendar, \
                     like “June meeting”. Or tick that it has no day"
                ),
            )
        })
    }

    /// Why a prediction, which needs a day, has none.
    pub(super) fn no_day(&self) -> &str {
        self.amiss.as_deref().unwrap_or_default()
    }
}

//! How a due date was moved, as history tells it: first promised for, then for, then for.

use crate::kind::DUE;
use crate::link::PROMISED_FOR;
use crate::record::{Act, Line, RecordId};
use crate::records::Records;
use jiff::Timestamp;
use waymark_data::Day;

/// One time that a due date was moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: String,
    /// Why, if they said.
    pub reason: String,
    /// The meeting, item or resolution that moved it.
    pub minute: Option<RecordId>,
    /// Due until then.
    pub from: Day,
    /// Due since.
    pub to: Day,
}

impl Moved {
    /// Whether to a later day: it slipped.
    #[must_use]
    pub fn later(&self) -> bool {
        self.to > self.from
    }
}

/// The due dates of one record, line of history by line.
#[derive(Debug, Clone, Default)]
pub struct Dates {
    /// The first day it was ever due.
    pub first: Option<Day>,
    /// Every time it was moved, oldest first.
    pub moved: Vec<Moved>,
    said: Option<Day>,
    meetings: Vec<RecordId>,
    known: Option<Day>,
}

impl Dates {
    /// The due dates that these lines of one record's history tell of.
    #[must_use]
    pub fn of<'a>(records: &Records, lines: impl IntoIterator<Item = &'a Line>) -> Self {
        let mut dates = Self::default();
        for line in lines {
            dates.read(records, line);
        }
        dates
    }

    /// Reads the next line. A meeting stands for its date as it is now; erasing a record erases its dates too.
    pub fn read(&mut self, records: &Records, line: &Line) {
        if line.act == Act::Erased {
            *self = Self::default();
            return;
        }
        let Some(body) = &line.body else { return };
        if let Some(values) = &body.values {
            self.said = values.day(DUE);
        }
        if let Some((word, end)) = &body.link
            && word == PROMISED_FOR.word
            && let Ok(meeting) = end.parse().map(RecordId)
        {
            self.meetings.retain(|it| *it != meeting);
            if line.act == Act::Linked {
                self.meetings.push(meeting);
            }
        }
        let promised = self
            .meetings
            .iter()
            .filter_map(|it| records.get(*it)?.date());
        // Between taking one meeting away and naming the next there is no date: that is no move.
        let Some(now) = self.said.or_else(|| promised.min()) else {
            return;
        };
        match self.known {
            None => self.first = Some(now),
            Some(before) if before != now => self.moved.push(Moved {
                at: line.at,
                by: body.by.name.clone(),
                reason: body.reason.clone(),
                minute: body.minute,
                from: before,
                to: now,
            }),
            Some(_) => {}
        }
        self.known = Some(now);
    }

    /// How often it slipped.
    #[must_use]
    pub fn slips(&self) -> usize {
        self.moved.iter().filter(|it| it.later()).count()
    }

    /// By how many days the date it has now is later than the first; 0 if it is not.
    #[must_use]
    pub fn days_slipped(&self) -> u32 {
        let by = self.first.zip(self.known);
        by.map_or(0, |(first, now)| {
            u32::try_from(first.days_until(now)).unwrap_or(0)
        })
    }
}

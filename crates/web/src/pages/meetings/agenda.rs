//! A meeting's agenda: its items in order, numbered, each with the time it begins.

use super::times;
use waymark_programme::{Record, Records, meetings};

/// An item in its place.
pub(super) struct Taken<'a> {
    /// The item.
    pub(super) item: &'a Record,
    /// As it is printed: its own number, or its place; empty of one that is withdrawn.
    pub(super) number: String,
    /// When it begins, as `14:30`; empty where the meeting does not say when it starts.
    pub(super) starts: String,
    /// How many minutes are planned for it.
    pub(super) minutes: u32,
    /// How many minutes the items before it run over into the time it was fixed for; usually none.
    pub(super) squeezed: u32,
}

/// A meeting's items with their times.
pub(super) struct Agenda<'a> {
    /// In the order they are taken.
    pub(super) items: Vec<Taken<'a>>,
    /// When the last of them ends, as `16:30`; empty where it cannot be told.
    pub(super) ends: String,
    /// By how many minutes that is after the meeting's end.
    pub(super) over: u32,
}

/// The agenda. An item with a time of its own begins then; every other follows on the one before.
#[must_use]
pub(super) fn of<'a>(records: &'a Records, meeting: &Record) -> Agenda<'a> {
    let mut clock = times::minutes(meeting.text("starts"));
    let mut place = 0;
    let mut items = Vec::new();
    for item in meetings::items(records, meeting.id) {
        let withdrawn = item.state.word == "withdrawn";
        let minutes = item.text("planned_minutes").parse().unwrap_or(0);
        let mut taken = Taken {
            item,
            number: String::new(),
            starts: String::new(),
            minutes,
            squeezed: 0,
        };
        if !withdrawn {
            place += 1;
            taken.number = match item.text("number") {
                "" => place.to_string(),
                own => own.to_owned(),
            };
            if let Some(fixed) = times::minutes(item.text("starts")) {
                taken.squeezed = clock.map_or(0, |it| it.saturating_sub(fixed));
                clock = Some(fixed);
            }
            if let Some(now) = clock {
                taken.starts = times::time(now);
                clock = Some(now + minutes);
            }
        }
        items.push(taken);
    }
    let end = times::minutes(meeting.text("ends"));
    Agenda {
        ends: clock
            .filter(|_| items.iter().any(|it| it.minutes > 0))
            .map_or_else(String::new, times::time),
        over: clock
            .zip(end)
            .map_or(0, |(clock, end)| clock.saturating_sub(end)),
        items,
    }
}

impl<'a> Agenda<'a> {
    /// The item with this number, its place and its neighbours.
    pub(super) fn place(&self, item: &Record) -> Option<usize> {
        self.items.iter().position(|it| it.item.id == item.id)
    }

    /// What is planned in all, in words: "Ends about 4:30pm, 15 minutes after the meeting's end." Empty where no minutes
    /// are planned.
    pub(super) fn ends_words(&self) -> String {
        if self.ends.is_empty() {
            return String::new();
        }
        let ends = times::clock(&self.ends);
        match self.over {
            0 => format!("As timed, the last item ends at {ends}."),
            over => format!(
                "As timed, the last item ends at {ends}, {} after the meeting is to end.",
                crate::words::counted(over as usize, "minute", "minutes")
            ),
        }
    }

    /// The items that will be or were taken.
    pub(super) fn standing(&self) -> impl Iterator<Item = &Taken<'a>> {
        self.items
            .iter()
            .filter(|it| it.item.state.word != "withdrawn")
    }
}

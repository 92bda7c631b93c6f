//! The book the story is written in: each change on its day, by its author, in any order; read back in the order of time.

use jiff::Timestamp;
use jiff::civil::Time;
use std::collections::BTreeMap;
use waymark_data::Day;
use waymark_programme::change::Change;
use waymark_programme::kind::Kind;
use waymark_programme::link::{End, LinkKind};
use waymark_programme::record::{Author, RecordId, Values};
use waymark_programme::{Changes, Readers};

/// Changes that belong together, with the moment they were made.
#[derive(Debug, Clone)]
pub struct Dated {
    /// When.
    pub at: Timestamp,
    /// What. Records that earlier lists make are numbered from 1 in the order they are made, as an empty store numbers
    /// them; those of this list go by negative numbers, as in every list.
    pub changes: Changes,
}

/// A record of the story, in the order it was written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Told(usize);

/// Everything told so far.
#[derive(Default)]
pub(super) struct Life {
    acts: Vec<Act>,
    made: usize,
}

struct Act {
    on: Day,
    time: Time,
    by: &'static str,
    minute: Option<Told>,
    reason: String,
    what: What,
}

enum What {
    Make(Told, &'static Kind, &'static str, Readers, Values),
    Set(Told, Values),
    Go(Told, &'static str),
    Open(Told),
    Link(Told, &'static LinkKind, To),
}

/// Where a link of the story ends.
#[derive(Clone)]
pub(super) enum To {
    Told(Told),
    Measure(&'static str),
}

impl From<Told> for To {
    fn from(told: Told) -> Self {
        Self::Told(told)
    }
}

impl From<&'static str> for To {
    fn from(id: &'static str) -> Self {
        Self::Measure(id)
    }
}

/// A day of the story.
pub(super) fn day(text: &str) -> Day {
    text.parse().expect("the story's days are real")
}

impl Life {
    /// A pen for what somebody writes on a day, at ten in the morning unless told otherwise.
    pub(super) fn on(&mut self, on: &str, by: &'static str) -> Pen<'_> {
        Pen {
            life: self,
            on: day(on),
            time: Time::constant(10, 0, 0, 0),
            by,
            minute: None,
            reason: String::new(),
        }
    }
}

/// Writes changes of one person on one day.
pub(super) struct Pen<'a> {
    life: &'a mut Life,
    on: Day,
    time: Time,
    by: &'static str,
    minute: Option<Told>,
    reason: String,
}

impl Pen<'_> {
    /// At another hour.
    pub(super) fn at(mut self, hour: i8) -> Self {
        self.time = Time::constant(hour, 0, 0, 0);
        self
    }

    /// As this meeting or item decided.
    pub(super) fn minute(mut self, minute: Told) -> Self {
        self.minute = Some(minute);
        self
    }

    /// For this reason.
    pub(super) fn because(mut self, reason: &str) -> Self {
        reason.clone_into(&mut self.reason);
        self
    }

    fn write(&mut self, what: What) {
        self.life.acts.push(Act {
            on: self.on,
            time: self.time,
            by: self.by,
            minute: self.minute,
            reason: self.reason.clone(),
            what,
        });
    }

    /// A new record. A field that holds a list takes one line for each.
    pub(super) fn make(&mut self, kind: &'static Kind, held: &[(&str, &str)]) -> Told {
        self.make_in(kind, kind.states[0].word, held)
    }

    /// A new record that is in this state from the first.
    pub(super) fn make_in(
        &mut self,
        kind: &'static Kind,
        state: &'static str,
        held: &[(&str, &str)],
    ) -> Told {
        self.make_for(kind, state, kind.readers, held)
    }

    /// A new record for these readers.
    pub(super) fn make_for(
        &mut self,
        kind: &'static Kind,
        state: &'static str,
        readers: Readers,
        held: &[(&str, &str)],
    ) -> Told {
        let told = Told(self.life.made);
        self.life.made += 1;
        self.write(What::Make(told, kind, state, readers, values(kind, held)));
        told
    }

    /// Fills fields of a record.
    pub(super) fn set(&mut self, told: Told, kind: &'static Kind, held: &[(&str, &str)]) {
        self.write(What::Set(told, values(kind, held)));
    }

    /// Moves a record to a state.
    pub(super) fn go(&mut self, told: Told, state: &'static str) {
        self.write(What::Go(told, state));
    }

    /// Opens a record to everybody.
    pub(super) fn open(&mut self, told: Told) {
        self.write(What::Open(told));
    }

    /// Links a record to another or to a measure.
    pub(super) fn link(&mut self, from: Told, link: &'static LinkKind, to: impl Into<To>) {
        self.write(What::Link(from, link, to.into()));
    }

    /// Links a record to several measures.
    pub(super) fn links(&mut self, from: Told, link: &'static LinkKind, measures: &[&'static str]) {
        for measure in measures {
            self.link(from, link, *measure);
        }
    }
}

fn values(kind: &'static Kind, held: &[(&str, &str)]) -> Values {
    held.iter().fold(Values::new(), |values, (name, text)| {
        let field = kind.field(name);
        assert!(field.is_some(), "{} has no field {name}", kind.word);
        if field.is_some_and(|it| it.holds.many()) {
            values.with_list(name, text.lines().filter(|it| !it.is_empty()))
        } else {
            values.with(name, *text)
        }
    })
}

impl Life {
    /// The story in the order of time.
    pub(super) fn in_order(mut self) -> Vec<Dated> {
        self.wait_for_what_is_linked();
        self.acts.sort_by_key(|it| (it.on, it.time));
        let mut numbers: BTreeMap<Told, i64> = BTreeMap::new();
        let mut standing: BTreeMap<Told, (u32, Values, Readers)> = BTreeMap::new();
        let mut all: Vec<Dated> = Vec::new();
        let mut acts = self.acts.into_iter().peekable();
        while let Some(first) = acts.next() {
            let mut list = vec![first];
            while let Some(next) = acts.next_if(|it| it.goes_with(&list[0]) && !it.changes(&list)) {
                list.push(next);
            }
            all.push(dated(list, &mut numbers, &mut standing));
        }
        all
    }
}

impl Life {
    /// A link to what comes later is made a minute after that came.
    fn wait_for_what_is_linked(&mut self) {
        let made: BTreeMap<Told, (Day, Time)> = self
            .acts
            .iter()
            .filter_map(|it| match &it.what {
                What::Make(told, ..) => Some((*told, (it.on, it.time))),
                _ => None,
            })
            .collect();
        for act in &mut self.acts {
            if let What::Set(told, values) = &act.what {
                assert!(
                    made[told] <= (act.on, act.time),
                    "on {}: told before it was made: {values:?}",
                    act.on
                );
            }
            if let What::Go(told, to) = &act.what {
                assert!(
                    made[told] <= (act.on, act.time),
                    "on {}: {to} before it was made on {}",
                    act.on,
                    made[told].0
                );
            }
            let What::Link(from, _, to) = &act.what else {
                continue;
            };
            let mut latest = made[from];
            if let To::Told(to) = to {
                latest = latest.max(made[to]);
            }
            if latest > (act.on, act.time) {
                act.on = latest.0;
                act.time = latest.1.wrapping_add(jiff::SignedDuration::from_secs(60));
            }
        }
    }
}

impl Act {
    /// Whether it changes what one of these makes: that is for the next list, once there is a number.
    fn changes(&self, list: &[Self]) -> bool {
        let (What::Set(told, _) | What::Go(told, _) | What::Open(told)) = &self.what else {
            return false;
        };
        list.iter()
            .any(|it| matches!(&it.what, What::Make(made, ..) if made == told))
    }

    fn goes_with(&self, other: &Self) -> bool {
        (self.on, self.time, self.by, self.minute, &self.reason)
            == (other.on, other.time, other.by, other.minute, &other.reason)
    }
}

fn dated(
    acts: Vec<Act>,
    numbers: &mut BTreeMap<Told, i64>,
    standing: &mut BTreeMap<Told, (u32, Values, Readers)>,
) -> Dated {
    let before = i64::try_from(numbers.len()).expect("a story has an end");
    let first = &acts[0];
    let at = first
        .on
        .date()
        .to_datetime(first.time)
        .to_zoned(jiff::tz::TimeZone::UTC)
        .expect("the story's moments are real")
        .timestamp();
    let name = |told: Told, numbers: &BTreeMap<Told, i64>| {
        let number = numbers.get(&told).copied();
        let number = number.expect("a story tells of what it has made");
        RecordId(if number > before {
            before - number
        } else {
            number
        })
    };
    let mut changes = Changes::by(Author {
        account: None,
        name: first.by.to_owned(),
    })
    .because(first.reason.clone());
    changes.minute = first.minute.map(|it| name(it, numbers));
    for act in acts {
        match act.what {
            What::Make(told, kind, state, readers, values) => {
                let number = i64::try_from(numbers.len() + 1).expect("a story has an end");
                numbers.insert(told, number);
                standing.insert(told, (1, values.clone(), readers));
                changes.make_as(kind, state, readers, values);
            }
            What::Set(told, values) => {
                let record = name(told, numbers);
                let now = standing.get_mut(&told).expect("it was made");
                now.1.0.extend(values.0);
                changes.list.push(Change::Edit {
                    record,
                    read: now.0,
                    readers: now.2,
                    values: now.1.clone(),
                });
                now.0 += 1;
            }
            What::Open(told) => {
                let record = name(told, numbers);
                let now = standing.get_mut(&told).expect("it was made");
                now.2 = Readers::Public;
                changes.list.push(Change::Edit {
                    record,
                    read: now.0,
                    readers: now.2,
                    values: now.1.clone(),
                });
                now.0 += 1;
            }
            What::Go(told, to) => {
                let record = name(told, numbers);
                let now = standing.get_mut(&told).expect("it was made");
                changes.list.push(Change::Move {
                    record,
                    read: now.0,
                    to,
                });
                now.0 += 1;
            }
            What::Link(from, link, to) => {
                let from = name(from, numbers);
                match to {
                    To::Told(to) => changes.link(from, link, name(to, numbers)),
                    To::Measure(id) => changes.link(from, link, End::Measure(id.to_owned())),
                }
            }
        }
    }
    Dated { at, changes }
}

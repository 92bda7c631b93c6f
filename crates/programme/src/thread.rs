//! The golden thread: the whole chain round a record, where it came from and what came of it (S-304).

use crate::kind::DATE;
use crate::link::{self, End, LinkKind};
use crate::record::{Record, RecordId};
use crate::records::Records;
use std::collections::{HashSet, VecDeque};
use waymark_data::Day;

/// The most records and measures a thread shows.
pub const MOST: usize = 400;

/// A chain of records and measures round one of them, as it is read: each step stands after the one it was reached from,
/// earlier before later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thread {
    /// Its steps; the first is where it begins.
    pub steps: Vec<Step>,
    /// Whether there is more than [`MOST`]: the nearest are shown.
    pub more: bool,
}

/// One record or measure of a thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What it is.
    pub at: End,
    /// How many links away from the beginning.
    pub depth: u32,
    /// The step it was reached from, as its place in [`Thread::steps`]; none for the beginning.
    pub from: Option<usize>,
    /// The link by which it was reached; none for the beginning.
    pub link: Option<&'static LinkKind>,
    /// Whether the link begins at the step it was reached from.
    pub forwards: bool,
    /// The day it is dated.
    pub date: Option<Day>,
}

impl Step {
    /// The link in words, as the step it was reached from reads it: "Led to".
    #[must_use]
    pub fn words(&self) -> &'static str {
        match self.link {
            Some(link) if self.forwards => link.forwards,
            Some(link) => link.backwards,
            None => "",
        }
    }

    /// Whether the step leads towards where things came from, not towards what came of them.
    #[must_use]
    pub fn back(&self) -> bool {
        self.link.is_some_and(|it| looks_back(it) == self.forwards)
    }
}

/// Whether a link leads, read forwards, to what was there before.
fn looks_back(link: &LinkKind) -> bool {
    ![
        &link::MEASURED_BY,
        &link::AFFECTS,
        &link::EVIDENCE_FOR,
        &link::PROMISED_FOR,
        &link::PRESENTED_AT,
    ]
    .contains(&link)
}

/// What so much hangs on that a thread which went on through it would be about everything: it is shown, and the thread
/// ends there, unless it began there.
const HUBS: &[&str] = &[
    "meeting", "body", "member", "plan", "priority", "visit", "document", "term",
];

/// The thread round a record or a measure, through what this reader may read. Nearest first, up to [`MOST`].
#[must_use]
pub fn thread(records: &Records, start: &End, may_read: impl Fn(&Record) -> bool) -> Thread {
    let mut found = vec![Step {
        at: start.clone(),
        depth: 0,
        from: None,
        link: None,
        forwards: true,
        date: date_of(records, start),
    }];
    let mut seen: HashSet<End> = HashSet::from([start.clone()]);
    let mut waiting: VecDeque<usize> = VecDeque::from([0]);
    let mut more = false;
    'all: while let Some(here) = waiting.pop_front() {
        let mut next = neighbours(records, &found[here].at, &may_read);
        next.sort_by(|a, b| (a.date, &a.at).cmp(&(b.date, &b.at)));
        for step in next {
            if !seen.insert(step.at.clone()) {
                continue;
            }
            if found.len() == MOST {
                more = true;
                break 'all;
            }
            if goes_on(records, &step.at) {
                waiting.push_back(found.len());
            }
            found.push(Step {
                depth: found[here].depth + 1,
                from: Some(here),
                ..step
            });
        }
    }
    Thread {
        steps: as_read(found),
        more,
    }
}

/// Everything one link away.
fn neighbours(records: &Records, at: &End, may_read: &impl Fn(&Record) -> bool) -> Vec<Step> {
    let step = |to: End, link, forwards| {
        let readable = match &to {
            End::Measure(_) => true,
            End::Record(id) => records
                .get(*id)
                .is_some_and(|it| !it.deleted && may_read(it)),
        };
        readable.then(|| Step {
            date: date_of(records, &to),
            at: to,
            depth: 0,
            from: None,
            link: Some(link),
            forwards,
        })
    };
    let (away, here): (&[link::Link], &[link::Link]) = match at {
        End::Record(id) => (records.links_from(*id), records.links_to(*id)),
        End::Measure(id) => (&[], records.links_to_measure(id)),
    };
    let away = away
        .iter()
        .filter_map(|it| step(it.to.clone(), it.kind, true));
    let here = here
        .iter()
        .filter_map(|it| step(End::Record(it.from), it.kind, false));
    away.chain(here).collect()
}

fn goes_on(records: &Records, at: &End) -> bool {
    match at {
        End::Measure(_) => false,
        End::Record(id) => records
            .get(*id)
            .is_some_and(|it| !HUBS.contains(&it.kind.word)),
    }
}

/// The day a record is dated: its own, else the meeting's it is part of, else the day it is due, else the day it was made.
fn date_of(records: &Records, at: &End) -> Option<Day> {
    let End::Record(id) = at else { return None };
    let record = records.get(*id)?;
    record
        .day(DATE)
        .or_else(|| crate::meetings::meeting_of(records, record).and_then(Record::date))
        .or_else(|| record.day("start"))
        .or_else(|| records.due(record))
}

/// Puts each step after the one it was reached from.
fn as_read(found: Vec<Step>) -> Vec<Step> {
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); found.len()];
    for (at, step) in found.iter().enumerate() {
        if let Some(from) = step.from {
            children[from].push(at);
        }
    }
    let mut places = vec![0; found.len()];
    let mut order = Vec::with_capacity(found.len());
    let mut open = vec![0];
    while let Some(at) = open.pop() {
        places[at] = order.len();
        order.push(at);
        open.extend(children[at].iter().rev());
    }
    order
        .into_iter()
        .map(|at| Step {
            from: found[at].from.map(|it| places[it]),
            ..found[at].clone()
        })
        .collect()
}

impl Thread {
    /// The records of a thread.
    pub fn records(&self) -> impl Iterator<Item = RecordId> {
        self.steps.iter().filter_map(|it| match it.at {
            End::Record(id) => Some(id),
            End::Measure(_) => None,
        })
    }

    /// The ids of the measures of a thread.
    pub fn measures(&self) -> impl Iterator<Item = &str> {
        self.steps.iter().filter_map(|it| match &it.at {
            End::Measure(id) => Some(id.as_str()),
            End::Record(_) => None,
        })
    }
}

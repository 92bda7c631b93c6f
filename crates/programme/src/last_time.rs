//! "What we said last time": what was resolved, asked for, promised and predicted before on the subject of an item.

use crate::kind::Kind;
use crate::kinds::{
    ACTION, AGENDA_ITEM, MATTER_ARISING, PREDICTION, QUESTION, RECOMMENDATION, REPORT_BACK,
    RESOLUTION,
};
use crate::link::{self, End};
use crate::meetings::{meeting_of, of_same_body, said_on};
use crate::permit::same;
use crate::record::{Record, RecordId};
use crate::records::Records;
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap, HashSet};
use waymark_data::Day;

/// What was said before on a subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastTime<'a> {
    /// What was said, most useful first: overdue, then still open, then what came of predictions, then resolutions, the
    /// latest first.
    pub said: Vec<Said<'a>>,
    /// The earlier items on it, the latest first.
    pub items: Vec<&'a Record>,
    /// The day of the latest of them.
    pub last: Option<Day>,
    /// The measures of the subject, by id: what they have done since is for the caller to say.
    pub measures: Vec<String>,
}

/// One thing said before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said<'a> {
    /// The resolution, action, promise, prediction, question or recommendation.
    pub record: &'a Record,
    /// The meeting it was said at, where that is known.
    pub meeting: Option<&'a Record>,
    /// The day it was said.
    pub on: Option<Day>,
    /// The day the same was first said, where it goes on from something earlier.
    pub first_said: Option<Day>,
    /// How often it was said: 2 for a promise that was made again once.
    pub times: u32,
    /// The day it is due.
    pub due: Option<Day>,
    /// By how many days it is past its day.
    pub days_over: Option<u32>,
    /// Whether it was said under an earlier form of the very item, not elsewhere on the same subject.
    pub same_item: bool,
}

/// What was said before on a record's subject, before the meeting it belongs to, of what this reader may read.
#[must_use]
pub fn last_time<'a>(
    records: &'a Records,
    record: &'a Record,
    today: Day,
    may_read: impl Fn(&Record) -> bool,
) -> LastTime<'a> {
    Before::of(records, meeting_of(records, record), today, may_read).on(record)
}

/// What was said before a meeting. A page that asks for every item of the agenda asks one of these, since items share
/// subjects, and what was said on a measure over years is read once.
pub struct Before<'a, R> {
    records: &'a Records,
    meeting: Option<&'a Record>,
    /// The meetings of the same body up to it.
    meetings: Vec<&'a Record>,
    today: Day,
    may_read: R,
    /// What each record says that somebody asked for, none where it says nothing here; whether it was said under the very
    /// item differs by item.
    read: HashMap<RecordId, Option<Said<'a>>>,
}

impl<'a, R: Fn(&Record) -> bool> Before<'a, R> {
    /// What was said before this meeting; ever, without one. Of what this reader may read.
    #[must_use]
    pub fn of(records: &'a Records, meeting: Option<&'a Record>, today: Day, may_read: R) -> Self {
        let meetings = meeting.map_or_else(Vec::new, |own| {
            of_same_body(records, own)
                .into_iter()
                .filter(|it| it.id != own.id && it.date() <= own.date())
                .collect()
        });
        Self {
            records,
            meeting,
            meetings,
            today,
            may_read,
            read: HashMap::new(),
        }
    }

    /// What was said before on a record's subject.
    #[must_use]
    pub fn on(&mut self, record: &'a Record) -> LastTime<'a> {
        let records = self.records;
        let items = self.incarnations(record);
        let subject = Subject::of(records, record, &items);
        let mut said: Vec<Said<'a>> = Vec::new();
        for id in subject.hangs_on(records) {
            if id != record.id
                && let Some(found) = self.said(id)
            {
                said.push(Said {
                    same_item: subject.is_of_item(records, id),
                    ..found.clone()
                });
            }
        }
        said.sort_by_cached_key(useful);
        LastTime {
            last: items.iter().filter_map(|it| said_on(records, it)).max(),
            items,
            measures: subject.measures.into_iter().collect(),
            said,
        }
    }

    fn said(&mut self, id: RecordId) -> Option<&Said<'a>> {
        if !self.read.contains_key(&id) {
            let said = self.read(id);
            self.read.insert(id, said);
        }
        self.read.get(&id)?.as_ref()
    }

    /// What a record says, if it was said before the meeting.
    fn read(&self, id: RecordId) -> Option<Said<'a>> {
        let records = self.records;
        let record = records
            .get(id)
            .filter(|it| !it.deleted && is_said(it) && (self.may_read)(it))?;
        let meeting = meeting_of(records, record);
        let own = self.meeting.map(|it| it.id);
        if own.is_some() && meeting.map(|it| it.id) == own {
            return None;
        }
        let on = record.date().or_else(|| meeting.and_then(Record::date));
        let before = self.meeting.and_then(Record::date);
        if before.is_some_and(|before| on.is_some_and(|on| on > before)) {
            return None;
        }
        let (first_said, times) = first_said(records, record);
        Some(Said {
            record,
            meeting,
            on,
            first_said: first_said.filter(|it| Some(*it) != on),
            times,
            due: records.due(record),
            days_over: records.days_over(record, self.today),
            same_item: false,
        })
    }

    /// The earlier items that this one goes on from: linked, or of the same title at an earlier meeting of the same body;
    /// the latest first.
    fn incarnations(&self, record: &'a Record) -> Vec<&'a Record> {
        let records = self.records;
        if !record.is(&AGENDA_ITEM) {
            return Vec::new();
        }
        let mut found: Vec<&Record> = Vec::new();
        let mut open = vec![record];
        let mut seen = HashSet::from([record.id]);
        while let Some(at) = open.pop() {
            for earlier in records.leads_to(at.id, &link::CONTINUES) {
                if earlier.is(&AGENDA_ITEM) && seen.insert(earlier.id) {
                    found.push(earlier);
                    open.push(earlier);
                }
            }
        }
        for meeting in &self.meetings {
            for item in records.parts(meeting.id, &AGENDA_ITEM) {
                if same(item.title(), record.title()) && seen.insert(item.id) {
                    found.push(item);
                }
            }
        }
        found.sort_by_key(|it| Reverse((said_on(records, it), it.id)));
        found
    }
}

/// The kinds of which something may still be expected, and those that stand for good.
const OPEN: &[&Kind] = &[
    &ACTION,
    &MATTER_ARISING,
    &QUESTION,
    &RECOMMENDATION,
    &REPORT_BACK,
];

fn is_said(record: &Record) -> bool {
    record.is(&RESOLUTION)
        || record.is(&PREDICTION)
        || OPEN.contains(&record.kind) && record.is_open()
}

/// Overdue first, longest first; then open, soonest first; then predictions; then resolutions, latest first.
fn useful(
    said: &Said<'_>,
) -> (
    u8,
    Reverse<u32>,
    Option<Day>,
    Reverse<Option<Day>>,
    RecordId,
) {
    let open = said.record.is_open() && !said.record.is(&RESOLUTION);
    let rank = match said.days_over {
        Some(_) => 0,
        None if open => 1,
        None if said.record.is(&PREDICTION) => 2,
        None => 3,
    };
    let due = said.due.filter(|_| open);
    (
        rank,
        Reverse(said.days_over.unwrap_or(0)),
        // What is open without a day comes after what has one.
        due.or(open.then_some(Day::from_number(i32::MAX))),
        Reverse(said.on),
        said.record.id,
    )
}

/// What an item is about.
#[derive(Default)]
struct Subject {
    /// The item and its earlier forms.
    items: BTreeSet<RecordId>,
    /// What they are about, with its parts.
    records: BTreeSet<RecordId>,
    /// The measures of all these.
    measures: BTreeSet<String>,
}

impl Subject {
    fn of(records: &Records, record: &Record, items: &[&Record]) -> Self {
        let mut subject = Self::default();
        if record.is(&AGENDA_ITEM) {
            subject.items.insert(record.id);
            subject.items.extend(items.iter().map(|it| it.id));
        } else {
            subject.add(records, record.id);
        }
        for item in subject.items.clone() {
            for link in records.links_from(item) {
                if *link.kind == link::ABOUT {
                    match &link.to {
                        End::Record(to) => subject.add(records, *to),
                        End::Measure(id) => {
                            subject.measures.insert(id.clone());
                        }
                    }
                }
            }
        }
        subject
    }

    /// A record, its parts, and the measures of all of them.
    fn add(&mut self, records: &Records, id: RecordId) {
        if self.items.contains(&id) || !self.records.insert(id) {
            return;
        }
        self.measures
            .extend(records.measures_of(id).map(ToOwned::to_owned));
        let parts: Vec<RecordId> = records
            .led_here(id, &link::PART_OF)
            .filter(|it| !it.is(&AGENDA_ITEM))
            .map(|it| it.id)
            .collect();
        for part in parts {
            self.add(records, part);
        }
    }

    /// Every record with a link to or from the subject, and what hangs on the resolutions among them.
    fn hangs_on(&self, records: &Records) -> BTreeSet<RecordId> {
        let mut found: BTreeSet<RecordId> = BTreeSet::new();
        let mut near = |id: RecordId| {
            found.insert(id);
            found.extend(records.links_to(id).iter().map(|it| it.from));
            found.extend(records.links_from(id).iter().filter_map(|it| match it.to {
                End::Record(to) => Some(to),
                End::Measure(_) => None,
            }));
        };
        self.items
            .iter()
            .chain(&self.records)
            .for_each(|it| near(*it));
        for measure in &self.measures {
            found.extend(records.links_to_measure(measure).iter().map(|it| it.from));
        }
        let resolved: Vec<RecordId> = found
            .iter()
            .filter_map(|it| records.get(*it))
            .filter(|it| it.is(&RESOLUTION))
            .flat_map(|it| records.led_here(it.id, &link::CAME_FROM))
            .map(|it| it.id)
            .collect();
        found.extend(resolved);
        found
    }

    /// Whether a record was said under one of the items: part of it, or from it or its resolution.
    fn is_of_item(&self, records: &Records, id: RecordId) -> bool {
        let above = |id: RecordId| {
            records
                .links_from(id)
                .iter()
                .filter(|it| *it.kind == link::PART_OF || *it.kind == link::CAME_FROM)
                .filter_map(|it| match it.to {
                    End::Record(to) => Some(to),
                    End::Measure(_) => None,
                })
        };
        above(id).any(|it| self.items.contains(&it) || above(it).any(|it| self.items.contains(&it)))
    }
}

/// The day the same was first said, and how often it has been.
fn first_said(records: &Records, record: &Record) -> (Option<Day>, u32) {
    let mut at = record;
    let mut seen = HashSet::from([record.id]);
    let mut times = 1;
    while let Some(earlier) = records
        .leads_to(at.id, &link::CONTINUES)
        .find(|it| it.is(&ACTION) || it.kind == at.kind)
        .filter(|it| seen.insert(it.id))
    {
        at = earlier;
        times += 1;
    }
    (said_on(records, at), times)
}

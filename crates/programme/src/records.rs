//! Every record and link at one moment. Pages, search and the thread read this, never the store.
//!
//! A council's programme fits in memory many times over (20,000 records are some 30 MB), so a page reads one state of it
//! without waiting for anybody. Records and links are shared: a later state copies only what changed.

use crate::kind::{self, Kind};
use crate::link::{self, End, Link, LinkKind};
use crate::record::{Record, RecordId};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use waymark_data::Day;

/// Every record and link at one moment.
#[derive(Debug, Clone, Default)]
pub struct Records {
    /// The place in the chain of history of the last change it knows.
    pub seq: i64,
    /// By number; a number that was given out and not used is empty.
    all: Vec<Option<Arc<Kept>>>,
    out: Vec<Arc<[Link]>>,
    into: Vec<Arc<[Link]>>,
    measures: BTreeMap<String, Arc<[Link]>>,
    /// The places of each kind's records, in order: pages ask for a kind far more often than for everything.
    kinds: BTreeMap<&'static str, Arc<Vec<usize>>>,
}

/// A record and its text in small letters, for search.
#[derive(Debug)]
struct Kept {
    record: Record,
    searched: Box<str>,
}

/// What changed since an earlier state: whole records, and every link that begins at one of them.
#[derive(Debug, Default)]
pub struct News {
    /// The place in the chain of the last change.
    pub seq: i64,
    /// Records as they stand now.
    pub records: Vec<Record>,
    /// Every link that begins at one of these records.
    pub links: Vec<Link>,
}

impl Records {
    /// This state with the news laid over it.
    #[must_use]
    pub fn with(&self, news: News) -> Self {
        let mut next = self.clone();
        next.seq = news.seq;
        let mut touched: BTreeSet<RecordId> = BTreeSet::new();
        let mut measures: BTreeSet<String> = BTreeSet::new();
        let mut links: BTreeMap<RecordId, Vec<Link>> = BTreeMap::new();
        for record in news.records {
            let Some(place) = place(record.id) else {
                continue;
            };
            next.grow(place);
            links.insert(record.id, Vec::new());
            if next.all[place].is_none() {
                let of_kind = Arc::make_mut(next.kinds.entry(record.kind.word).or_default());
                let at = of_kind.partition_point(|it| *it < place);
                of_kind.insert(at, place);
            }
            next.all[place] = Some(Arc::new(Kept {
                searched: searched(&record),
                record,
            }));
        }
        for link in news.links {
            links.entry(link.from).or_default().push(link);
        }
        for (from, now) in links {
            let Some(at) = place(from) else { continue };
            next.grow(at);
            for link in next.out[at].iter().chain(&now) {
                match &link.to {
                    End::Record(to) => {
                        touched.insert(*to);
                    }
                    End::Measure(id) => {
                        measures.insert(id.clone());
                    }
                }
            }
            next.out[at] = now.into();
        }
        next.turn_round(&touched, &measures);
        next
    }

    /// Makes the links that lead to these ends anew from those that begin anywhere.
    fn turn_round(&mut self, touched: &BTreeSet<RecordId>, measures: &BTreeSet<String>) {
        let mut into: BTreeMap<RecordId, Vec<Link>> =
            touched.iter().map(|it| (*it, Vec::new())).collect();
        let mut to_measures: BTreeMap<&String, Vec<Link>> =
            measures.iter().map(|it| (it, Vec::new())).collect();
        if into.is_empty() && to_measures.is_empty() {
            return;
        }
        for link in self.out.iter().flat_map(|it| it.iter()) {
            match &link.to {
                End::Record(to) => {
                    if let Some(found) = into.get_mut(to) {
                        found.push(link.clone());
                    }
                }
                End::Measure(id) => {
                    if let Some(found) = to_measures.get_mut(id) {
                        found.push(link.clone());
                    }
                }
            }
        }
        for (id, links) in to_measures {
            self.measures.insert(id.clone(), links.into());
        }
        for (to, links) in into {
            let Some(at) = place(to) else { continue };
            self.grow(at);
            self.into[at] = links.into();
        }
    }

    /// This state as somebody reads it who may not read everything: what they may not read is not in it, nor is any link
    /// to it, so that nothing counted, named or reasoned from it tells them. Where they may read all, nothing is copied.
    #[must_use]
    pub fn as_read(self: &Arc<Self>, may_read: impl Fn(&Record) -> bool) -> Arc<Self> {
        let hidden: Vec<bool> = self
            .all
            .iter()
            .map(|it| it.as_ref().is_some_and(|it| !may_read(&it.record)))
            .collect();
        if !hidden.contains(&true) {
            return Arc::clone(self);
        }
        let is_hidden = |id: RecordId| place(id).and_then(|at| hidden.get(at)) == Some(&true);
        let leads_there = |link: &Link| {
            is_hidden(link.from) || matches!(link.to, End::Record(to) if is_hidden(to))
        };
        let readable = |links: &Arc<[Link]>| -> Arc<[Link]> {
            if links.iter().any(leads_there) {
                links
                    .iter()
                    .filter(|it| !leads_there(it))
                    .cloned()
                    .collect()
            } else {
                Arc::clone(links)
            }
        };
        Arc::new(Self {
            seq: self.seq,
            all: self
                .all
                .iter()
                .zip(&hidden)
                .map(|(it, hidden)| if *hidden { None } else { it.clone() })
                .collect(),
            out: self.out.iter().map(readable).collect(),
            into: self.into.iter().map(readable).collect(),
            measures: self
                .measures
                .iter()
                .map(|(id, links)| (id.clone(), readable(links)))
                .collect(),
            kinds: self
                .kinds
                .iter()
                .map(|(kind, places)| {
                    let readable = places.iter().copied().filter(|at| !hidden[*at]);
                    (*kind, Arc::new(readable.collect()))
                })
                .collect(),
        })
    }

    fn grow(&mut self, place: usize) {
        if self.all.len() <= place {
            self.all.resize(place + 1, None);
            self.out.resize_with(place + 1, || Arc::from([]));
            self.into.resize_with(place + 1, || Arc::from([]));
        }
    }

    /// The record of this number, deleted or not.
    #[must_use]
    pub fn get(&self, id: RecordId) -> Option<&Record> {
        Some(&self.all.get(place(id)?)?.as_ref()?.record)
    }

    /// The record of this reference ("ACT-31", in any case), deleted or not.
    #[must_use]
    pub fn cited(&self, reference: &str) -> Option<&Record> {
        let (prefix, number) = reference.trim().rsplit_once('-')?;
        let found = self.get(RecordId(number.parse().ok()?))?;
        found
            .kind
            .prefix
            .eq_ignore_ascii_case(prefix)
            .then_some(found)
    }

    /// Every record that is not deleted, by number.
    pub fn all(&self) -> impl DoubleEndedIterator<Item = &Record> {
        self.everything().filter(|it| !it.deleted)
    }

    /// Every record, the deleted too.
    pub fn everything(&self) -> impl DoubleEndedIterator<Item = &Record> {
        self.all.iter().flatten().map(|it| &it.record)
    }

    /// Every record of a kind that is not deleted, by number.
    pub fn of<'a>(&'a self, kind: &'a Kind) -> impl DoubleEndedIterator<Item = &'a Record> {
        self.kinds
            .get(kind.word)
            .map_or(&[][..], |it| it.as_slice())
            .iter()
            .filter_map(|at| self.all[*at].as_ref())
            .map(|it| &it.record)
            .filter(|it| !it.deleted)
    }

    /// The records whose text, reference or names hold every one of these words, in any case, by number. A word begins a
    /// word of the text or stands within it; words in quotation marks stand together as they are written.
    pub fn search<'a>(&'a self, words: &str) -> impl Iterator<Item = &'a Record> + use<'a> {
        let words = search_words(words);
        self.all
            .iter()
            .flatten()
            .filter(move |it| {
                !it.record.deleted && words.iter().all(|word| it.searched.contains(word.as_str()))
            })
            .map(|it| &it.record)
    }

    /// The links that begin at a record.
    #[must_use]
    pub fn links_from(&self, from: RecordId) -> &[Link] {
        place(from)
            .and_then(|at| self.out.get(at))
            .map_or(&[], |it| it)
    }

    /// The links that end at a record.
    #[must_use]
    pub fn links_to(&self, to: RecordId) -> &[Link] {
        place(to)
            .and_then(|at| self.into.get(at))
            .map_or(&[], |it| it)
    }

    /// The links that end at a measure.
    #[must_use]
    pub fn links_to_measure(&self, id: &str) -> &[Link] {
        self.measures.get(id).map_or(&[], |it| it)
    }

    /// How many links there are.
    #[must_use]
    pub fn links(&self) -> usize {
        self.out.iter().map(|it| it.len()).sum()
    }

    /// The records a record leads to by this link, not the deleted.
    pub fn leads_to<'a>(
        &'a self,
        from: RecordId,
        link: &'static LinkKind,
    ) -> impl Iterator<Item = &'a Record> {
        self.links_from(from)
            .iter()
            .filter(move |it| it.kind == link)
            .filter_map(|it| match it.to {
                End::Record(to) => self.get(to),
                End::Measure(_) => None,
            })
            .filter(|it| !it.deleted)
    }

    /// The records that lead to a record by this link, not the deleted.
    pub fn led_here<'a>(
        &'a self,
        to: RecordId,
        link: &'static LinkKind,
    ) -> impl Iterator<Item = &'a Record> {
        self.links_to(to)
            .iter()
            .filter(move |it| it.kind == link)
            .filter_map(|it| self.get(it.from))
            .filter(|it| !it.deleted)
    }

    /// The ids of the measures a record leads to, by any link.
    pub fn measures_of(&self, from: RecordId) -> impl Iterator<Item = &str> {
        self.links_from(from).iter().filter_map(|it| match &it.to {
            End::Measure(id) => Some(id.as_str()),
            End::Record(_) => None,
        })
    }

    /// The larger thing a record belongs to: a line's priority, an item's meeting.
    #[must_use]
    pub fn whole(&self, part: RecordId) -> Option<&Record> {
        self.leads_to(part, &link::PART_OF).next()
    }

    /// What belongs to a record, of one kind, by number.
    pub fn parts<'a>(
        &'a self,
        whole: RecordId,
        kind: &'a Kind,
    ) -> impl Iterator<Item = &'a Record> {
        self.led_here(whole, &link::PART_OF)
            .filter(move |it| it.kind == kind)
    }

    /// The day something is due: as it says itself, else the day of the meeting it was promised for.
    #[must_use]
    pub fn due(&self, record: &Record) -> Option<Day> {
        record.day(kind::DUE).or_else(|| {
            self.leads_to(record.id, &link::PROMISED_FOR)
                .filter_map(Record::date)
                .min()
        })
    }

    /// By how many days an open record is past its due day; `None` if it is not.
    #[must_use]
    pub fn days_over(&self, record: &Record, today: Day) -> Option<u32> {
        if !record.is_open() {
            return None;
        }
        u32::try_from(self.due(record)?.days_until(today))
            .ok()
            .filter(|it| *it > 0)
    }
}

fn place(id: RecordId) -> Option<usize> {
    usize::try_from(id.0).ok()
}

/// What is looked for, in small letters: each word, and what stands in quotation marks as one.
#[must_use]
pub fn search_words(typed: &str) -> Vec<String> {
    let mut found = Vec::new();
    // What stands between two marks is every second part; a mark that is never closed opens the rest.
    for (at, part) in typed.split(['"', '“', '”', '„', '«', '»']).enumerate() {
        let words = part.split_whitespace().map(str::to_lowercase);
        if at % 2 == 0 {
            found.extend(words);
        } else {
            found.push(words.collect::<Vec<_>>().join(" "));
        }
    }
    found.retain(|it| !it.is_empty());
    found
}

/// What search looks through: the reference and everything the record holds, in small letters.
fn searched(record: &Record) -> Box<str> {
    if record.erased {
        return Box::from("");
    }
    let mut text = record.reference();
    for value in record.values.0.values() {
        match value {
            crate::record::Value::One(one) => {
                text.push('\n');
                text.push_str(one);
            }
            crate::record::Value::Many(many) => {
                for one in many {
                    text.push('\n');
                    text.push_str(one);
                }
            }
        }
    }
    text.to_lowercase().into_boxed_str()
}

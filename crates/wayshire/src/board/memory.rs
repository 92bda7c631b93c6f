//! Records kept in memory as a store would keep them, so that the minutes of a meeting can be drafted from what was written
//! down at it.

use super::life::Dated;
use super::meetings::DRAFT;
use std::collections::BTreeMap;
use waymark_programme::change::Change;
use waymark_programme::draft::draft;
use waymark_programme::link::{End, Link};
use waymark_programme::record::{Record, RecordId, Value, Values};
use waymark_programme::{Changes, News, Records};

/// Records as they stand after some of the story.
#[derive(Debug, Default)]
pub struct Memory {
    records: Records,
    made: i64,
}

impl Memory {
    /// As pages read them.
    #[must_use]
    pub fn records(&self) -> &Records {
        &self.records
    }

    /// Keeps a list of changes as an empty store would that kept all before it.
    ///
    /// # Panics
    /// If a change names a record that is not there or was read at another version.
    pub fn keep(&mut self, dated: &Dated) {
        let before = self.made;
        let real = |id: RecordId| RecordId(if id.0 < 0 { before - id.0 } else { id.0 });
        let mut touched: BTreeMap<RecordId, Record> = BTreeMap::new();
        let mut links: BTreeMap<RecordId, Vec<Link>> = BTreeMap::new();
        let standing = |touched: &BTreeMap<RecordId, Record>, records: &Records, id: RecordId| {
            let found = touched.get(&id).or_else(|| records.get(id)).cloned();
            found.expect("the story changes what is there")
        };
        for change in &dated.changes.list {
            match change {
                Change::Make {
                    kind,
                    state,
                    readers,
                    values,
                } => {
                    self.made += 1;
                    let id = RecordId(self.made);
                    let record = Record {
                        id,
                        kind,
                        version: 1,
                        state: kind.state(state).expect("a kind has its states"),
                        readers: *readers,
                        values: values.clone(),
                        made: dated.at,
                        changed: dated.at,
                        by: dated.changes.by.name.clone(),
                        deleted: false,
                        erased: false,
                    };
                    touched.insert(id, record);
                }
                Change::Edit {
                    record,
                    read,
                    readers,
                    values,
                } => {
                    let mut now = standing(&touched, &self.records, real(*record));
                    assert_eq!(now.version, *read, "{} was written since", now.reference());
                    now.values = values.clone();
                    now.readers = *readers;
                    now.version += 1;
                    touched.insert(now.id, now);
                }
                Change::Move { record, read, to } => {
                    let mut now = standing(&touched, &self.records, real(*record));
                    assert_eq!(now.version, *read, "{} was written since", now.reference());
                    now.state = now.kind.state(to).expect("a kind has its states");
                    now.version += 1;
                    touched.insert(now.id, now);
                }
                Change::Link { from, kind, to } => {
                    let from = real(*from);
                    let now = standing(&touched, &self.records, from);
                    touched.insert(from, now);
                    let to = match to {
                        End::Record(id) => End::Record(real(*id)),
                        End::Measure(id) => End::Measure(id.clone()),
                    };
                    let of = links
                        .entry(from)
                        .or_insert_with(|| self.records.links_from(from).to_vec());
                    let link = Link { from, kind, to };
                    if !of.contains(&link) {
                        of.push(link);
                    }
                }
                Change::Unlink { .. } | Change::Delete { .. } | Change::Restore { .. } => {
                    unreachable!("the story takes nothing back")
                }
            }
        }
        // News are whole: what a touched record is linked to, new or not.
        for id in touched.keys() {
            links
                .entry(*id)
                .or_insert_with(|| self.records.links_from(*id).to_vec());
        }
        self.records = self.records.with(News {
            seq: self.records.seq + 1,
            records: touched.into_values().collect(),
            links: links.into_values().flatten().collect(),
        });
    }
}

/// The story with the minutes of each meeting drafted from its records, where it says that they were.
pub(super) fn with_minutes(story: Vec<Dated>) -> Vec<Dated> {
    let mut memory = Memory::default();
    let mut drafted: BTreeMap<RecordId, String> = BTreeMap::new();
    story
        .into_iter()
        .map(|mut dated| {
            fill(&mut dated.changes, &memory, &mut drafted);
            memory.keep(&dated);
            dated
        })
        .collect()
}

fn fill(changes: &mut Changes, memory: &Memory, drafted: &mut BTreeMap<RecordId, String>) {
    for change in &mut changes.list {
        let Change::Edit { record, values, .. } = change else {
            continue;
        };
        if ["minutes", "approved_text"]
            .iter()
            .all(|it| values.text(it) != DRAFT)
        {
            continue;
        }
        let meeting = memory
            .records
            .get(*record)
            .expect("a meeting is made long before");
        let text = drafted
            .entry(*record)
            .or_insert_with(|| draft(&memory.records, meeting, |_| true).text());
        say(values, text);
    }
}

fn say(values: &mut Values, text: &str) {
    for name in ["minutes", "approved_text"] {
        if values.text(name) == DRAFT {
            values.set(name, Value::One(text.to_owned()));
        }
    }
}

//! A council's records in a few lines, for the tests: make, link, put in a state.

use waymark_data::Day;
use waymark_programme::change::Change;
use waymark_programme::kind::Kind;
use waymark_programme::link::{End, Link, LinkKind};
use waymark_programme::record::{Record, RecordId, Values};
use waymark_programme::{Changes, News, Records};

/// Records and links being put together.
#[derive(Default)]
pub(crate) struct Council {
    records: Vec<Record>,
    links: Vec<Link>,
}

impl Council {
    /// A record of this kind, in its first state, holding these texts.
    pub(crate) fn make(&mut self, kind: &'static Kind, values: &[(&str, &str)]) -> RecordId {
        self.make_in(kind, kind.states[0].word, values)
    }

    /// A record in this state. A field that holds a list takes one line for each.
    pub(crate) fn make_in(
        &mut self,
        kind: &'static Kind,
        state: &str,
        values: &[(&str, &str)],
    ) -> RecordId {
        let id = RecordId(self.records.len() as i64 + 1);
        let mut held = Values::new();
        for (name, text) in values {
            let field = kind
                .field(name)
                .unwrap_or_else(|| panic!("{} has no {name}", kind.word));
            held = if field.holds.many() {
                held.with_list(name, text.lines())
            } else {
                held.with(name, *text)
            };
        }
        let wrong = waymark_programme::check::check(kind, &held);
        assert!(wrong.is_empty(), "{}: {wrong:?}", kind.word);
        self.put(id, kind, state, held);
        id
    }

    fn put(&mut self, id: RecordId, kind: &'static Kind, state: &str, values: Values) {
        self.records.push(Record {
            id,
            kind,
            version: 1,
            state: kind.state(state).unwrap(),
            readers: kind.readers,
            values,
            made: jiff::Timestamp::UNIX_EPOCH,
            changed: jiff::Timestamp::UNIX_EPOCH,
            by: "Ann Marsh".to_owned(),
            deleted: false,
            erased: false,
        });
    }

    /// A link between two of them, or to a measure by its id.
    pub(crate) fn link(&mut self, from: RecordId, kind: &'static LinkKind, to: impl Into<To>) {
        let to = to.into().0;
        let may = self.records[from.0 as usize - 1].kind.links;
        let word = match &to {
            End::Record(to) => self.records[to.0 as usize - 1].kind.word,
            End::Measure(_) => "measure",
        };
        assert!(
            may.iter().any(|it| it.link == kind
                && (it.to.contains(&word) || word != "measure" && it.to.contains(&"*"))),
            "{} may not be linked {} {word}",
            self.records[from.0 as usize - 1].kind.word,
            kind.word
        );
        self.links.push(Link { from, kind, to });
    }

    /// Takes it out of every list.
    pub(crate) fn delete(&mut self, id: RecordId) {
        self.records[id.0 as usize - 1].deleted = true;
    }

    /// What a list of changes makes, as the store would.
    pub(crate) fn keep(&mut self, changes: Changes) -> Vec<RecordId> {
        let mut made = Vec::new();
        let find = |made: &[RecordId], id: RecordId| {
            if id.0 < 0 {
                made[(-1 - id.0) as usize]
            } else {
                id
            }
        };
        for change in changes.list {
            match change {
                Change::Make {
                    kind,
                    state,
                    values,
                    ..
                } => {
                    let wrong = waymark_programme::check::check(kind, &values);
                    assert!(wrong.is_empty(), "{}: {wrong:?}", kind.word);
                    let id = RecordId(self.records.len() as i64 + 1);
                    self.put(id, kind, state, values);
                    made.push(id);
                }
                Change::Link { from, kind, to } => {
                    let from = find(&made, from);
                    match to {
                        End::Record(to) => self.link(from, kind, find(&made, to)),
                        End::Measure(id) => self.link(from, kind, id.as_str()),
                    }
                }
                Change::Move { record, to, .. } => {
                    let record = &mut self.records[find(&made, record).0 as usize - 1];
                    record.state = record.kind.state(to).unwrap();
                }
                other => panic!("{other:?}"),
            }
        }
        made
    }

    /// As pages read them.
    pub(crate) fn records(&self) -> Records {
        Records::default().with(News {
            seq: 1,
            records: self.records.clone(),
            links: self.links.clone(),
        })
    }
}

/// Where a test's link ends.
pub(crate) struct To(End);

impl From<RecordId> for To {
    fn from(id: RecordId) -> Self {
        Self(End::Record(id))
    }
}

impl From<&str> for To {
    fn from(id: &str) -> Self {
        Self(End::Measure(id.to_owned()))
    }
}

/// A day, written as it is kept.
pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

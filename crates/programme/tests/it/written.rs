//! Records for the examples, as if they had been kept.

use jiff::Timestamp;
use waymark_programme::link::LinkKind;
use waymark_programme::{End, Kind, Link, News, Readers, Record, RecordId, Records, Values};

/// Records and links, in the order they were written.
#[derive(Default)]
pub(crate) struct Written {
    records: Vec<Record>,
    links: Vec<Link>,
}

impl Written {
    pub(crate) fn add(&mut self, kind: &'static Kind, state: &str, values: Values) -> RecordId {
        self.add_for(kind.readers, kind, state, values)
    }

    pub(crate) fn add_for(
        &mut self,
        readers: Readers,
        kind: &'static Kind,
        state: &str,
        values: Values,
    ) -> RecordId {
        let id = RecordId(self.records.len() as i64 + 1);
        self.records.push(Record {
            id,
            kind,
            version: 1,
            state: kind.state(state).unwrap(),
            readers,
            values,
            made: Timestamp::UNIX_EPOCH,
            changed: Timestamp::UNIX_EPOCH,
            by: "Marcus Bell".into(),
            deleted: false,
            erased: false,
        });
        id
    }

    pub(crate) fn link(&mut self, from: RecordId, kind: &'static LinkKind, to: impl Into<End>) {
        let to = to.into();
        self.links.push(Link { from, kind, to });
    }

    pub(crate) fn records(&self) -> Records {
        Records::default().with(News {
            seq: (self.records.len() + self.links.len()) as i64,
            records: self.records.clone(),
            links: self.links.clone(),
        })
    }
}

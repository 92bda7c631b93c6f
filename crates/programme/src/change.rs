//! A change somebody asks for. Changes that belong together are kept together, or none of them.

use crate::kind::Kind;
use crate::link::{End, LinkKind};
use crate::record::{Author, RecordId, Values};
use crate::role::Readers;

/// Changes that are kept together or not at all, with who asks and from which minute.
#[derive(Debug, Clone)]
pub struct Changes {
    /// Who asks.
    pub by: Author,
    /// Why, if they said.
    pub reason: String,
    /// The meeting, agenda item or resolution it comes from.
    pub minute: Option<RecordId>,
    /// In order.
    pub list: Vec<Change>,
}

impl Changes {
    /// None yet, by this author.
    #[must_use]
    pub fn by(by: Author) -> Self {
        Self {
            by,
            reason: String::new(),
            minute: None,
            list: Vec::new(),
        }
    }

    /// With this reason.
    #[must_use]
    pub fn because(mut self, reason: impl Into<String>) -> Self {
        self.reason = reason.into();
        self
    }

    /// From this meeting, item or resolution.
    #[must_use]
    pub fn from_minute(mut self, minute: RecordId) -> Self {
        self.minute = Some(minute);
        self
    }

    /// Makes a record in its kind's first state, and gives the number it goes by in this list.
    pub fn make(&mut self, kind: &'static Kind, values: Values) -> RecordId {
        self.make_as(kind, kind.states[0].word, kind.readers, values)
    }

    /// Makes a record in this state, for these readers, and gives the number it goes by in this list.
    pub fn make_as(
        &mut self,
        kind: &'static Kind,
        state: &'static str,
        readers: Readers,
        values: Values,
    ) -> RecordId {
        let made = self
            .list
            .iter()
            .filter(|it| matches!(it, Change::Make { .. }))
            .count();
        self.list.push(Change::Make {
            kind,
            state,
            readers,
            values,
        });
        RecordId(-1 - i64::try_from(made).expect("a list is shorter than that"))
    }

    /// Links a record to another or to a measure.
    pub fn link(&mut self, from: RecordId, kind: &'static LinkKind, to: impl Into<End>) {
        let to = to.into();
        self.list.push(Change::Link { from, kind, to });
    }
}

impl From<RecordId> for End {
    fn from(id: RecordId) -> Self {
        Self::Record(id)
    }
}

/// One change.
#[derive(Debug, Clone)]
pub enum Change {
    /// A new record.
    Make {
        /// Its kind.
        kind: &'static Kind,
        /// The state it is made in.
        state: &'static str,
        /// Who may read it.
        readers: Readers,
        /// What it holds.
        values: Values,
    },
    /// What a record holds, whole, and who may read it.
    Edit {
        /// The record.
        record: RecordId,
        /// The version the writer read.
        read: u32,
        /// Who may read it.
        readers: Readers,
        /// What it holds from now on.
        values: Values,
    },
    /// To another state.
    Move {
        /// The record.
        record: RecordId,
        /// The version the writer read.
        read: u32,
        /// The state it goes to.
        to: &'static str,
    },
    /// A link; making one that is there changes nothing.
    Link {
        /// Where it begins.
        from: RecordId,
        /// What it says.
        kind: &'static LinkKind,
        /// Where it ends.
        to: End,
    },
    /// Takes a link away; taking one away that is not there changes nothing.
    Unlink {
        /// Where it begins.
        from: RecordId,
        /// What it says.
        kind: &'static LinkKind,
        /// Where it ends.
        to: End,
    },
    /// Out of every list, kept in history.
    Delete {
        /// The record.
        record: RecordId,
        /// The version the writer read.
        read: u32,
    },
    /// Back into the lists.
    Restore {
        /// The record.
        record: RecordId,
        /// The version the writer read.
        read: u32,
    },
}

//! A record as it stands: its kind, its state, what it holds, who wrote it last.

use crate::kind::{self, Kind, State};
use crate::role::Readers;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use waymark_data::Day;

/// A record's number, one row of numbers for all kinds. Never used twice.
///
/// In a list of changes that are kept together a negative number stands for a record that the same list makes: -1 for the
/// first it makes, -2 for the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RecordId(pub i64);

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// What a field holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// One text.
    One(String),
    /// A list of texts.
    Many(Vec<String>),
}

impl Value {
    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::One(text) => text.trim().is_empty(),
            Self::Many(texts) => texts.iter().all(|it| it.trim().is_empty()),
        }
    }
}

/// What a record holds, by the names of its kind's fields. A name that the kind does not know (of an older or newer
/// Waymark) is kept and not shown.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Values(pub BTreeMap<String, Value>);

impl Values {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// With this text in this field; an empty text empties it.
    #[must_use]
    pub fn with(mut self, name: &str, text: impl Into<String>) -> Self {
        self.set(name, Value::One(text.into()));
        self
    }

    /// With this list in this field.
    #[must_use]
    pub fn with_list<T: Into<String>>(
        mut self,
        name: &str,
        texts: impl IntoIterator<Item = T>,
    ) -> Self {
        self.set(
            name,
            Value::Many(texts.into_iter().map(Into::into).collect()),
        );
        self
    }

    /// Puts a value in a field; an empty one empties it.
    pub fn set(&mut self, name: &str, value: Value) {
        if value.is_empty() {
            self.0.remove(name);
        } else {
            self.0.insert(name.to_owned(), value);
        }
    }

    /// The text of a field, or the first of its list; empty where it holds none.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        match self.0.get(name) {
            Some(Value::One(text)) => text,
            Some(Value::Many(texts)) => texts.first().map_or("", String::as_str),
            None => "",
        }
    }

    /// The list of a field; a single text is a list of one.
    #[must_use]
    pub fn list(&self, name: &str) -> &[String] {
        match self.0.get(name) {
            Some(Value::Many(texts)) => texts,
            Some(Value::One(text)) => std::slice::from_ref(text),
            None => &[],
        }
    }

    /// The day of a field.
    #[must_use]
    pub fn day(&self, name: &str) -> Option<Day> {
        self.text(name).parse().ok()
    }

    /// Whether a field says "yes".
    #[must_use]
    pub fn yes(&self, name: &str) -> bool {
        self.text(name) == "yes"
    }

    /// Whether a field is filled.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }
}

/// Who wrote something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Author {
    /// Their account's number; none for the command line and for a partner who answered through a link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<i64>,
    /// Their name then.
    pub name: String,
}

/// A record as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its number.
    pub id: RecordId,
    /// Its kind.
    pub kind: &'static Kind,
    /// How often it was written: 1 when new. A writer says which version they read.
    pub version: u32,
    /// Its state.
    pub state: &'static State,
    /// Who may read it.
    pub readers: Readers,
    /// What it holds.
    pub values: Values,
    /// When it was made.
    pub made: Timestamp,
    /// When it was last written.
    pub changed: Timestamp,
    /// Who wrote it last.
    pub by: String,
    /// Whether it was deleted: kept, with its reason in its history, and out of every list.
    pub deleted: bool,
    /// Whether what it held was erased.
    pub erased: bool,
}

impl Record {
    /// As it is cited: `ACT-31`.
    #[must_use]
    pub fn reference(&self) -> String {
        format!("{}-{}", self.kind.prefix, self.id)
    }

    /// What names it: its first field.
    #[must_use]
    pub fn title(&self) -> &str {
        if self.erased {
            return "(erased)";
        }
        self.kind
            .fields
            .first()
            .map_or("", |it| self.values.text(it.name))
    }

    /// Where its page is.
    #[must_use]
    pub fn path(&self) -> String {
        format!("/records/{}/{}", self.kind.word, self.id)
    }

    /// The text of a field.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.values.text(name)
    }

    /// The day of a field.
    #[must_use]
    pub fn day(&self, name: &str) -> Option<Day> {
        self.values.day(name)
    }

    /// The day it is dated.
    #[must_use]
    pub fn date(&self) -> Option<Day> {
        self.day(kind::DATE)
    }

    /// Its owners, by name.
    #[must_use]
    pub fn owners(&self) -> &[String] {
        self.values.list(kind::OWNERS)
    }

    /// Its area's name, or empty.
    #[must_use]
    pub fn area(&self) -> &str {
        self.text(kind::AREA)
    }

    /// Whether something is still expected of it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !self.state.closed && !self.deleted
    }

    /// Whether it is of this kind.
    #[must_use]
    pub fn is(&self, kind: &Kind) -> bool {
        self.kind == kind
    }
}

/// One line of a record's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its place in the chain of all history, from 1.
    pub seq: i64,
    /// The record.
    pub record: RecordId,
    /// The version it made.
    pub version: u32,
    /// What happened.
    pub act: Act,
    /// When.
    pub at: Timestamp,
    /// Who, why, from which minute, and the record as it was after; none once erased.
    pub body: Option<Body>,
}

/// What happened to a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Act {
    /// It was made.
    Made,
    /// What it holds or who may read it was changed.
    Edited,
    /// It went to another state.
    Moved,
    /// It was linked to something.
    Linked,
    /// A link was taken away.
    Unlinked,
    /// It was deleted.
    Deleted,
    /// It was brought back.
    Restored,
    /// What it held was erased.
    Erased,
    /// A file was added to it.
    Filed,
}

impl Act {
    /// Every act.
    pub const ALL: [Act; 9] = [
        Act::Made,
        Act::Edited,
        Act::Moved,
        Act::Linked,
        Act::Unlinked,
        Act::Deleted,
        Act::Restored,
        Act::Erased,
        Act::Filed,
    ];

    /// The word the store uses. It never changes.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Act::Made => "made",
            Act::Edited => "edited",
            Act::Moved => "moved",
            Act::Linked => "linked",
            Act::Unlinked => "unlinked",
            Act::Deleted => "deleted",
            Act::Restored => "restored",
            Act::Erased => "erased",
            Act::Filed => "filed",
        }
    }

    /// The act that `word` names.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Act> {
        Act::ALL.into_iter().find(|it| it.word() == word)
    }
}

/// What a line of history says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    /// Who did it.
    pub by: Author,
    /// Why, where a reason was given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// The meeting, item or resolution it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minute: Option<RecordId>,
    /// The state after.
    pub state: String,
    /// Who could read it after.
    pub readers: Readers,
    /// What it held after; none where the act did not touch it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub values: Option<Values>,
    /// The link that was made or taken away: its word and its end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<(String, String)>,
    /// The file that was added: its number, name and sha256.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<(i64, String, String)>,
    /// The type of the file that was added; none in lines that an older Waymark wrote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file_type: Option<String>,
    /// The kind of the record that was made or erased, by its word; none in lines that an older Waymark wrote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
}

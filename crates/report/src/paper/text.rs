//! A sentence or a few of a paper, with whose it is and what it rests on.

use serde::{Deserialize, Serialize};
use waymark_data::Day;

/// A paragraph, or a point of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// Its place in the paper, the same each time the paper is made, so that an officer's wording stays where it belongs:
    /// `positives/assessment-over-45/1`.
    pub key: String,
    /// Its words, as text: no markup.
    pub words: String,
    /// Whose words they are.
    pub by: Hand,
    /// The keys of the figures it speaks of.
    pub figures: Vec<String>,
    /// What else it rests on: records.
    pub evidence: Vec<Evidence>,
    /// The statement it begins with, where a person made one and the record tells it with what it rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated: Option<Statement>,
}

/// What a person stated, in a text that the record gives: a claim of a self-assessment. It is held to what officers' words
/// are held to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Their words.
    pub words: String,
    /// What is claimed: "strength", "development"; empty: neither.
    pub sense: String,
    /// What must be done before it may be stated, each in words that follow its reference: "it is to be reworded".
    pub unsettled: Vec<String>,
}

/// Whose words they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Hand {
    /// Made from the record and the returns.
    Record,
    /// Of the council's own template.
    Template,
    /// Written by an officer, in place of what the record gave (empty: in addition to it).
    Officer {
        /// Their name.
        name: String,
        /// When.
        on: Day,
        /// The words that stood there.
        instead_of: String,
    },
}

/// A record that a sentence rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Its reference: "FND-3".
    pub reference: String,
    /// Its title.
    pub title: String,
    /// The day it is dated, where it is.
    pub on: Option<Day>,
    /// Whether it was deleted or erased since: its title says which, and nothing rests on it any more.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub gone: bool,
}

impl Text {
    /// Words made from the record.
    #[must_use]
    pub fn of_record(key: impl Into<String>, words: impl Into<String>) -> Self {
        Self {
            key: key.into(),
            words: words.into(),
            by: Hand::Record,
            figures: Vec::new(),
            evidence: Vec::new(),
            stated: None,
        }
    }

    /// That speaks of this figure.
    #[must_use]
    pub fn figure(mut self, key: impl Into<String>) -> Self {
        self.figures.push(key.into());
        self
    }

    /// That rests on this record.
    #[must_use]
    pub fn evidence(mut self, evidence: Evidence) -> Self {
        self.evidence.push(evidence);
        self
    }

    /// Whether an officer wrote it.
    #[must_use]
    pub const fn is_officers(&self) -> bool {
        matches!(self.by, Hand::Officer { .. })
    }
}

//! Links: typed, between two records, or a record and a measure. The golden thread is made of them.

use crate::record::RecordId;
use std::fmt;

/// What a link says. Read forwards "PL-4 came from F-2", backwards "F-2 led to PL-4".
#[derive(Debug)]
pub struct LinkKind {
    /// Its word in the store and the API. It never changes.
    pub word: &'static str,
    /// As its beginning reads it: "came from".
    pub forwards: &'static str,
    /// As its end reads it: "led to".
    pub backwards: &'static str,
}

impl PartialEq for LinkKind {
    /// Kinds of link are known by their word; walking a thread asks this of every link.
    fn eq(&self, other: &Self) -> bool {
        self.word == other.word
    }
}

impl Eq for LinkKind {}

macro_rules! links {
    ($($(#[$doc:meta])* $name:ident = $word:literal, $forwards:literal, $backwards:literal;)+) => {
        $($(#[$doc])* pub static $name: LinkKind =
            LinkKind { word: $word, forwards: $forwards, backwards: $backwards };)+

        /// Every kind of link.
        pub static LINKS: &[&LinkKind] = &[$(&$name),+];
    };
}

links! {
    /// What caused or asked for it.
    CAME_FROM = "came-from", "Came from", "Led to";
    /// The larger thing it belongs to: an agenda item to its meeting, a line to its priority.
    PART_OF = "part-of", "Part of", "Has";
    /// What it is about.
    ABOUT = "about", "About", "Subject of";
    /// The measure that shows its effect.
    MEASURED_BY = "measured-by", "Measured by", "Measures";
    /// The question, recommendation, action or finding it answers.
    ANSWERS = "answers", "Answers", "Answered by";
    /// What it proves.
    EVIDENCE_FOR = "evidence-for", "Evidence for", "Evidenced by";
    /// What it took the place of.
    REPLACES = "replaces", "Replaces", "Replaced by";
    /// Where it was gone on with: the next meeting's item, the longer plan.
    CONTINUES = "continues", "Continues", "Continued in";
    /// The person or body that owns it.
    OWNED_BY = "owned-by", "Owned by", "Owns";
    /// The meeting it was promised for.
    PROMISED_FOR = "promised-for", "Promised for", "Is owed";
    /// The meeting or item where it was presented or decided.
    PRESENTED_AT = "presented-at", "Presented at", "Heard";
    /// What it is expected to change: a measure, a line.
    AFFECTS = "affects", "Affects", "Affected by";
}

/// The kind of link of this word.
#[must_use]
pub fn find(word: &str) -> Option<&'static LinkKind> {
    LINKS.iter().find(|it| it.word == word).copied()
}

/// A link that records of a kind may begin.
#[derive(Debug)]
pub struct MayLink {
    /// What it says.
    pub link: &'static LinkKind,
    /// The kinds it may lead to, by word; [`MEASURE`] for a measure; [`ANY`] for every kind.
    pub to: &'static [&'static str],
}

impl MayLink {
    /// This link, to records of these kinds.
    #[must_use]
    pub const fn new(link: &'static LinkKind, to: &'static [&'static str]) -> Self {
        Self { link, to }
    }
}

/// In [`MayLink::to`]: a measure.
pub const MEASURE: &str = "measure";
/// In [`MayLink::to`]: a record of any kind.
pub const ANY: &str = "*";

/// Where a link ends.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum End {
    /// At a record.
    Record(RecordId),
    /// At a measure, by its id.
    Measure(String),
}

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Record(id) => id.fmt(f),
            Self::Measure(id) => id.fmt(f),
        }
    }
}

/// A link as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Where it begins.
    pub from: RecordId,
    /// What it says.
    pub kind: &'static LinkKind,
    /// Where it ends.
    pub to: End,
}

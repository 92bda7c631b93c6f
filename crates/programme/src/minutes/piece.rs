//! The text again, cut where its meaning changes.

use serde::Serialize;

/// Bytes of [`Source::text`](super::Source::text), from `start` up to but without `end`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Span {
    /// First byte in.
    pub start: usize,
    /// First byte out.
    pub end: usize,
}

impl Span {
    /// From one byte up to another.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The words it covers; nothing when it lies outside the text.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

/// How sure the reader is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Perhaps meant so; offered, never taken for granted.
    Suggested,
    /// Read from the shape of the text, without the word that would settle it.
    Probable,
    /// The source says so itself.
    Certain,
}

/// One stretch of the input. All of them, in order, are the input again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// Its text, character for character.
    pub text: String,
    /// Where it stands.
    pub at: Span,
    /// What it was understood as.
    pub what: PieceKind,
    /// The item it belongs to: places in [`Minutes::items`](super::Minutes::items), then in its sub-items; empty outside.
    pub item: Vec<usize>,
    /// How sure the reader is of `what`; none where nothing was understood.
    pub confidence: Option<Confidence>,
}

/// What a stretch of the input was understood as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PieceKind {
    /// Not understood: shown to the reader as it stands.
    Unread,
    /// Nothing but white space and rules.
    Blank,
    /// What kind of page it is: "Agenda item".
    PageKind,
    /// Body, date, time, place, contact.
    Meeting,
    /// A field of a decision record: "Is Key decision?: No".
    Field,
    /// Someone's attendance or apologies.
    Person,
    /// `<AI1>`, "No. Item" and the like.
    Tag,
    /// An item's number, title, time slot or presenter.
    ItemHeading,
    /// A heading within an item.
    Heading,
    /// What the agenda says the item is for.
    Purpose,
    /// A word that says what follows: "Minutes:", "Resolved:", "Actions:".
    Label,
    /// What was said.
    Discussion,
    /// A resolution, decision or recommendation.
    Outcome,
    /// What someone shall do.
    Action,
    /// What someone said would follow.
    Promise,
    /// A question that was asked.
    Question,
    /// An accompanying document.
    Document,
    /// Where the page was cut short.
    Cut,
}

//! Reading minutes that exist: whose meeting, when, who was there, what was decided, what was promised, by whom, by when.
//!
//! The reader takes a [`Source`] and gives back what it understood, each part with its words as they stood, where they
//! stood, and how sure it is. What it did not understand stays, as text. It never makes a record: a person confirms.
//!
//! One file is one [`Minutes`]. A page on one issue across several meetings, or a list of meetings, is one too: its
//! [`Minutes::meetings`] has them all, and an item of another meeting than the first says which.

mod action;
mod asked;
mod attachment;
mod attendance;
mod block;
mod body;
pub mod figures;
mod head;
mod heading;
mod item;
mod label;
mod line;
mod list_mark;
mod naming;
mod owner;
mod page;
mod paint;
mod person;
mod piece;
mod progress;
mod prose;
mod prose_pass;
mod reading;
mod render;
mod resolution;
mod segment;
mod source;
mod table;
mod verb;
mod whole;
mod wording;

pub use action::{Action, LogUpdate, Progress, Promise, Question};
pub use item::{Document, Figure, Item, ItemKind, Motion, Outcome, Recurrence, Slot, Unit, Verb};
pub use person::{Mismatch, Person, Status, initialled};
pub use piece::{Confidence, Piece, PieceKind, Span};
pub use render::{Style, render};
pub use source::{Form, Mark, Source, What};
pub use whole::{DecisionRecord, Kind, Meeting, Minutes, Note};

/// Reads minutes. Never fails: what it does not understand is a piece of its own, with its text.
///
/// Dates that a due phrase names outright are worked out; the relative ones wait for the
/// calendar of meetings.
#[must_use]
pub fn read(source: &Source) -> Minutes {
    reading::read(source)
}

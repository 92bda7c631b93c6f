//! Reading minutes that exist: whose meeting, when, who was there, what was decided, what was promised, by whom, by when.
//!
//! The reader takes a [`Source`] and gives back what it understood, each part with its words as they stood, where they
//! stood, and how sure it is. What it did not understand stays, as text. It never makes a record: a person confirms.
//!
//! One file is one [`Minutes`]. A page on one issue across several meetings, or a list of meetings, is one too: its
//! [`Minutes::meetings`] has them all, and an item of another meeting than the first says which.

mod action;
mod item;
mod minutes;
mod person;
mod piece;
mod source;

pub use action::{Action, Promise, Question};
pub use item::{Document, Figure, Item, ItemKind, Motion, Outcome, Recurrence, Slot, Unit, Verb};
pub use minutes::{DecisionRecord, Kind, Meeting, Minutes, Note};
pub use person::{Mismatch, Person, Status};
pub use piece::{Confidence, Piece, PieceKind, Span};
pub use source::{Form, Mark, Source, What};

/// Reads minutes. Never fails: what it does not understand is a piece of its own, with its text.
///
/// Dates that a due phrase names outright are worked out; the relative ones wait for the
/// calendar of meetings.
#[must_use]
pub fn read(source: &Source) -> Minutes {
    let pieces = piece::whole(&source.text);
    Minutes {
        pieces,
        ..Minutes::default()
    }
}

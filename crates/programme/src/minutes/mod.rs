//! Reading minutes that exist: whose meeting, when, who was there, what was decided, what was promised, by whom, by when.
//!
//! The reader takes a [`Source`] and gives back what it understood, each part with its words as they stood, where they
//! stood, and how sure it is. What it did not understand stays, as text. It never makes a record: a person confirms.

mod source;

pub use source::{Form, Mark, Source, What};

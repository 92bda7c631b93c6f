//! What is said, drawn and written, as examples.

#![allow(clippy::unwrap_used)]

mod files;
mod given;
mod groups;
mod lists;
mod pictures;
mod public;
mod said;

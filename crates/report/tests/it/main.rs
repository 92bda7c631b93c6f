//! What is said, drawn and written, as examples.

#![allow(clippy::unwrap_used)]

mod files;
mod given;
mod groups;
mod hostile;
mod lists;
mod paper_given;
mod paper_page;
mod paper_rules;
mod pictures;
mod public;
mod said;
mod sample;
mod tree;

//! What is said, drawn and written, as examples.

#![allow(clippy::unwrap_used)]

mod chart_of;
mod chart_properties;
mod charts;
mod composed;
mod files;
mod given;
mod groups;
mod hostile;
mod invented;
mod lists;
mod paper_compare;
mod paper_given;
mod paper_inserts;
mod paper_officers;
mod paper_own_words;
mod paper_pack;
mod paper_page;
mod paper_rules;
mod paper_sentences;
mod pictures;
mod public;
mod public_series;
mod published;
mod random;
mod read_back;
mod recorded_late;
mod said;
mod sample;
mod tree;

//! A paper as a PDF, read back.

#![allow(clippy::unwrap_used, missing_docs)]

mod hostile;
mod looked_at;
mod sample;
mod structure;
mod tree;

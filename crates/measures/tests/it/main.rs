//! The measures, held to their pages and to the definitions.

#![allow(clippy::unwrap_used)]

mod absent;
mod behind;
mod child_protection;
mod history;
mod looked_after;
mod pages;
mod recorded_late;

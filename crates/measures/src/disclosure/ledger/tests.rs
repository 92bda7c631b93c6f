//! Publications as they come, one after another, against a reader who has kept them all.

#![allow(clippy::unwrap_used)]

mod reader;
mod worked;

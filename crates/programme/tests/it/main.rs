//! The programme's tests.
#![allow(clippy::unwrap_used)]

mod council;
mod gate;
mod kinds;
mod people;
mod records;
mod written;

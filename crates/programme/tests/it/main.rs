//! The programme's tests.
#![allow(clippy::unwrap_used)]

mod council;
mod kinds;
mod gate;
mod people;
mod records;
mod written;

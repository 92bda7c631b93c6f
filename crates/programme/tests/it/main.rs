//! The programme's tests.
#![allow(clippy::unwrap_used)]

mod council;
mod kinds;

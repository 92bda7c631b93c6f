//! The programme's tests.
#![allow(clippy::unwrap_used)]

mod accepting;
mod attendance;
mod carry;
mod council;
mod councils;
mod deciding;
mod draft;
mod forums;
mod gate;
mod kinds;
mod last_time;
mod minutes;
mod owners;
mod people;
mod plan_checks;
mod rating;
mod rebased;
mod records;
mod self_assessment;

mod thread;
mod written;

//! The programme's tests.
#![allow(clippy::unwrap_used)]

mod attendance;
mod council;
<<<<<<< HEAD
mod forums;
mod gate;
mod kinds;
mod last_time;
=======
mod gate;
mod kinds;
mod owners;
>>>>>>> 078723d (Owners are found by name, role, agency or body; they report on what is theirs; a moved date tells its story)
mod people;
mod plan_checks;
mod rating;
mod records;
mod thread;
mod written;

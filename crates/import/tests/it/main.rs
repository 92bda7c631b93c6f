//! Returns as they come: good, odd and broken.

#![allow(clippy::unwrap_used)]

mod as_written;
mod cases;
mod fuzz;
mod minutes;
mod ofsted;
mod samples;
mod workbooks;
mod zips;

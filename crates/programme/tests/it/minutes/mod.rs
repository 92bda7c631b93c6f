//! Reading minutes.

mod any_text;
mod cases;
mod outline;
mod own_export;
mod round_trip;
mod seeds;
mod tables_marked;

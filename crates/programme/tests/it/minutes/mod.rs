//! Reading minutes.

mod cases;
mod outline;

//! One file a command.

pub(crate) mod account;
pub(crate) mod backup;
pub(crate) mod demo;
pub(crate) mod demo_data;
pub(crate) mod demo_papers;
pub(crate) mod load;
pub(crate) mod measures;
pub(crate) mod minutes;
pub(crate) mod paper;
pub(crate) mod print;
pub(crate) mod publish;
pub(crate) mod remind;
pub(crate) mod serve;
pub(crate) mod verify;

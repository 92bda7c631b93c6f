//! The whole house, through its command line.

#![allow(clippy::unwrap_used)]

mod board_life;
mod claimed_measures;
mod commands;
mod edge_cases;
mod house;
mod minutes;
mod print;
mod program;
mod remind;
mod verify;
mod wayshire;

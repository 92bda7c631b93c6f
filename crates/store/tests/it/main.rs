//! The store's tests. Every one runs on SQLite and, where its server programs are installed, on PostgreSQL.
#![allow(clippy::unwrap_used)]

mod access_log;
mod accounts;
mod api_tokens;
mod asks;
mod backup;
mod engines;
mod erasure;
mod feeds;
mod kill;
mod once;
mod opening;
mod record_kill;
mod record_nodes;
mod records;
mod sealed;
mod sessions;
mod sign_in;
mod story;
mod until;
mod uploads;
mod verify;

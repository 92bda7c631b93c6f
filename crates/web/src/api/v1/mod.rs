//! `/api/v1`: kinds, records, moves, links, history, search, the thread.

mod etag;
mod history;
mod keep;
mod kinds;
mod links;
mod list;
mod moves;
pub(crate) mod openapi;
mod paged;
mod query;
mod record;
mod search;
mod sent;
mod shown;
mod thread;
mod write;

use super::trouble::Trouble;
use crate::routes::{Method, Routes};
use axum::routing;
use std::sync::Arc;
use waymark_programme::{Kind, Record, RecordId, Records, kinds as known};

use crate::user::User;

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/api/v1/openapi.json", openapi::document)
        .get("/api/v1/kinds", kinds::all)
        .get("/api/v1/search", search::search)
        .get("/api/v1/thread/{record}", thread::thread)
        .get("/api/v1/{kind}", list::list)
        .post("/api/v1/{kind}", write::make)
        .get("/api/v1/{kind}/{record}", record::show)
        .with(
            Method::Put,
            "/api/v1/{kind}/{record}",
            routing::put(write::edit),
        )
        .with(
            Method::Delete,
            "/api/v1/{kind}/{record}",
            routing::delete(write::delete),
        )
        .post("/api/v1/{kind}/{record}/restore", write::restore)
        .get("/api/v1/{kind}/{record}/history", history::history)
        .get("/api/v1/{kind}/{record}/moves", moves::list)
        .post("/api/v1/{kind}/{record}/moves/{move}", moves::make)
        .get("/api/v1/{kind}/{record}/links", links::list)
        .post("/api/v1/{kind}/{record}/links", links::make)
        .with(
            Method::Delete,
            "/api/v1/{kind}/{record}/links/{link}/{end}",
            routing::delete(links::take_away),
        )
}

/// The kind an address names.
fn kind_of(word: &str) -> Result<&'static Kind, Trouble> {
    known::find(word).ok_or_else(Trouble::not_found)
}

/// The record an address names, if this person may read it.
fn record_of<'a>(
    records: &'a Arc<Records>,
    user: &User,
    kind: &str,
    number: &str,
) -> Result<&'a Record, Trouble> {
    let kind = kind_of(kind)?;
    number
        .parse()
        .ok()
        .and_then(|it| records.get(RecordId(it)))
        .filter(|it| it.kind == kind && user.asker().may_read(it))
        .ok_or_else(Trouble::not_found)
}

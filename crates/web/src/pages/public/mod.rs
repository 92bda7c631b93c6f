//! The public side: what the council has published, for anyone, without signing in.
//!
//! It holds what was published and nothing else: papers issued for the public, minutes that were approved, records opened to everyone, and figures as
//! published papers show them. Nothing here is computed from the returns of today, so no figure is public before somebody
//! published it, and the same cell is never hidden in one place and shown in another.

mod actions;
mod decisions;
mod export;
mod feed;
mod home;
mod measures;
mod meetings;
mod papers;
mod published;
mod tagged;

use crate::house::House;
use crate::page::Page;
use crate::problem::Problem;
use crate::routes::Routes;
use askama::Template;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::collections::BTreeSet;
use waymark_govuk::Table;
use waymark_programme::RecordId;

pub use export::{Exported, export};
pub(crate) use tagged::tagged;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/public", home::show)
        .get("/public/papers", papers::list)
        .get("/public/papers/{paper}", papers::show)
        .get("/public/papers/{paper}/files/{format}", papers::send)
        .get("/public/meetings", meetings::list)
        .get("/public/meetings/{meeting}", meetings::show)
        .get("/public/meetings/{meeting}/minutes.docx", meetings::word)
        .get("/public/decisions", decisions::show)
        .get("/public/actions", actions::show)
        .get("/public/measures", measures::list)
        .get("/public/measures/{id}", measures::show)
        .get("/public/measures/{id}/{variant}", measures::show_variant)
        .get("/public/feed.atom", feed::show)
}

/// The papers that have a page here.
pub(crate) async fn published_papers(house: &House) -> Result<BTreeSet<RecordId>, Problem> {
    let records = house.records().await?;
    let papers = published::papers(house, &records).await?;
    Ok(papers.into_iter().map(|it| it.id).collect())
}

/// A page that is one table: what it holds, or that there is none yet.
#[derive(Template)]
#[template(path = "pages/public/table.html")]
struct List {
    title: &'static str,
    about: &'static str,
    none: &'static str,
    table: Option<Table>,
}

/// How long others may keep a page: five minutes.
const KEPT: &str = "public, max-age=300";

/// A page of the public side: the same for everybody, and others may keep it for a while.
fn page<T: Template>(title: impl Into<String>, view: T) -> Response {
    let mut response = Page::new(title, view).open().into_response();
    for_anyone(&mut response);
    response
}

/// Says that an answer is for anyone.
fn for_anyone(response: &mut Response) {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(KEPT));
    headers.insert("x-robots-tag", HeaderValue::from_static("all"));
}

/// "304 Not Modified" where the reader has it already; `tag` is what it is by.
fn unless_known(headers: &HeaderMap, tag: &str, mut response: Response) -> Response {
    let quoted = format!("\"{tag}\"");
    let known = headers
        .get(header::IF_NONE_MATCH)
        .and_then(|it| it.to_str().ok())
        .is_some_and(|it| {
            it.split(',')
                .any(|it| it.trim().trim_start_matches("W/") == quoted)
        });
    if known {
        response = StatusCode::NOT_MODIFIED.into_response();
        for_anyone(&mut response);
    }
    if let Ok(value) = HeaderValue::from_str(&quoted) {
        response.headers_mut().insert(header::ETAG, value);
    }
    response
}

/// The public as records know it: a reader without a role.
fn public_may_read(record: &waymark_programme::Record) -> bool {
    record.readers == waymark_programme::Readers::Public && !record.deleted && !record.erased
}

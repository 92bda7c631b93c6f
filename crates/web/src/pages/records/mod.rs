//! Every kind of record: lists, forms, a record's page, its history, links and files. A kind that deserves more has pages
//! of its own, and these besides.

pub(crate) mod areas;
pub(crate) mod choose;
pub(crate) mod cite;
mod edit;
pub(crate) mod ends;
mod erase;
mod export;
mod files;
pub(crate) mod filter;
pub(crate) mod form;
pub(crate) mod found;
mod history;
mod index;
mod links;
mod links_offered;
mod list;
pub(crate) mod mistakes;
mod moves;
mod new;
mod past;
pub(crate) mod posted;
pub(crate) mod readers;
mod removal;
mod show;
pub(crate) mod shown;
mod sniff;
mod stale;

use crate::page::{Page, Section};
use crate::problem::Problem;
use crate::routes::{Method, Routes};
use askama::Template;
use axum::extract::DefaultBodyLimit;
use axum::routing;
use form::takes_a_record;
use waymark_programme::kind::Kind;
use waymark_programme::{Record, kinds};

pub(crate) fn routes() -> Routes {
    let file = routing::post(files::add).layer(DefaultBodyLimit::max(files::LARGEST_BODY));
    Routes::new()
        .get("/records", index::index)
        .get("/records/{kind}", list::list)
        .get("/records/{kind}/list.csv", list::csv)
        .get("/records/{kind}/list.xlsx", list::xlsx)
        .get("/records/{kind}/new", new::show)
        .with(
            Method::Post,
            "/records/{kind}/new",
            takes_a_record(new::make),
        )
        .get("/records/{kind}/{record}", show::show)
        .get("/records/{kind}/{record}/edit", edit::show)
        .with(
            Method::Post,
            "/records/{kind}/{record}/edit",
            takes_a_record(edit::change),
        )
        .get("/records/{kind}/{record}/moves/{move}", moves::ask)
        .post("/records/{kind}/{record}/moves/{move}", moves::make)
        .get("/records/{kind}/{record}/links", links::show)
        .post("/records/{kind}/{record}/links", links::make)
        .post("/records/{kind}/{record}/links/remove", links::unmake)
        .with(Method::Post, "/records/{kind}/{record}/files", file)
        .get("/records/{kind}/{record}/files/{file}", files::download)
        .get("/records/{kind}/{record}/history", history::show)
        .get(
            "/records/{kind}/{record}/versions/{version}",
            history::version,
        )
        .get("/records/{kind}/{record}/delete", removal::ask_delete)
        .post("/records/{kind}/{record}/delete", removal::delete)
        .get("/records/{kind}/{record}/restore", removal::ask_restore)
        .post("/records/{kind}/{record}/restore", removal::restore)
        .get("/records/{kind}/{record}/erase", erase::ask)
        .post("/records/{kind}/{record}/erase", erase::erase)
}

/// The kind that an address names.
pub(crate) fn kind_of(word: &str) -> Result<&'static Kind, Problem> {
    kinds::find(word).ok_or(Problem::NotFound)
}

/// A page about a record, under its kind; `what` is empty for the record's own page.
pub(crate) fn page_at<T: Template>(record: &Record, what: &str, view: T) -> Page<T> {
    let name = format!(
        "{} {}",
        record.reference(),
        cite::shortened(record.title(), 80)
    );
    let title = if what.is_empty() {
        name
    } else {
        format!("{what}: {name}")
    };
    let page = Page::new(title, view)
        .section(Section::Records)
        .under("Records", "/records")
        .under(record.kind.plural, format!("/records/{}", record.kind.word))
        .without_data_age();
    if what.is_empty() {
        page
    } else {
        page.under(record.reference(), record.path())
    }
}

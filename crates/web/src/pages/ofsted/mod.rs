//! Ofsted's published outcomes: the files are loaded here, a council finds its own inspections, what needs to improve
//! becomes findings that await a plan line, and its statistical neighbours stand beside it.

mod council;
mod grades;
mod load;
mod neighbours;
mod outcomes;
mod shelf;
mod take;

pub(crate) use shelf::{Shelf, TITLE};

use crate::routes::{Method, Routes};
use axum::extract::DefaultBodyLimit;
use axum::routing;

pub(crate) fn routes() -> Routes {
    let receive = routing::post(load::load).layer(DefaultBodyLimit::max(load::LARGEST_BODY));
    Routes::new()
        .get("/ofsted", outcomes::show)
        .with(Method::Post, "/ofsted/files", receive)
        .get("/ofsted/{council}/{published}", take::show)
        .post("/ofsted/{council}/{published}", take::take)
}

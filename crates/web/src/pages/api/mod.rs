//! The API in words, for whoever writes a program or decides whether one may be used.

use crate::api::SORTS;
use crate::house::House;
use crate::page::Page;
use crate::routes::Routes;
use crate::user::Who;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use waymark_govuk::{Cell, Table};
use waymark_programme::kinds;

pub(crate) fn routes() -> Routes {
    Routes::new().get("/api", show)
}

#[derive(Template)]
#[template(path = "pages/api/api.html")]
struct Described {
    service: String,
    signed_in: bool,
    kinds: Table,
    sorts: Vec<(&'static str, u16, &'static str)>,
}

async fn show(State(house): State<House>, Extension(Who(user)): Extension<Who>) -> Page<Described> {
    let rows = kinds::KINDS.iter().map(|it| {
        vec![
            Cell::new(it.plural),
            Cell::new(format!("/api/v1/{}", it.word)),
            Cell::new(it.about),
        ]
    });
    let view = Described {
        service: house.options().service.clone(),
        // An administrator reads no records, so no program does for them.
        signed_in: user.is_some_and(|it| it.role != waymark_store::Role::Administrator),
        kinds: Table::new("Kinds of record")
            .head(["Kind", "Address", "What it is"].map(Cell::new))
            .rows(rows.collect::<Vec<_>>()),
        sorts: SORTS
            .iter()
            .map(|(word, status, title)| (*word, status.as_u16(), *title))
            .collect(),
    };
    Page::new("Data for programs", view).without_data_age()
}

//! The cells of an upload that could not be read, with their text: children's records, so every look is logged first.

use super::arrived::arrived;
use super::kept;
use super::words::capital;
use crate::house::House;
use crate::page::{Page, Section};
use crate::problem::Problem;
use crate::user::Loads;
use askama::Template;
use axum::extract::{Path, Query, State};
use serde::Deserialize;
use waymark_govuk::{Cell, Pagination, Table};

/// How many a page holds.
const SIZE: usize = 100;

#[derive(Template)]
#[template(path = "pages/uploads/rows.html")]
pub(super) struct Rows {
    pub(super) heading: String,
    pub(super) words: String,
    pub(super) table: Option<Table>,
    pub(super) pages: Option<Pagination>,
}

#[derive(Deserialize)]
pub(super) struct At {
    #[serde(default)]
    page: usize,
}

impl At {
    /// This page's part of a list, and links to the others.
    pub(super) fn part<'a, T>(&self, all: &'a [T], path: &str) -> (&'a [T], Option<Pagination>) {
        let last = all.len().div_ceil(SIZE).max(1);
        let page = self.page.clamp(1, last);
        let part = all.chunks(SIZE).nth(page - 1).unwrap_or_default();
        let links =
            (last > 1).then(|| Pagination::pages(page, last, |it| format!("{path}?page={it}")));
        (part, links)
    }
}

pub(super) async fn show(
    Loads(user): Loads,
    State(house): State<House>,
    Path(upload): Path<String>,
    Query(at): Query<At>,
) -> Result<Page<Rows>, Problem> {
    let upload = kept(&house, &upload).await?;
    let id = upload.id;
    let Ok(arrived) = arrived(&house, &upload).await? else {
        return Err(Problem::NotFound);
    };
    let (cells, pages) = at.part(&arrived.cells, &format!("/uploads/{id}/unreadable"));
    let children: Vec<&str> = cells.iter().filter_map(|it| it.child.as_deref()).collect();
    house
        .store()
        .log_look(user.id, "cells that could not be read", Some(id), &children)
        .await?;
    let rows: Vec<Vec<Cell>> = cells
        .iter()
        .map(|it| {
            vec![
                Cell::new(capital(&it.list)),
                Cell::new(it.place.as_str()),
                Cell::number(it.line),
                Cell::new(it.column.as_str()),
                Cell::new(it.text.as_str()),
            ]
        })
        .collect();
    let head = [
        Cell::new("List"),
        Cell::new("Where"),
        Cell::number("Row"),
        Cell::new("Column"),
        Cell::new("Text as found"),
    ];
    let view = Rows {
        heading: "Cells that could not be read".to_owned(),
        words: "Correct them where the return was made, and load it again.".to_owned(),
        table: (!rows.is_empty()).then(|| {
            Table::new(format!(
                "{} as at {}",
                upload.name,
                waymark_data::Day::from(upload.as_at).words()
            ))
            .caption_classes("govuk-table__caption--s")
            .head(head)
            .rows(rows)
        }),
        pages,
    };
    Ok(Page::new("Cells that could not be read", view)
        .section(Section::Uploads)
        .under("Returns", "/uploads")
        .under(upload.name, format!("/uploads/{id}")))
}

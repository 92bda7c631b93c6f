//! Decisions that were published: what, by whom, when (S-270).

use super::{List, page, public_may_read};
use crate::house::House;
use crate::pages::plan::shown::choice;
use crate::problem::Problem;
use axum::extract::State;
use axum::response::Response;
use std::cmp::Reverse;
use waymark_govuk::{Cell, Table};
use waymark_programme::kinds::RESOLUTION;
use waymark_programme::meetings::{meeting_of, said_on};
use waymark_programme::{Record, Records};

fn all(records: &Records) -> Vec<&Record> {
    let mut all: Vec<&Record> = records
        .of(&RESOLUTION)
        .filter(|it| public_may_read(it) && it.state.word != "replaced")
        .collect();
    all.sort_by_key(|it| Reverse((said_on(records, it), it.id)));
    all
}

/// "Noted the report presented", with when.
fn words(it: &Record) -> String {
    format!("{} {}", choice(it, "verb"), it.title())
}

/// The latest, with when.
pub(super) fn latest(records: &Records, most: usize) -> Vec<(String, String)> {
    all(records)
        .into_iter()
        .take(most)
        .map(|it| {
            (
                words(it),
                said_on(records, it).map_or_else(String::new, waymark_data::Day::words),
            )
        })
        .collect()
}

pub(super) async fn show(State(house): State<House>) -> Result<Response, Problem> {
    let records = house.records().await?;
    let rows: Vec<Vec<Cell>> = all(&records)
        .into_iter()
        .map(|it| {
            let meeting = meeting_of(&records, it).filter(|it| public_may_read(it));
            let body = match (it.text("body"), meeting) {
                ("", Some(meeting)) => meeting.text("body"),
                (body, _) => body,
            };
            let key = match choice(it, "key") {
                "" => "No",
                key => key,
            };
            vec![
                Cell::new(words(it)),
                Cell::new(body),
                Cell::new(said_on(&records, it).map_or_else(String::new, waymark_data::Day::words)),
                Cell::new(it.state.title),
                Cell::new(key),
            ]
        })
        .collect();
    let head = ["Decision", "Decided by", "On", "Status", "Key decision"].map(Cell::new);
    let view = List {
        title: "Decisions",
        about: "Decisions that the council has published, the latest first.",
        none: "No decision has been published yet.",
        table: (!rows.is_empty()).then(|| {
            Table::new("Decisions, the latest first")
                .head(head)
                .rows(rows)
        }),
    };
    Ok(page("Decisions", view))
}

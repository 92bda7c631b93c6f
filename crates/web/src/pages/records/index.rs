//! Every kind of record: what it is for, how many there are, how many are open.

use super::filter::OPEN;
use crate::house::House;
use crate::page::{Page, Section};
use crate::problem::Problem;
use crate::user::ReadsRecords;
use askama::Template;
use axum::extract::State;
use std::collections::BTreeMap;
use waymark_govuk::{Button, Input, Label};
use waymark_programme::kinds;

#[derive(Template)]
#[template(path = "pages/records/index.html")]
pub(super) struct View {
    search: Input,
    submit: Button,
    rows: Vec<Row>,
}

struct Row {
    word: &'static str,
    plural: &'static str,
    about: &'static str,
    all: usize,
    open: usize,
    open_query: &'static str,
    may_make: bool,
}

pub(super) async fn index(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
) -> Result<Page<View>, Problem> {
    let records = house.records().await?;
    let asker = user.asker();
    // Counted once for all kinds, and only what this person may read.
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for record in records.all().filter(|it| asker.may_read(it)) {
        let count = counts.entry(record.kind.word).or_default();
        count.0 += 1;
        count.1 += usize::from(record.is_open());
    }
    let rows = kinds::KINDS
        .iter()
        .map(|kind| {
            let (all, open) = counts.get(kind.word).copied().unwrap_or_default();
            Row {
                word: kind.word,
                plural: kind.plural,
                about: kind.about,
                all,
                open,
                open_query: OPEN,
                may_make: asker.may_make(kind),
            }
        })
        .collect();
    let view = View {
        search: Input::new("q", Label::new("Search all records"))
            .hint("Words, a name, or a reference such as ACT-31"),
        submit: Button::new("Search").secondary(),
        rows,
    };
    Ok(Page::new("Records", view)
        .section(Section::Records)
        .without_data_age())
}

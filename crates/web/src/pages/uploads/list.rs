//! What was loaded: the current cut, earlier ones, those superseded or deleted, and uploads that never arrived.

use super::words::number_words;
use crate::clock::moment_words;
use crate::county::ANNEX_A;
use crate::forms::Posted;
use crate::house::House;
use crate::notice::{Notice, To};
use crate::page::{Page, Section};
use crate::problem::Problem;
use crate::user::Loads;
use askama::Template;
use axum::extract::State;
use std::collections::BTreeSet;
use waymark_data::Day;
use waymark_govuk::{Button, Cell, Html, Table, Tag, TagColour};
use waymark_import::ReturnKind;
use waymark_store::{Interrupted, Upload, UploadState};

#[derive(Template)]
#[template(path = "pages/uploads/list.html")]
pub(super) struct List {
    csrf: String,
    load: Button,
    interrupted: Vec<String>,
    told: Vec<i64>,
    kept: Option<Table>,
    deleted: Option<Table>,
}

/// Where an upload stands among the others.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Standing {
    Current,
    Earlier,
    Superseded,
    Unread,
    Deleted,
}

impl Standing {
    pub(super) fn tag(self) -> Tag {
        match self {
            Self::Current => Tag::new("Current").colour(TagColour::Green),
            Self::Earlier => Tag::new("Earlier").colour(TagColour::Grey),
            Self::Superseded => Tag::new("Superseded").colour(TagColour::Yellow),
            Self::Unread => Tag::new("Cannot be read").colour(TagColour::Red),
            Self::Deleted => Tag::new("Deleted").colour(TagColour::Red),
        }
    }
}

pub(super) async fn list(
    Loads(user): Loads,
    State(house): State<House>,
) -> Result<Page<List>, Problem> {
    let all = house.store().uploads().await?;
    let unread: BTreeSet<_> = house.county().unread.iter().map(|(id, _)| *id).collect();
    let (kept, deleted): (Vec<&Upload>, Vec<&Upload>) =
        all.iter().partition(|it| it.state == UploadState::Kept);
    let mut newest = kept;
    newest.sort_by_key(|it| std::cmp::Reverse((it.as_at, it.id)));
    let rows: Vec<Vec<Cell>> = newest
        .iter()
        .map(|it| {
            let standing = if unread.contains(&it.id) {
                Standing::Unread
            } else {
                standing(it, &all)
            };
            row(it, standing)
        })
        .collect();
    let interrupted = house.store().interrupted().await?;
    let view = List {
        csrf: user.csrf.clone(),
        load: Button::link("Load a return", "/uploads/new"),
        told: interrupted.iter().map(|it| it.id.0).collect(),
        interrupted: interrupted.iter().map(broken_off).collect(),
        kept: (!rows.is_empty()).then(|| {
            let head = [
                Cell::new("As at"),
                Cell::new("Return"),
                Cell::new("Kind"),
                Cell::number("Rows"),
                Cell::number("Cells not read"),
                Cell::new("Loaded"),
                Cell::new("State"),
            ];
            Table::new("Returns that are kept, the latest first")
                .caption_classes("govuk-table__caption--m")
                .head(head)
                .rows(rows)
        }),
        deleted: (!deleted.is_empty()).then(|| deleted_table(&deleted)),
    };
    Ok(Page::new("Returns", view).section(Section::Uploads))
}

fn row(upload: &Upload, standing: Standing) -> Vec<Cell> {
    vec![
        Cell::new(Day::from(upload.as_at).words()),
        Cell::new(link(upload)),
        Cell::new(kind_words(&upload.kind)),
        Cell::number(number_words(counted(upload, "rows"))),
        Cell::number(number_words(counted(upload, "unreadable"))),
        Cell::new(loaded(upload)),
        Cell::new(Html::of(&standing.tag())),
    ]
}

fn deleted_table(deleted: &[&Upload]) -> Table {
    let rows: Vec<Vec<Cell>> = deleted
        .iter()
        .map(|it| {
            let (when, why) = match &it.state {
                UploadState::Deleted {
                    at,
                    by_name,
                    reason,
                    ..
                } => (
                    format!(
                        "{} by {}",
                        moment_words(*at),
                        by_name.as_deref().unwrap_or("the command line")
                    ),
                    reason.clone(),
                ),
                UploadState::Kept => (String::new(), String::new()),
            };
            vec![
                Cell::new(Day::from(it.as_at).words()),
                Cell::new(link(it)),
                Cell::new(when),
                Cell::new(why),
            ]
        })
        .collect();
    Table::new("Returns that were deleted, and the children in them")
        .caption_classes("govuk-table__caption--m")
        .head([
            Cell::new("As at"),
            Cell::new("Return"),
            Cell::new("Deleted"),
            Cell::new("Why"),
        ])
        .rows(rows)
}

fn link(upload: &Upload) -> Html {
    let name = Html::of(&waymark_govuk::Content::from(upload.name.as_str()));
    Html::new(format!(
        r#"<a class="govuk-link" href="/uploads/{}">{name}</a>"#,
        upload.id
    ))
}

fn broken_off(it: &Interrupted) -> String {
    format!("{}, begun {}", it.name, moment_words(it.begun))
}

/// "3 April 2018 at 2:30pm by Sam Okoro".
pub(super) fn loaded(upload: &Upload) -> String {
    let by = upload.by_name.as_deref().unwrap_or("the command line");
    format!("{} by {by}", moment_words(upload.accepted))
}

/// A number summed over the tables of an upload's summary.
fn counted(upload: &Upload, what: &str) -> u64 {
    tables(upload)
        .iter()
        .filter_map(|it| it.get(what)?.as_u64())
        .sum()
}

fn tables(upload: &Upload) -> &[serde_json::Value] {
    upload
        .summary
        .get("tables")
        .and_then(|it| it.as_array())
        .map_or(&[], Vec::as_slice)
}

/// The tables of an upload and their rows, as they were counted when it came.
pub(super) fn rows_by_table(upload: &Upload) -> Vec<(&str, &str, u64)> {
    let mut found: Vec<(&str, &str, u64)> = Vec::new();
    for table in tables(upload) {
        let text = |key| table.get(key).and_then(|it| it.as_str()).unwrap_or("");
        let rows = table
            .get("rows")
            .and_then(serde_json::Value::as_u64)
            .unwrap_or(0);
        // A list may come in several files.
        match found.iter_mut().find(|(name, ..)| *name == text("table")) {
            Some((.., sum)) => *sum += rows,
            None => found.push((text("table"), text("title"), rows)),
        }
    }
    found
}

/// A later day of the same kind makes an upload an earlier one; newer uploads of its own day that have all its lists
/// supersede it.
pub(super) fn standing(upload: &Upload, all: &[Upload]) -> Standing {
    if upload.state != UploadState::Kept {
        return Standing::Deleted;
    }
    let same_kind = all
        .iter()
        .filter(|it| it.kind == upload.kind && it.state == UploadState::Kept);
    let newer: BTreeSet<&str> = same_kind
        .clone()
        .filter(|it| it.as_at == upload.as_at && it.id > upload.id)
        .flat_map(rows_by_table)
        .map(|(name, ..)| name)
        .collect();
    let own = rows_by_table(upload);
    if !own.is_empty() && own.iter().all(|(name, ..)| newer.contains(name)) {
        Standing::Superseded
    } else if same_kind.clone().any(|it| it.as_at > upload.as_at) {
        Standing::Earlier
    } else {
        Standing::Current
    }
}

/// A kind in words.
pub(super) fn kind_words(kind: &str) -> String {
    if kind == ANNEX_A {
        return ReturnKind::AnnexA.to_string();
    }
    let known = ReturnKind::ALL
        .into_iter()
        .find(|it| crate::door::kind_word(*it) == kind);
    known.map_or_else(|| kind.to_owned(), |it| it.to_string())
}

/// The reader has been told of interrupted uploads.
pub(super) async fn noted(
    Loads(_): Loads,
    State(house): State<House>,
    Posted(fields): Posted,
) -> Result<To, Problem> {
    let told: Vec<_> = fields
        .all("told")
        .filter_map(|it| it.parse().ok())
        .map(waymark_store::AttemptId)
        .collect();
    house.store().acknowledge_interrupted(&told).await?;
    Ok(To::page("/uploads").saying(Notice::Noted))
}

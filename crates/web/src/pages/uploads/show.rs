//! One upload: did it arrive, can it be trusted, and what does it change?

use super::arrived::arrived;
use super::changes::{Changes, what_changes};
use super::list::{Standing, kind_words, loaded, standing};
use super::number;
use super::read::{Checks, checks, columns, unreadable_table};
use super::rows::{rows_before, rows_table, warnings};
use super::words::{counted, listed, number_words};
use crate::clock::moment_words;
use crate::county::ANNEX_A;
use crate::house::House;
use crate::page::{Page, Section};
use crate::problem::Problem;
use crate::user::Loads;
use askama::Template;
use axum::extract::{Path, State};
use waymark_data::Day;
use waymark_govuk::{Html, SummaryList, SummaryRow, Table, WarningText};
use waymark_store::{Upload, UploadId, UploadState};

#[derive(Template)]
#[template(path = "pages/uploads/show.html")]
pub(super) struct Show {
    name: String,
    id: UploadId,
    kept: bool,
    waiting: bool,
    warnings: Vec<WarningText>,
    summary: SummaryList,
    rows: Option<Table>,
    unreadable: Option<Table>,
    unreadable_cells: usize,
    columns: Vec<String>,
    notes: Vec<String>,
    checks: Option<Checks>,
    changes: Option<Changes>,
}

pub(super) async fn show(
    Loads(_): Loads,
    State(house): State<House>,
    Path(upload): Path<String>,
) -> Result<Page<Show>, Problem> {
    let id = number(&upload)?;
    let all = house.store().uploads().await?;
    let upload = all.iter().find(|it| it.id == id).ok_or(Problem::NotFound)?;
    let kept = upload.state == UploadState::Kept;
    let read = if kept {
        Some(arrived(&house, upload).await?)
    } else {
        None
    };
    let county = house.county();
    let annex_a = upload.kind == ANNEX_A;
    let known = county.cuts.iter().any(|it| it.uploads.contains(&id))
        || county.unread.iter().any(|(it, _)| *it == id);
    let waiting = kept && annex_a && !known;
    let mut view = Show {
        name: upload.name.clone(),
        id,
        kept,
        waiting,
        warnings: Vec::new(),
        summary: SummaryList::default(),
        rows: None,
        unreadable: None,
        unreadable_cells: 0,
        columns: Vec::new(),
        notes: Vec::new(),
        checks: None,
        changes: None,
    };
    let mut why = String::new();
    match &read {
        Some(Ok(arrived)) => {
            let before = rows_before(upload, &all);
            view.warnings = warnings(upload, arrived, &before, &all);
            view.rows = Some(rows_table(arrived, &before));
            view.unreadable_cells = arrived.cells.len();
            view.unreadable = unreadable_table(arrived);
            view.columns = columns(arrived);
            view.notes = arrived.notes.iter().map(ToString::to_string).collect();
            view.checks = arrived.checks.as_ref().map(|it| checks(id, it));
            let names: Vec<&str> = arrived.tables.iter().map(|it| it.name.as_str()).collect();
            why = format!("Known by the headings of {}.", listed(&names));
        }
        Some(Err(error)) => view.warnings.push(WarningText::new(format!(
            "It can no longer be read: {error}"
        ))),
        None => {}
    }
    if kept && annex_a && !waiting {
        view.changes = what_changes(&house, &county, upload, &all).await?;
    }
    view.summary = summary(upload, standing(upload, &all), &why);
    let page = Page::new(upload.name.as_str(), view)
        .section(Section::Uploads)
        .under("Returns", "/uploads");
    Ok(if waiting {
        page.script(&super::SCRIPT_ADDRESS)
    } else {
        page
    })
}

fn summary(upload: &Upload, standing: Standing, why: &str) -> SummaryList {
    let mut rows = vec![
        SummaryRow::new(
            "Kind",
            format!("{}. {why}", kind_words(&upload.kind))
                .trim()
                .to_owned(),
        ),
        SummaryRow::new("As at", Day::from(upload.as_at).words()),
        SummaryRow::new("Looks back", format!("{} months", upload.scope_months)),
        SummaryRow::new("State", Html::of(&standing.tag())),
        SummaryRow::new("Loaded", loaded(upload)),
        SummaryRow::new(
            "Size",
            format!(
                "{} bytes in {}",
                number_words(upload.size),
                counted(upload.files, "file", "files")
            ),
        ),
        SummaryRow::new("SHA-256", upload.sha256.as_str()),
    ];
    if let UploadState::Deleted {
        at,
        by_name,
        reason,
        ..
    } = &upload.state
    {
        let by = by_name.as_deref().unwrap_or("the command line");
        rows.push(SummaryRow::new(
            "Deleted",
            format!("{} by {by}", moment_words(*at)),
        ));
        rows.push(SummaryRow::new("Why", reason.as_str()));
    }
    SummaryList::new(rows)
}

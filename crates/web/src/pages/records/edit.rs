//! Changing what a record holds. Whoever wrote it since it was read loses nothing, and neither does whoever is late.

use super::found::{found, to_change};
use super::{form, mistakes, page_at, posted, readers, stale};
use crate::desk::{Returned, hand_in};
use crate::forms::{Fields, Posted};
use crate::house::House;
use crate::notice::{Notice, To};
use crate::problem::Problem;
use crate::user::{ReadsRecords, User};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use waymark_govuk::{Button, ErrorSummary, Html, Radios};
use waymark_programme::{Change, Changes, Mistake, Readers, Record, Values};

#[derive(Template)]
#[template(path = "pages/records/edit.html")]
struct Form {
    title: String,
    path: String,
    mistakes: Option<ErrorSummary>,
    csrf: String,
    read: u32,
    inputs: Vec<Html>,
    readers: Radios,
    submit: Button,
}

pub(super) async fn show(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Path((kind, number)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let record = to_change(&user, &records, &kind, &number)?;
    let now = (record.readers, &record.values);
    Ok(page(&house, &user, record, record.version, now, &[]))
}

pub(super) async fn change(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Path((kind, number)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let record = found(&user, &records, &kind, &number)?;
    if !user.asker().may_make(record.kind) {
        to_change(&user, &records, &kind, &number)?;
    }
    let read = version_read(&fields)?;
    let mut mine = stale::Written {
        readers: readers::chosen(&user, &fields, record.readers),
        values: posted::values(record.kind, &fields, &record.values),
    };
    if let Err(refused) = to_change(&user, &records, &kind, &number) {
        // It was frozen, deleted or moved to another area meanwhile: what they wrote is still shown to them.
        return if read == record.version {
            Err(refused)
        } else {
            stale::too_late(&house, &user, record, read, &mine).await
        };
    }
    if fields.get(stale::SETTLED) == "yes" && read == record.version {
        match stale::settled(record, &fields, mine) {
            Ok(settled) => mine = settled,
            Err((mine, mistakes)) => {
                return stale::ask(&house, &user, record, &fields, &mine, &mistakes).await;
            }
        }
    }
    if read == record.version && mine.values == record.values && mine.readers == record.readers {
        return Ok(To::page(record.path()).into_response());
    }
    let mut changes = Changes::by(user.author());
    changes.list.push(Change::Edit {
        record: record.id,
        read,
        readers: mine.readers,
        values: mine.values.clone(),
    });
    match hand_in(&house, &user, &changes).await {
        Ok(_) => Ok(To::page(record.path())
            .saying(Notice::RecordChanged)
            .into_response()),
        Err(Returned::Mistakes(mistakes)) => {
            let typed = (mine.readers, &mine.values);
            Ok(page(&house, &user, record, read, typed, &mistakes))
        }
        Err(Returned::Stale(_)) => {
            // As it stands now, not as it stood when this was begun.
            let records = house.records().await?;
            let record = found(&user, &records, &kind, &number)?;
            stale::ask(&house, &user, record, &fields, &mine, &[]).await
        }
        Err(other) => Err(other.into()),
    }
}

/// The version that a form says its writer read.
pub(crate) fn version_read(fields: &Fields) -> Result<u32, Problem> {
    fields
        .get("read")
        .parse()
        .map_err(|_| Problem::NotUnderstood)
}

fn page(
    house: &House,
    user: &User,
    record: &Record,
    read: u32,
    (readers, values): (Readers, &Values),
    wrong: &[Mistake],
) -> Response {
    let view = Form {
        title: format!("Edit {}", record.reference()),
        path: record.path(),
        mistakes: mistakes::summary(record.kind, wrong),
        csrf: user.csrf.clone(),
        read,
        inputs: form::inputs(house, user, record.kind, values, wrong),
        readers: readers::question(user, readers),
        submit: Button::new("Save").prevent_double_click(true),
    };
    let page = page_at(record, "Edit", view);
    if wrong.is_empty() {
        page.into_response()
    } else {
        page.with_mistakes().into_response()
    }
}

//! Deleting a record, which keeps it with its reason, and bringing it back.

use super::edit::version_read;
use super::found::{found, to_change};
use super::moves::reason;
use super::{mistakes, page_at};
use crate::desk::{Returned, hand_in};
use crate::forms::{Fields, Posted};
use crate::house::House;
use crate::notice::{Notice, To};
use crate::problem::Problem;
use crate::user::{ReadsRecords, User};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use waymark_govuk::{Button, ErrorSummary, Textarea};
use waymark_programme::{Change, Changes, Mistake, Record};

#[derive(Template)]
#[template(path = "pages/records/removal.html")]
struct Form {
    title: &'static str,
    about: &'static str,
    action: String,
    path: String,
    mistakes: Option<ErrorSummary>,
    csrf: String,
    read: u32,
    reason: Textarea,
    submit: Button,
}

/// Which of the two is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Which {
    Delete,
    Restore,
}

pub(super) async fn ask_delete(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Path((kind, number)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let record = to_change(&user, &records, &kind, &number)?;
    Ok(page(&user, record, Which::Delete, None, &[]))
}

pub(super) async fn delete(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Path((kind, number)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let record = to_change(&user, &records, &kind, &number)?;
    keep(&house, &user, record, Which::Delete, &fields).await
}

pub(super) async fn ask_restore(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Path((kind, number)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let record = to_restore(&user, found(&user, &records, &kind, &number)?)?;
    Ok(page(&user, record, Which::Restore, None, &[]))
}

pub(super) async fn restore(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Path((kind, number)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let record = to_restore(&user, found(&user, &records, &kind, &number)?)?;
    keep(&house, &user, record, Which::Restore, &fields).await
}

fn to_restore<'a>(user: &User, record: &'a Record) -> Result<&'a Record, Problem> {
    if !user.asker().may_edit(record) {
        Err(Problem::NotAllowed("Others bring records like this back."))
    } else if record.deleted {
        Ok(record)
    } else {
        Err(Problem::NotFound)
    }
}

async fn keep(
    house: &House,
    user: &User,
    record: &Record,
    which: Which,
    fields: &Fields,
) -> Result<Response, Problem> {
    let (id, read) = (record.id, version_read(fields)?);
    let mut changes = Changes::by(user.author()).because(fields.get("reason"));
    changes.list.push(match which {
        Which::Delete => Change::Delete { record: id, read },
        Which::Restore => Change::Restore { record: id, read },
    });
    match hand_in(house, user, &changes).await {
        Ok(_) if which == Which::Delete => {
            let list = format!("/records/{}", record.kind.word);
            Ok(To::page(list).saying(Notice::RecordDeleted).into_response())
        }
        Ok(_) => Ok(To::page(record.path())
            .saying(Notice::RecordRestored)
            .into_response()),
        Err(Returned::Mistakes(mistakes)) => Ok(page(user, record, which, Some(fields), &mistakes)),
        Err(other) => Err(other.into()),
    }
}

fn page(
    user: &User,
    record: &Record,
    which: Which,
    typed: Option<&Fields>,
    wrong: &[Mistake],
) -> Response {
    let (title, about, word) = match which {
        Which::Delete => (
            "Delete this record",
            "It leaves every list and search. It is kept, with your reason, and can be brought back. To erase what it holds for good is another matter, for the director and democratic services.",
            "delete",
        ),
        Which::Restore => (
            "Bring this record back",
            "It returns to every list, as it was when it was deleted.",
            "restore",
        ),
    };
    let submit = Button::new(title).prevent_double_click(true);
    let view = Form {
        title,
        about,
        action: format!("{}/{word}", record.path()),
        path: record.path(),
        mistakes: mistakes::plain_summary(wrong, &["reason"]),
        csrf: user.csrf.clone(),
        read: record.version,
        reason: reason("Why?", typed, wrong),
        submit: if which == Which::Delete {
            submit.warning()
        } else {
            submit
        },
    };
    let page = page_at(record, title, view);
    if wrong.is_empty() {
        page.into_response()
    } else {
        page.with_mistakes().into_response()
    }
}

//! Erasing what a record ever held: for what should never have been written down, and for people who ask to be forgotten.

use super::found::found;
use super::{mistakes, page_at};
use crate::forms::{Fields, Posted};
use crate::house::House;
use crate::notice::{Notice, To};
use crate::problem::Problem;
use crate::user::{ErasesRecords, User};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use waymark_govuk::{
    Button, Checkboxes, Choice, ErrorSummary, Fieldset, Label, Textarea, WarningText,
};
use waymark_programme::{Mistake, Record};
use waymark_store::Role;

#[derive(Template)]
#[template(path = "pages/records/erase.html")]
struct Form {
    mistakes: Option<ErrorSummary>,
    warning: WarningText,
    csrf: String,
    path: String,
    reason: Textarea,
    sure: Checkboxes,
    submit: Button,
}

/// Whether a person may erase records: the director and democratic services, who answer for what the board keeps. An
/// administrator looks after accounts and does not read records, so cannot judge one.
pub(super) fn may_erase(user: &User) -> bool {
    matches!(user.role, Role::Director | Role::DemocraticServices)
}

pub(super) async fn ask(
    ErasesRecords(user): ErasesRecords,
    State(house): State<House>,
    Path((kind, number)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let record = found(&user, &records, &kind, &number)?;
    Ok(page(&user, record, None, &[]))
}

pub(super) async fn erase(
    ErasesRecords(user): ErasesRecords,
    State(house): State<House>,
    Path((kind, number)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let record = found(&user, &records, &kind, &number)?;
    let reason = fields.get("reason");
    let mut wrong = Vec::new();
    if reason.is_empty() {
        wrong.push(Mistake::new("reason", "Say why"));
    } else if reason.chars().count() > 1000 {
        wrong.push(Mistake::new(
            "reason",
            "Shorten it to 1,000 characters or fewer",
        ));
    }
    if fields.get("sure") != "yes" {
        wrong.push(Mistake::new(
            "sure",
            "Tick the box: what is erased cannot be brought back",
        ));
    }
    if !wrong.is_empty() {
        return Ok(page(&user, record, Some(&fields), &wrong));
    }
    house
        .store()
        .erase_record(record.id, &user.author(), reason)
        .await?;
    tracing::info!(record = record.id.0, by = user.id.0, "record erased");
    Ok(To::page(record.path())
        .saying(Notice::RecordErased)
        .into_response())
}

fn page(user: &User, record: &Record, typed: Option<&Fields>, wrong: &[Mistake]) -> Response {
    let view = Form {
        mistakes: mistakes::plain_summary(wrong, &["reason", "sure"]),
        warning: WarningText::new(
            "What is erased is gone from every page, from its history and its files, and cannot be brought back.",
        ),
        csrf: user.csrf.clone(),
        path: record.path(),
        reason: Textarea::new("reason", Label::new("Why?"))
            .hint("It stays for everybody who may read this record. Leave out what is to be erased")
            .rows(3_u16)
            .value(typed.map_or("", |it| it.get("reason")))
            .error(mistakes::wrong(wrong, "reason")),
        sure: Checkboxes::new(
            "sure",
            Fieldset::new("Are you sure?"),
            vec![Choice::new(
                "yes",
                "Yes, erase what this record holds and ever held",
            )],
        )
        .error(mistakes::wrong(wrong, "sure")),
        submit: Button::new("Erase it").warning().prevent_double_click(true),
    };
    let page = page_at(record, "Erase what this record holds", view);
    if wrong.is_empty() {
        page.into_response()
    } else {
        page.with_mistakes().into_response()
    }
}

//! Deleting a return, after saying what that changes.

use super::changes::{SHOWN, changes, changes_table};
use super::kept;
use crate::county::ANNEX_A;
use crate::forms::Posted;
use crate::house::House;
use crate::notice::{Notice, To};
use crate::page::{Page, Section};
use crate::problem::Problem;
use crate::user::{Loads, User};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use waymark_data::Day;
use waymark_govuk::{Button, ErrorLink, ErrorSummary, Table, Textarea, WarningText};
use waymark_store::{Upload, UploadId};

/// The most letters of a reason.
const REASON: usize = 1000;

#[derive(Template)]
#[template(path = "pages/uploads/delete.html")]
struct Form {
    mistakes: Option<ErrorSummary>,
    csrf: String,
    id: UploadId,
    warning: WarningText,
    words: Vec<String>,
    table: Option<Table>,
    reason: Textarea,
    submit: Button,
}

pub(super) async fn confirm(
    Loads(user): Loads,
    State(house): State<House>,
    Path(upload): Path<String>,
) -> Result<Response, Problem> {
    let upload = kept(&house, &upload).await?;
    form(&house, &user, &upload, "", "").await
}

pub(super) async fn delete(
    Loads(user): Loads,
    State(house): State<House>,
    Path(upload): Path<String>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let upload = kept(&house, &upload).await?;
    let reason = fields.get("reason");
    let mistake = if reason.is_empty() {
        "Say why the return is deleted"
    } else if reason.chars().count() > REASON {
        "The reason must be 1,000 characters or fewer"
    } else {
        ""
    };
    if !mistake.is_empty() {
        return form(&house, &user, &upload, reason, mistake).await;
    }
    house
        .store()
        .delete_upload(upload.id, Some(user.id), reason)
        .await?;
    house.forget(upload.id);
    // Whoever deleted children waits until no page shows them.
    house.reload().await?;
    Ok(To::page("/uploads").saying(Notice::Deleted).into_response())
}

async fn form(
    house: &House,
    user: &User,
    upload: &Upload,
    typed: &str,
    mistake: &str,
) -> Result<Response, Problem> {
    let day = Day::from(upload.as_at).words();
    let (words, table) = what_goes(house, upload).await?;
    let view = Form {
        mistakes: (!mistake.is_empty())
            .then(|| ErrorSummary::new([ErrorLink::new(mistake, "reason")])),
        csrf: user.csrf.clone(),
        id: upload.id,
        warning: WarningText::new(format!(
            "Deleting {} (as at {day}) deletes the children in it for good. It cannot be undone.",
            upload.name
        )),
        words,
        table,
        reason: Textarea::new("reason", "Why is it deleted?")
            .hint("Kept for good with your name. Do not name a child.")
            .value(typed)
            .error(mistake),
        submit: Button::new("Delete this return")
            .warning()
            .prevent_double_click(true),
    };
    let page = Page::new("Delete a return", view)
        .section(Section::Uploads)
        .under("Returns", "/uploads")
        .under(upload.name.as_str(), format!("/uploads/{}", upload.id));
    Ok(if mistake.is_empty() {
        page.into_response()
    } else {
        page.with_mistakes().into_response()
    })
}

/// What the pages will say once it is gone.
async fn what_goes(
    house: &House,
    upload: &Upload,
) -> Result<(Vec<String>, Option<Table>), Problem> {
    let none = |words: &str| Ok((vec![words.to_owned()], None));
    if upload.kind != ANNEX_A {
        return none("No measure is made from this kind of return, so no figure changes.");
    }
    let county = house.county();
    let Some(at) = county
        .cuts
        .iter()
        .position(|it| it.uploads.contains(&upload.id))
    else {
        return none("Its figures are not worked out yet, so what changes cannot be said.");
    };
    let cut = &county.cuts[at];
    let day = cut.cut.as_at.words();
    let all = house.store().uploads().await?;
    let others: Vec<&Upload> = all
        .iter()
        .filter(|it| cut.uploads.contains(&it.id) && it.id != upload.id)
        .collect();
    if let Some(rest) = county.figures_of(house.store(), &others).await? {
        let (mut changed, same) = changes(Some(&cut.figures), Some(&rest));
        let words = format!(
            "The return of {day} is then made from the other uploads of that day. {} change, {same} stay.",
            measures(changed.len())
        );
        changed.truncate(SHOWN);
        let table = changes_table("The biggest changes", &changed, "Now", "Once it is deleted");
        return Ok((vec![words], table));
    }
    if at + 1 < county.cuts.len() {
        return none(&format!(
            "It is not the latest return. Months that only the return of {day} can answer will have no figure; others are \
             told from other returns."
        ));
    }
    let Some(previous) = at.checked_sub(1).and_then(|it| county.cuts.get(it)) else {
        return none("It is the only return. No measure will have a figure.");
    };
    let (mut changed, same) = changes(Some(&cut.figures), Some(&previous.figures));
    let words = format!(
        "It is the latest return. The pages go back to the return of {}. {} change, {same} stay.",
        previous.cut.as_at.words(),
        measures(changed.len())
    );
    changed.truncate(SHOWN);
    Ok((
        vec![words],
        changes_table("The biggest changes", &changed, "Now", "Once it is deleted"),
    ))
}

fn measures(count: usize) -> String {
    if count == 1 {
        "1 measure will".to_owned()
    } else {
        format!("{count} measures will")
    }
}

//! Moving a record to another state, with the reason and the minute where they are needed.

use super::choose::Minute;
use super::edit::version_read;
use super::found::found;
use super::{mistakes, page_at, show};
use crate::desk::{Returned, hand_in};
use crate::forms::{Fields, Posted};
use crate::house::House;
use crate::notice::{Notice, To};
use crate::problem::Problem;
use crate::user::{ReadsRecords, User};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use waymark_data::Day;
use waymark_govuk::{Button, ErrorSummary, Input, Label, Select, Textarea};
use waymark_programme::kind::{Move, Need};
use waymark_programme::{Change, Changes, Mistake, Record, Records, deciding};

#[derive(Template)]
#[template(path = "pages/records/move.html")]
struct Form {
    title: &'static str,
    action: String,
    path: String,
    mistakes: Option<ErrorSummary>,
    csrf: String,
    read: u32,
    becomes: &'static str,
    missing: Vec<String>,
    reason: Textarea,
    minute: Option<(Select, Input)>,
    submit: Button,
}

pub(super) async fn ask(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Path((kind, number, word)): Path<(String, String, String)>,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let record = found(&user, &records, &kind, &number)?;
    let step = step(&user, record, &word)?;
    Ok(page(
        (&user, house.today()),
        &records,
        record,
        step,
        None,
        &[],
    ))
}

pub(super) async fn make(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Path((kind, number, word)): Path<(String, String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let record = found(&user, &records, &kind, &number)?;
    let step = step(&user, record, &word)?;
    let read = version_read(&fields)?;
    let asking = (&user, house.today());
    let again = |mistakes: &[Mistake]| {
        Ok(page(
            asking,
            &records,
            record,
            step,
            Some(&fields),
            mistakes,
        ))
    };
    let minute = match Minute::chosen(&user.asker(), &records, &fields) {
        Ok(minute) => minute,
        Err(mistake) => return again(&[mistake]),
    };
    let mut changes = Changes::by(user.author()).because(fields.get("reason"));
    changes.minute = minute;
    changes.list.push(Change::Move {
        record: record.id,
        read,
        to: step.to,
    });
    match hand_in(&house, &user, &changes).await {
        Ok(_) => Ok(To::page(record.path())
            .saying(Notice::RecordMoved)
            .into_response()),
        Err(Returned::Mistakes(mistakes)) => again(&mistakes),
        Err(other) => Err(other.into()),
    }
}

fn step(user: &User, record: &Record, word: &str) -> Result<&'static Move, Problem> {
    let step = record.kind.way(word).ok_or(Problem::NotFound)?;
    if user.asker().moves(record).any(|it| it.word == step.word) {
        return Ok(step);
    }
    Err(Problem::NotAllowed(
        if step.from.contains(&record.state.word) {
            "Others make this move."
        } else {
            "This record cannot make this move from the state it is in now."
        },
    ))
}

fn page(
    (user, today): (&User, Day),
    records: &Records,
    record: &Record,
    step: &'static Move,
    typed: Option<&Fields>,
    wrong: &[Mistake],
) -> Response {
    let needs = |need: fn(&Need) -> bool| step.needs.iter().any(need);
    let by_reason = needs(|it| matches!(it, Need::Reason));
    let view = Form {
        title: step.title,
        action: format!("{}/moves/{}", record.path(), step.word),
        path: record.path(),
        mistakes: mistakes::plain_summary(wrong, &["reason", "minute"]),
        csrf: user.csrf.clone(),
        read: record.version,
        becomes: record.kind.state(step.to).map_or("", |it| it.title),
        missing: show::missing(records, record, step, today),
        reason: reason(
            if by_reason { "Why?" } else { "Why? (optional)" },
            typed,
            wrong,
        ),
        minute: needs(|it| matches!(it, Need::Minute | Need::MinuteOf(_))).then(|| {
            let asker = user.asker();
            let meetings =
                deciding::meetings(records, record, step, today).filter(|it| asker.may_read(it));
            let minute = Minute::new(meetings, typed, wrong);
            (minute.meeting, minute.other)
        }),
        submit: Button::new(step.title).prevent_double_click(true),
    };
    let page = page_at(record, step.title, view);
    if wrong.is_empty() {
        page.into_response()
    } else {
        page.with_mistakes().into_response()
    }
}

/// The question why.
pub(super) fn reason(label: &str, typed: Option<&Fields>, wrong: &[Mistake]) -> Textarea {
    Textarea::new("reason", Label::new(label))
        .hint("It stays in the history, beside your name")
        .rows(3_u16)
        .value(typed.map_or("", |it| it.get("reason")))
        .error(mistakes::wrong(wrong, "reason"))
}

//! Moves from one state to another.

use super::keep::Request;
use super::sent::{REASON, Sent};
use super::shown::json;
use super::write::{as_read, one};
use super::{record_of, shown};
use crate::api::door::Speaks;
use crate::api::trouble::Trouble;
use crate::house::House;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde_json::{Value, json};
use waymark_programme::permit::lacking;
use waymark_programme::{Change, Changes};

/// The moves this person may make now, and what each still needs.
pub(super) async fn list(
    Speaks(user): Speaks,
    State(house): State<House>,
    Path((kind, number)): Path<(String, String)>,
) -> Result<Response, Trouble> {
    let records = house.records().await?;
    let record = record_of(&records, &user, &kind, &number)?;
    let items: Vec<Value> = user
        .asker()
        .moves(record)
        .map(|it| {
            let needs: Vec<Value> = lacking(&records, record, it, "", None, house.today())
                .into_iter()
                .map(|it| json!({ "field": it.field, "detail": it.words }))
                .collect();
            json!({ "move": it.word, "title": it.title, "to": it.to, "needs": needs })
        })
        .collect();
    Ok(json(StatusCode::OK, &json!({ "items": items })))
}

/// Makes a move.
pub(super) async fn make(
    Speaks(user): Speaks,
    State(house): State<House>,
    Path((kind, number, word)): Path<(String, String, String)>,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Trouble> {
    let records = house.records().await?;
    let record = record_of(&records, &user, &kind, &number)?;
    let step = record.kind.way(&word).ok_or_else(Trouble::not_found)?;
    let address = format!("POST {} moves {}", record.id, step.word);
    let request = Request::read(&headers, &address, &sent.text)?;
    if request.before(&house, &user).await?.is_some() {
        return Ok(shown::answer(StatusCode::OK, record));
    }
    as_read(&headers, record)?;
    sent.only(&["reason", "minute"])?;
    let reason = sent.text("reason", REASON)?;
    let minute = sent.minute(&records, &user.asker())?;
    if !step.from.contains(&record.state.word) || record.deleted {
        return Err(Trouble::not_now(format!(
            "This move starts from {} only.",
            step.from.join(" or ")
        )));
    }
    if !user.asker().moves(record).any(|it| it.word == step.word) {
        return Err(Trouble::not_allowed("You may not make this move."));
    }
    let missing = lacking(&records, record, step, reason, minute, house.today());
    if !missing.is_empty() {
        return Err(Trouble::of_mistakes(record.kind, &missing));
    }
    let mut changes = Changes::by(user.author()).because(reason);
    changes.minute = minute;
    changes.list.push(Change::Move {
        record: record.id,
        read: record.version,
        to: step.to,
    });
    one(&house, &user, (request, record), &changes).await
}

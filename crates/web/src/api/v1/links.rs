//! Links, at both ends. A link changes neither record's version.

use super::keep::{Done, Refused, Request};
use super::record_of;
use super::sent::{REASON, Sent};
use super::shown::{self, json};
use crate::api::door::Speaks;
use crate::api::trouble::Trouble;
use crate::house::House;
use crate::user::User;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};
use waymark_programme::link::LinkKind;
use waymark_programme::{Change, Changes, End, Record, RecordId, Records, link};

/// What a record is linked with, out and in, as far as this person may know.
pub(super) async fn list(
    Speaks(user): Speaks,
    State(house): State<House>,
    Path((kind, number)): Path<(String, String)>,
) -> Result<Response, Trouble> {
    let records = house.records().await?;
    let record = record_of(&records, &user, &kind, &number)?;
    Ok(all(&records, &user, record, StatusCode::OK))
}

fn all(records: &Records, user: &User, record: &Record, status: StatusCode) -> Response {
    let told = |kind: &LinkKind, out: bool, end: &End| {
        let (what, value) = shown::end(records, user, end)?;
        let mut it = Map::new();
        it.insert("link".into(), kind.word.into());
        it.insert("direction".into(), if out { "out" } else { "in" }.into());
        let words = if out { kind.forwards } else { kind.backwards };
        it.insert("words".into(), words.into());
        it.insert(what.into(), value);
        Some(Value::Object(it))
    };
    let out = records.links_from(record.id).iter();
    let into = records.links_to(record.id).iter();
    let items: Vec<Value> = out
        .filter_map(|it| told(it.kind, true, &it.to))
        .chain(into.filter_map(|it| told(it.kind, false, &End::Record(it.from))))
        .collect();
    json(status, &json!({ "items": items }))
}

/// Where a link ends, as a program writes it: a record's number or reference, or a measure's name.
fn end_of(records: &Records, user: &User, written: &str) -> Option<End> {
    let record = match written.parse() {
        Ok(number) => records.get(RecordId(number)),
        Err(_) => records.cited(written),
    };
    match record {
        Some(it) => (!it.deleted && user.asker().may_read(it)).then_some(End::Record(it.id)),
        None => {
            waymark_measures::catalogue::find(written).map(|_| End::Measure(written.to_owned()))
        }
    }
}

fn may_link(user: &User, record: &Record) -> Result<(), Trouble> {
    if user.asker().may_make(record.kind) {
        Ok(())
    } else {
        Err(Trouble::not_allowed("You may not link this record."))
    }
}

/// Links a record to another, or to a measure. One that is there already stays as it is.
pub(super) async fn make(
    Speaks(user): Speaks,
    State(house): State<House>,
    Path((kind, number)): Path<(String, String)>,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Trouble> {
    let records = house.records().await?;
    let record = record_of(&records, &user, &kind, &number)?;
    let request = Request::read(&headers, &format!("POST {} links", record.id), &sent.text)?;
    if request.before(&house, &user).await?.is_some() {
        return Ok(all(&records, &user, record, StatusCode::CREATED));
    }
    may_link(&user, record)?;
    sent.only(&["link", "to", "reason", "minute"])?;
    let words = record.kind.links.iter().map(|it| it.link.word);
    let kind = link::find(sent.text("link", 50)?).ok_or_else(|| {
        let words: Vec<&str> = words.collect();
        Trouble::wrong("link", format!("Choose one of: {}", words.join(", ")))
    })?;
    let to = end_of(&records, &user, sent.text("to", 100)?).ok_or_else(|| {
        Trouble::wrong(
            "to",
            "Send the number or reference of a record you may read, or the name of a measure",
        )
    })?;
    let mut changes = Changes::by(user.author()).because(sent.text("reason", REASON)?);
    changes.minute = sent.minute(&records, &user.asker())?;
    changes.list.push(Change::Link {
        from: record.id,
        kind,
        to,
    });
    match request.hand_in(&house, &user, record.kind, &changes).await {
        Ok(Done::Now(_) | Done::Before(_)) => {
            let records = house.records().await?;
            Ok(all(&records, &user, record, StatusCode::CREATED))
        }
        Err(Refused::Stale) => Err(Trouble::not_found()),
        Err(Refused::Trouble(trouble)) => Err(trouble),
    }
}

/// Takes a link away that begins at a record.
pub(super) async fn take_away(
    Speaks(user): Speaks,
    State(house): State<House>,
    Path((kind, number, word, end)): Path<(String, String, String, String)>,
) -> Result<Response, Trouble> {
    let records = house.records().await?;
    let record = record_of(&records, &user, &kind, &number)?;
    may_link(&user, record)?;
    let kind = link::find(&word).ok_or_else(Trouble::not_found)?;
    let to = end_of(&records, &user, &end).ok_or_else(Trouble::not_found)?;
    if !records
        .links_from(record.id)
        .iter()
        .any(|it| it.kind == kind && it.to == to)
    {
        return Err(Trouble::not_found());
    }
    let mut changes = Changes::by(user.author());
    changes.list.push(Change::Unlink {
        from: record.id,
        kind,
        to,
    });
    crate::desk::hand_in(&house, &user, &changes)
        .await
        .map_err(|it| Trouble::of_returned(record.kind, it))?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

//! Records made, edited, deleted and brought back.

use super::keep::{Done, Refused, Request};
use super::sent::{REASON, Sent};
use super::{etag, kind_of, record_of, shown};
use crate::api::door::Speaks;
use crate::api::trouble::Trouble;
use crate::house::House;
use crate::user::User;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use std::collections::BTreeSet;
use waymark_programme::kind::Holds;
use waymark_programme::{Change, Changes, Record, RecordId, Values};

/// Makes a record in its kind's first state.
pub(super) async fn make(
    Speaks(user): Speaks,
    State(house): State<House>,
    Path(kind): Path<String>,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Trouble> {
    let kind = kind_of(&kind)?;
    let request = Request::read(&headers, &format!("POST {}", kind.word), &sent.text)?;
    if let Some(made) = request.before(&house, &user).await? {
        return answer(&house, &user, made, StatusCode::CREATED).await;
    }
    if !user.asker().may_make(kind) {
        return Err(Trouble::not_allowed("You may not make one of these."));
    }
    let records = house.records().await?;
    sent.only(&["values", "readers", "reason", "minute"])?;
    let values = sent.values(kind)?;
    own_files(&house, None, kind, &values).await?;
    let mut changes = Changes::by(user.author()).because(sent.text("reason", REASON)?);
    changes.minute = sent.minute(&records, &user.asker())?;
    let readers = sent.readers(&user.asker())?.unwrap_or(kind.readers);
    changes.make_as(kind, kind.states[0].word, readers, values);
    match request.hand_in(&house, &user, kind, &changes).await {
        Ok(Done::Now(kept)) => {
            let made = kept.number(RecordId(-1));
            answer(&house, &user, made, StatusCode::CREATED).await
        }
        Ok(Done::Before(made)) => answer(&house, &user, made, StatusCode::CREATED).await,
        Err(Refused::Stale) => Err(Trouble::not_found()),
        Err(Refused::Trouble(trouble)) => Err(trouble),
    }
}

/// Writes what a record holds, whole.
pub(super) async fn edit(
    Speaks(user): Speaks,
    State(house): State<House>,
    Path((kind, number)): Path<(String, String)>,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Trouble> {
    let records = house.records().await?;
    let record = record_of(&records, &user, &kind, &number)?;
    if !user.asker().may_report_on(record) {
        return Err(Trouble::not_allowed("You may not change this record."));
    }
    as_read(&headers, record)?;
    if record.deleted {
        return Err(Trouble::not_now(
            "This record is deleted. Bring it back first.",
        ));
    }
    sent.only(&["values", "readers", "reason", "minute"])?;
    let values = sent.values(record.kind)?;
    own_files(&house, Some(record), record.kind, &values).await?;
    let mut changes = Changes::by(user.author()).because(sent.text("reason", REASON)?);
    changes.minute = sent.minute(&records, &user.asker())?;
    changes.list.push(Change::Edit {
        record: record.id,
        read: record.version,
        readers: sent.readers(&user.asker())?.unwrap_or(record.readers),
        values,
    });
    one(&house, &user, (Request::plain(), record), &changes).await
}

/// Deletes a record: it stays, with its reason, and is out of every list.
pub(super) async fn delete(
    Speaks(user): Speaks,
    State(house): State<House>,
    Path((kind, number)): Path<(String, String)>,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Trouble> {
    let records = house.records().await?;
    let record = record_of(&records, &user, &kind, &number)?;
    may_delete(&user, record)?;
    as_read(&headers, record)?;
    if record.deleted {
        return Err(Trouble::not_now("This record is deleted already."));
    }
    let change = Change::Delete {
        record: record.id,
        read: record.version,
    };
    let changes = with_reason(&user, &sent, change)?;
    one(&house, &user, (Request::plain(), record), &changes).await
}

/// Brings a deleted record back.
pub(super) async fn restore(
    Speaks(user): Speaks,
    State(house): State<House>,
    Path((kind, number)): Path<(String, String)>,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Trouble> {
    let records = house.records().await?;
    let record = record_of(&records, &user, &kind, &number)?;
    let address = format!("POST {} restore", record.id);
    let request = Request::read(&headers, &address, &sent.text)?;
    if let Some(before) = request.before(&house, &user).await? {
        return answer(&house, &user, before, StatusCode::OK).await;
    }
    may_delete(&user, record)?;
    as_read(&headers, record)?;
    if !record.deleted {
        return Err(Trouble::not_now("This record is not deleted."));
    }
    let change = Change::Restore {
        record: record.id,
        read: record.version,
    };
    let changes = with_reason(&user, &sent, change)?;
    one(&house, &user, (request, record), &changes).await
}

fn may_delete(user: &User, record: &Record) -> Result<(), Trouble> {
    if user.asker().may_edit(record) {
        Ok(())
    } else {
        Err(Trouble::not_allowed("You may not delete this record."))
    }
}

fn with_reason(user: &User, sent: &Sent, change: Change) -> Result<Changes, Trouble> {
    sent.only(&["reason"])?;
    let reason = sent.text("reason", REASON)?;
    if reason.is_empty() {
        return Err(Trouble::wrong("reason", "Say why"));
    }
    let mut changes = Changes::by(user.author()).because(reason);
    changes.list.push(change);
    Ok(changes)
}

/// Holds a writer to the version that stands.
pub(super) fn as_read(headers: &HeaderMap, record: &Record) -> Result<(), Trouble> {
    if etag::read(headers, record)? {
        Ok(())
    } else {
        Err(Trouble::stale(etag::of(record), shown::whole(record)))
    }
}

/// Hands in changes to one record and answers with it as it then stands.
pub(super) async fn one(
    house: &House,
    user: &User,
    (request, record): (Request<'_>, &Record),
    changes: &Changes,
) -> Result<Response, Trouble> {
    match request.hand_in(house, user, record.kind, changes).await {
        Ok(_) => answer(house, user, record.id, StatusCode::OK).await,
        Err(Refused::Trouble(trouble)) => Err(trouble),
        Err(Refused::Stale) => {
            let records = house.records().await?;
            let now = records.get(record.id).unwrap_or(record);
            Err(Trouble::stale(etag::of(now), shown::whole(now)))
        }
    }
}

/// A record that was just written.
async fn answer(
    house: &House,
    user: &User,
    id: RecordId,
    status: StatusCode,
) -> Result<Response, Trouble> {
    let records = house.records().await?;
    let record = records
        .get(id)
        .filter(|it| user.asker().may_read(it))
        .ok_or_else(Trouble::not_found)?;
    let mut response = shown::answer(status, record);
    if status == StatusCode::CREATED {
        let place = HeaderValue::try_from(shown::path(record)).expect("words and digits");
        response.headers_mut().insert(header::LOCATION, place);
    }
    Ok(response)
}

/// Holds a record's files to those that were added to it: a number of another's would show that file to its readers.
async fn own_files(
    house: &House,
    record: Option<&Record>,
    kind: &waymark_programme::Kind,
    values: &Values,
) -> Result<(), Trouble> {
    let fields = kind
        .fields
        .iter()
        .filter(|it| it.holds == Holds::Files && values.has(it.name));
    let mut own: Option<BTreeSet<String>> = None;
    for field in fields {
        if own.is_none() {
            let files = match record {
                Some(record) => house.store().files_of(record.id).await?,
                None => Vec::new(),
            };
            own = Some(files.iter().map(|it| it.id.to_string()).collect());
        }
        let named = values.list(field.name);
        if !named
            .iter()
            .all(|it| own.as_ref().is_some_and(|own| own.contains(it)))
        {
            return Err(Trouble::wrong(
                &format!("values.{}", field.name),
                "Name only files that were added to this record on its page",
            ));
        }
    }
    Ok(())
}

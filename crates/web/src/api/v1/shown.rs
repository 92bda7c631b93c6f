//! Records as JSON, as everybody who may read them reads them.

use super::etag;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};
use waymark_programme::{End, Record, Records, Values};

use crate::user::User;

/// Where a record is in this API.
pub(super) fn path(record: &Record) -> String {
    format!("/api/v1/{}/{}", record.kind.word, record.id)
}

/// A record whole.
pub(super) fn whole(record: &Record) -> Value {
    json!({
        "id": record.id.0,
        "kind": record.kind.word,
        "reference": record.reference(),
        "title": record.title(),
        "version": record.version,
        "state": record.state.word,
        "readers": record.readers.word(),
        "values": values(record.kind, &record.values),
        "made": record.made.to_string(),
        "changed": record.changed.to_string(),
        "by": record.by,
        "deleted": record.deleted,
        "erased": record.erased,
        "url": path(record),
        "page": record.path(),
    })
}

/// What a record holds, by the names its kind knows: a text or a list of texts.
pub(super) fn values(kind: &waymark_programme::Kind, held: &Values) -> Value {
    let mut all = Map::new();
    for field in kind.fields {
        if !held.has(field.name) {
            continue;
        }
        let value = if field.holds.many() {
            held.list(field.name).into()
        } else {
            held.text(field.name).into()
        };
        all.insert(field.name.to_owned(), value);
    }
    Value::Object(all)
}

/// A record as others name it.
pub(super) fn cited(record: &Record) -> Value {
    json!({
        "id": record.id.0,
        "kind": record.kind.word,
        "reference": record.reference(),
        "title": record.title(),
        "state": record.state.word,
        "url": path(record),
    })
}

/// The end of a link, if this person may know of it.
pub(super) fn end(records: &Records, user: &User, end: &End) -> Option<(&'static str, Value)> {
    match end {
        End::Measure(id) => Some(("measure", id.as_str().into())),
        End::Record(id) => records
            .get(*id)
            .filter(|it| !it.deleted && user.asker().may_read(it))
            .map(|it| ("record", cited(it))),
    }
}

/// A record as an answer, with its version.
pub(super) fn answer(status: StatusCode, record: &Record) -> Response {
    let mut response = json(status, &whole(record));
    response
        .headers_mut()
        .insert(header::ETAG, etag::of(record));
    response
}

/// JSON as an answer.
pub(super) fn json(status: StatusCode, value: &Value) -> Response {
    (
        status,
        [(header::CONTENT_TYPE, "application/json")],
        value.to_string(),
    )
        .into_response()
}

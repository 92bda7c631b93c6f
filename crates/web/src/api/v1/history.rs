//! What happened to a record, oldest first.

use super::paged::Page;
use super::query::Asked;
use super::record_of;
use super::shown;
use crate::api::door::Speaks;
use crate::api::trouble::Trouble;
use crate::house::House;
use crate::user::User;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use serde_json::{Value, json};
use waymark_programme::{End, Line, Record, RecordId, Records};

/// The lines of a record's history. A record that was open to fewer keeps what was written then from those who may read
/// it only now: that something happened is said, not what.
pub(super) async fn history(
    Speaks(user): Speaks,
    State(house): State<House>,
    Path((kind, number)): Path<(String, String)>,
    uri: Uri,
) -> Result<Response, Trouble> {
    let asked = Asked::read(&uri, &["limit", "cursor"])?;
    let page = Page::read(&asked)?;
    let records = house.records().await?;
    let record = record_of(&records, &user, &kind, &number)?;
    let lines = house.store().history_of(record.id).await?;
    let rest = || {
        lines
            .iter()
            .filter(|it| page.after.is_none_or(|after| it.seq > after))
    };
    let items = rest()
        .take(page.limit)
        .map(|it| (it.seq, told(&records, &user, record, it)))
        .collect();
    let more = rest().count() > page.limit;
    let path = format!("{}/history", shown::path(record));
    Ok(page.answer(&path, &asked, items, more, lines.len()))
}

fn told(records: &Records, user: &User, record: &Record, line: &Line) -> Value {
    let mut it = json!({
        "seq": line.seq,
        "version": line.version,
        "act": line.act.word(),
        "at": line.at.to_string(),
        "erased": line.body.is_none(),
        "withheld": false,
    });
    let Some(body) = &line.body else { return it };
    let asker = user.asker();
    if !body.readers.include(asker.role) && !asker.owns(record) {
        it["withheld"] = true.into();
        return it;
    }
    it["by"] = body.by.name.as_str().into();
    it["state"] = body.state.as_str().into();
    it["readers"] = body.readers.word().into();
    if !body.reason.is_empty() {
        it["reason"] = body.reason.as_str().into();
    }
    let readable = |id: RecordId| records.get(id).filter(|it| asker.may_read(it));
    if let Some(minute) = body.minute.and_then(readable) {
        it["minute"] = shown::cited(minute);
    }
    if let Some(values) = &body.values {
        it["values"] = shown::values(record.kind, values);
    }
    if let Some((word, end)) = &body.link {
        let end = end.parse().map_or_else(
            |_| End::Measure(end.clone()),
            |id| End::Record(RecordId(id)),
        );
        it["link"] = word.as_str().into();
        if let Some((what, value)) = shown::end(records, user, &end) {
            it[what] = value;
        }
    }
    if let Some((number, name, _)) = &body.file {
        it["file"] = json!({ "id": number, "name": name });
    }
    it
}

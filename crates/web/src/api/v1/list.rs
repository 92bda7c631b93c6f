//! The records of a kind.

use super::paged::Page;
use super::query::Asked;
use super::{etag, kind_of, shown};
use crate::api::door::Speaks;
use crate::api::trouble::Trouble;
use crate::house::House;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use std::hash::{DefaultHasher, Hash, Hasher};
use waymark_programme::permit::same;

/// What a list may be asked with.
pub(super) const FILTERS: &[&str] = &["state", "owner", "area", "changed_since", "limit", "cursor"];

/// The records of a kind that this person may read, by number. Those that were deleted come only with `changed_since`, so
/// that whoever keeps a copy hears of it.
pub(super) async fn list(
    Speaks(user): Speaks,
    State(house): State<House>,
    Path(kind): Path<String>,
    headers: HeaderMap,
    uri: Uri,
) -> Result<Response, Trouble> {
    let kind = kind_of(&kind)?;
    let asked = Asked::read(&uri, FILTERS)?;
    let page = Page::read(&asked)?;
    let since: Option<Timestamp> =
        asked.parsed("changed_since", "a moment, such as 2018-03-31T09:00:00Z")?;
    if asked
        .text("state")
        .is_some_and(|it| kind.state(it).is_none())
    {
        return Err(Trouble::not_understood(format!(
            "state: a {} is {}.",
            kind.title.to_lowercase(),
            kind.states
                .iter()
                .map(|it| it.word)
                .collect::<Vec<_>>()
                .join(" or ")
        )));
    }
    let records = house.records().await?;
    let tag = {
        // What a list holds depends on the records and on who asks.
        let mut hasher = DefaultHasher::new();
        (uri.query(), user.role.word(), &user.name).hash(&mut hasher);
        user.areas.iter().for_each(|it| it.name.hash(&mut hasher));
        etag::tag(&format!("{}-{:x}", records.seq, hasher.finish()))
    };
    if etag::known(&headers, &tag) {
        return Ok((StatusCode::NOT_MODIFIED, [(header::ETAG, tag)]).into_response());
    }
    let asker = user.asker();
    let found: Vec<_> = records
        .everything()
        .filter(|it| it.kind == kind && (!it.deleted || since.is_some()))
        .filter(|it| since.is_none_or(|since| it.changed >= since))
        .filter(|it| asked.text("state").is_none_or(|word| it.state.word == word))
        .filter(|it| asked.text("area").is_none_or(|area| same(it.area(), area)))
        .filter(|it| {
            asked
                .text("owner")
                .is_none_or(|owner| it.owners().iter().any(|it| same(it, owner)))
        })
        .filter(|it| asker.may_read(it))
        .collect();
    let rest = || {
        found
            .iter()
            .filter(|it| page.after.is_none_or(|after| it.id.0 > after))
    };
    let items = rest()
        .take(page.limit)
        .map(|it| (it.id.0, shown::whole(it)))
        .collect();
    let more = rest().count() > page.limit;
    let path = format!("/api/v1/{}", kind.word);
    let mut response = page.answer(&path, &asked, items, more, found.len());
    response.headers_mut().insert(header::ETAG, tag);
    Ok(response)
}

//! Search across every kind.

use super::paged::Page;
use super::query::Asked;
use super::{kind_of, shown};
use crate::api::door::Speaks;
use crate::api::trouble::Trouble;
use crate::house::House;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use waymark_programme::permit::same;

/// What a search may be asked with.
pub(super) const FILTERS: &[&str] = &[
    "q", "kind", "state", "owner", "area", "from", "to", "limit", "cursor",
];

/// The records this person may read whose text, reference or names hold every word, newest first.
pub(super) async fn search(
    Speaks(user): Speaks,
    State(house): State<House>,
    uri: Uri,
) -> Result<Response, Trouble> {
    let asked = Asked::read(&uri, FILTERS)?;
    let page = Page::read(&asked)?;
    let words = asked.text("q").unwrap_or("").trim();
    if words.is_empty() {
        return Err(Trouble::not_understood("q: write what to look for."));
    }
    let kind = match asked.text("kind") {
        None => None,
        Some(word) => Some(kind_of(word).map_err(|_| {
            Trouble::not_understood("kind: write one of the kinds at /api/v1/kinds.")
        })?),
    };
    let (from, to) = (asked.day("from")?, asked.day("to")?);
    let records = house.records().await?;
    let asker = user.asker();
    let mut found: Vec<_> = records
        .search(words)
        .filter(|it| kind.is_none_or(|kind| it.kind == kind))
        .filter(|it| asked.text("state").is_none_or(|word| it.state.word == word))
        .filter(|it| asked.text("area").is_none_or(|area| same(it.area(), area)))
        .filter(|it| {
            asked
                .text("owner")
                .is_none_or(|owner| it.owners().iter().any(|it| same(it, owner)))
        })
        .filter(|it| from.is_none_or(|from| it.date().is_some_and(|date| date >= from)))
        .filter(|it| to.is_none_or(|to| it.date().is_some_and(|date| date <= to)))
        .filter(|it| asker.may_read(it))
        .collect();
    found.reverse();
    let rest = || {
        found
            .iter()
            .filter(|it| page.after.is_none_or(|after| it.id.0 < after))
    };
    let items = rest()
        .take(page.limit)
        .map(|it| (it.id.0, shown::cited(it)))
        .collect();
    let more = rest().count() > page.limit;
    Ok(page.answer("/api/v1/search", &asked, items, more, found.len()))
}

//! Lists, a page at a time. A cursor is where the page before ended, so that what is added or taken away meanwhile moves
//! nothing: every record that was there all the time comes exactly once.

use super::query::Asked;
use super::shown::json;
use crate::api::trouble::Trouble;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use serde_json::{Value, json};

/// The most a page holds.
pub(super) const MOST: usize = 200;
/// What a page holds unless asked.
const USUAL: usize = 50;

/// How much is asked for, and from where.
pub(super) struct Page {
    /// At most this many.
    pub(super) limit: usize,
    /// After this number.
    pub(super) after: Option<i64>,
}

impl Page {
    /// Reads `limit` and `cursor`.
    ///
    /// # Errors
    /// 400 if they are no such things.
    pub(super) fn read(asked: &Asked) -> Result<Self, Trouble> {
        let limit = asked
            .parsed("limit", "a whole number from 1 to 200")?
            .unwrap_or(USUAL);
        if !(1..=MOST).contains(&limit) {
            return Err(Trouble::not_understood(
                "limit: write a whole number from 1 to 200.",
            ));
        }
        let after = asked
            .text("cursor")
            .map(|it| {
                // Letters too, so that nobody takes a cursor for a number they may make themselves.
                it.strip_prefix('n')
                    .and_then(|it| it.parse().ok())
                    .ok_or_else(|| Trouble::not_understood("cursor: send what “next” gave."))
            })
            .transpose()?;
        Ok(Self { limit, after })
    }

    /// The page's answer: the items, how to get on, how many there are in all.
    pub(super) fn answer(
        &self,
        path: &str,
        asked: &Asked,
        items: Vec<(i64, Value)>,
        more: bool,
        total: usize,
    ) -> Response {
        let next = items
            .last()
            .filter(|_| more)
            .map(|(last, _)| format!("{path}{}", asked.with_cursor(&format!("n{last}"))));
        let items: Vec<Value> = items.into_iter().map(|(_, it)| it).collect();
        let body = json!({ "items": items, "total": total, "next": next });
        let mut response = json(StatusCode::OK, &body);
        if let Some(next) =
            next.and_then(|it| HeaderValue::try_from(format!("<{it}>; rel=\"next\"")).ok())
        {
            response.headers_mut().insert(header::LINK, next);
        }
        response
    }
}

//! One record.

use super::{etag, record_of, shown};
use crate::api::door::Speaks;
use crate::api::trouble::Trouble;
use crate::house::House;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// A record as it stands, also one that was deleted: it says so.
pub(super) async fn show(
    Speaks(user): Speaks,
    State(house): State<House>,
    Path((kind, number)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Trouble> {
    let records = house.records().await?;
    let record = record_of(&records, &user, &kind, &number)?;
    let tag = etag::of(record);
    if etag::known(&headers, &tag) {
        return Ok((StatusCode::NOT_MODIFIED, [(header::ETAG, tag)]).into_response());
    }
    Ok(shown::answer(StatusCode::OK, record))
}

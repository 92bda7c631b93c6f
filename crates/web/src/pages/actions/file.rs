//! A file of evidence, to whoever may read its action.

use super::{found, mine};
use crate::house::House;
use crate::problem::Problem;
use crate::user::ReadsRecords;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};

pub(super) async fn get(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Path((action, file)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let person = mine::person(&house, &user, &records).await?;
    let action = found(&records, &action)?;
    if !mine::reads(&records, &person, &user, action) {
        return Err(Problem::NotFound);
    }
    let number: i64 = file.parse().map_err(|_| Problem::NotFound)?;
    let (file, bytes) = house.store().record_file(number).await?;
    if file.record != action.id {
        return Err(Problem::NotFound);
    }
    // Whatever it says it is, it is saved and not opened here.
    let name = crate::problem::in_query(&file.name).replace('/', "%2F");
    let disposition = HeaderValue::try_from(format!("attachment; filename*=UTF-8''{name}"))
        .unwrap_or(HeaderValue::from_static("attachment"));
    let kind = HeaderValue::try_from(file.content_type.as_str())
        .unwrap_or(HeaderValue::from_static("application/octet-stream"));
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CONTENT_DISPOSITION, disposition),
        (
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static("default-src 'none'; sandbox"),
        ),
    ];
    Ok((headers, bytes).into_response())
}

//! Every page of the public side says by what it is known, so that whoever has it already is sent nothing again.

use super::unless_known;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// A page of it is far smaller, in bytes; a paper's files have a tag of their own.
const LARGEST: usize = 16 << 20;

/// Tags an answer of the public side by its bytes, unless it is tagged by what it holds.
pub(crate) async fn tagged(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let is_public = path == "/public" || path.starts_with("/public/");
    if !is_public || !matches!(*request.method(), Method::GET) {
        return next.run(request).await;
    }
    let headers = request.headers().clone();
    let response = next.run(request).await;
    if response.status() != StatusCode::OK || response.headers().contains_key(header::ETAG) {
        return response;
    }
    let (parts, body) = response.into_parts();
    match to_bytes(body, LARGEST).await {
        Ok(bytes) => {
            let tag = waymark_store::sha256(&bytes);
            let response = Response::from_parts(parts, Body::from(bytes));
            unless_known(&headers, &tag, response)
        }
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

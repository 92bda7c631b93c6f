//! The door of the API: who asks, by which right, how fast; and that every refusal is one a program can read.
//!
//! A program shows a token (`Authorization: Bearer …`). A page of this site may ask with its own session's cookie; what it
//! writes must carry the session's secret in a header, which no other site can add.

use super::pace::Asking;
use super::trouble::Trouble;
use crate::caller::Caller;
use crate::house::House;
use crate::page::Framed;
use crate::security;
use crate::user::{User, Who};
use axum::extract::{FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use std::time::Instant;
use waymark_store::Role;

/// What stands before a token, so that one that was left lying about is recognised.
pub(crate) const MARK: &str = "wmk_";
/// The header in which a page's own script sends its session's secret.
const CSRF: &str = "x-csrf-token";

/// Whether an address is the API's.
pub(crate) fn is_here(path: &str) -> bool {
    path == "/api/v1" || path.starts_with("/api/v1/") || is_public(path)
}

/// What is public asks nobody who they are.
fn is_public(path: &str) -> bool {
    path.starts_with("/oparl/")
}

/// Lets a request in, or says why not.
pub(crate) async fn pass(house: House, request: Request, next: Next) -> Response {
    match enter(&house, request, next).await {
        Ok(response) => readable(response),
        Err(trouble) => trouble.into_response(),
    }
}

async fn enter(house: &House, request: Request, next: Next) -> Result<Response, Trouble> {
    let (mut parts, body) = request.into_parts();
    let user = if is_public(parts.uri.path()) {
        None
    } else {
        who(house, &parts).await?
    };
    let asking = match &user {
        Some(user) => Asking::Account(user.id.0),
        None => match Caller::from_request_parts(&mut parts, house).await {
            Ok(Caller(address)) => Asking::Address(address),
            Err(never) => match never {},
        },
    };
    house
        .pace()
        .take(asking, Instant::now())
        .map_err(Trouble::too_fast)?;
    parts.extensions.insert(Who(user));
    Ok(next.run(Request::from_parts(parts, body)).await)
}

/// Who asks. A token that is shown decides alone, also when it is none.
async fn who(house: &House, parts: &Parts) -> Result<Option<User>, Trouble> {
    if let Some(shown) = parts.headers.get(header::AUTHORIZATION) {
        return by_token(house, shown).await.map(Some);
    }
    let reading = matches!(parts.method, Method::GET | Method::HEAD);
    if security::from_elsewhere(&parts.headers) {
        return if reading {
            Ok(None)
        } else {
            Err(Trouble::not_allowed(
                "A session writes from this site’s own pages only.",
            ))
        };
    }
    let user = security::who(house, &parts.headers).await?;
    match &user {
        Some(user) if !reading && !secret(&parts.headers, user) => Err(Trouble::not_allowed(
            "Who writes with a session sends its secret in X-CSRF-Token. Programs use a token.",
        )),
        _ => Ok(user),
    }
}

fn secret(headers: &HeaderMap, user: &User) -> bool {
    headers
        .get(CSRF)
        .and_then(|it| it.to_str().ok())
        .is_some_and(|it| crate::forms::same_secret(it, &user.csrf))
}

async fn by_token(house: &House, shown: &HeaderValue) -> Result<User, Trouble> {
    let no = || Trouble::no_token("This token is unknown, has ended or was revoked.");
    let token = shown
        .to_str()
        .ok()
        .and_then(|it| it.split_once(' '))
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        .and_then(|(_, token)| token.trim().strip_prefix(MARK))
        .ok_or_else(no)?;
    let found = house
        .store()
        .find_api_token(token, Timestamp::now())
        .await?
        .ok_or_else(no)?;
    // It sends no forms, so it needs no secret for them.
    Ok(User::new(found.1, String::new()))
}

/// A page's refusal, or the router's own, as a program reads it.
fn readable(mut response: Response) -> Response {
    let status = response.status();
    let page = response.extensions_mut().remove::<Framed>();
    let of_ours = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|it| it == "application/problem+json");
    let status = page.map_or(status, |it| it.status());
    if of_ours || !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let mut told = Trouble::of_status(status).into_response();
    if let Some(allow) = response.headers_mut().remove(header::ALLOW) {
        told.headers_mut().insert(header::ALLOW, allow);
    }
    told
}

/// A person who may read records, each as far as it is open to them.
pub(super) struct Speaks(pub(super) User);

impl FromRequestParts<House> for Speaks {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, _: &House) -> Result<Self, Trouble> {
        match parts.extensions.get::<Who>() {
            Some(Who(Some(user))) if user.role == Role::Administrator => Err(Trouble::not_allowed(
                "The programme’s records are for the board, those who work for it, scrutiny and partners.",
            )),
            Some(Who(Some(user))) => Ok(Self(user.clone())),
            _ => Err(Trouble::no_token(
                "Send Authorization: Bearer and a token. You make one at /api-tokens.",
            )),
        }
    }
}

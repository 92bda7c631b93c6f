//! What went wrong, as a page that says what happened, whether anything was lost, and what to do.

use crate::notice::To;
use crate::page::{Framed, Page};
use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use waymark_store::StoreError;

/// What went wrong. A mistake in a form is not one: the form is shown again.
#[derive(Debug)]
pub enum Problem {
    /// There is no such page or thing.
    NotFound,
    /// Nobody is signed in: to the sign-in page, and afterwards back to `next`.
    SignIn {
        /// The page that was asked for.
        next: Option<String>,
    },
    /// This page is not where they begin; where they do.
    Elsewhere(&'static str),
    /// They are signed in, and may not; who may.
    NotAllowed(&'static str),
    /// A form without the secret of its session: forged, or opened before signing in anew.
    OldForm,
    /// What was sent cannot be understood at all.
    NotUnderstood,
    /// The store did not do what it was asked.
    Store(StoreError),
    /// Something in Waymark is broken. The text is for the log, and never holds a child's value.
    Broken(&'static str),
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NoSuchUpload(_)
            | StoreError::NoSuchAccount(_)
            | StoreError::NoSuchRecord(_)
            | StoreError::NoSuchFile(_) => Self::NotFound,
            other => Self::Store(other),
        }
    }
}

#[derive(Template)]
#[template(path = "problem.html")]
struct Explained {
    title: &'static str,
    sentences: Vec<&'static str>,
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let (status, title, sentences) = match self {
            Self::SignIn { next } => return to_sign_in(next.as_deref()),
            Self::Elsewhere(home) => return To::page(home).into_response(),
            Self::NotFound => (
                StatusCode::NOT_FOUND,
                "Page not found",
                vec![
                    "If you typed the address, check that it is right. If you followed a link, what it led to may have been deleted.",
                ],
            ),
            Self::NotAllowed(who_can) => (
                StatusCode::FORBIDDEN,
                "You cannot see this page",
                vec![
                    who_can,
                    "If you need it for your work, ask the person who looks after accounts at your council to change what you may see.",
                ],
            ),
            Self::OldForm => (
                StatusCode::FORBIDDEN,
                "This form is out of date",
                vec![
                    "It was opened before you last signed in, or in another place. Nothing was changed.",
                    "Go back, load the page again and send it once more.",
                ],
            ),
            Self::NotUnderstood => (
                StatusCode::BAD_REQUEST,
                "This could not be understood",
                vec![
                    "What your browser sent is not whole. Nothing was changed. Go back and try again.",
                ],
            ),
            Self::Store(StoreError::Stale(_)) => (
                StatusCode::CONFLICT,
                "Somebody else changed this at the same time",
                vec![
                    "What you sent was not written, and theirs stands. Go back, load the page again to see their version, and send yours once more.",
                ],
            ),
            Self::Store(StoreError::Busy) => (
                StatusCode::SERVICE_UNAVAILABLE,
                "Waymark is busy",
                vec![
                    "Somebody else's change is being stored. Yours was not. Wait a moment and try again.",
                ],
            ),
            Self::Store(error) => {
                tracing::error!(because = %error, "the store failed");
                broken()
            }
            Self::Broken(why) => {
                tracing::error!(because = why, "a page failed");
                broken()
            }
        };
        Page::new(title, Explained { title, sentences })
            .status(status)
            .into_response()
    }
}

fn broken() -> (StatusCode, &'static str, Vec<&'static str>) {
    (
        StatusCode::INTERNAL_SERVER_ERROR,
        "Sorry, there is a problem with Waymark",
        vec![
            "No return, figure or account was lost. What you just sent may not have been kept: check before you send it again.",
            "Try again in a few minutes. If it happens again, tell the person who looks after Waymark at your council what you were doing and when.",
        ],
    )
}

fn to_sign_in(next: Option<&str>) -> Response {
    let mut to = "/sign-in".to_owned();
    if let Some(next) = next.filter(|it| *it != "/") {
        to.push_str("?next=");
        to.push_str(&in_query(next));
    }
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(to) = HeaderValue::try_from(to) {
        response.headers_mut().insert(header::LOCATION, to);
    }
    response
}

/// Text as it may stand in a query.
pub(crate) fn in_query(text: &str) -> String {
    use std::fmt::Write as _;
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~' | b'/') {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// Nothing is at this address.
pub(crate) async fn nothing_here() -> Problem {
    Problem::NotFound
}

/// A handler that panicked. What it said is not shown.
pub(crate) fn panicked(_: Box<dyn std::any::Any + Send>) -> Response {
    Problem::Broken("a handler panicked").into_response()
}

/// Answers of axum itself (405, 413, …) get a page too.
pub(crate) fn framed_for(status: StatusCode) -> Option<Framed> {
    let problem = match status {
        StatusCode::METHOD_NOT_ALLOWED | StatusCode::NOT_FOUND => Problem::NotFound,
        StatusCode::BAD_REQUEST
        | StatusCode::UNSUPPORTED_MEDIA_TYPE
        | StatusCode::PAYLOAD_TOO_LARGE
        | StatusCode::UNPROCESSABLE_ENTITY => Problem::NotUnderstood,
        _ => return None,
    };
    problem.into_response().extensions_mut().remove::<Framed>()
}

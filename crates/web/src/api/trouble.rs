//! What went wrong, as RFC 9457 says it: what happened, which field, what to do. Never what a field held.

use crate::desk::Returned;
use crate::problem::Problem;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};
use waymark_programme::{Kind, Mistake};
use waymark_store::StoreError;

/// What went wrong.
#[derive(Debug)]
pub(crate) struct Trouble {
    status: StatusCode,
    /// The last part of its type's address, `/api#…`, where it is explained.
    word: &'static str,
    title: &'static str,
    /// Apart, so that what goes well does not carry the room for it.
    rest: Box<Rest>,
}

/// What is said besides.
#[derive(Debug)]
struct Rest {
    detail: String,
    errors: Vec<Value>,
    more: Map<String, Value>,
    header: Option<(HeaderName, HeaderValue)>,
}

/// Every sort of trouble: its word, its status, its title. The page `/api` and the OpenAPI document are made from it.
pub(crate) const SORTS: &[(&str, StatusCode, &str)] = &[
    (
        "not-understood",
        StatusCode::BAD_REQUEST,
        "The request could not be understood",
    ),
    ("no-token", StatusCode::UNAUTHORIZED, "Nobody is signed in"),
    ("not-allowed", StatusCode::FORBIDDEN, "You may not do this"),
    ("not-found", StatusCode::NOT_FOUND, "There is nothing here"),
    (
        "no-such-way",
        StatusCode::METHOD_NOT_ALLOWED,
        "This address is not asked in that way",
    ),
    (
        "not-now",
        StatusCode::CONFLICT,
        "This cannot be done as things stand",
    ),
    (
        "stale",
        StatusCode::PRECONDITION_FAILED,
        "Somebody wrote this record since you read it",
    ),
    (
        "too-large",
        StatusCode::PAYLOAD_TOO_LARGE,
        "What was sent is too large",
    ),
    (
        "not-json",
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "Only JSON is understood here",
    ),
    (
        "does-not-fit",
        StatusCode::UNPROCESSABLE_ENTITY,
        "What was sent does not fit",
    ),
    (
        "no-version",
        StatusCode::PRECONDITION_REQUIRED,
        "Say which version you read",
    ),
    (
        "too-fast",
        StatusCode::TOO_MANY_REQUESTS,
        "Too many requests",
    ),
    (
        "broken",
        StatusCode::INTERNAL_SERVER_ERROR,
        "There is a problem with Waymark",
    ),
    ("busy", StatusCode::SERVICE_UNAVAILABLE, "Waymark is busy"),
];

impl Trouble {
    /// Of a sort, with what to do.
    fn new(word: &'static str, detail: impl Into<String>) -> Self {
        let (word, status, title) = SORTS
            .iter()
            .find(|(known, ..)| *known == word)
            .copied()
            .unwrap_or((
                "broken",
                StatusCode::INTERNAL_SERVER_ERROR,
                "There is a problem with Waymark",
            ));
        Self {
            status,
            word,
            title,
            rest: Box::new(Rest {
                detail: detail.into(),
                errors: Vec::new(),
                more: Map::new(),
                header: None,
            }),
        }
    }

    /// Not JSON, not whole, or asked for in a way there is none.
    pub(crate) fn not_understood(detail: impl Into<String>) -> Self {
        Self::new("not-understood", detail)
    }

    /// Nobody is signed in, or their token is none.
    pub(crate) fn no_token(detail: &'static str) -> Self {
        let mut it = Self::new("no-token", detail);
        it.rest.header = Some((
            header::WWW_AUTHENTICATE,
            HeaderValue::from_static("Bearer realm=\"waymark\""),
        ));
        it
    }

    /// Signed in, and may not.
    pub(crate) fn not_allowed(detail: &'static str) -> Self {
        Self::new("not-allowed", detail)
    }

    /// No such thing, or they may not know of it.
    pub(crate) fn not_found() -> Self {
        Self::new(
            "not-found",
            "No such kind, record or link, or none that you may read.",
        )
    }

    /// Fits, and cannot be done as things stand.
    pub(crate) fn not_now(detail: impl Into<String>) -> Self {
        Self::new("not-now", detail)
    }

    /// A write without the version its writer read.
    pub(crate) fn no_version() -> Self {
        Self::new(
            "no-version",
            "Send If-Match with the ETag of the version you read, so that nobody’s change is lost.",
        )
    }

    /// The version read is not the one that stands: here is the one that stands.
    pub(crate) fn stale(etag: HeaderValue, current: Value) -> Self {
        let mut it = Self::new(
            "stale",
            "Nothing was written. The version that stands is in “current”: bring the two together and send again.",
        );
        it.rest.more.insert("current".into(), current);
        it.rest.header = Some((header::ETAG, etag));
        it
    }

    pub(crate) fn too_large() -> Self {
        Self::new("too-large", "Send at most 2 MB.")
    }

    pub(crate) fn not_json() -> Self {
        Self::new("not-json", "Send Content-Type: application/json.")
    }

    pub(crate) fn too_fast(seconds: u64) -> Self {
        let mut it = Self::new("too-fast", "Wait as long as Retry-After says.");
        it.rest.header = Some((header::RETRY_AFTER, HeaderValue::from(seconds)));
        it
    }

    /// One thing that does not fit.
    pub(crate) fn wrong(field: &str, words: impl Into<String>) -> Self {
        Self::mistakes(&[(field.to_owned(), words.into())])
    }

    /// Things that do not fit: each field's place in what was sent, and what to do.
    pub(crate) fn mistakes(found: &[(String, String)]) -> Self {
        let mut it = Self::new(
            "does-not-fit",
            "Nothing was written. See “errors” for each field and what to do.",
        );
        it.rest.errors = found
            .iter()
            .map(|(field, words)| json!({ "field": field, "detail": words }))
            .collect();
        it
    }

    /// What the gate or the kind found wrong.
    pub(crate) fn of_mistakes(kind: &Kind, found: &[Mistake]) -> Self {
        let found: Vec<(String, String)> = found
            .iter()
            .map(|it| {
                let field = if kind.field(it.field).is_some() {
                    format!("values.{}", it.field)
                } else {
                    it.field.to_owned()
                };
                (field, it.words.clone())
            })
            .collect();
        Self::mistakes(&found)
    }

    /// What the desk returned; what is stale is told by whoever knows the record.
    pub(crate) fn of_returned(kind: &Kind, returned: Returned) -> Self {
        match returned {
            Returned::Mistakes(found) => Self::of_mistakes(kind, &found),
            Returned::Stale(_) => Self::not_now(
                "Somebody wrote this record at the same moment. Read it and send again.",
            ),
            Returned::Problem(problem) => problem.into(),
        }
    }

    /// An answer of the router's own: no such address, no such way.
    pub(super) fn of_status(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Self::not_found(),
            StatusCode::METHOD_NOT_ALLOWED => {
                Self::new("no-such-way", "Allow says how it can be asked.")
            }
            StatusCode::PAYLOAD_TOO_LARGE => Self::too_large(),
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::not_json(),
            StatusCode::FORBIDDEN => Self::not_allowed("This is not open to you."),
            StatusCode::SERVICE_UNAVAILABLE => Problem::Store(StoreError::Busy).into(),
            it if it.is_client_error() => {
                Self::not_understood("Look at /api for how this address is asked.")
            }
            _ => broken(),
        }
    }
}

fn broken() -> Trouble {
    Trouble::new(
        "broken",
        "What was sent may not have been kept: read before you send it again.",
    )
}

impl From<Problem> for Trouble {
    fn from(problem: Problem) -> Self {
        match problem {
            Problem::NotFound | Problem::Elsewhere(_) => Self::not_found(),
            Problem::SignIn { .. } => Self::no_token("Send a token."),
            Problem::NotAllowed(who_can) => Self::not_allowed(who_can),
            Problem::OldForm => Self::not_allowed("The session’s secret is missing or wrong."),
            Problem::NotUnderstood => Self::not_understood("What was sent is not whole."),
            Problem::Store(error) => error.into(),
            Problem::Broken(why) => {
                tracing::error!(because = why, "an answer failed");
                broken()
            }
        }
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NoSuchRecord(_) | StoreError::NoSuchFile(_) => Self::not_found(),
            StoreError::Busy => Self::new(
                "busy",
                "Somebody else’s change is being stored. Yours was not. Send it again in a moment.",
            ),
            StoreError::Stale(_) => Self::not_now(
                "Somebody wrote this record at the same moment. Read it and send again.",
            ),
            other => {
                tracing::error!(because = %other, "the store failed");
                broken()
            }
        }
    }
}

impl IntoResponse for Trouble {
    fn into_response(self) -> Response {
        let mut body = self.rest.more;
        body.insert("type".into(), format!("/api#{}", self.word).into());
        body.insert("title".into(), self.title.into());
        body.insert("status".into(), self.status.as_u16().into());
        body.insert("detail".into(), self.rest.detail.into());
        if !self.rest.errors.is_empty() {
            body.insert("errors".into(), self.rest.errors.into());
        }
        let mut response = (
            self.status,
            [(header::CONTENT_TYPE, "application/problem+json")],
            Value::Object(body).to_string(),
        )
            .into_response();
        if let Some((name, value)) = self.rest.header {
            response.headers_mut().insert(name, value);
        }
        response
    }
}

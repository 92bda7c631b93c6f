//! What stands round every page: who asks, the frame, the headers, the log line, and a net under panics.

use crate::api;
use crate::cookies;
use crate::house::{House, Options};
use crate::notice::Notice;
use crate::page::Framed;
use crate::pages::public::tagged;
use crate::problem::{self, Problem};
use crate::user::{User, Who};
use axum::Router;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use jiff::{SignedDuration, Timestamp};
use std::time::Instant;
use tower_http::catch_panic::CatchPanicLayer;
use waymark_store::StoreError;

/// A session nobody uses ends after this.
pub(crate) const IDLE: SignedDuration = SignedDuration::from_mins(60);
/// A session ends this long after signing in, however busy.
pub(crate) const ABSOLUTE: SignedDuration = SignedDuration::from_hours(12);
/// A session's use is written down no more often than this.
const TOUCH: SignedDuration = SignedDuration::from_secs(60);

/// The largest form other than an upload, in bytes.
const FORM: usize = 256 * 1024;

/// Nothing comes from elsewhere, and nothing inline runs.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; \
     form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

pub(crate) fn around(router: Router<House>, house: House) -> Router {
    router
        .fallback(problem::nothing_here)
        .layer(DefaultBodyLimit::max(FORM))
        .layer(CatchPanicLayer::custom(problem::panicked))
        .layer(middleware::from_fn_with_state(house.clone(), framed))
        .layer(middleware::from_fn(tagged))
        .layer(middleware::from_fn_with_state(house.clone(), headed))
        .layer(CatchPanicLayer::new())
        .with_state(house)
}

/// Finds who asks, lets the page be made, and puts the frame round it.
async fn framed(State(house): State<House>, mut request: Request, next: Next) -> Response {
    if is_file(request.uri().path()) {
        return next.run(request).await;
    }
    if api::is_here(request.uri().path()) {
        return api::pass(house, request, next).await;
    }
    if request.method() == Method::POST && from_elsewhere(request.headers()) {
        return finished(&house, None, None, Problem::OldForm.into_response());
    }
    let notice = cookies::read_notice(request.headers()).map(str::to_owned);
    let user = match who(&house, request.headers()).await {
        Ok(user) => user,
        Err(error) => return finished(&house, None, None, Problem::Store(error).into_response()),
    };
    request.extensions_mut().insert(Who(user.clone()));
    let response = next.run(request).await;
    finished(&house, user.as_ref(), notice, response)
}

/// Things served without asking who wants them.
fn is_file(path: &str) -> bool {
    path.starts_with("/assets/")
        || matches!(path, "/brand.css" | "/logo" | "/robots.txt" | "/healthz")
}

/// Browsers say where a form was sent from; an old one says nothing, and the form's secret decides alone.
pub(crate) fn from_elsewhere(headers: &HeaderMap) -> bool {
    headers
        .get("sec-fetch-site")
        .is_some_and(|it| it != "same-origin" && it != "none")
}

pub(crate) async fn who(house: &House, headers: &HeaderMap) -> Result<Option<User>, StoreError> {
    let Some(token) = cookies::read(headers, cookies::session_name(house.options())) else {
        return Ok(None);
    };
    let now = Timestamp::now();
    let Some(session) = house.store().find_session(token, now).await? else {
        return Ok(None);
    };
    if now.duration_since(session.last_seen) >= TOUCH {
        house
            .store()
            .touch_session(token, now, ends(session.created, now))
            .await?;
    }
    Ok(Some(User::new(
        session.account,
        session.csrf.reveal().to_owned(),
    )))
}

/// When a session ends that began then and is used now.
pub(crate) fn ends(began: Timestamp, now: Timestamp) -> Timestamp {
    (began + ABSOLUTE).min(now + IDLE)
}

fn finished(
    house: &House,
    user: Option<&User>,
    notice: Option<String>,
    mut response: Response,
) -> Response {
    let framed = match response.extensions_mut().remove::<Framed>() {
        Some(framed) => {
            *response.status_mut() = framed.status();
            framed
        }
        // An answer of axum's own keeps its status.
        None => match problem::framed_for(response.status()) {
            Some(framed) => framed,
            None => return response,
        },
    };
    let said = notice.as_deref().and_then(Notice::from_code);
    let document = match framed.document(house, user, said) {
        Ok(document) => document,
        Err(error) => {
            tracing::error!(because = %error, "the layout could not be printed");
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        }
    };
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/html; charset=utf-8"),
    );
    headers.remove(header::CONTENT_LENGTH);
    if notice.is_some() {
        headers.append(header::SET_COOKIE, cookies::clear_notice());
    }
    *response.body_mut() = Body::from(document);
    response
}

/// The headers of every answer, and its line in the log: the route, never the address itself, which could hold a search.
async fn headed(State(house): State<House>, request: Request, next: Next) -> Response {
    let began = Instant::now();
    let method = request.method().clone();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| "(none)".to_owned(), |it| it.as_str().to_owned());
    let mut response = next.run(request).await;
    protect(response.headers_mut(), house.options());
    let ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    tracing::info!(%method, route, status = response.status().as_u16(), ms, "answered");
    response
}

fn protect(headers: &mut HeaderMap, options: &Options) {
    let mut set = |name: HeaderName, value: &'static str| {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    };
    set(header::CONTENT_SECURITY_POLICY, POLICY);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::X_FRAME_OPTIONS, "DENY");
    set(header::REFERRER_POLICY, "no-referrer");
    set(
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    );
    set(
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    );
    set(
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    );
    set(HeaderName::from_static("x-robots-tag"), "noindex, nofollow");
    // A figure or a child is never left behind on a shared computer.
    set(header::CACHE_CONTROL, "no-store");
    if options.behind_proxy {
        set(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::routes::Routes;
    use tower::ServiceExt;
    use waymark_store::Store;

    #[tokio::test]
    async fn a_page_that_breaks_says_that_nothing_is_lost_and_not_why() {
        async fn breaks() -> Response {
            panic!("K001 was born on 1 May 2010")
        }
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path().join("waymark.db").to_str().unwrap())
            .await
            .unwrap();
        let router = Routes::new().get("/breaks", breaks).into_router();
        let site = around(router, House::new(store, Options::default()));
        let request = Request::get("/breaks").body(Body::empty()).unwrap();
        let response = site.oneshot(request).await.unwrap();
        assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
        assert!(
            response
                .headers()
                .contains_key(header::CONTENT_SECURITY_POLICY)
        );
        let body = axum::body::to_bytes(response.into_body(), usize::MAX)
            .await
            .unwrap();
        let page = String::from_utf8(body.to_vec()).unwrap();
        assert!(page.contains("No return, figure or account was lost"));
        assert!(!page.contains("K001"));
    }
}

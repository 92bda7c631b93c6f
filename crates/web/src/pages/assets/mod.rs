//! What pages are served with: styles, scripts, pictures, the council's colour and logo.

use crate::house::{House, Options};
use crate::pages::uploads::{SCRIPT, SCRIPT_ADDRESS};
use crate::problem::Problem;
use crate::routes::Routes;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};

/// A browser may keep what can never change under its name for a year.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// The rest for an hour.
const AN_HOUR: &str = "public, max-age=3600";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/assets/{*path}", asset)
        .get("/brand.css", brand)
        .get(PAPER_STYLE, paper_style)
        .get("/logo", logo)
        .get("/robots.txt", robots)
}

async fn asset(Path(path): Path<String>) -> Result<Response, Problem> {
    if SCRIPT_ADDRESS.strip_prefix("/assets/") == Some(&path) {
        let content_type = HeaderValue::from_static("text/javascript; charset=utf-8");
        return Ok(served(SCRIPT.as_bytes().to_vec(), content_type, FOR_EVER));
    }
    let found = waymark_govuk::asset(&path).ok_or(Problem::NotFound)?;
    let cache = if found.immutable { FOR_EVER } else { AN_HOUR };
    Ok(served(
        found.bytes.into_owned(),
        HeaderValue::from_static(found.content_type),
        cache,
    ))
}

/// Where the council's colour is served: another colour is another address, so that a change shows at once.
pub(crate) fn brand_address(options: &Options) -> String {
    format!("/brand.css?{}", options.colour.trim_start_matches('#'))
}

async fn brand(State(house): State<House>) -> Response {
    let css = waymark_govuk::brand_css(&house.options().colour)
        .or_else(|_| waymark_govuk::brand_css(waymark_govuk::DEFAULT_BRAND))
        .unwrap_or_default();
    served(
        css.into_bytes(),
        HeaderValue::from_static("text/css; charset=utf-8"),
        FOR_EVER,
    )
}

/// Where the styles of papers are served.
pub(crate) const PAPER_STYLE: &str = "/paper.css";

async fn paper_style() -> Response {
    let text = HeaderValue::from_static("text/css; charset=utf-8");
    served(
        waymark_report::paper::STYLE.as_bytes().to_vec(),
        text,
        AN_HOUR,
    )
}

async fn logo(State(house): State<House>) -> Result<Response, Problem> {
    let (bytes, content_type) = house.options().logo.as_ref().ok_or(Problem::NotFound)?;
    let content_type = HeaderValue::try_from(content_type).map_err(|_| Problem::NotFound)?;
    Ok(served(bytes.clone(), content_type, AN_HOUR))
}

async fn robots() -> Response {
    let text = HeaderValue::from_static("text/plain; charset=utf-8");
    served(
        b"User-agent: *\nAllow: /public\nDisallow: /\n".to_vec(),
        text,
        AN_HOUR,
    )
}

fn served(bytes: Vec<u8>, content_type: HeaderValue, cache: &'static str) -> Response {
    let headers = [
        (header::CONTENT_TYPE, content_type),
        (header::CACHE_CONTROL, HeaderValue::from_static(cache)),
    ];
    (headers, bytes).into_response()
}

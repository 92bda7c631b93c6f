//! Versions: a record's ETag is its version, so a writer says which one they read and nobody's change is lost.

use crate::api::trouble::Trouble;
use axum::http::{HeaderMap, HeaderValue, header};
use waymark_programme::Record;

/// A record's ETag.
pub(super) fn of(record: &Record) -> HeaderValue {
    tag(&record.version.to_string())
}

/// An ETag of these letters and digits.
pub(super) fn tag(text: &str) -> HeaderValue {
    HeaderValue::try_from(format!("\"{text}\"")).expect("letters and digits")
}

/// Whether the caller has this one already.
pub(super) fn known(headers: &HeaderMap, etag: &HeaderValue) -> bool {
    named(headers, header::IF_NONE_MATCH)
        .is_some_and(|mut all| all.any(|it| it == "*" || Some(it) == etag.to_str().ok()))
}

/// Whether the caller read the version that stands.
///
/// # Errors
/// 428 if they do not say which they read. `*`, whichever it is, says nothing.
pub(super) fn read(headers: &HeaderMap, record: &Record) -> Result<bool, Trouble> {
    let etag = of(record);
    let mut said = named(headers, header::IF_MATCH)
        .ok_or_else(Trouble::no_version)?
        .filter(|it| *it != "*")
        .peekable();
    if said.peek().is_none() {
        return Err(Trouble::no_version());
    }
    Ok(said.any(|it| Some(it) == etag.to_str().ok()))
}

/// The ETags of a header. A proxy that packs answers makes strong ones weak: they count as the same.
fn named(headers: &HeaderMap, name: header::HeaderName) -> Option<impl Iterator<Item = &str>> {
    let said = headers.get(name)?.to_str().ok()?;
    Some(
        said.split(',')
            .map(|it| it.trim().trim_start_matches("W/"))
            .filter(|it| !it.is_empty()),
    )
}

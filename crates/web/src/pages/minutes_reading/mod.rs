//! Reading minutes that exist: paste or upload them, see what was understood beside what they say, tick, keep.
//!
//! Nothing is kept until a person confirms it: the form carries everything, and what was typed over counts.

mod claims;
mod form;
mod keep;
mod known;
mod new;
mod offer;
mod original;
mod receive;
mod review;

use crate::routes::{Method, Routes};
use axum::extract::DefaultBodyLimit;
use axum::routing;

/// The most bytes a file of minutes or a form about them may have.
pub(crate) const LARGEST: usize = 10 * 1000 * 1000;

pub(crate) fn routes() -> Routes {
    let limit = || DefaultBodyLimit::max(LARGEST + 1024 * 1024);
    Routes::new()
        .get("/minutes/read", new::show)
        .with(
            Method::Post,
            "/minutes/read",
            routing::post(review::read).layer(limit()),
        )
        .with(
            Method::Post,
            "/minutes/read/keep",
            routing::post(keep::keep).layer(limit()),
        )
}

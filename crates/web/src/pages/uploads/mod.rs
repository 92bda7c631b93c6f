//! Returns: what was loaded, loading another, what arrived in one, deleting one.

mod arrived;
mod changes;
mod checked;
mod delete;
mod list;
mod new;
mod read;
mod receive;
mod rows;
mod show;
mod unreadable;
mod words;

pub(crate) use arrived::Remembered;
pub use receive::LARGEST;

use crate::house::House;
use crate::problem::Problem;
use crate::routes::{Method, Routes};
use axum::extract::DefaultBodyLimit;
use axum::routing;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::LazyLock;
use waymark_store::{Upload, UploadId, UploadState};

pub(crate) fn routes() -> Routes {
    let receive = routing::post(new::load).layer(DefaultBodyLimit::max(receive::LARGEST_BODY));
    Routes::new()
        .get("/uploads", list::list)
        .post("/uploads/noted", list::noted)
        .get("/uploads/new", new::show)
        .with(Method::Post, "/uploads/new", receive)
        .get("/uploads/{upload}", show::show)
        .get("/uploads/{upload}/unreadable", unreadable::show)
        .get("/uploads/{upload}/checks/{code}", checked::show)
        .get("/uploads/{upload}/delete", delete::confirm)
        .post("/uploads/{upload}/delete", delete::delete)
}

/// The script that draws the progress bar and waits for figures; without it both still work.
pub(crate) const SCRIPT: &str = include_str!("upload.js");

/// Where the script is served: another script is another address.
pub(crate) static SCRIPT_ADDRESS: LazyLock<String> = LazyLock::new(|| {
    let mut state = DefaultHasher::new();
    SCRIPT.hash(&mut state);
    format!(
        "/assets/waymark-upload-{:010x}.js",
        state.finish() & 0xff_ffff_ffff
    )
});

/// The upload that an address names.
fn number(text: &str) -> Result<UploadId, Problem> {
    text.parse().map(UploadId).map_err(|_| Problem::NotFound)
}

/// The upload that an address names, while its files are here.
async fn kept(house: &House, text: &str) -> Result<Upload, Problem> {
    let upload = house.store().upload(number(text)?).await?;
    if upload.state == UploadState::Kept {
        Ok(upload)
    } else {
        Err(Problem::NotFound)
    }
}

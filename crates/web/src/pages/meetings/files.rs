//! A form with a file, read piece by piece.

use crate::forms::Fields;
use crate::house::House;
use crate::parts::{Broken, Parts};
use crate::problem::Problem;
use crate::user::User;
use axum::extract::{DefaultBodyLimit, Multipart};
use axum::handler::Handler;
use axum::routing::{self, MethodRouter};
use waymark_programme::Mistake;

/// The most bytes of a paper.
const LARGEST: usize = 20 * 1000 * 1000;
/// The most bytes of an answer that is no file.
const ANSWER: usize = 20_000;

/// A handler whose form may carry a file.
pub(super) fn takes_a_file<H, T>(handler: H) -> MethodRouter<House>
where
    H: Handler<T, House>,
    T: 'static,
{
    routing::post(handler).layer(DefaultBodyLimit::max(LARGEST + 1024 * 1024))
}

/// What was sent.
pub(super) struct Sent {
    /// The answers that are no file.
    pub(super) fields: Fields,
    /// The file's name, type and bytes, where one was chosen.
    pub(super) file: Option<(String, String, Vec<u8>)>,
    /// What is wrong with the file.
    pub(super) wrong: Option<Mistake>,
}

/// Reads a form.
pub(super) async fn receive(user: &User, form: Multipart) -> Result<Sent, Problem> {
    let mut form = Parts::open(form, &user.csrf).await?;
    let mut answers = Vec::new();
    let (mut file, mut wrong) = (None, None);
    while let Some(part) = form.next().await? {
        if part.name != "file" {
            let name = part.name.clone();
            answers.push((name, part.text(ANSWER).await?));
            continue;
        }
        let called = part.file.clone().unwrap_or_default();
        if called.is_empty() {
            continue;
        }
        match part.bytes(LARGEST).await {
            Err(Broken::TooLarge) => {
                wrong = Some(Mistake::new("file", TOO_LARGE));
                break;
            }
            Ok(bytes) if bytes.is_empty() => {
                wrong = Some(Mistake::new("file", "The file is empty. Choose it again"));
            }
            Ok(bytes) => file = Some((called.clone(), content_type(&called).to_owned(), bytes)),
            Err(broken) => return Err(broken.into()),
        }
    }
    Ok(Sent {
        fields: Fields::of(answers),
        file,
        wrong,
    })
}

const TOO_LARGE: &str = "The file is larger than 20 MB. Nothing was kept. Make it smaller, or put it where it can be linked to";

/// By its name alone: what a browser says of a file is not to be trusted, and it is only ever sent back to be kept.
fn content_type(name: &str) -> &'static str {
    let ending = name.rsplit('.').next().unwrap_or("").to_ascii_lowercase();
    match ending.as_str() {
        "pdf" => "application/pdf",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "txt" => "text/plain",
        "csv" => "text/csv",
        _ => "application/octet-stream",
    }
}

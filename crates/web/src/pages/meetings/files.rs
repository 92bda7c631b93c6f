//! A form with a file, read piece by piece.

use crate::forms::{CSRF, Fields, same_secret};
use crate::house::House;
use crate::problem::Problem;
use crate::user::User;
use axum::extract::multipart::Field;
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

/// Reads a form. Its secret comes first, so that nothing is read for anybody else.
pub(super) async fn receive(user: &User, mut form: Multipart) -> Result<Sent, Problem> {
    let first = form
        .next_field()
        .await
        .map_err(|_| Problem::NotUnderstood)?
        .ok_or(Problem::OldForm)?;
    if first.name() != Some(CSRF) || !same_secret(&answer(first).await?, &user.csrf) {
        return Err(Problem::OldForm);
    }
    let mut answers = Vec::new();
    let (mut file, mut wrong) = (None, None);
    while let Some(field) = form
        .next_field()
        .await
        .map_err(|_| Problem::NotUnderstood)?
    {
        let name = field.name().unwrap_or("").to_owned();
        if name != "file" {
            answers.push((name, answer(field).await?));
            continue;
        }
        let called = plain_name(field.file_name().unwrap_or(""));
        if called.is_empty() {
            continue;
        }
        match bytes(field, LARGEST).await? {
            None => {
                let words = "The file is larger than 20 MB. Nothing was kept. Make it smaller, or put it where it can be linked to";
                wrong = Some(Mistake::new("file", words));
                break;
            }
            Some(bytes) if bytes.is_empty() => {
                wrong = Some(Mistake::new("file", "The file is empty. Choose it again"));
            }
            Some(bytes) => file = Some((called.clone(), content_type(&called).to_owned(), bytes)),
        }
    }
    Ok(Sent {
        fields: Fields::of(answers),
        file,
        wrong,
    })
}

async fn answer(field: Field<'_>) -> Result<String, Problem> {
    let bytes = bytes(field, ANSWER).await?.ok_or(Problem::NotUnderstood)?;
    String::from_utf8(bytes).map_err(|_| Problem::NotUnderstood)
}

/// The field's bytes; none where they are more than this.
async fn bytes(mut field: Field<'_>, most: usize) -> Result<Option<Vec<u8>>, Problem> {
    let mut bytes = Vec::new();
    while let Some(piece) = field.chunk().await.map_err(|_| Problem::NotUnderstood)? {
        if bytes.len() + piece.len() > most {
            return Ok(None);
        }
        bytes.extend_from_slice(&piece);
    }
    Ok(Some(bytes))
}

/// A file's name without folders and without what cannot be shown.
fn plain_name(sent: &str) -> String {
    let name = sent.rsplit(['/', '\\']).next().unwrap_or("");
    name.chars()
        .filter(|it| !it.is_control())
        .take(200)
        .collect::<String>()
        .trim()
        .to_owned()
}

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

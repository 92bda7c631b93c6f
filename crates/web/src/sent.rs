//! Forms that may carry files: what a browser sends either way, read up to a limit, its secret first.

use crate::forms::{CSRF, Fields, same_secret};
use crate::house::House;
use crate::parts::{Broken, Parts};
use crate::problem::Problem;
use axum::Form;
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request};
use axum::handler::Handler;
use axum::http::header;
use axum::routing::{self, MethodRouter};

/// The most bytes of one file: 10 MB.
pub(crate) const LARGEST: usize = 10 * 1000 * 1000;
/// The same with what a browser wraps round it, and the other answers.
const LARGEST_BODY: usize = LARGEST + 512 * 1024;
/// The most files of one form.
const MOST_FILES: usize = 5;
/// The most bytes of an answer that is no file: 50,000 characters.
const ANSWER: usize = 200_000;

/// A handler that takes a form with files.
pub(crate) fn takes_files<H, T>(handler: H) -> MethodRouter<House>
where
    H: Handler<T, House>,
    T: 'static,
{
    routing::post(handler).layer(DefaultBodyLimit::max(LARGEST_BODY))
}

/// What was sent. No `Debug`: it holds what people wrote.
pub(crate) struct Sent {
    pub(crate) fields: Fields,
    pub(crate) files: Vec<SentFile>,
    /// A file was left out, because it was too large or of a type nobody should open.
    pub(crate) refused: Option<&'static str>,
}

/// One file.
pub(crate) struct SentFile {
    pub(crate) name: String,
    pub(crate) content_type: &'static str,
    pub(crate) bytes: Vec<u8>,
}

/// Reads a form that must carry this secret.
///
/// # Errors
/// [`Problem::OldForm`] without the secret; [`Problem::NotUnderstood`] if it is no whole form.
pub(crate) async fn read(request: Request, house: &House, secret: &str) -> Result<Sent, Problem> {
    let multipart = request
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|it| it.to_str().ok())
        .is_some_and(|it| it.starts_with("multipart/form-data"));
    if multipart {
        let form = Multipart::from_request(request, house)
            .await
            .map_err(|_| Problem::NotUnderstood)?;
        return parts(form, secret).await;
    }
    let Form(fields) = Form::<Vec<(String, String)>>::from_request(request, house)
        .await
        .map_err(|_| Problem::NotUnderstood)?;
    let fields = Fields::of(fields);
    if !same_secret(fields.exact(CSRF), secret) {
        return Err(Problem::OldForm);
    }
    Ok(Sent {
        fields,
        files: Vec::new(),
        refused: None,
    })
}

async fn parts(form: Multipart, secret: &str) -> Result<Sent, Problem> {
    let mut form = Parts::open(form, secret).await?;
    let mut sent = Sent {
        fields: Fields::of(Vec::new()),
        files: Vec::new(),
        refused: None,
    };
    let mut fields = Vec::new();
    loop {
        let part = match form.next().await {
            Ok(Some(part)) => part,
            Ok(None) => break,
            // Behind a file that is too large the rest may not come at all.
            Err(broken) if sent.refused.is_some() || broken == Broken::TooLarge => {
                sent.refused = Some(TOO_LARGE);
                break;
            }
            Err(broken) => return Err(broken.into()),
        };
        let name = part.name.clone();
        let Some(file) = part.file.clone() else {
            fields.push((name, part.text(ANSWER).await?));
            continue;
        };
        let bytes = match part.bytes(LARGEST).await {
            Ok(bytes) => bytes,
            Err(Broken::TooLarge) => {
                sent.refused = Some(TOO_LARGE);
                continue;
            }
            Err(broken) => return Err(broken.into()),
        };
        if file.is_empty() || bytes.is_empty() {
            continue;
        }
        match content_type(&file) {
            Some(content_type) if sent.files.len() < MOST_FILES => sent.files.push(SentFile {
                name: file,
                content_type,
                bytes,
            }),
            Some(_) => sent.refused = Some("Choose five files or fewer"),
            None => sent.refused = Some(NOT_TAKEN),
        }
    }
    sent.fields = Fields::of(fields);
    Ok(sent)
}

const NOT_TAKEN: &str =
    "Choose a PDF, a Word, Excel or PowerPoint file, an OpenDocument file, a picture, CSV or text";
const TOO_LARGE: &str = "Choose a file of 10 MB or less";

/// What a file is, by the end of its name. Programs and pages, which could do something when opened, are none.
fn content_type(name: &str) -> Option<&'static str> {
    let (_, end) = name.rsplit_once('.')?;
    Some(match end.to_ascii_lowercase().as_str() {
        "pdf" => "application/pdf",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "odt" => "application/vnd.oasis.opendocument.text",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        "odp" => "application/vnd.oasis.opendocument.presentation",
        "doc" => "application/msword",
        "xls" => "application/vnd.ms-excel",
        "ppt" => "application/vnd.ms-powerpoint",
        "csv" => "text/csv",
        "txt" => "text/plain",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "eml" | "msg" => "application/octet-stream",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_run_is_no_evidence() {
        for good in ["notes.PDF", "a.b.docx", "photo.jpeg", "list.csv"] {
            assert!(content_type(good).is_some(), "{good}");
        }
        for bad in [
            "x.exe",
            "x.html",
            "x.svg",
            "x.js",
            "pdf",
            "x.",
            "x.pdf.lnk",
            "",
        ] {
            assert!(content_type(bad).is_none(), "{bad}");
        }
    }
}

//! Forms that may carry files: what a browser sends either way, read up to a limit, its secret first.

use crate::forms::{CSRF, Fields, same_secret};
use crate::house::House;
use crate::problem::Problem;
use axum::Form;
use axum::extract::multipart::MultipartError;
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request};
use axum::handler::Handler;
use axum::http::{StatusCode, header};
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

async fn parts(mut form: Multipart, secret: &str) -> Result<Sent, Problem> {
    let mut fields = Vec::new();
    let mut files = Vec::new();
    let mut refused = None;
    let mut known = false;
    loop {
        let mut part = match form.next_field().await {
            Ok(Some(part)) => part,
            Ok(None) => break,
            Err(error) if known && (refused.is_some() || too_large(&error)) => {
                refused = Some(TOO_LARGE);
                break;
            }
            Err(_) => return Err(Problem::NotUnderstood),
        };
        let name = part.name().unwrap_or("").to_owned();
        let file = part.file_name().map(plain_name);
        let most = if file.is_some() { LARGEST } else { ANSWER };
        let mut bytes = Vec::new();
        loop {
            let piece = match part.chunk().await {
                Ok(Some(piece)) => piece,
                Ok(None) => break,
                Err(error) if known && too_large(&error) => {
                    refused = Some(TOO_LARGE);
                    bytes.clear();
                    break;
                }
                Err(_) => return Err(Problem::NotUnderstood),
            };
            if bytes.len() + piece.len() > most {
                if file.is_none() {
                    return Err(Problem::NotUnderstood);
                }
                refused = Some(TOO_LARGE);
                bytes.clear();
                break;
            }
            bytes.extend_from_slice(&piece);
        }
        if !known {
            // The secret comes first, so that nothing is read for anybody else.
            let given = String::from_utf8_lossy(&bytes).into_owned();
            if name != CSRF || !same_secret(&given, secret) {
                return Err(Problem::OldForm);
            }
            known = true;
            continue;
        }
        match file {
            None => {
                let text = String::from_utf8(bytes).map_err(|_| Problem::NotUnderstood)?;
                fields.push((name, text));
            }
            Some(file) if file.is_empty() || bytes.is_empty() => {}
            Some(file) => match content_type(&file) {
                Some(content_type) if files.len() < MOST_FILES => files.push(SentFile {
                    name: file,
                    content_type,
                    bytes,
                }),
                Some(_) => refused = Some("Choose five files or fewer"),
                None => {
                    refused = Some(
                        "Choose a PDF, a Word, Excel or PowerPoint file, an OpenDocument file, a picture, CSV or text",
                    );
                }
            },
        }
    }
    if known {
        Ok(Sent {
            fields: Fields::of(fields),
            files,
            refused,
        })
    } else {
        Err(Problem::OldForm)
    }
}

const TOO_LARGE: &str = "Choose a file of 10 MB or less";

fn too_large(error: &MultipartError) -> bool {
    error.status() == StatusCode::PAYLOAD_TOO_LARGE
}

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

/// A file's name without folders and without what cannot be shown.
fn plain_name(sent: &str) -> String {
    let name = sent.rsplit(['/', '\\']).next().unwrap_or("");
    let plain: String = name
        .chars()
        .filter(|it| !it.is_control())
        .take(200)
        .collect();
    plain.trim().to_owned()
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

    #[test]
    fn a_name_keeps_its_last_part() {
        assert_eq!(plain_name("C:\\secret\\notes.pdf"), "notes.pdf");
        assert_eq!(plain_name("../../etc/passwd.txt"), "passwd.txt");
        assert_eq!(plain_name(" a\u{7}b\r\n.txt "), "ab.txt");
    }
}

//! Minutes as a browser sends them: pasted, or a file.

use super::LARGEST;
use crate::forms::{CSRF, same_secret};
use crate::problem::Problem;
use crate::user::User;
use axum::extract::Multipart;
use axum::extract::multipart::Field;

/// What was sent: a name for messages, and bytes.
pub(super) struct Sent {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

/// Why nothing was read.
pub(super) enum Broken {
    /// A page of its own.
    Problem(Problem),
    /// Said beside the form: the control, and the words.
    Said(&'static str, &'static str),
}

/// Reads the form. Its secret comes first, so that nothing is read for anybody else. A file counts before pasted text.
pub(super) async fn receive(user: &User, mut form: Multipart) -> Result<Sent, Broken> {
    let garbled = || Broken::Problem(Problem::NotUnderstood);
    let first = form.next_field().await.map_err(|_| garbled())?;
    let first = first.ok_or(Broken::Problem(Problem::OldForm))?;
    if first.name() != Some(CSRF) || !same_secret(&text(first).await?, &user.csrf) {
        return Err(Broken::Problem(Problem::OldForm));
    }
    let (mut pasted, mut file) = (String::new(), None);
    while let Some(field) = form.next_field().await.map_err(|_| garbled())? {
        match field.name().unwrap_or("") {
            "pasted" => pasted = text(field).await?,
            "file" => {
                let name = plain_name(field.file_name().unwrap_or(""));
                let bytes = bytes(field).await?;
                if !name.is_empty() {
                    file = Some(Sent { name, bytes });
                }
            }
            _ => {}
        }
    }
    match file {
        Some(file) => Ok(file),
        None if pasted.trim().is_empty() => Err(Broken::Said(
            "pasted",
            "Paste the minutes, or choose their file",
        )),
        None => Ok(Sent {
            name: "The pasted text".to_owned(),
            // A form sends every line end as two characters.
            bytes: pasted.replace("\r\n", "\n").into_bytes(),
        }),
    }
}

async fn text(field: Field<'_>) -> Result<String, Broken> {
    let bytes = bytes(field).await?;
    String::from_utf8(bytes).map_err(|_| Broken::Problem(Problem::NotUnderstood))
}

async fn bytes(mut field: Field<'_>) -> Result<Vec<u8>, Broken> {
    let mut bytes = Vec::new();
    while let Some(piece) = field.chunk().await.map_err(|error| {
        if error.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE {
            Broken::Said("file", TOO_BIG)
        } else {
            Broken::Problem(Problem::NotUnderstood)
        }
    })? {
        if bytes.len() + piece.len() > LARGEST {
            return Err(Broken::Said("file", TOO_BIG));
        }
        bytes.extend_from_slice(&piece);
    }
    Ok(bytes)
}

const TOO_BIG: &str =
    "The file is larger than 10 MB. Save it without pictures, or copy its text and paste it";

/// A file's name without folders and without what cannot be shown.
fn plain_name(sent: &str) -> String {
    let name = sent.rsplit(['/', '\\']).next().unwrap_or("");
    let name = name.chars().filter(|it| !it.is_control()).take(200);
    name.collect::<String>().trim().to_owned()
}

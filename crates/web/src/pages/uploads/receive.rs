//! A return's files as a browser sends them: read piece by piece, up to a limit.

use crate::forms::{CSRF, same_secret};
use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};
use axum::http::StatusCode;
use waymark_store::{Attempt, Store, StoreError};

use crate::user::User;

/// The most bytes that the files of a return may have together: 200 MB, fifty times a large county's workbook.
pub const LARGEST: usize = 200 * 1000 * 1000;

/// The same with what a browser wraps round them.
pub(super) const LARGEST_BODY: usize = LARGEST + 1024 * 1024;

/// The most files of one upload.
const MOST_FILES: usize = 500;
/// The most bytes of an answer that is no file.
const ANSWER: usize = 1000;

/// What was sent. No `Debug`: it holds children.
#[derive(Default)]
pub(super) struct Received {
    /// The answers besides the files, as they were typed.
    pub(super) day: String,
    pub(super) month: String,
    pub(super) year: String,
    pub(super) scope: String,
    /// Each file's name and bytes.
    pub(super) files: Vec<(String, Vec<u8>)>,
    /// Written down before the first byte of a file was read.
    pub(super) attempt: Option<Attempt>,
}

/// Why it was not taken.
pub(super) enum Broken {
    /// The form is not one of this session's.
    OldForm,
    /// The files are larger than [`LARGEST`].
    TooBig,
    /// More than [`MOST_FILES`].
    TooMany,
    /// It stopped before its end, or is no form at all.
    Garbled,
    /// The store did not answer.
    Store(StoreError),
}

/// Reads the form. Its secret comes first, so that nothing is read for anybody else.
pub(super) async fn receive(
    store: &Store,
    user: &User,
    mut form: Multipart,
) -> Result<Received, Broken> {
    let mut received = Received::default();
    let outcome = fields(store, user, &mut form, &mut received).await;
    if let Err(broken) = outcome {
        // The sender is told now, so it need not be named as interrupted.
        if let Some(attempt) = received.attempt.take() {
            store.refuse_attempt(attempt).await;
        }
        return Err(broken);
    }
    Ok(received)
}

async fn fields(
    store: &Store,
    user: &User,
    form: &mut Multipart,
    received: &mut Received,
) -> Result<(), Broken> {
    let first = form
        .next_field()
        .await
        .map_err(broken)?
        .ok_or(Broken::OldForm)?;
    if first.name() != Some(CSRF) || !same_secret(&answer(first).await?, &user.csrf) {
        return Err(Broken::OldForm);
    }
    let mut size = 0;
    while let Some(field) = form.next_field().await.map_err(broken)? {
        match field.name().unwrap_or("") {
            "as-at-day" => received.day = answer(field).await?,
            "as-at-month" => received.month = answer(field).await?,
            "as-at-year" => received.year = answer(field).await?,
            "scope" => received.scope = answer(field).await?,
            "files" => {
                let name = plain_name(field.file_name().unwrap_or(""));
                if name.is_empty() {
                    // What a browser sends where no file was chosen.
                    continue;
                }
                if received.attempt.is_none() {
                    let attempt = store.announce_upload(&name, Some(user.id)).await;
                    received.attempt = Some(attempt.map_err(Broken::Store)?);
                }
                if received.files.len() == MOST_FILES {
                    return Err(Broken::TooMany);
                }
                let bytes = bytes(field, LARGEST - size).await?;
                size += bytes.len();
                received.files.push((name, bytes));
            }
            _ => {}
        }
    }
    Ok(())
}

async fn answer(field: Field<'_>) -> Result<String, Broken> {
    let bytes = bytes(field, ANSWER).await?;
    String::from_utf8(bytes)
        .map(|it| it.trim().to_owned())
        .map_err(|_| Broken::Garbled)
}

async fn bytes(mut field: Field<'_>, most: usize) -> Result<Vec<u8>, Broken> {
    let mut bytes = Vec::new();
    while let Some(piece) = field.chunk().await.map_err(broken)? {
        if bytes.len() + piece.len() > most {
            return Err(Broken::TooBig);
        }
        bytes.extend_from_slice(&piece);
    }
    Ok(bytes)
}

fn broken(error: MultipartError) -> Broken {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Broken::TooBig
    } else {
        Broken::Garbled
    }
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

#[cfg(test)]
mod tests {
    use super::plain_name;

    #[test]
    fn a_files_name_has_no_folders_and_no_tricks() {
        assert_eq!(plain_name("C:\\Users\\ana\\Annex A.xlsx"), "Annex A.xlsx");
        assert_eq!(plain_name("../../etc/passwd"), "passwd");
        assert_eq!(plain_name("list\r\n1.csv"), "list1.csv");
        assert_eq!(plain_name("/"), "");
    }
}

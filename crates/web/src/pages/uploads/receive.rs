//! A return's files as a browser sends them: read piece by piece, up to a limit.

use crate::parts::{self, Part, Parts};
use axum::extract::Multipart;
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

impl From<parts::Broken> for Broken {
    fn from(broken: parts::Broken) -> Self {
        match broken {
            parts::Broken::OldForm => Self::OldForm,
            parts::Broken::TooLarge => Self::TooBig,
            parts::Broken::Garbled => Self::Garbled,
        }
    }
}

/// Reads the form.
pub(super) async fn receive(
    store: &Store,
    user: &User,
    form: Multipart,
) -> Result<Received, Broken> {
    let mut form = Parts::open(form, &user.csrf).await?;
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
    form: &mut Parts,
    received: &mut Received,
) -> Result<(), Broken> {
    let mut size = 0;
    while let Some(part) = form.next().await? {
        match part.name.as_str() {
            "as-at-day" => received.day = answer(part).await?,
            "as-at-month" => received.month = answer(part).await?,
            "as-at-year" => received.year = answer(part).await?,
            "scope" => received.scope = answer(part).await?,
            "files" => {
                let name = part.file.clone().unwrap_or_default();
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
                let bytes = part.bytes(LARGEST - size).await?;
                size += bytes.len();
                received.files.push((name, bytes));
            }
            _ => {}
        }
    }
    Ok(())
}

async fn answer(part: Part<'_>) -> Result<String, Broken> {
    Ok(part.text(ANSWER).await?.trim().to_owned())
}

//! The one door by which a return comes in, from a page, the command line or the demo county: read first, so that what is
//! no return is refused with its reason and nothing of it is kept; then stored whole.

use waymark_data::Day;
use waymark_import::{ImportError, InputFile, Return, ReturnKind};
use waymark_store::{Accepted, AccountId, Attempt, NewUpload, Store, StoreError};

/// A return that asks to be let in.
pub struct Arriving {
    /// What to call it.
    pub name: String,
    /// Each file's name and bytes.
    pub files: Vec<(String, Vec<u8>)>,
    /// The day whose end it shows, as the sender says; never guessed from cells.
    pub as_at: Day,
    /// How many months it looks back.
    pub scope_months: u32,
    /// Who sent it; `None` at the command line.
    pub by: Option<AccountId>,
}

/// What came of it.
#[derive(Debug)]
pub struct LetIn {
    /// Stored, or recognised as here already.
    pub accepted: Accepted,
    /// What it was read as, with its tables and notes.
    pub read: Return,
}

/// Why it was not let in.
#[derive(Debug)]
pub enum Refused {
    /// It is not a return; in words for the sender.
    NotAReturn(ImportError),
    /// The store did not take it.
    Store(StoreError),
}

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotAReturn(error) => error.fmt(f),
            Self::Store(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Refused {}

/// The kind under which a return is kept.
#[must_use]
pub const fn kind_word(kind: ReturnKind) -> &'static str {
    match kind {
        ReturnKind::AnnexA => crate::county::ANNEX_A,
        ReturnKind::Cin => "cin",
        ReturnKind::Ssda903 => "ssda903",
        ReturnKind::Ssd => "ssd",
    }
}

/// Lets a return in, or says why not.
///
/// # Errors
/// When it is not a return, or the store does not take it. Nothing was kept then.
pub async fn let_in(store: &Store, arriving: Arriving) -> Result<LetIn, Refused> {
    let attempt = store
        .announce_upload(&arriving.name, arriving.by)
        .await
        .map_err(Refused::Store)?;
    let_in_announced(store, attempt, arriving).await
}

/// Lets a return in that was announced before its first byte came, so that one whose sending broke off can be named.
///
/// # Errors
/// As [`let_in`].
pub async fn let_in_announced(
    store: &Store,
    attempt: Attempt,
    arriving: Arriving,
) -> Result<LetIn, Refused> {
    let Arriving {
        name,
        files,
        as_at,
        scope_months,
        by,
    } = arriving;
    let reading = tokio::task::spawn_blocking(move || {
        let read = {
            let inputs: Vec<InputFile<'_>> = files
                .iter()
                .map(|(name, bytes)| InputFile::new(name.as_str(), bytes.as_slice()))
                .collect();
            waymark_import::read(&inputs)
        };
        (files, read)
    });
    let (files, read) = reading
        .await
        .unwrap_or_else(|failed| std::panic::resume_unwind(failed.into_panic()));
    let read = match read {
        Ok(read) => read,
        Err(error) => {
            store.refuse_attempt(attempt).await;
            return Err(Refused::NotAReturn(error));
        }
    };
    let new = NewUpload {
        name,
        kind: kind_word(read.kind).to_owned(),
        as_at: as_at.date(),
        scope_months,
        by,
        files,
        summary: summary(&read),
    };
    let accepted = store
        .add_announced(attempt, new)
        .await
        .map_err(Refused::Store)?;
    Ok(LetIn { accepted, read })
}

/// Counts to show without reading the bytes again. No child's value: it outlives a deletion.
fn summary(read: &Return) -> serde_json::Value {
    let tables: Vec<serde_json::Value> = read
        .arrival()
        .iter()
        .map(|it| {
            serde_json::json!({
                "table": it.name, "title": it.title, "rows": it.rows, "unreadable": it.unreadable,
                "missing": it.missing, "unknown": it.unknown,
            })
        })
        .collect();
    serde_json::json!({ "tables": tables, "notes": read.notes.len() })
}

//! What can go wrong in the store, in words that hold nothing a database row said.

use crate::ids::{AccountId, UploadId};
use waymark_programme::RecordId;

/// What can go wrong in the store. No message holds a child's value, a password or a database's address.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database could not be reached, or the file could not be opened or made.
    #[error("the store could not be opened: {0}")]
    CannotOpen(#[source] Fault),
    /// The store was written by a newer Waymark, or its schema was changed by hand.
    #[error(
        "the store's schema is not one this Waymark knows (migration {0}): it was written by a newer \
         version or changed by hand; use that version, or restore a backup into a new store"
    )]
    UnknownSchema(i64),
    /// Somebody else held the store for longer than the store waits.
    #[error("the store is busy with other work; nothing was changed; try again")]
    Busy,
    /// No such upload was ever accepted.
    #[error("there is no upload {0}")]
    NoSuchUpload(UploadId),
    /// The upload was deleted: its name, hash and counts remain, its bytes do not.
    #[error("upload {0} was deleted, and the children in it with it")]
    UploadDeleted(UploadId),
    /// The bytes read back are not the bytes that were accepted.
    #[error("upload {0} no longer matches its sha256: the store is damaged; restore a backup")]
    Damaged(UploadId),
    /// An upload without a file, which would say nothing.
    #[error("an upload needs at least one file")]
    NoFiles,
    /// No such account.
    #[error("there is no account {0}")]
    NoSuchAccount(AccountId),
    /// No such record.
    #[error("there is no record {0}")]
    NoSuchRecord(waymark_programme::RecordId),
    /// Somebody wrote the record since it was read.
    #[error("record {0} was changed since it was read; nothing was written")]
    Stale(waymark_programme::RecordId),
    /// No such file of a record, or it was erased.
    #[error("there is no file {0}, or it was erased")]
    NoSuchFile(i64),
    /// A file's bytes read back are not the bytes that were kept.
    #[error("file {0} no longer matches its sha256: the store is damaged; restore a backup")]
    DamagedFile(i64),
    /// What lies beneath a record reads back as something else than was kept.
    #[error(
        "what lies beneath record {0:?} no longer matches its sha256: the store is damaged; restore a backup"
    )]
    DamagedSealed(RecordId),
    /// Something was sealed beneath another record since this was made, which does not know it.
    #[error("record {0} was issued meanwhile; nothing was written; make this again beside it")]
    Overtaken(RecordId),
    /// The one-use link is unknown, used, revoked or too old.
    #[error("this link cannot be used")]
    NoSuchAsk,
    /// Another account already signs in with that name.
    #[error("another account already signs in with that name; choose a different one")]
    NameTaken,
    /// A name that is only blanks.
    #[error("a sign-in name needs at least one letter")]
    NoName,
    /// Something in a column that this version cannot read: changed by hand, or by a newer version.
    #[error("the store holds something in the column {0} that this Waymark cannot read")]
    Unreadable(&'static str),
    /// The store to restore into already holds something.
    #[error(
        "the store already holds uploads, accounts or a log; a restore would replace them all; say so if that is meant"
    )]
    NotEmpty,
    /// The file to restore from is missing or is not a backup that Waymark made.
    #[error("that file is not a backup made by Waymark")]
    NotABackup,
    /// A backup may not be written over the store itself.
    #[error("the backup would be written over the store itself; choose another file")]
    OntoItself,
    /// The backup file could not be written, read or renamed.
    #[error("the backup file could not be written or read: {0}")]
    BackupFile(#[source] std::io::Error),
    /// The database refused or failed.
    #[error("the database could not do what was asked: {0}")]
    Database(#[source] Fault),
}

/// What the database said, without any value it may have quoted.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Fault(String);

impl Fault {
    pub(crate) fn new(error: &sqlx::Error) -> Self {
        // PostgreSQL quotes the offending value in "data exceptions" (SQLSTATE class 22) and in its detail line.
        // The message of every other class names tables, columns and constraints only, as SQLite's always do.
        Fault(match error {
            sqlx::Error::Database(said) => match said.code() {
                Some(code) if code.len() == 5 && code.starts_with("22") => {
                    format!("it could not hold a value (code {code})")
                }
                Some(code) => format!("{} (code {code})", said.message()),
                None => said.message().to_owned(),
            },
            sqlx::Error::Io(error) => error.to_string(),
            sqlx::Error::PoolTimedOut => "no connection became free in time".to_owned(),
            sqlx::Error::Configuration(_) => "its address cannot be read".to_owned(),
            sqlx::Error::Tls(error) => format!("no secure connection: {error}"),
            sqlx::Error::ColumnDecode { index, .. } => format!("the column {index} is unreadable"),
            _ => "the connection failed or answered out of turn".to_owned(),
        })
    }

    pub(crate) fn file(error: &std::io::Error) -> Self {
        Fault(error.to_string())
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        if is_busy(&error) {
            StoreError::Busy
        } else {
            StoreError::Database(Fault::new(&error))
        }
    }
}

/// SQLite's BUSY family (5, 261, 517, 773), PostgreSQL's lock timeout, serialisation failure and deadlock.
fn is_busy(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::PoolTimedOut => true,
        sqlx::Error::Database(said) => matches!(
            said.code().as_deref(),
            Some("5" | "261" | "517" | "773" | "55P03" | "40001" | "40P01")
        ),
        _ => false,
    }
}

//! Accepting an upload: the bytes are hashed, compressed and stored whole in one transaction, or not at all.

use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::{Any, Transaction};

use crate::attempts::Attempt;
use crate::row::{self, moment};
use crate::{AccountId, Store, StoreError, UploadId, counters, packed};

/// An upload that asks to be kept. No `Debug`: it holds children.
pub struct NewUpload {
    /// What to call it: usually the file's own name.
    pub name: String,
    /// What kind of return it is, such as `annex-a`.
    pub kind: String,
    /// The day the return speaks of.
    pub as_at: Date,
    /// How many months back from that day it looks.
    pub scope_months: u32,
    /// Who sent it; `None` when it was loaded at the command line.
    pub by: Option<AccountId>,
    /// Each file's name and bytes.
    pub files: Vec<(String, Vec<u8>)>,
    /// Counts to show without reading the bytes again: rows per list, problems. Never a child's value: it outlives
    /// a deletion.
    pub summary: serde_json::Value,
}

/// What became of an upload.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Accepted {
    /// It is stored, as this upload.
    New(UploadId),
    /// The same content for the same day and scope was already here, as this upload; nothing was stored.
    Already(UploadId),
}

impl Accepted {
    /// The upload that now holds the content.
    pub fn id(self) -> UploadId {
        match self {
            Accepted::New(id) | Accepted::Already(id) => id,
        }
    }
}

impl Store {
    /// Stores an upload whole. When this returns `New`, it survives a killed process and a power failure.
    ///
    /// # Errors
    /// [`StoreError::NoFiles`], or the database's refusal; then nothing was kept.
    pub async fn add_upload(&self, new: NewUpload) -> Result<Accepted, StoreError> {
        let attempt = self.announce_upload(&new.name, new.by).await?;
        self.add_announced(attempt, new).await
    }

    /// Stores the upload that [`Store::announce_upload`] announced, as [`Store::add_upload`] does.
    ///
    /// # Errors
    /// As [`Store::add_upload`].
    pub async fn add_announced(
        &self,
        attempt: Attempt,
        new: NewUpload,
    ) -> Result<Accepted, StoreError> {
        let stored = self.store_announced(&attempt, new).await;
        if stored.is_err() {
            // The caller is told now, so a restart need not say it again. If even this fails, it will.
            self.refuse_attempt(attempt).await;
        }
        stored
    }

    async fn store_announced(
        &self,
        attempt: &Attempt,
        new: NewUpload,
    ) -> Result<Accepted, StoreError> {
        if new.files.is_empty() {
            return Err(StoreError::NoFiles);
        }
        let (new, hashes) = aside(move || {
            let hashes: Vec<String> = new.files.iter().map(|(_, it)| packed::sha256(it)).collect();
            (new, hashes)
        })
        .await;
        let size = new.files.iter().map(|(_, bytes)| bytes.len()).sum();
        let sha256 = packed::sha256_of_all(&hashes);
        self.attempt_has_arrived(attempt, size, &sha256).await?;
        let mut looking = self.db.snapshot().await?;
        let already = find_same(&mut looking, &new, &sha256).await?;
        looking.rollback().await?;
        if let Some(already) = already {
            // Spares the compressing. The look that decides is the one inside the transaction.
            self.attempt_was_kept(attempt, already).await?;
            return Ok(Accepted::Already(already));
        }

        // Compressed before the transaction begins, so that others wait for the disk only.
        let (new, files) = aside(move || pack_all(new, hashes)).await;
        let mut transaction = self.db.write().await?;
        let id = UploadId(counters::next(&mut transaction, "uploads").await?);
        let accepted = match find_same(&mut transaction, &new, &sha256).await? {
            Some(already) => Accepted::Already(already),
            None => {
                insert_upload(&mut transaction, id, &new, size, &sha256).await?;
                for (position, file) in (0_i64..).zip(&files) {
                    insert_file(&mut transaction, id, position, file).await?;
                }
                counters::next(&mut transaction, "generation").await?;
                Accepted::New(id)
            }
        };
        attempt.mark_kept(&mut transaction, accepted.id()).await?;
        transaction.commit().await?;
        tracing::info!(upload = accepted.id().0, size, "upload kept");
        Ok(accepted)
    }
}

/// A file ready to be stored.
struct PackedFile {
    name: String,
    size: usize,
    sha256: String,
    bytes: Vec<u8>,
}

/// Compresses the files of an upload, letting go of each one's bytes on the way.
fn pack_all(mut new: NewUpload, hashes: Vec<String>) -> (NewUpload, Vec<PackedFile>) {
    let packed = std::mem::take(&mut new.files)
        .into_iter()
        .zip(hashes)
        .map(|((name, bytes), sha256)| PackedFile {
            name,
            size: bytes.len(),
            sha256,
            bytes: packed::pack(&bytes),
        })
        .collect();
    (new, packed)
}

async fn find_same(
    transaction: &mut Transaction<'static, Any>,
    new: &NewUpload,
    sha256: &str,
) -> Result<Option<UploadId>, StoreError> {
    sqlx::query(
        "select id from uploads \
         where sha256 = $1 and as_at = $2 and scope_months = $3 and deleted is null",
    )
    .bind(sha256)
    .bind(new.as_at.to_string())
    .bind(i64::from(new.scope_months))
    .fetch_optional(&mut **transaction)
    .await?
    .map(|found| row::number(&found, "id").map(UploadId))
    .transpose()
}

async fn insert_upload(
    transaction: &mut Transaction<'static, Any>,
    id: UploadId,
    new: &NewUpload,
    size: usize,
    sha256: &str,
) -> Result<(), StoreError> {
    sqlx::query(
        "insert into uploads \
         (id, name, kind, as_at, scope_months, sha256, size, summary, accepted, accepted_by) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(id.0)
    .bind(new.name.as_str())
    .bind(new.kind.as_str())
    .bind(new.as_at.to_string())
    .bind(i64::from(new.scope_months))
    .bind(sha256)
    .bind(whole(size))
    .bind(new.summary.to_string())
    .bind(moment(Timestamp::now()))
    .bind(new.by.map(|by| by.0))
    .execute(&mut **transaction)
    .await?;
    Ok(())
}

async fn insert_file(
    transaction: &mut Transaction<'static, Any>,
    upload: UploadId,
    position: i64,
    file: &PackedFile,
) -> Result<(), StoreError> {
    sqlx::query(
        "insert into upload_files (upload, position, name, size, sha256) \
         values ($1, $2, $3, $4, $5)",
    )
    .bind(upload.0)
    .bind(position)
    .bind(file.name.as_str())
    .bind(whole(file.size))
    .bind(file.sha256.as_str())
    .execute(&mut **transaction)
    .await?;
    for (part, bytes) in (0_i64..).zip(file.bytes.chunks(packed::PART)) {
        sqlx::query(
            "insert into upload_chunks (upload, position, part, bytes) values ($1, $2, $3, $4)",
        )
        .bind(upload.0)
        .bind(position)
        .bind(part)
        .bind(bytes.to_vec())
        .execute(&mut **transaction)
        .await?;
    }
    Ok(())
}

/// Work that would hold up other requests, done on a thread of its own.
pub(crate) async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(stopped) => std::panic::resume_unwind(stopped.into_panic()),
    }
}

pub(crate) fn whole(size: usize) -> i64 {
    i64::try_from(size).expect("nothing in memory is larger than an i64 can say")
}

//! The uploads that were accepted: listing them, reading their bytes back, deleting one.

use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::any::AnyRow;

use crate::accept::aside;
use crate::row::{self, moment};
use crate::{AccountId, Store, StoreError, UploadId, counters, packed};

/// An accepted upload: what is known of it without its bytes.
#[derive(Debug, Clone, PartialEq)]
pub struct Upload {
    /// Its number.
    pub id: UploadId,
    /// What it is called.
    pub name: String,
    /// What kind of return it is, such as `annex-a`.
    pub kind: String,
    /// The day the return speaks of.
    pub as_at: Date,
    /// How many months back from that day it looks.
    pub scope_months: u32,
    /// The sha256 of its content, 64 hexadecimal digits: a single file's own, or one over the files' that neither
    /// their names nor their order changes.
    pub sha256: String,
    /// Bytes as they arrived, all files together.
    pub size: u64,
    /// How many files it came in.
    pub files: u64,
    /// Counts given when it was stored; no child's value.
    pub summary: serde_json::Value,
    /// When it was accepted.
    pub accepted: Timestamp,
    /// Who sent it; `None` when it was loaded at the command line.
    pub by: Option<AccountId>,
    /// That person's name.
    pub by_name: Option<String>,
    /// Whether its bytes are still here.
    pub state: UploadState,
}

/// Whether an upload's bytes are still here. Nothing else about an upload ever changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UploadState {
    /// They are.
    Kept,
    /// They were deleted for good, and the children in them.
    Deleted {
        /// When.
        at: Timestamp,
        /// By whom; `None` at the command line.
        by: Option<AccountId>,
        /// That person's name.
        by_name: Option<String>,
        /// Why, in their words.
        reason: String,
    },
}

/// One file of an upload, without its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredFile {
    /// The name it came with.
    pub name: String,
    /// Its bytes.
    pub size: u64,
    /// Its sha256, 64 hexadecimal digits.
    pub sha256: String,
}

const UPLOAD: &str = "select u.id, u.name, u.kind, u.as_at, u.scope_months, u.sha256, u.size, \
     (select count(*) from upload_files f where f.upload = u.id) as files, \
     u.summary, u.accepted, u.accepted_by, a.name as accepted_by_name, \
     u.deleted, u.deleted_by, d.name as deleted_by_name, u.deleted_reason \
     from uploads u left join accounts a on a.id = u.accepted_by \
     left join accounts d on d.id = u.deleted_by";

impl Store {
    /// Every upload ever accepted, the newest first, those since deleted among them.
    ///
    /// # Errors
    /// The database's refusal.
    pub async fn uploads(&self) -> Result<Vec<Upload>, StoreError> {
        sqlx::query(crate::db::made(format!("{UPLOAD} order by u.id desc")))
            .fetch_all(self.db.read())
            .await?
            .iter()
            .map(upload)
            .collect()
    }

    /// One upload, deleted or not.
    ///
    /// # Errors
    /// [`StoreError::NoSuchUpload`].
    pub async fn upload(&self, id: UploadId) -> Result<Upload, StoreError> {
        let found = sqlx::query(crate::db::made(format!("{UPLOAD} where u.id = $1")))
            .bind(id.0)
            .fetch_optional(self.db.read())
            .await?
            .ok_or(StoreError::NoSuchUpload(id))?;
        upload(&found)
    }

    /// The files an upload came in, in their order; still known after it was deleted.
    ///
    /// # Errors
    /// The database's refusal. An upload that never was has no files.
    pub async fn upload_files(&self, id: UploadId) -> Result<Vec<StoredFile>, StoreError> {
        sqlx::query(
            "select name, size, sha256 from upload_files where upload = $1 order by position",
        )
        .bind(id.0)
        .fetch_all(self.db.read())
        .await?
        .iter()
        .map(|found| {
            Ok(StoredFile {
                name: row::text(found, "name")?,
                size: row::count(found, "size")?,
                sha256: row::text(found, "sha256")?,
            })
        })
        .collect()
    }

    /// The bytes of an upload as they arrived, each file with its name, checked against their sha256.
    ///
    /// # Errors
    /// [`StoreError::NoSuchUpload`]; [`StoreError::UploadDeleted`]; [`StoreError::Damaged`] if the bytes changed.
    pub async fn files(&self, id: UploadId) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        // One moment for all of it: a deletion half-way through must not look like damage.
        let mut snapshot = self.db.snapshot().await?;
        let state = sqlx::query("select deleted from uploads where id = $1")
            .bind(id.0)
            .fetch_optional(&mut *snapshot)
            .await?
            .ok_or(StoreError::NoSuchUpload(id))?;
        if row::text_or_none(&state, "deleted")?.is_some() {
            return Err(StoreError::UploadDeleted(id));
        }
        let files = sqlx::query(
            "select position, name, size, sha256 from upload_files \
             where upload = $1 order by position",
        )
        .bind(id.0)
        .fetch_all(&mut *snapshot)
        .await?;
        let mut whole = Vec::with_capacity(files.len());
        for file in &files {
            let chunks = sqlx::query(
                "select bytes from upload_chunks where upload = $1 and position = $2 order by part",
            )
            .bind(id.0)
            .bind(row::number(file, "position")?)
            .fetch_all(&mut *snapshot)
            .await?;
            let mut packed = Vec::with_capacity(chunks.len() * packed::PART);
            for chunk in chunks {
                packed.extend(row::bytes(&chunk, "bytes")?);
            }
            let (size, sha256) = (row::count(file, "size")?, row::text(file, "sha256")?);
            let bytes = aside(move || packed::unpack(&packed, size, &sha256))
                .await
                .ok_or(StoreError::Damaged(id))?;
            whole.push((row::text(file, "name")?, bytes));
        }
        Ok(whole)
    }

    /// Deletes an upload's bytes, and so its children, for good. What it was called, its hash and its counts stay,
    /// with when, by whom and why. Backups made before keep theirs until they are deleted too.
    ///
    /// # Errors
    /// [`StoreError::NoSuchUpload`]; [`StoreError::UploadDeleted`] if it already was.
    pub async fn delete_upload(
        &self,
        id: UploadId,
        by: Option<AccountId>,
        reason: &str,
    ) -> Result<Upload, StoreError> {
        let mut transaction = self.db.write().await?;
        let deleted = sqlx::query(
            "update uploads set deleted = $1, deleted_by = $2, deleted_reason = $3 \
             where id = $4 and deleted is null",
        )
        .bind(moment(Timestamp::now()))
        .bind(by.map(|by| by.0))
        .bind(reason)
        .bind(id.0)
        .execute(&mut *transaction)
        .await?;
        if deleted.rows_affected() == 0 {
            transaction.rollback().await?;
            self.upload(id).await?;
            return Err(StoreError::UploadDeleted(id));
        }
        sqlx::query("delete from upload_chunks where upload = $1")
            .bind(id.0)
            .execute(&mut *transaction)
            .await?;
        counters::next(&mut transaction, "generation").await?;
        transaction.commit().await?;
        self.db.clear_away_deleted().await;
        tracing::info!(upload = id.0, "upload deleted");
        self.upload(id).await
    }
}

fn upload(found: &AnyRow) -> Result<Upload, StoreError> {
    Ok(Upload {
        id: UploadId(row::number(found, "id")?),
        name: row::text(found, "name")?,
        kind: row::text(found, "kind")?,
        as_at: row::date(found, "as_at")?,
        scope_months: u32::try_from(row::number(found, "scope_months")?)
            .map_err(|_| StoreError::Unreadable("scope_months"))?,
        sha256: row::text(found, "sha256")?,
        size: row::count(found, "size")?,
        files: row::count(found, "files")?,
        summary: serde_json::from_str(&row::text(found, "summary")?)
            .map_err(|_| StoreError::Unreadable("summary"))?,
        accepted: row::when(found, "accepted")?,
        by: row::number_or_none(found, "accepted_by")?.map(AccountId),
        by_name: row::text_or_none(found, "accepted_by_name")?,
        state: match row::when_or_none(found, "deleted")? {
            None => UploadState::Kept,
            Some(at) => UploadState::Deleted {
                at,
                by: row::number_or_none(found, "deleted_by")?.map(AccountId),
                by_name: row::text_or_none(found, "deleted_by_name")?,
                reason: row::text_or_none(found, "deleted_reason")?.unwrap_or_default(),
            },
        },
    })
}

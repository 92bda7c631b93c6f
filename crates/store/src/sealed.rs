//! What lies beneath a record and is for no reader. It is kept with the record or not at all, and erased with it.

use jiff::Timestamp;
use sqlx::{Any, Transaction};
use waymark_programme::{Changes, RecordId};

use crate::accept::aside;
use crate::{Kept, NewRecordFile, Store, StoreError, packed, record_files, row};

/// Something to be kept beneath a record.
pub struct NewSealed {
    /// The record it lies beneath.
    pub record: RecordId,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The records beneath which something lay when it was made ([`Store::sealed_beneath`]): it is made to stand beside those
    /// and no other.
    pub after: Vec<RecordId>,
}

impl Store {
    /// [`Store::keep_with_files`], and what lies beneath a record with them: all of it or nothing.
    ///
    /// # Errors
    /// As [`Store::keep`]; [`StoreError::Overtaken`] where something else was sealed since it was made.
    pub async fn keep_with_sealed(
        &self,
        changes: &Changes,
        files: Vec<NewRecordFile>,
        field: &str,
        sealed: NewSealed,
    ) -> Result<Kept, StoreError> {
        let arrived = record_files::arrive(files).await;
        let sealed = Packed::of(sealed).await;
        let mut transaction = self.db.write().await?;
        let now = Timestamp::now();
        let kept = record_files::keep_with(&mut transaction, changes, arrived, field, now).await?;
        keep(&mut transaction, sealed).await?;
        transaction.commit().await?;
        Ok(kept)
    }

    /// The records beneath which something lies.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn sealed_beneath(&self) -> Result<Vec<RecordId>, StoreError> {
        let found = sqlx::query("select record from sealed order by record")
            .fetch_all(self.db.read())
            .await?;
        let records = found.iter().map(|it| row::number(it, "record"));
        records.map(|it| it.map(RecordId)).collect()
    }

    /// What lies beneath a record, proved to be what was kept; none where nothing was, or it was erased.
    ///
    /// # Errors
    /// [`StoreError::DamagedSealed`].
    pub async fn sealed(&self, record: RecordId) -> Result<Option<Vec<u8>>, StoreError> {
        let found = sqlx::query("select size, sha256, bytes from sealed where record = $1")
            .bind(record.0)
            .fetch_optional(self.db.read())
            .await?;
        let Some(found) = found else {
            return Ok(None);
        };
        let size = u64::try_from(row::number(&found, "size")?).unwrap_or(0);
        let sha256 = row::text(&found, "sha256")?;
        let bytes = row::bytes(&found, "bytes")?;
        let bytes = aside(move || packed::unpack(&bytes, size, &sha256)).await;
        bytes.map(Some).ok_or(StoreError::DamagedSealed(record))
    }
}

/// Made ready outside any transaction.
struct Packed {
    record: RecordId,
    size: usize,
    sha256: String,
    bytes: Vec<u8>,
    after: Vec<RecordId>,
}

impl Packed {
    async fn of(new: NewSealed) -> Self {
        let size = new.bytes.len();
        let (record, after) = (new.record, new.after);
        let (bytes, sha256) =
            aside(move || (packed::pack(&new.bytes), packed::sha256(&new.bytes))).await;
        Self {
            record,
            size,
            sha256,
            bytes,
            after,
        }
    }
}

/// Keeps it; what lay there before is replaced. The changes kept before it in the transaction hold the end of the chain, so
/// nobody else seals anything between the question and the answer.
async fn keep(transaction: &mut Transaction<'static, Any>, new: Packed) -> Result<(), StoreError> {
    let sealed = sqlx::query("select record from sealed")
        .fetch_all(&mut **transaction)
        .await?;
    for found in &sealed {
        let record = RecordId(row::number(found, "record")?);
        if record != new.record && !new.after.contains(&record) {
            return Err(StoreError::Overtaken(record));
        }
    }
    erase(transaction, new.record).await?;
    sqlx::query("insert into sealed (record, size, sha256, bytes) values ($1, $2, $3, $4)")
        .bind(new.record.0)
        .bind(i64::try_from(new.size).unwrap_or(i64::MAX))
        .bind(new.sha256)
        .bind(new.bytes)
        .execute(&mut **transaction)
        .await?;
    Ok(())
}

/// Takes away what lies beneath a record.
pub(crate) async fn erase(
    transaction: &mut Transaction<'static, Any>,
    record: RecordId,
) -> Result<(), StoreError> {
    sqlx::query("delete from sealed where record = $1")
        .bind(record.0)
        .execute(&mut **transaction)
        .await?;
    Ok(())
}

//! Attempts to upload: written down before the bytes, so that one which a power cut ended can be named afterwards.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use sqlx::{Any, Transaction};

use crate::accept::whole;
use crate::row::{self, moment};
use crate::{AccountId, AttemptId, Store, StoreError, UploadId, counters};

/// An upload that has been announced and not yet stored. Dropping it (the sender went away) leaves it to be named by
/// [`Store::interrupted`].
#[derive(Debug)]
pub struct Attempt {
    id: i64,
    busy_with: Arc<Mutex<BTreeSet<i64>>>,
}

/// An upload that began and never became one. Nothing of it was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interrupted {
    /// The attempt's number, for [`Store::acknowledge_interrupted`].
    pub id: AttemptId,
    /// What the upload was called.
    pub name: String,
    /// Its bytes, if all of them had come.
    pub size: Option<u64>,
    /// Its sha256, if all of it had come.
    pub sha256: Option<String>,
    /// Who was sending it; `None` at the command line.
    pub by: Option<AccountId>,
    /// When it began.
    pub begun: Timestamp,
}

impl Store {
    /// Writes down, for good, that an upload has begun. Call it before the first byte is read, so that whatever
    /// happens next can be told to the sender; then [`Store::add_announced`].
    ///
    /// # Errors
    /// The database's refusal.
    pub async fn announce_upload(
        &self,
        name: &str,
        by: Option<AccountId>,
    ) -> Result<Attempt, StoreError> {
        let mut transaction = self.db.write().await?;
        let id = counters::next(&mut transaction, "upload_attempts").await?;
        let attempt = Attempt::new(id, &self.busy_with);
        sqlx::query(
            "insert into upload_attempts (id, name, by, begun, state) \
             values ($1, $2, $3, $4, 'receiving')",
        )
        .bind(id)
        .bind(name)
        .bind(by.map(|by| by.0))
        .bind(moment(Timestamp::now()))
        .execute(&mut *transaction)
        .await?;
        transaction.commit().await?;
        Ok(attempt)
    }

    /// The uploads that began and never became one, oldest first: ask at start-up and say so on the upload page.
    ///
    /// An upload that this process is still busy with is not among them. One that another process (a second web
    /// node, the command line) is receiving at this moment is; it leaves the list when it is stored.
    ///
    /// # Errors
    /// The database's refusal.
    pub async fn interrupted(&self) -> Result<Vec<Interrupted>, StoreError> {
        // Takes its turn among the writers and lets go: whoever was storing an upload has finished by then.
        let mut turn = self.db.write().await?;
        counters::next(&mut turn, "uploads").await?;
        turn.rollback().await?;
        let busy_with = lock(&self.busy_with).clone();
        let rows = sqlx::query(
            "select id, name, size, sha256, by, begun from upload_attempts \
             where state = 'receiving' order by id",
        )
        .fetch_all(self.db.read())
        .await?;
        let mut interrupted = Vec::new();
        for found in &rows {
            let id = row::number(found, "id")?;
            if !busy_with.contains(&id) {
                interrupted.push(Interrupted {
                    id: AttemptId(id),
                    name: row::text(found, "name")?,
                    size: row::number_or_none(found, "size")?
                        .map(|size| u64::try_from(size).unwrap_or(0)),
                    sha256: row::text_or_none(found, "sha256")?,
                    by: row::number_or_none(found, "by")?.map(AccountId),
                    begun: row::when(found, "begun")?,
                });
            }
        }
        Ok(interrupted)
    }

    /// The senders have been told of these: they are not named again.
    ///
    /// # Errors
    /// The database's refusal.
    pub async fn acknowledge_interrupted(&self, told: &[AttemptId]) -> Result<(), StoreError> {
        let mut transaction = self.db.write().await?;
        for attempt in told {
            sqlx::query(
                "update upload_attempts set state = 'acknowledged' \
                 where id = $1 and state = 'receiving'",
            )
            .bind(attempt.0)
            .execute(&mut *transaction)
            .await?;
        }
        transaction.commit().await?;
        Ok(())
    }

    pub(crate) async fn attempt_has_arrived(
        &self,
        attempt: &Attempt,
        size: usize,
        sha256: &str,
    ) -> Result<(), StoreError> {
        let mut transaction = self.db.write().await?;
        sqlx::query("update upload_attempts set size = $1, sha256 = $2 where id = $3")
            .bind(whole(size))
            .bind(sha256)
            .bind(attempt.id)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(())
    }

    pub(crate) async fn attempt_was_kept(
        &self,
        attempt: &Attempt,
        upload: UploadId,
    ) -> Result<(), StoreError> {
        let mut transaction = self.db.write().await?;
        attempt.mark_kept(&mut transaction, upload).await?;
        transaction.commit().await?;
        Ok(())
    }

    /// The sender has been told that this announced upload was not kept (it is not a return, it was too large): a
    /// restart need not say so again. If the database cannot note even that, it will be named.
    pub async fn refuse_attempt(&self, attempt: Attempt) {
        let marked = async {
            let mut transaction = self.db.write().await?;
            sqlx::query("update upload_attempts set state = 'refused' where id = $1")
                .bind(attempt.id)
                .execute(&mut *transaction)
                .await?;
            transaction.commit().await?;
            Ok::<(), StoreError>(())
        };
        if let Err(error) = marked.await {
            tracing::warn!(because = %error, "a refused upload will be named again at the next start");
        }
    }
}

impl Attempt {
    fn new(id: i64, busy_with: &Arc<Mutex<BTreeSet<i64>>>) -> Attempt {
        lock(busy_with).insert(id);
        Attempt {
            id,
            busy_with: Arc::clone(busy_with),
        }
    }

    /// Marks it kept in the transaction that keeps it, so that neither can be without the other.
    pub(crate) async fn mark_kept(
        &self,
        transaction: &mut Transaction<'static, Any>,
        upload: UploadId,
    ) -> Result<(), StoreError> {
        sqlx::query("update upload_attempts set state = 'kept', upload = $1 where id = $2")
            .bind(upload.0)
            .bind(self.id)
            .execute(&mut **transaction)
            .await?;
        Ok(())
    }
}

impl Drop for Attempt {
    fn drop(&mut self) {
        lock(&self.busy_with).remove(&self.id);
    }
}

/// A set of numbers is whole whatever its last user did, so a poisoned lock does not matter.
fn lock(set: &Mutex<BTreeSet<i64>>) -> MutexGuard<'_, BTreeSet<i64>> {
    set.lock().unwrap_or_else(PoisonError::into_inner)
}

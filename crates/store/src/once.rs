//! Changes that are kept once, however often the same request arrives: a program that had no answer sends it again.

use jiff::{SignedDuration, Timestamp};
use sqlx::any::AnyRow;
use waymark_programme::{Change, Changes, RecordId};

use crate::row::{self, moment};
use crate::{AccountId, Kept, Store, StoreError, packed, records};

/// What makes a request the same one: who sends it, the key they gave it, and what it asks.
#[derive(Debug, Clone, Copy)]
pub struct Once<'a> {
    /// Who sends it.
    pub account: AccountId,
    /// The key they gave it; another person's same key is another.
    pub key: &'a str,
    /// What it asks, whole: its way, its address and its body.
    pub asked: &'a str,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeptOnce {
    /// It was kept now.
    Now(Kept),
    /// It was kept before.
    Before(Earlier),
}

/// What was kept before under the same key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// The record it made or changed.
    pub record: RecordId,
    /// Whether it asked the same.
    pub same: bool,
}

/// A key is known for this long.
const KNOWN: SignedDuration = SignedDuration::from_hours(72);

impl Store {
    /// What was kept before under this key, if anything was.
    ///
    /// # Errors
    /// The database's refusal.
    pub async fn kept_before(&self, once: Once<'_>) -> Result<Option<Earlier>, StoreError> {
        sqlx::query("select * from api_answers where account = $1 and key_sha256 = $2")
            .bind(once.account.0)
            .bind(packed::sha256(once.key.as_bytes()))
            .fetch_optional(self.db.read())
            .await?
            .map(|found| earlier(&found, once))
            .transpose()
    }

    /// Keeps changes under a key, or says what was kept under it before. The key and what it keeps are written together:
    /// of two who send the same at once, one is told of the other's.
    ///
    /// # Errors
    /// As [`Store::keep`].
    pub async fn keep_once(
        &self,
        changes: &Changes,
        once: Once<'_>,
        now: Timestamp,
    ) -> Result<KeptOnce, StoreError> {
        let mut transaction = self.db.write().await?;
        sqlx::query("delete from api_answers where at < $1")
            .bind(moment(now - KNOWN))
            .execute(&mut *transaction)
            .await?;
        let mut kept = match records::keep_within(&mut transaction, &[(changes, now)]).await {
            Ok(kept) => kept,
            // It may be stale because the same request was kept a moment ago.
            Err(refused) => {
                transaction.rollback().await?;
                let before = self.kept_before(once).await?;
                return before.map(KeptOnce::Before).ok_or(refused);
            }
        };
        let Some(kept) = kept.pop() else {
            return Err(StoreError::Unreadable("changes"));
        };
        let subject = changes.list.first().map_or(RecordId(-1), subject);
        let written = sqlx::query(
            "insert into api_answers (account, key_sha256, asked_sha256, record, at) \
             values ($1, $2, $3, $4, $5) on conflict do nothing",
        )
        .bind(once.account.0)
        .bind(packed::sha256(once.key.as_bytes()))
        .bind(packed::sha256(once.asked.as_bytes()))
        .bind(kept.number(subject).0)
        .bind(moment(now))
        .execute(&mut *transaction)
        .await?;
        if written.rows_affected() == 0 {
            transaction.rollback().await?;
            let before = self.kept_before(once).await?;
            return before.map(KeptOnce::Before).ok_or(StoreError::Busy);
        }
        transaction.commit().await?;
        Ok(KeptOnce::Now(kept))
    }
}

/// The record a change is about.
fn subject(change: &Change) -> RecordId {
    match change {
        // The first of a list makes its first record.
        Change::Make { .. } => RecordId(-1),
        Change::Edit { record, .. }
        | Change::Move { record, .. }
        | Change::Delete { record, .. }
        | Change::Restore { record, .. } => *record,
        Change::Link { from, .. } | Change::Unlink { from, .. } => *from,
    }
}

fn earlier(found: &AnyRow, once: Once<'_>) -> Result<Earlier, StoreError> {
    Ok(Earlier {
        record: RecordId(row::number(found, "record")?),
        same: row::text(found, "asked_sha256")? == packed::sha256(once.asked.as_bytes()),
    })
}

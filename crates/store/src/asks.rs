//! One-use links for people without an account: the token is known to the letter alone, here stands its sha256.

use jiff::Timestamp;
use sqlx::any::AnyRow;
use waymark_programme::{Changes, RecordId};

use crate::row::{self, moment};
use crate::{AccountId, NewRecordFile, Secret, Store, StoreError, counters, packed, record_files};

/// A link that was sent to somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// Its number.
    pub id: i64,
    /// The record it is about.
    pub record: RecordId,
    /// The parts of it that it is about, where it is about parts.
    pub parts: Vec<RecordId>,
    /// Whom it was sent to.
    pub to_name: String,
    /// Their address.
    pub to_email: String,
    /// When it was made.
    pub made: Timestamp,
    /// By whom; none: by the program itself.
    pub made_by: Option<AccountId>,
    /// When it ends.
    pub expires: Timestamp,
    /// When its page was first opened.
    pub opened: Option<Timestamp>,
    /// When it was answered.
    pub used: Option<Timestamp>,
    /// When it was revoked.
    pub revoked: Option<Timestamp>,
}

impl Ask {
    /// Whether it can still be answered at this moment.
    #[must_use]
    pub fn is_live(&self, now: Timestamp) -> bool {
        self.used.is_none() && self.revoked.is_none() && self.expires > now
    }
}

impl Store {
    /// Makes a link about a record, and gives its token: nobody can get it again.
    ///
    /// # Errors
    /// The database's refusal, also when there is no such record.
    pub async fn make_ask(
        &self,
        record: RecordId,
        to: (&str, &str),
        by: Option<AccountId>,
        now: Timestamp,
        expires: Timestamp,
    ) -> Result<(i64, Secret), StoreError> {
        self.make_ask_about(record, &[], to, by, now, expires).await
    }

    /// The same about parts of a record: paragraphs of the self-assessment.
    ///
    /// # Errors
    /// As [`Store::make_ask`].
    pub async fn make_ask_about(
        &self,
        record: RecordId,
        parts: &[RecordId],
        to: (&str, &str),
        by: Option<AccountId>,
        now: Timestamp,
        expires: Timestamp,
    ) -> Result<(i64, Secret), StoreError> {
        let parts: Vec<String> = parts.iter().map(ToString::to_string).collect();
        let token = Secret::fresh();
        let mut transaction = self.db.write().await?;
        let id = counters::next(&mut transaction, "asks").await?;
        sqlx::query(
            "insert into asks (id, token_sha256, record, to_name, to_email, made, made_by, expires, parts) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        )
        .bind(id)
        .bind(packed::sha256(token.reveal().as_bytes()))
        .bind(record.0)
        .bind(to.0)
        .bind(to.1)
        .bind(moment(now))
        .bind(by.map(|it| it.0))
        .bind(moment(expires))
        .bind(parts.join(" "))
        .execute(&mut *transaction)
        .await?;
        transaction.commit().await?;
        Ok((id, token))
    }

    /// The link of a token, live or not.
    ///
    /// # Errors
    /// [`StoreError::NoSuchAsk`] for a token nobody was sent.
    pub async fn find_ask(&self, token: &str) -> Result<Ask, StoreError> {
        sqlx::query("select * from asks where token_sha256 = $1")
            .bind(packed::sha256(token.as_bytes()))
            .fetch_optional(self.db.read())
            .await?
            .map(|found| ask(&found))
            .ok_or(StoreError::NoSuchAsk)?
    }

    /// Notes that a link's page was opened, the first time.
    ///
    /// # Errors
    /// The database's refusal.
    pub async fn note_ask_opened(&self, id: i64, now: Timestamp) -> Result<(), StoreError> {
        let mut transaction = self.db.write().await?;
        sqlx::query("update asks set opened = $1 where id = $2 and opened is null")
            .bind(moment(now))
            .bind(id)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(())
    }

    /// Answers through a link: uses it up and keeps the changes, or neither. Two who press at once: one is told it is used.
    ///
    /// # Errors
    /// [`StoreError::NoSuchAsk`] if it was used, revoked or has ended; else as [`Store::keep`].
    pub async fn answer_ask(
        &self,
        id: i64,
        changes: &Changes,
        now: Timestamp,
    ) -> Result<crate::Kept, StoreError> {
        self.answer_ask_with_files(id, changes, Vec::new(), "", now)
            .await
    }

    /// The same with files, whose numbers are put into this field of the record's edit ([`Store::keep_with_files`]).
    ///
    /// # Errors
    /// As [`Store::answer_ask`].
    pub async fn answer_ask_with_files(
        &self,
        id: i64,
        changes: &Changes,
        files: Vec<NewRecordFile>,
        field: &str,
        now: Timestamp,
    ) -> Result<crate::Kept, StoreError> {
        let arrived = record_files::arrive(files).await;
        let mut transaction = self.db.write().await?;
        let used = sqlx::query(
            "update asks set used = $1 where id = $2 and used is null and revoked is null and expires > $1",
        )
        .bind(moment(now))
        .bind(id)
        .execute(&mut *transaction)
        .await?;
        if used.rows_affected() == 0 {
            return Err(StoreError::NoSuchAsk);
        }
        let kept = record_files::keep_with(&mut transaction, changes, arrived, field, now).await?;
        transaction.commit().await?;
        Ok(kept)
    }

    /// Revokes a link that was not answered.
    ///
    /// # Errors
    /// The database's refusal.
    pub async fn revoke_ask(&self, id: i64, now: Timestamp) -> Result<(), StoreError> {
        let mut transaction = self.db.write().await?;
        sqlx::query(
            "update asks set revoked = $1 where id = $2 and used is null and revoked is null",
        )
        .bind(moment(now))
        .bind(id)
        .execute(&mut *transaction)
        .await?;
        transaction.commit().await?;
        Ok(())
    }

    /// The links that were sent about a record, newest first.
    ///
    /// # Errors
    /// The database's refusal.
    pub async fn asks_of(&self, record: RecordId) -> Result<Vec<Ask>, StoreError> {
        sqlx::query("select * from asks where record = $1 order by id desc")
            .bind(record.0)
            .fetch_all(self.db.read())
            .await?
            .iter()
            .map(ask)
            .collect()
    }

    /// The links that are neither answered nor revoked, whether or not they have ended, the earliest first.
    ///
    /// # Errors
    /// The database's refusal.
    pub async fn asks_unanswered(&self) -> Result<Vec<Ask>, StoreError> {
        sqlx::query("select * from asks where used is null and revoked is null order by id")
            .fetch_all(self.db.read())
            .await?
            .iter()
            .map(ask)
            .collect()
    }
}

fn ask(found: &AnyRow) -> Result<Ask, StoreError> {
    Ok(Ask {
        id: row::number(found, "id")?,
        record: RecordId(row::number(found, "record")?),
        parts: row::text(found, "parts")?
            .split_whitespace()
            .filter_map(|it| it.parse().ok())
            .map(RecordId)
            .collect(),
        to_name: row::text(found, "to_name")?,
        to_email: row::text(found, "to_email")?,
        made: row::when(found, "made")?,
        made_by: row::number_or_none(found, "made_by")?.map(AccountId),
        expires: row::when(found, "expires")?,
        opened: row::when_or_none(found, "opened")?,
        used: row::when_or_none(found, "used")?,
        revoked: row::when_or_none(found, "revoked")?,
    })
}

//! The chain of history: every line holds the hash of the line before it, so that none can be changed, taken out or put
//! in without all later ones showing it.
//!
//! What is hashed of a line is its place, its record, its version, what happened, when, by which account, the digest of
//! its body, and the hash of the line before. The digest of the body is taken with a random salt that is erased with the
//! body: what remains proves that something stood there, and cannot be used to guess what.

use std::fmt::Write as _;

use jiff::Timestamp;
use sqlx::any::AnyRow;
use sqlx::{Any, Transaction};
use waymark_programme::{Act, Body, Kind, Line, RecordId};

use crate::row::{self, moment};
use crate::{Secret, Store, StoreError, packed};

/// The end of the chain, held while a transaction adds to it.
pub(crate) struct Chain {
    seq: i64,
    last: String,
}

/// A line to be added.
pub(crate) struct NewLine<'a> {
    pub(crate) record: RecordId,
    pub(crate) version: u32,
    pub(crate) act: Act,
    pub(crate) at: Timestamp,
    pub(crate) body: &'a Body,
}

impl Chain {
    /// Takes the end of the chain; others wait until the transaction ends.
    pub(crate) async fn take(
        transaction: &mut Transaction<'static, Any>,
    ) -> Result<Self, StoreError> {
        let row = sqlx::query(
            "insert into counters (name, value) values ('history', 0) \
             on conflict (name) do update set value = counters.value returning value",
        )
        .fetch_one(&mut **transaction)
        .await?;
        let seq = row::number(&row, "value")?;
        let last = sqlx::query("select hash from history where seq = $1")
            .bind(seq)
            .fetch_optional(&mut **transaction)
            .await?
            .map(|found| row::text(&found, "hash"))
            .transpose()?
            .unwrap_or_default();
        Ok(Self { seq, last })
    }

    pub(crate) fn seq(&self) -> i64 {
        self.seq
    }

    /// Adds a line.
    pub(crate) async fn add(
        &mut self,
        transaction: &mut Transaction<'static, Any>,
        line: NewLine<'_>,
    ) -> Result<(), StoreError> {
        let body = serde_json::to_string(line.body).expect("a body is texts and numbers");
        let salt = Secret::fresh();
        let digest = body_digest(salt.reveal(), &body);
        let seq = self.seq + 1;
        let at = moment(line.at);
        let account = line.body.by.account;
        let hash = line_hash(&Hashed {
            seq,
            record: line.record.0,
            version: i64::from(line.version),
            act: line.act.word(),
            at: &at,
            account,
            digest: &digest,
            previous: &self.last,
        });
        sqlx::query(
            "insert into history (seq, record, version, act, at, account, body, salt, body_sha256, previous, hash) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        )
        .bind(seq)
        .bind(line.record.0)
        .bind(i64::from(line.version))
        .bind(line.act.word())
        .bind(at)
        .bind(account)
        .bind(body)
        .bind(salt.reveal())
        .bind(digest)
        .bind(self.last.as_str())
        .bind(hash.as_str())
        .execute(&mut **transaction)
        .await?;
        (self.seq, self.last) = (seq, hash);
        Ok(())
    }

    /// Writes down where the chain ends now.
    pub(crate) async fn put_back(
        &self,
        transaction: &mut Transaction<'static, Any>,
    ) -> Result<(), StoreError> {
        sqlx::query("update counters set value = $1 where name = 'history'")
            .bind(self.seq)
            .execute(&mut **transaction)
            .await?;
        Ok(())
    }
}

/// What is hashed of a line.
pub(crate) struct Hashed<'a> {
    pub(crate) seq: i64,
    pub(crate) record: i64,
    pub(crate) version: i64,
    pub(crate) act: &'a str,
    pub(crate) at: &'a str,
    pub(crate) account: Option<i64>,
    pub(crate) digest: &'a str,
    pub(crate) previous: &'a str,
}

/// The hash of a line. No part can hold a line break, so parts cannot run into one another.
pub(crate) fn line_hash(line: &Hashed<'_>) -> String {
    let mut text = format!(
        "{}\n{}\n{}\n{}\n{}\n",
        line.seq, line.record, line.version, line.act, line.at
    );
    if let Some(account) = line.account {
        let _ = write!(text, "{account}");
    }
    let _ = write!(text, "\n{}\n{}", line.digest, line.previous);
    packed::sha256(text.as_bytes())
}

/// The digest of a body, with its salt.
pub(crate) fn body_digest(salt: &str, body: &str) -> String {
    packed::sha256(format!("{salt}\n{body}").as_bytes())
}

impl Store {
    /// Everything that happened to a record, oldest first.
    ///
    /// # Errors
    /// The database's refusal; [`StoreError::Unreadable`] for what a newer Waymark wrote.
    pub async fn history_of(&self, record: RecordId) -> Result<Vec<Line>, StoreError> {
        sqlx::query("select * from history where record = $1 order by seq")
            .bind(record.0)
            .fetch_all(self.db.read())
            .await?
            .iter()
            .map(line)
            .collect()
    }

    /// Everything after that place in the chain that happened to records of a kind, oldest first.
    ///
    /// # Errors
    /// As [`Store::history_of`].
    pub async fn history_of_kind(&self, kind: &Kind, since: i64) -> Result<Vec<Line>, StoreError> {
        sqlx::query(
            "select h.* from history h join records r on r.id = h.record \
             where r.kind = $1 and h.seq > $2 order by h.seq",
        )
        .bind(kind.word)
        .bind(since)
        .fetch_all(self.db.read())
        .await?
        .iter()
        .map(line)
        .collect()
    }

    /// The latest lines of all history, newest first: what changed of late.
    ///
    /// # Errors
    /// As [`Store::history_of`].
    pub async fn latest_history(&self, most: u32) -> Result<Vec<Line>, StoreError> {
        sqlx::query("select * from history order by seq desc limit $1")
            .bind(i64::from(most))
            .fetch_all(self.db.read())
            .await?
            .iter()
            .map(line)
            .collect()
    }
}

pub(crate) fn line(found: &AnyRow) -> Result<Line, StoreError> {
    Ok(Line {
        seq: row::number(found, "seq")?,
        record: RecordId(row::number(found, "record")?),
        version: u32::try_from(row::number(found, "version")?)
            .map_err(|_| StoreError::Unreadable("version"))?,
        act: Act::from_word(&row::text(found, "act")?).ok_or(StoreError::Unreadable("act"))?,
        at: row::when(found, "at")?,
        body: row::text_or_none(found, "body")?
            .map(|body| serde_json::from_str(&body).map_err(|_| StoreError::Unreadable("body")))
            .transpose()?,
    })
}

//! Tries to sign in, counted so that guessing can be slowed, also after a restart.

use jiff::Timestamp;

use crate::accounts::plain_name;
use crate::row::{self, moment};
use crate::{Store, StoreError, counters, packed};

/// What failures are counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tried<'a> {
    /// The sign-in name that was typed.
    Name(&'a str),
    /// The address it came from.
    Address(&'a str),
}

impl Store {
    /// Notes a try to sign in. The name is kept only as its sha256: people type passwords into that field.
    ///
    /// # Errors
    /// The database's refusal.
    pub async fn record_attempt(
        &self,
        name: &str,
        address: &str,
        succeeded: bool,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut transaction = self.db.write().await?;
        let id = counters::next(&mut transaction, "sign_in_attempts").await?;
        sqlx::query(
            "insert into sign_in_attempts (id, name_sha256, address, succeeded, at) \
             values ($1, $2, $3, $4, $5)",
        )
        .bind(id)
        .bind(hashed(name))
        .bind(address)
        .bind(i64::from(succeeded))
        .bind(moment(now))
        .execute(&mut *transaction)
        .await?;
        transaction.commit().await?;
        Ok(())
    }

    /// How many tries have failed since then, that moment included.
    ///
    /// # Errors
    /// The database's refusal.
    pub async fn failures_since(
        &self,
        tried: Tried<'_>,
        since: Timestamp,
    ) -> Result<u64, StoreError> {
        let query = match tried {
            Tried::Name(name) => sqlx::query(
                "select count(*) as failures from sign_in_attempts \
                 where name_sha256 = $1 and at >= $2 and succeeded = 0",
            )
            .bind(hashed(name)),
            Tried::Address(address) => sqlx::query(
                "select count(*) as failures from sign_in_attempts \
                 where address = $1 and at >= $2 and succeeded = 0",
            )
            .bind(address.to_owned()),
        };
        let found = query.bind(moment(since)).fetch_one(self.db.read()).await?;
        row::count(&found, "failures")
    }

    /// Clears away tries from before then, and says how many.
    ///
    /// # Errors
    /// The database's refusal.
    pub async fn purge_attempts(&self, before: Timestamp) -> Result<u64, StoreError> {
        let mut transaction = self.db.write().await?;
        let purged = sqlx::query("delete from sign_in_attempts where at < $1")
            .bind(moment(before))
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(purged.rows_affected())
    }
}

fn hashed(name: &str) -> String {
    packed::sha256(plain_name(name).as_bytes())
}

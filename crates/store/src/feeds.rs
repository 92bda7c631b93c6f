//! Calendar feeds: a secret address for each person who wants one, because a calendar program cannot sign in.

use jiff::{SignedDuration, Timestamp};

use crate::row::{self, moment};
use crate::{Account, AccountId, Secret, Store, StoreError, packed};

/// A person's calendar feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feed {
    /// When its address was made.
    pub made: Timestamp,
    /// When a program last read it, to the hour.
    pub last_read: Option<Timestamp>,
}

impl Store {
    /// Makes a person's feed and gives its token: nobody can get it again. An address they had before ends.
    ///
    /// # Errors
    /// The database's refusal, also when there is no such account.
    pub async fn make_feed(
        &self,
        account: AccountId,
        now: Timestamp,
    ) -> Result<Secret, StoreError> {
        let token = Secret::fresh();
        let mut transaction = self.db.write().await?;
        sqlx::query(
            "insert into feeds (account, token_sha256, made) values ($1, $2, $3) \
             on conflict (account) do update set token_sha256 = excluded.token_sha256, \
             made = excluded.made, last_read = null",
        )
        .bind(account.0)
        .bind(hashed(token.reveal()))
        .bind(moment(now))
        .execute(&mut *transaction)
        .await?;
        transaction.commit().await?;
        Ok(token)
    }

    /// Whose feed a token opens, if the feed stands and the account is active. Notes that it was read.
    ///
    /// # Errors
    /// The database's refusal.
    pub async fn open_feed(
        &self,
        token: &str,
        now: Timestamp,
    ) -> Result<Option<Account>, StoreError> {
        let Some(found) = sqlx::query(
            "select f.account, f.last_read from feeds f join accounts a on a.id = f.account \
             where f.token_sha256 = $1 and a.active = 1",
        )
        .bind(hashed(token))
        .fetch_optional(self.db.read())
        .await?
        else {
            return Ok(None);
        };
        let account = AccountId(row::number(&found, "account")?);
        let read = row::when_or_none(&found, "last_read")?;
        if read.is_none_or(|it| now.duration_since(it) >= SignedDuration::from_hours(1)) {
            let mut transaction = self.db.write().await?;
            sqlx::query("update feeds set last_read = $1 where token_sha256 = $2")
                .bind(moment(now))
                .bind(hashed(token))
                .execute(&mut *transaction)
                .await?;
            transaction.commit().await?;
        }
        self.account(account).await.map(Some)
    }

    /// A person's feed, if they have one.
    ///
    /// # Errors
    /// The database's refusal.
    pub async fn feed_of(&self, account: AccountId) -> Result<Option<Feed>, StoreError> {
        sqlx::query("select made, last_read from feeds where account = $1")
            .bind(account.0)
            .fetch_optional(self.db.read())
            .await?
            .map(|found| {
                Ok(Feed {
                    made: row::when(&found, "made")?,
                    last_read: row::when_or_none(&found, "last_read")?,
                })
            })
            .transpose()
    }

    /// Ends a person's feed: its address opens nothing any more.
    ///
    /// # Errors
    /// The database's refusal.
    pub async fn end_feed(&self, account: AccountId) -> Result<(), StoreError> {
        let mut transaction = self.db.write().await?;
        sqlx::query("delete from feeds where account = $1")
            .bind(account.0)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(())
    }
}

fn hashed(token: &str) -> String {
    packed::sha256(token.as_bytes())
}

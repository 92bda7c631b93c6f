//! Tokens by which a program speaks for a person. The program holds a random token; the store holds only its sha256, so
//! that a copy of the database speaks for nobody.

use jiff::{SignedDuration, Timestamp};
use sqlx::any::AnyRow;

use crate::accounts::account;
use crate::row::{self, moment};
use crate::{Account, AccountId, Secret, Store, StoreError, counters, packed};

/// A token that was made, without the token itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiToken {
    /// Its number.
    pub id: i64,
    /// Whom it speaks for.
    pub account: AccountId,
    /// What they called it: the program that uses it.
    pub name: String,
    /// When it was made.
    pub made: Timestamp,
    /// When it ends.
    pub expires: Timestamp,
    /// When it was last used, to the nearest few minutes.
    pub used: Option<Timestamp>,
    /// When it was revoked.
    pub revoked: Option<Timestamp>,
}

impl ApiToken {
    /// Whether it still speaks for anybody.
    #[must_use]
    pub fn is_live(&self, now: Timestamp) -> bool {
        self.revoked.is_none() && self.expires > now
    }
}

/// A token's use is written down no more often than this: a write waits for the disk.
const TOUCH: SignedDuration = SignedDuration::from_mins(5);

impl Store {
    /// Makes a token for an account. The token is known to nobody else from here on.
    ///
    /// # Errors
    /// The database's refusal, also when there is no such account.
    pub async fn create_api_token(
        &self,
        account: AccountId,
        name: &str,
        now: Timestamp,
        expires: Timestamp,
    ) -> Result<(i64, Secret), StoreError> {
        let token = Secret::fresh();
        let mut transaction = self.db.write().await?;
        let id = counters::next(&mut transaction, "api_tokens").await?;
        sqlx::query(
            "insert into api_tokens (id, account, name, token_sha256, made, expires) \
             values ($1, $2, $3, $4, $5, $6)",
        )
        .bind(id)
        .bind(account.0)
        .bind(name)
        .bind(packed::sha256(token.reveal().as_bytes()))
        .bind(moment(now))
        .bind(moment(expires))
        .execute(&mut *transaction)
        .await?;
        transaction.commit().await?;
        Ok((id, token))
    }

    /// Whom a token speaks for, as the account stands now, if the token has not ended or been revoked and the account is
    /// active; and the token's number.
    ///
    /// # Errors
    /// The database's refusal.
    pub async fn find_api_token(
        &self,
        token: &str,
        now: Timestamp,
    ) -> Result<Option<(i64, Account)>, StoreError> {
        let Some(found) = sqlx::query(
            "select a.*, t.id as token, t.used \
             from api_tokens t join accounts a on a.id = t.account \
             where t.token_sha256 = $1 and t.expires > $2 and t.revoked is null and a.active = 1",
        )
        .bind(packed::sha256(token.as_bytes()))
        .bind(moment(now))
        .fetch_optional(self.db.read())
        .await?
        else {
            return Ok(None);
        };
        let id = row::number(&found, "token")?;
        let used = row::when_or_none(&found, "used")?;
        if used.is_none_or(|it| now.duration_since(it) >= TOUCH) {
            let mut transaction = self.db.write().await?;
            sqlx::query("update api_tokens set used = $1 where id = $2")
                .bind(moment(now))
                .bind(id)
                .execute(&mut *transaction)
                .await?;
            transaction.commit().await?;
        }
        let areas = self.areas_of(AccountId(row::number(&found, "id")?)).await?;
        Ok(Some((id, account(&found, areas)?)))
    }

    /// An account's tokens, newest first, the ended and revoked too.
    ///
    /// # Errors
    /// The database's refusal.
    pub async fn api_tokens_of(&self, account: AccountId) -> Result<Vec<ApiToken>, StoreError> {
        sqlx::query("select * from api_tokens where account = $1 order by id desc")
            .bind(account.0)
            .fetch_all(self.db.read())
            .await?
            .iter()
            .map(api_token)
            .collect()
    }

    /// Revokes a token of an account, at once; whether there was one to revoke.
    ///
    /// # Errors
    /// The database's refusal.
    pub async fn revoke_api_token(
        &self,
        id: i64,
        account: AccountId,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let mut transaction = self.db.write().await?;
        let done = sqlx::query(
            "update api_tokens set revoked = $1 where id = $2 and account = $3 and revoked is null",
        )
        .bind(moment(now))
        .bind(id)
        .bind(account.0)
        .execute(&mut *transaction)
        .await?;
        transaction.commit().await?;
        Ok(done.rows_affected() > 0)
    }
}

fn api_token(found: &AnyRow) -> Result<ApiToken, StoreError> {
    Ok(ApiToken {
        id: row::number(found, "id")?,
        account: AccountId(row::number(found, "account")?),
        name: row::text(found, "name")?,
        made: row::when(found, "made")?,
        expires: row::when(found, "expires")?,
        used: row::when_or_none(found, "used")?,
        revoked: row::when_or_none(found, "revoked")?,
    })
}

//! Who is signed in. The browser holds a random token; the store holds only its sha256, so that a copy of the
//! database signs nobody in.

use jiff::Timestamp;

use crate::accounts::account;
use crate::row::{self, moment};
use crate::{Account, AccountId, Secret, Store, StoreError, packed};

/// A session just begun. The token is known to nobody else from here on.
#[derive(Debug, Clone)]
pub struct NewSession {
    /// For the cookie.
    pub token: Secret,
    /// For the hidden field of every form.
    pub csrf: Secret,
}

/// A session that is running.
#[derive(Debug, Clone)]
pub struct Session {
    /// Whose it is, as the account stands now: a changed role counts at once.
    pub account: Account,
    /// What every form of this session must carry.
    pub csrf: Secret,
    /// When they signed in.
    pub created: Timestamp,
    /// When they last asked for a page, to the nearest [`Store::touch_session`].
    pub last_seen: Timestamp,
    /// When it ends.
    pub expires: Timestamp,
}

impl Store {
    /// Begins a session for an account.
    ///
    /// # Errors
    /// The database's refusal, also when there is no such account.
    pub async fn create_session(
        &self,
        account: AccountId,
        now: Timestamp,
        expires: Timestamp,
    ) -> Result<NewSession, StoreError> {
        let new = NewSession {
            token: Secret::fresh(),
            csrf: Secret::fresh(),
        };
        let mut transaction = self.db.write().await?;
        sqlx::query(
            "insert into sessions (token_sha256, account, csrf, created, last_seen, expires) \
             values ($1, $2, $3, $4, $4, $5)",
        )
        .bind(hashed(new.token.reveal()))
        .bind(account.0)
        .bind(new.csrf.reveal())
        .bind(moment(now))
        .bind(moment(expires))
        .execute(&mut *transaction)
        .await?;
        transaction.commit().await?;
        Ok(new)
    }

    /// The session a token belongs to, if it has not ended and its account is active.
    ///
    /// # Errors
    /// The database's refusal.
    pub async fn find_session(
        &self,
        token: &str,
        now: Timestamp,
    ) -> Result<Option<Session>, StoreError> {
        let Some(found) = sqlx::query(
            "select a.*, s.csrf, s.created as signed_in, s.last_seen, s.expires \
             from sessions s join accounts a on a.id = s.account \
             where s.token_sha256 = $1 and s.expires > $2 and a.active = 1",
        )
        .bind(hashed(token))
        .bind(moment(now))
        .fetch_optional(self.db.read())
        .await?
        else {
            return Ok(None);
        };
        let areas = self.areas_of(AccountId(row::number(&found, "id")?)).await?;
        Ok(Some(Session {
            account: account(&found, areas)?,
            csrf: Secret::known(row::text(&found, "csrf")?),
            created: row::when(&found, "signed_in")?,
            last_seen: row::when(&found, "last_seen")?,
            expires: row::when(&found, "expires")?,
        }))
    }

    /// Notes that a session was used now, and moves its end. A write waits for the disk: once a minute is enough,
    /// and [`Session::last_seen`] says when the last one was.
    ///
    /// # Errors
    /// The database's refusal.
    pub async fn touch_session(
        &self,
        token: &str,
        now: Timestamp,
        expires: Timestamp,
    ) -> Result<(), StoreError> {
        let mut transaction = self.db.write().await?;
        sqlx::query("update sessions set last_seen = $1, expires = $2 where token_sha256 = $3")
            .bind(moment(now))
            .bind(moment(expires))
            .bind(hashed(token))
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(())
    }

    /// Ends a session: signing out.
    ///
    /// # Errors
    /// The database's refusal.
    pub async fn delete_session(&self, token: &str) -> Result<(), StoreError> {
        let mut transaction = self.db.write().await?;
        sqlx::query("delete from sessions where token_sha256 = $1")
            .bind(hashed(token))
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(())
    }

    /// Ends every session of an account.
    ///
    /// # Errors
    /// The database's refusal.
    pub async fn delete_sessions_of(&self, account: AccountId) -> Result<(), StoreError> {
        let mut transaction = self.db.write().await?;
        sqlx::query("delete from sessions where account = $1")
            .bind(account.0)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(())
    }

    /// Clears away the sessions that have ended, and says how many.
    ///
    /// # Errors
    /// The database's refusal.
    pub async fn purge_expired_sessions(&self, now: Timestamp) -> Result<u64, StoreError> {
        let mut transaction = self.db.write().await?;
        let purged = sqlx::query("delete from sessions where expires <= $1")
            .bind(moment(now))
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(purged.rows_affected())
    }
}

fn hashed(token: &str) -> String {
    packed::sha256(token.as_bytes())
}

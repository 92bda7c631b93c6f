//! E-mails: each is written down before it is sent, so that two nodes, or a restart, do not send it twice.

use jiff::Timestamp;
use sqlx::any::AnyRow;

use crate::row::{self, moment};
use crate::{Store, StoreError, counters};

/// An e-mail that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Its number.
    pub id: i64,
    /// Whom it is for, by name.
    pub to_name: String,
    /// What it is: "digest 2018-04-09".
    pub about: String,
    /// When it was made.
    pub made: Timestamp,
    /// When the mail server took it.
    pub sent: Option<Timestamp>,
    /// Why it did not, at the last try.
    pub failed: Option<String>,
}

impl Store {
    /// Claims a letter: its number, or `None` if somebody has claimed the same one, to the same person about the same, and
    /// has sent it or begun less than ten minutes ago.
    ///
    /// # Errors
    /// The database's refusal.
    pub async fn claim_letter(
        &self,
        to_name: &str,
        about: &str,
        now: Timestamp,
    ) -> Result<Option<i64>, StoreError> {
        let mut transaction = self.db.write().await?;
        let id = counters::next(&mut transaction, "letters").await?;
        let stale = now - jiff::SignedDuration::from_mins(10);
        let claimed = sqlx::query(
            "insert into letters (id, to_name, about, made) values ($1, $2, $3, $4) \
             on conflict (to_name, about) do update set made = excluded.made \
             where letters.sent is null and letters.made < $5 returning id",
        )
        .bind(id)
        .bind(to_name)
        .bind(about)
        .bind(moment(now))
        .bind(moment(stale))
        .fetch_optional(&mut *transaction)
        .await?;
        let claimed = claimed.map(|found| row::number(&found, "id")).transpose()?;
        transaction.commit().await?;
        Ok(claimed)
    }

    /// Notes that the mail server took a letter, or why it did not.
    ///
    /// # Errors
    /// The database's refusal.
    pub async fn letter_went(
        &self,
        id: i64,
        failed: Option<&str>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut transaction = self.db.write().await?;
        let sent = failed.is_none().then(|| moment(now));
        sqlx::query("update letters set sent = $1, failed = $2 where id = $3")
            .bind(sent)
            .bind(failed)
            .bind(id)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(())
    }

    /// The latest letters, newest first.
    ///
    /// # Errors
    /// The database's refusal.
    pub async fn letters(&self, most: u32) -> Result<Vec<Letter>, StoreError> {
        sqlx::query("select * from letters order by id desc limit $1")
            .bind(i64::from(most))
            .fetch_all(self.db.read())
            .await?
            .iter()
            .map(letter)
            .collect()
    }

    /// The letters whose subject matter begins so ("paper PAP-12 "), newest first.
    ///
    /// # Errors
    /// The database's refusal.
    pub async fn letters_about(&self, beginning: &str) -> Result<Vec<Letter>, StoreError> {
        // By its first characters as they are: no character of it is a pattern.
        let length = i64::try_from(beginning.chars().count()).unwrap_or(i64::MAX);
        sqlx::query(
            "select * from letters where substr(about, 1, cast($1 as integer)) = $2 order by id desc",
        )
        .bind(length)
        .bind(beginning)
        .fetch_all(self.db.read())
        .await?
        .iter()
        .map(letter)
        .collect()
    }
}

fn letter(found: &AnyRow) -> Result<Letter, StoreError> {
    Ok(Letter {
        id: row::number(found, "id")?,
        to_name: row::text(found, "to_name")?,
        about: row::text(found, "about")?,
        made: row::when(found, "made")?,
        sent: row::when_or_none(found, "sent")?,
        failed: row::text_or_none(found, "failed")?,
    })
}

//! Records and links: kept together or not at all, each with its line in the chain of history.

use std::collections::BTreeMap;

use jiff::Timestamp;
use sqlx::any::AnyRow;
use sqlx::{Any, Transaction};
use waymark_programme::{
    Act, Author, Body, Change, Changes, End, Link, News, Readers, Record, RecordId, Values, kinds,
    link,
};

use crate::chain::{self, NewLine};
use crate::row::{self, moment};
use crate::{Store, StoreError, counters};

/// What keeping changes gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The numbers of the records that were made, in the order of the list.
    pub made: Vec<RecordId>,
    /// The place in the chain of history of the last change.
    pub seq: i64,
}

impl Kept {
    /// The number of a record named in the list: of a negative one, the number it was given.
    #[must_use]
    pub fn number(&self, named: RecordId) -> RecordId {
        real(&self.made, named).unwrap_or(named)
    }
}

impl Store {
    /// Keeps all of these changes, now, or none of them. Whether they may be made is for the caller to say
    /// ([`waymark_programme::permit`]); that the writer read the latest version is seen to here.
    ///
    /// # Errors
    /// [`StoreError::Stale`] if a record was written since it was read; [`StoreError::NoSuchRecord`].
    pub async fn keep(&self, changes: &Changes) -> Result<Kept, StoreError> {
        self.keep_at(changes, Timestamp::now()).await
    }

    /// Keeps changes as of another moment: for bringing in what was decided before.
    ///
    /// # Errors
    /// As [`Store::keep`].
    pub async fn keep_at(&self, changes: &Changes, at: Timestamp) -> Result<Kept, StoreError> {
        self.keep_all(&[(changes, at)]).await.map(|mut kept| {
            kept.pop().unwrap_or(Kept {
                made: Vec::new(),
                seq: 0,
            })
        })
    }

    /// Keeps several lists of changes, each as of its moment, in one transaction.
    ///
    /// # Errors
    /// As [`Store::keep`].
    pub async fn keep_all(&self, all: &[(&Changes, Timestamp)]) -> Result<Vec<Kept>, StoreError> {
        let mut transaction = self.db.write().await?;
        let kept = keep_within(&mut transaction, all).await?;
        transaction.commit().await?;
        Ok(kept)
    }

    /// The place in the chain of history of the last change: when it differs from the one a node last saw, that node's
    /// records are old.
    ///
    /// # Errors
    /// The database's refusal.
    pub async fn records_seq(&self) -> Result<i64, StoreError> {
        let row = sqlx::query("select value from counters where name = 'history'")
            .fetch_optional(self.db.read())
            .await?;
        row.map_or(Ok(0), |row| row::number(&row, "value"))
    }

    /// What changed since that place in the chain; since 0: everything.
    ///
    /// # Errors
    /// The database's refusal; [`StoreError::Unreadable`] for what a newer Waymark wrote.
    pub async fn news_since(&self, seq: i64) -> Result<News, StoreError> {
        let mut transaction = self.db.snapshot().await?;
        let last = sqlx::query("select coalesce(max(seq), 0) as last from history")
            .fetch_one(&mut *transaction)
            .await?;
        let mut news = News {
            seq: row::number(&last, "last")?,
            ..News::default()
        };
        if news.seq > seq {
            for found in sqlx::query(
                "select * from records where id in (select record from history where seq > $1) order by id",
            )
            .bind(seq)
            .fetch_all(&mut *transaction)
            .await?
            {
                news.records.push(record(&found)?);
            }
            for found in sqlx::query(
                "select * from links where from_record in (select record from history where seq > $1) \
                 order by from_record, link, to_end",
            )
            .bind(seq)
            .fetch_all(&mut *transaction)
            .await?
            {
                news.links.push(link_of(&found)?);
            }
        }
        transaction.rollback().await?;
        Ok(news)
    }

    /// Erases what a record ever held, its reasons and its files. Its number, its links and the chain of its history stay.
    ///
    /// # Errors
    /// [`StoreError::NoSuchRecord`].
    pub async fn erase_record(
        &self,
        id: RecordId,
        by: &Author,
        reason: &str,
    ) -> Result<(), StoreError> {
        let mut transaction = self.db.write().await?;
        let mut chain = chain::Chain::take(&mut transaction).await?;
        let before = standing(&mut transaction, id).await?;
        let now = Timestamp::now();
        sqlx::query(
            "update history set body = null, salt = null \
             where record = $1 and act <> 'linked' and act <> 'unlinked'",
        )
        .bind(id.0)
        .execute(&mut *transaction)
        .await?;
        sqlx::query("delete from record_chunks where file in (select id from record_files where record = $1)")
            .bind(id.0)
            .execute(&mut *transaction)
            .await?;
        crate::sealed::erase(&mut transaction, id).await?;
        sqlx::query(
            "update record_files set erased = 1, name = '', by_name = '' where record = $1",
        )
        .bind(id.0)
        .execute(&mut *transaction)
        .await?;
        let version = before.version + 1;
        sqlx::query("update records set held = '{}', erased = 1, version = $1, changed = $2, by_name = $3 where id = $4")
            .bind(i64::from(version))
            .bind(moment(now))
            .bind(by.name.as_str())
            .bind(id.0)
            .execute(&mut *transaction)
            .await?;
        let body = Body {
            by: by.clone(),
            reason: reason.to_owned(),
            minute: None,
            state: before.state.word.to_owned(),
            readers: before.readers,
            values: Some(Values::new()),
            link: None,
            file: None,
            file_type: None,
            kind: Some(before.kind.word.to_owned()),
        };
        chain
            .add(
                &mut transaction,
                NewLine {
                    record: id,
                    version,
                    act: Act::Erased,
                    at: now,
                    body: &body,
                },
            )
            .await?;
        chain.put_back(&mut transaction).await?;
        transaction.commit().await?;
        self.db.clear_away_deleted().await;
        Ok(())
    }
}

/// Keeps lists of changes within a transaction that does more.
pub(crate) async fn keep_within(
    transaction: &mut Transaction<'static, Any>,
    all: &[(&Changes, Timestamp)],
) -> Result<Vec<Kept>, StoreError> {
    // Taking the end of the chain first holds every other writer of records back until this is done: their versions and
    // the end of the chain cannot move under us.
    let mut chain = chain::Chain::take(transaction).await?;
    let mut kept = Vec::with_capacity(all.len());
    for (changes, at) in all {
        let mut made = Vec::new();
        for change in &changes.list {
            apply(transaction, &mut chain, changes, change, *at, &mut made).await?;
        }
        kept.push(Kept {
            made,
            seq: chain.seq(),
        });
    }
    chain.put_back(transaction).await?;
    Ok(kept)
}

/// One change and its line of history.
async fn apply(
    transaction: &mut Transaction<'static, Any>,
    chain: &mut chain::Chain,
    changes: &Changes,
    change: &Change,
    at: Timestamp,
    made: &mut Vec<RecordId>,
) -> Result<(), StoreError> {
    // The record that makes the minute cannot come from it.
    let minute = changes.minute.and_then(|named| real(made, named).ok());
    let mut body = Body {
        by: changes.by.clone(),
        reason: changes.reason.clone(),
        minute,
        state: String::new(),
        readers: Readers::Board,
        values: None,
        link: None,
        file: None,
        file_type: None,
        kind: None,
    };
    let (record, version, act) = match change {
        Change::Make {
            kind,
            state,
            readers,
            values,
        } => {
            let id = RecordId(counters::next(transaction, "records").await?);
            made.push(id);
            let held = held(values);
            sqlx::query(
                "insert into records (id, kind, version, state, readers, held, made, changed, by_name, deleted, erased) \
                 values ($1, $2, 1, $3, $4, $5, $6, $6, $7, 0, 0)",
            )
            .bind(id.0)
            .bind(kind.word)
            .bind(*state)
            .bind(readers.word())
            .bind(held)
            .bind(moment(at))
            .bind(changes.by.name.as_str())
            .execute(&mut **transaction)
            .await?;
            (*state).clone_into(&mut body.state);
            body.kind = Some(kind.word.to_owned());
            body.readers = *readers;
            body.values = Some(values.clone());
            (id, 1, Act::Made)
        }
        Change::Edit {
            record,
            read,
            readers,
            values,
        } => {
            let mut after = read_as(transaction, *record, *read, made).await?;
            after.readers = *readers;
            after.values = values.clone();
            body.values = Some(values.clone());
            wrote(transaction, after, at, &changes.by, &mut body, Act::Edited).await?
        }
        Change::Move { record, read, to } => {
            let mut after = read_as(transaction, *record, *read, made).await?;
            after.state = after
                .kind
                .state(to)
                .ok_or(StoreError::Unreadable("state"))?;
            wrote(transaction, after, at, &changes.by, &mut body, Act::Moved).await?
        }
        Change::Delete { record, read } => {
            let mut after = read_as(transaction, *record, *read, made).await?;
            after.deleted = true;
            wrote(transaction, after, at, &changes.by, &mut body, Act::Deleted).await?
        }
        Change::Restore { record, read } => {
            let mut after = read_as(transaction, *record, *read, made).await?;
            after.deleted = false;
            wrote(
                transaction,
                after,
                at,
                &changes.by,
                &mut body,
                Act::Restored,
            )
            .await?
        }
        Change::Link { from, kind, to } | Change::Unlink { from, kind, to } => {
            let begins = standing(transaction, real(made, *from)?).await?;
            let to = match to {
                End::Record(id) => End::Record(standing(transaction, real(made, *id)?).await?.id),
                End::Measure(id) => End::Measure(id.clone()),
            };
            let linking = matches!(change, Change::Link { .. });
            let sql = if linking {
                "insert into links (from_record, link, to_end) values ($1, $2, $3) on conflict do nothing"
            } else {
                "delete from links where from_record = $1 and link = $2 and to_end = $3"
            };
            let done = sqlx::query(sql)
                .bind(begins.id.0)
                .bind(kind.word)
                .bind(to.to_string())
                .execute(&mut **transaction)
                .await?;
            if done.rows_affected() == 0 {
                return Ok(());
            }
            begins.state.word.clone_into(&mut body.state);
            body.readers = begins.readers;
            body.link = Some((kind.word.to_owned(), to.to_string()));
            let act = if linking { Act::Linked } else { Act::Unlinked };
            (begins.id, begins.version, act)
        }
    };
    chain
        .add(
            transaction,
            NewLine {
                record,
                version,
                act,
                at,
                body: &body,
            },
        )
        .await
}

/// Writes a record as it is after a change, one version on.
async fn wrote(
    transaction: &mut Transaction<'static, Any>,
    after: Record,
    at: Timestamp,
    by: &Author,
    body: &mut Body,
    act: Act,
) -> Result<(RecordId, u32, Act), StoreError> {
    let version = after.version + 1;
    sqlx::query(
        "update records set version = $1, state = $2, readers = $3, held = $4, changed = $5, by_name = $6, deleted = $7 \
         where id = $8",
    )
    .bind(i64::from(version))
    .bind(after.state.word)
    .bind(after.readers.word())
    .bind(held(&after.values))
    .bind(moment(at))
    .bind(by.name.as_str())
    .bind(i64::from(after.deleted))
    .bind(after.id.0)
    .execute(&mut **transaction)
    .await?;
    after.state.word.clone_into(&mut body.state);
    body.readers = after.readers;
    Ok((after.id, version, act))
}

/// The record a list of changes names, at the version its writer read.
async fn read_as(
    transaction: &mut Transaction<'static, Any>,
    named: RecordId,
    read: u32,
    made: &[RecordId],
) -> Result<Record, StoreError> {
    let found = standing(transaction, real(made, named)?).await?;
    if found.version == read {
        Ok(found)
    } else {
        Err(StoreError::Stale(found.id))
    }
}

/// A record as it stands.
pub(crate) async fn standing(
    transaction: &mut Transaction<'static, Any>,
    id: RecordId,
) -> Result<Record, StoreError> {
    let found = sqlx::query("select * from records where id = $1")
        .bind(id.0)
        .fetch_optional(&mut **transaction)
        .await?
        .ok_or(StoreError::NoSuchRecord(id))?;
    record(&found)
}

/// The number behind a name of a list of changes: a negative one is the n-th record the list made.
fn real(made: &[RecordId], named: RecordId) -> Result<RecordId, StoreError> {
    if named.0 >= 0 {
        return Ok(named);
    }
    usize::try_from(-1 - named.0)
        .ok()
        .and_then(|at| made.get(at))
        .copied()
        .ok_or(StoreError::NoSuchRecord(named))
}

pub(crate) fn held(values: &Values) -> String {
    serde_json::to_string(values).expect("texts and lists of texts are JSON")
}

pub(crate) fn record(found: &AnyRow) -> Result<Record, StoreError> {
    let kind = kinds::find(&row::text(found, "kind")?).ok_or(StoreError::Unreadable("kind"))?;
    Ok(Record {
        id: RecordId(row::number(found, "id")?),
        kind,
        version: u32::try_from(row::number(found, "version")?)
            .map_err(|_| StoreError::Unreadable("version"))?,
        state: kind
            .state(&row::text(found, "state")?)
            .ok_or(StoreError::Unreadable("state"))?,
        readers: Readers::from_word(&row::text(found, "readers")?)
            .ok_or(StoreError::Unreadable("readers"))?,
        values: serde_json::from_str(&row::text(found, "held")?)
            .map_err(|_| StoreError::Unreadable("held"))?,
        made: row::when(found, "made")?,
        changed: row::when(found, "changed")?,
        by: row::text(found, "by_name")?,
        deleted: row::number(found, "deleted")? == 1,
        erased: row::number(found, "erased")? == 1,
    })
}

pub(crate) fn link_of(found: &AnyRow) -> Result<Link, StoreError> {
    let from = RecordId(row::number(found, "from_record")?);
    link(
        from,
        &row::text(found, "link")?,
        &row::text(found, "to_end")?,
    )
}

/// A link from how it is written.
pub(crate) fn link(from: RecordId, word: &str, to: &str) -> Result<Link, StoreError> {
    Ok(Link {
        from,
        kind: link::find(word).ok_or(StoreError::Unreadable("link"))?,
        to: end(to),
    })
}

/// A link's end as it is written: digits are a record's number, all else is a measure's id.
pub(crate) fn end(written: &str) -> End {
    written.parse().map_or_else(
        |_| End::Measure(written.to_owned()),
        |id| End::Record(RecordId(id)),
    )
}

/// How many records of each kind there are, the deleted left out: for a summary at the command line.
pub type Counts = BTreeMap<String, u64>;

impl Store {
    /// How many records of each kind there are.
    ///
    /// # Errors
    /// The database's refusal.
    pub async fn count_records(&self) -> Result<Counts, StoreError> {
        let rows = sqlx::query(
            "select kind, count(*) as many from records where deleted = 0 group by kind order by kind",
        )
        .fetch_all(self.db.read())
        .await?;
        rows.iter()
            .map(|found| Ok((row::text(found, "kind")?, row::count(found, "many")?)))
            .collect()
    }
}

//! Records as they stood at a moment before now, from their history.

use std::collections::{BTreeMap, BTreeSet};

use futures_util::TryStreamExt;
use jiff::Timestamp;
use waymark_programme::{Act, Line, Link, News, Record, RecordId};

use crate::row::{self, moment};
use crate::{Store, StoreError, chain, records};

impl Store {
    /// Every record and link as history had left them at that moment, to be laid over nothing. What was erased since is
    /// erased here too.
    ///
    /// # Errors
    /// As [`Store::news_since`].
    pub async fn news_until(&self, at: Timestamp) -> Result<News, StoreError> {
        let mut transaction = self.db.snapshot().await?;
        let mut now = BTreeMap::new();
        for found in sqlx::query("select * from records")
            .fetch_all(&mut *transaction)
            .await?
        {
            let record = records::record(&found)?;
            now.insert(record.id, record);
        }
        let mut then = Then::default();
        {
            let mut lines = sqlx::query("select * from history where at <= $1 order by seq")
                .bind(moment(at))
                .fetch(&mut *transaction);
            while let Some(found) = lines.try_next().await? {
                let line = chain::line(&found)?;
                if let Some(record) = now.get(&line.record) {
                    then.lay(record, line)?;
                }
            }
        }
        let last = sqlx::query("select coalesce(max(seq), 0) as last from history")
            .fetch_one(&mut *transaction)
            .await?;
        transaction.rollback().await?;
        Ok(News {
            seq: row::number(&last, "last")?,
            records: then.records.into_values().collect(),
            links: then
                .links
                .into_iter()
                .map(|(from, link, to)| records::link(from, &link, &to))
                .collect::<Result<Vec<Link>, _>>()?,
        })
    }
}

/// What the lines so far have left.
#[derive(Default)]
struct Then {
    records: BTreeMap<RecordId, Record>,
    links: BTreeSet<(RecordId, String, String)>,
}

impl Then {
    /// Lays a line over it; `now` is the record as it stands today.
    fn lay(&mut self, now: &Record, line: Line) -> Result<(), StoreError> {
        let record = self.records.entry(now.id).or_insert_with(|| Record {
            made: line.at,
            deleted: false,
            ..now.clone()
        });
        record.version = line.version;
        match line.act {
            Act::Deleted => record.deleted = true,
            Act::Restored => record.deleted = false,
            _ => {}
        }
        // A line whose body was erased says no more: what the record held is erased now too.
        let Some(body) = line.body else {
            return Ok(());
        };
        if let Some((link, to)) = body.link {
            let link = (now.id, link, to);
            if line.act == Act::Unlinked {
                self.links.remove(&link);
            } else {
                self.links.insert(link);
            }
            return Ok(());
        }
        if line.act != Act::Filed {
            record.changed = line.at;
            record.by = body.by.name;
        }
        record.readers = body.readers;
        record.state = now
            .kind
            .state(&body.state)
            .ok_or(StoreError::Unreadable("state"))?;
        if let Some(values) = body.values {
            record.values = values;
        }
        Ok(())
    }
}

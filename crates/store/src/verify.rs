//! Proving the chain: every line of history hashed again, and every record and link held against what its history says.

use std::collections::{BTreeMap, BTreeSet};

use futures_util::TryStreamExt as _;
use waymark_programme::{Act, Body};

use crate::chain::{Hashed, body_digest, line_hash};
use crate::{Store, StoreError, records, row};

/// What a proof of the chain found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verified {
    /// Lines of history.
    pub lines: u64,
    /// Records.
    pub records: u64,
    /// Links.
    pub links: u64,
    /// Lines whose body was erased; the chain holds over them.
    pub erased: u64,
    /// The hash of the last line. Written down elsewhere, it proves later that nothing before it was changed.
    pub last: String,
    /// What does not hold, in words that show no record's content; empty: all holds. At most 100 are named.
    pub faults: Vec<String>,
}

impl Verified {
    fn fault(&mut self, words: String) {
        if self.faults.len() < 100 {
            self.faults.push(words);
        }
    }
}

/// A record as its history leaves it.
struct Replayed {
    version: i64,
    state: String,
    readers: String,
    held: String,
    deleted: bool,
    erased: bool,
    /// A line without a body that nothing later explains.
    unexplained: Option<i64>,
}

impl Store {
    /// Proves the chain and what stands against it.
    ///
    /// # Errors
    /// The database's refusal. What does not hold is no error: it is in [`Verified::faults`].
    pub async fn verify(&self) -> Result<Verified, StoreError> {
        let mut transaction = self.db.snapshot().await?;
        let mut found = Verified::default();
        let mut replayed: BTreeMap<i64, Replayed> = BTreeMap::new();
        let mut links: BTreeSet<(i64, String, String)> = BTreeSet::new();
        let mut rows = sqlx::query("select * from history order by seq").fetch(&mut *transaction);
        let mut before = 0;
        while let Some(line) = rows.try_next().await? {
            let seq = row::number(&line, "seq")?;
            found.lines += 1;
            if seq != before + 1 {
                found.fault(format!(
                    "lines {} to {} of history are missing",
                    before + 1,
                    seq - 1
                ));
            }
            before = seq;
            let previous = row::text(&line, "previous")?;
            if previous != found.last {
                found.fault(format!(
                    "line {seq} does not follow from the line before it"
                ));
            }
            let (record, act) = (row::number(&line, "record")?, row::text(&line, "act")?);
            let digest = row::text(&line, "body_sha256")?;
            let hash = line_hash(&Hashed {
                seq,
                record,
                version: row::number(&line, "version")?,
                act: &act,
                at: &row::text(&line, "at")?,
                account: row::number_or_none(&line, "account")?,
                digest: &digest,
                previous: &previous,
            });
            found.last = row::text(&line, "hash")?;
            if hash != found.last {
                found.fault(format!(
                    "line {seq} was changed: its hash is not that of its content"
                ));
            }
            let body = row::text_or_none(&line, "body")?;
            let salt = row::text_or_none(&line, "salt")?.unwrap_or_default();
            if body
                .as_ref()
                .is_some_and(|it| body_digest(&salt, it) != digest)
            {
                found.fault(format!("the body of line {seq} was changed"));
            }
            let body: Option<Body> = body.and_then(|it| serde_json::from_str(&it).ok());
            found.erased += u64::from(body.is_none());
            let version = row::number(&line, "version")?;
            replay(
                &mut replayed,
                &mut links,
                (seq, record, version),
                &act,
                body,
            );
        }
        drop(rows);

        for row in sqlx::query("select * from records")
            .fetch_all(&mut *transaction)
            .await?
        {
            found.records += 1;
            let id = row::number(&row, "id")?;
            let Some(said) = replayed.remove(&id) else {
                found.fault(format!("record {id} has no history"));
                continue;
            };
            if let Some(seq) = said.unexplained {
                found.fault(format!(
                    "line {seq} lost its body, and no erasure explains it"
                ));
            }
            let stands = row::number(&row, "version")? == said.version
                && row::text(&row, "state")? == said.state
                && row::text(&row, "readers")? == said.readers
                && row::text(&row, "held")? == said.held
                && (row::number(&row, "deleted")? == 1) == said.deleted
                && (row::number(&row, "erased")? == 1) == said.erased;
            if !stands {
                found.fault(format!("record {id} is not what its history says"));
            }
        }
        for id in replayed.keys() {
            found.fault(format!("record {id} is in history and is gone"));
        }
        for row in sqlx::query("select * from links")
            .fetch_all(&mut *transaction)
            .await?
        {
            found.links += 1;
            let link = (
                row::number(&row, "from_record")?,
                row::text(&row, "link")?,
                row::text(&row, "to_end")?,
            );
            if !links.remove(&link) {
                found.fault(format!(
                    "a link from record {} is not in its history",
                    link.0
                ));
            }
        }
        for (from, ..) in &links {
            found.fault(format!(
                "a link from record {from} is in history and is gone"
            ));
        }
        transaction.rollback().await?;
        Ok(found)
    }
}

/// Lays one line over what came before.
fn replay(
    replayed: &mut BTreeMap<i64, Replayed>,
    links: &mut BTreeSet<(i64, String, String)>,
    (seq, record, version): (i64, i64, i64),
    act: &str,
    body: Option<Body>,
) {
    let known = replayed.entry(record).or_insert(Replayed {
        version,
        state: String::new(),
        readers: String::new(),
        held: String::new(),
        deleted: false,
        erased: false,
        unexplained: None,
    });
    known.version = version;
    let act = Act::from_word(act);
    match act {
        Some(Act::Deleted) => known.deleted = true,
        Some(Act::Restored) => known.deleted = false,
        Some(Act::Erased) => {
            known.erased = true;
            // What went before may be without its body: this line says why.
            known.unexplained = None;
        }
        _ => {}
    }
    let Some(body) = body else {
        known.unexplained.get_or_insert(seq);
        return;
    };
    known.state = body.state;
    known.readers = body.readers.word().to_owned();
    if let Some(values) = &body.values {
        known.held = records::held(values);
    }
    if let Some((link, to)) = body.link {
        let link = (record, link, to);
        if act == Some(Act::Unlinked) {
            links.remove(&link);
        } else {
            links.insert(link);
        }
    }
}

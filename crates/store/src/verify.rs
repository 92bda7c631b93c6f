//! Proving the chain: every line of history hashed again, and every record, link and file held against what its history
//! says.

mod files;
mod replay;
mod sealed;

use futures_util::TryStreamExt as _;
use sqlx::{Any, Transaction};
use waymark_programme::Body;

use crate::chain::{Hashed, body_digest, line_hash};
use crate::{Store, StoreError, row};
use replay::{Place, Said};

/// What a proof of the chain found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verified {
    /// Lines of history.
    pub lines: u64,
    /// Records.
    pub records: u64,
    /// Links.
    pub links: u64,
    /// Files of records, the erased left out; the bytes of each were read and hashed.
    pub files: u64,
    /// What lies sealed beneath papers for the public. Its hash stands beside it and is not in history: a digest of a few
    /// small numbers, shown to readers of history, could be guessed.
    pub sealed: u64,
    /// Lines whose body was erased; the chain holds over them.
    pub erased: u64,
    /// Records and files that an older Waymark kept, whose history does not name their kind or type: it alone is not proved.
    pub untyped: u64,
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

impl Store {
    /// Proves the chain and what stands against it. Files are read a part at a time.
    ///
    /// # Errors
    /// The database's refusal. What does not hold is no error: it is in [`Verified::faults`].
    pub async fn verify(&self) -> Result<Verified, StoreError> {
        let mut transaction = self.db.snapshot().await?;
        let mut found = Verified::default();
        let mut said = lines(&mut transaction, &mut found).await?;
        records(&mut transaction, &mut said, &mut found).await?;
        links(&mut transaction, &mut said, &mut found).await?;
        files::hold(&mut transaction, &mut said, &mut found).await?;
        sealed::hold(&mut transaction, &said, &mut found).await?;
        transaction.rollback().await?;
        Ok(found)
    }
}

/// Hashes every line again, and lays each over what came before.
async fn lines(
    transaction: &mut Transaction<'static, Any>,
    found: &mut Verified,
) -> Result<Said, StoreError> {
    let mut said = Said::default();
    let mut rows = sqlx::query("select * from history order by seq").fetch(&mut **transaction);
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
        let (version, at) = (row::number(&line, "version")?, row::text(&line, "at")?);
        let digest = row::text(&line, "body_sha256")?;
        let hash = line_hash(&Hashed {
            seq,
            record,
            version,
            act: &act,
            at: &at,
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
        said.lay(
            Place {
                seq,
                record,
                version,
                at,
            },
            &act,
            body,
        );
    }
    Ok(said)
}

/// Holds every record against what its history says.
async fn records(
    transaction: &mut Transaction<'static, Any>,
    said: &mut Said,
    found: &mut Verified,
) -> Result<(), StoreError> {
    let mut rows = sqlx::query("select * from records order by id").fetch(&mut **transaction);
    while let Some(row) = rows.try_next().await? {
        found.records += 1;
        let id = row::number(&row, "id")?;
        let Some(said) = said.records.get_mut(&id) else {
            found.fault(format!("record {id} has no history"));
            continue;
        };
        said.seen = true;
        if let Some(seq) = said.unexplained {
            found.fault(format!(
                "line {seq} lost its body, and no erasure explains it"
            ));
        }
        found.untyped += u64::from(said.kind.is_none() && !said.erased);
        let stands = row::number(&row, "version")? == said.version
            && row::text(&row, "state")? == said.state
            && row::text(&row, "readers")? == said.readers
            && row::text(&row, "held")? == said.held
            && row::text(&row, "made")? == said.made
            && row::text(&row, "changed")? == said.changed
            && said
                .kind
                .as_ref()
                .is_none_or(|it| row::text(&row, "kind").ok().as_ref() == Some(it))
            && said
                .by
                .as_ref()
                .is_none_or(|it| row::text(&row, "by_name").ok().as_ref() == Some(it))
            && (row::number(&row, "deleted")? == 1) == said.deleted
            && (row::number(&row, "erased")? == 1) == said.erased;
        if !stands {
            found.fault(format!("record {id} is not what its history says"));
        }
    }
    for (id, _) in said.records.iter().filter(|(_, it)| !it.seen) {
        found.fault(format!("record {id} is in history and is gone"));
    }
    Ok(())
}

/// Holds every link against the lines that made it.
async fn links(
    transaction: &mut Transaction<'static, Any>,
    said: &mut Said,
    found: &mut Verified,
) -> Result<(), StoreError> {
    let mut rows = sqlx::query("select * from links").fetch(&mut **transaction);
    while let Some(row) = rows.try_next().await? {
        found.links += 1;
        let link = (
            row::number(&row, "from_record")?,
            row::text(&row, "link")?,
            row::text(&row, "to_end")?,
        );
        if !said.links.remove(&link) {
            found.fault(format!(
                "a link from record {} is not in its history",
                link.0
            ));
        }
    }
    for (from, ..) in &said.links {
        found.fault(format!(
            "a link from record {from} is in history and is gone"
        ));
    }
    Ok(())
}

//! Files of records: evidence, papers, documents.

use jiff::Timestamp;
use sqlx::any::AnyRow;
use sqlx::{Any, Transaction};
use waymark_programme::record::Value;
use waymark_programme::{Act, Author, Body, Change, Changes, RecordId};

use crate::accept::{aside, whole};
use crate::chain::{Chain, NewLine};
use crate::row::{self, moment};
use crate::{Store, StoreError, counters, packed, records};

/// A file of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordFile {
    /// Its number.
    pub id: i64,
    /// The record it belongs to.
    pub record: RecordId,
    /// Its name, as it came; empty once erased.
    pub name: String,
    /// Its type, as `application/pdf`.
    pub content_type: String,
    /// Bytes.
    pub size: u64,
    /// The sha256 of its bytes, which stays when it is erased.
    pub sha256: String,
    /// When it was added.
    pub added: Timestamp,
    /// By whom; empty once erased.
    pub by: String,
    /// Whether its bytes were erased.
    pub erased: bool,
}

/// A file to be added.
#[derive(Clone)]
pub struct NewRecordFile {
    /// The record it belongs to.
    pub record: RecordId,
    /// Its name.
    pub name: String,
    /// Its type.
    pub content_type: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Store {
    /// Adds a file to a record. It is in the record's history; which field names it is for an edit to say.
    ///
    /// # Errors
    /// [`StoreError::NoSuchRecord`].
    pub async fn add_record_file(
        &self,
        new: NewRecordFile,
        by: &Author,
    ) -> Result<RecordFile, StoreError> {
        let arrived = Arrived::of(new).await;
        let mut transaction = self.db.write().await?;
        let kept = add_within(&mut transaction, arrived, by, Timestamp::now()).await?;
        transaction.commit().await?;
        Ok(kept)
    }

    /// Keeps files and changes together, or neither: the files' numbers are put into this field of the record's edit, which
    /// is among the changes.
    ///
    /// # Errors
    /// As [`Store::keep`].
    pub async fn keep_with_files(
        &self,
        changes: &Changes,
        files: Vec<NewRecordFile>,
        field: &str,
    ) -> Result<crate::Kept, StoreError> {
        let arrived = arrive(files).await;
        let now = Timestamp::now();
        let mut transaction = self.db.write().await?;
        let kept = keep_with(&mut transaction, changes, arrived, field, now).await?;
        transaction.commit().await?;
        Ok(kept)
    }

    /// The files of a record, in the order they were added, the erased too.
    ///
    /// # Errors
    /// The database's refusal.
    pub async fn files_of(&self, record: RecordId) -> Result<Vec<RecordFile>, StoreError> {
        sqlx::query("select * from record_files where record = $1 order by id")
            .bind(record.0)
            .fetch_all(self.db.read())
            .await?
            .iter()
            .map(file)
            .collect()
    }

    /// A file of a record and its bytes, proved to be those that were kept.
    ///
    /// # Errors
    /// [`StoreError::NoSuchFile`]; [`StoreError::DamagedFile`].
    pub async fn record_file(&self, id: i64) -> Result<(RecordFile, Vec<u8>), StoreError> {
        let found = sqlx::query("select * from record_files where id = $1 and erased = 0")
            .bind(id)
            .fetch_optional(self.db.read())
            .await?
            .ok_or(StoreError::NoSuchFile(id))?;
        let found = file(&found)?;
        let mut packed = Vec::new();
        for part in sqlx::query("select bytes from record_chunks where file = $1 order by part")
            .bind(id)
            .fetch_all(self.db.read())
            .await?
        {
            packed.extend(row::bytes(&part, "bytes")?);
        }
        let (size, sha256) = (found.size, found.sha256.clone());
        let bytes = aside(move || packed::unpack(&packed, size, &sha256)).await;
        Ok((found, bytes.ok_or(StoreError::DamagedFile(id))?))
    }
}

/// A file made ready outside any transaction: packing takes longer than writing.
pub(crate) struct Arrived {
    record: RecordId,
    name: String,
    content_type: String,
    size: usize,
    packed: Vec<u8>,
    sha256: String,
}

impl Arrived {
    async fn of(new: NewRecordFile) -> Self {
        let size = new.bytes.len();
        let (packed, sha256) =
            aside(move || (packed::pack(&new.bytes), packed::sha256(&new.bytes))).await;
        Self {
            record: new.record,
            name: new.name,
            content_type: new.content_type,
            size,
            packed,
            sha256,
        }
    }
}

/// Several files made ready.
pub(crate) async fn arrive(files: Vec<NewRecordFile>) -> Vec<Arrived> {
    let mut arrived = Vec::with_capacity(files.len());
    for file in files {
        arrived.push(Arrived::of(file).await);
    }
    arrived
}

/// Adds files, then keeps changes whose edit names them in a field.
pub(crate) async fn keep_with(
    transaction: &mut Transaction<'static, Any>,
    changes: &Changes,
    files: Vec<Arrived>,
    field: &str,
    now: Timestamp,
) -> Result<crate::Kept, StoreError> {
    let mut changes = changes.clone();
    for file in files {
        let added = add_within(transaction, file, &changes.by, now).await?;
        for change in &mut changes.list {
            if let Change::Edit { record, values, .. } = change
                && *record == added.record
            {
                let mut numbers = values.list(field).to_vec();
                numbers.push(added.id.to_string());
                values.set(field, Value::Many(numbers));
            }
        }
    }
    let kept = records::keep_within(transaction, &[(&changes, now)]).await?;
    Ok(kept.into_iter().next().unwrap_or(crate::Kept {
        made: Vec::new(),
        seq: 0,
    }))
}

/// Adds one file and its line of history.
async fn add_within(
    transaction: &mut Transaction<'static, Any>,
    new: Arrived,
    by: &Author,
    now: Timestamp,
) -> Result<RecordFile, StoreError> {
    let mut chain = Chain::take(transaction).await?;
    let record = records::standing(transaction, new.record).await?;
    let id = counters::next(transaction, "record_files").await?;
    sqlx::query(
        "insert into record_files (id, record, name, content_type, size, sha256, added, by_name, erased) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, 0)",
    )
    .bind(id)
    .bind(record.id.0)
    .bind(new.name.as_str())
    .bind(new.content_type.as_str())
    .bind(whole(new.size))
    .bind(new.sha256.as_str())
    .bind(moment(now))
    .bind(by.name.as_str())
    .execute(&mut **transaction)
    .await?;
    for (part, bytes) in (0_i64..).zip(new.packed.chunks(packed::PART)) {
        sqlx::query("insert into record_chunks (file, part, bytes) values ($1, $2, $3)")
            .bind(id)
            .bind(part)
            .bind(bytes.to_vec())
            .execute(&mut **transaction)
            .await?;
    }
    let body = Body {
        by: by.clone(),
        reason: String::new(),
        minute: None,
        state: record.state.word.to_owned(),
        readers: record.readers,
        values: None,
        link: None,
        file: Some((id, new.name.clone(), new.sha256.clone())),
        file_type: Some(new.content_type.clone()),
        kind: None,
    };
    chain
        .add(
            transaction,
            NewLine {
                record: record.id,
                version: record.version,
                act: Act::Filed,
                at: now,
                body: &body,
            },
        )
        .await?;
    chain.put_back(transaction).await?;
    Ok(RecordFile {
        id,
        record: record.id,
        name: new.name,
        content_type: new.content_type,
        size: new.size as u64,
        sha256: new.sha256,
        added: now,
        by: by.name.clone(),
        erased: false,
    })
}

fn file(found: &AnyRow) -> Result<RecordFile, StoreError> {
    Ok(RecordFile {
        id: row::number(found, "id")?,
        record: RecordId(row::number(found, "record")?),
        name: row::text(found, "name")?,
        content_type: row::text(found, "content_type")?,
        size: row::count(found, "size")?,
        sha256: row::text(found, "sha256")?,
        added: row::when(found, "added")?,
        by: row::text(found, "by_name")?,
        erased: row::number(found, "erased")? == 1,
    })
}

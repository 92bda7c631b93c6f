//! Files of records: evidence, papers, documents.

use jiff::Timestamp;
use sqlx::any::AnyRow;
use waymark_programme::{Act, Author, Body, RecordId};

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
        let size = new.bytes.len();
        let (packed, sha256) =
            aside(move || (packed::pack(&new.bytes), packed::sha256(&new.bytes))).await;
        let now = Timestamp::now();
        let mut transaction = self.db.write().await?;
        let mut chain = Chain::take(&mut transaction).await?;
        let record = records::standing(&mut transaction, new.record).await?;
        let id = counters::next(&mut transaction, "record_files").await?;
        sqlx::query(
            "insert into record_files (id, record, name, content_type, size, sha256, added, by_name, erased) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, 0)",
        )
        .bind(id)
        .bind(record.id.0)
        .bind(new.name.as_str())
        .bind(new.content_type.as_str())
        .bind(whole(size))
        .bind(sha256.as_str())
        .bind(moment(now))
        .bind(by.name.as_str())
        .execute(&mut *transaction)
        .await?;
        for (part, bytes) in (0_i64..).zip(packed.chunks(packed::PART)) {
            sqlx::query("insert into record_chunks (file, part, bytes) values ($1, $2, $3)")
                .bind(id)
                .bind(part)
                .bind(bytes.to_vec())
                .execute(&mut *transaction)
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
            file: Some((id, new.name.clone(), sha256.clone())),
        };
        chain
            .add(
                &mut transaction,
                NewLine {
                    record: record.id,
                    version: record.version,
                    act: Act::Filed,
                    at: now,
                    body: &body,
                },
            )
            .await?;
        chain.put_back(&mut transaction).await?;
        transaction.commit().await?;
        Ok(RecordFile {
            id,
            record: record.id,
            name: new.name,
            content_type: new.content_type,
            size: size as u64,
            sha256,
            added: now,
            by: by.name.clone(),
            erased: false,
        })
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

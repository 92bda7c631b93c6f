//! Holding the files of records against the lines that added them: the rows, and every byte.

use std::collections::BTreeSet;
use std::io::Write;

use flate2::write::ZlibDecoder;
use futures_util::TryStreamExt as _;
use sha2::{Digest as _, Sha256};
use sqlx::any::AnyRow;
use sqlx::{Any, Transaction};

use super::Verified;
use super::replay::{Said, SaidFile};
use crate::{StoreError, packed, row};

/// Holds every file against its line. What an erasure took away is allowed to be gone.
pub(super) async fn hold(
    transaction: &mut Transaction<'static, Any>,
    said: &mut Said,
    found: &mut Verified,
) -> Result<(), StoreError> {
    let mut kept = Vec::new();
    let mut rows = sqlx::query("select * from record_files order by id").fetch(&mut **transaction);
    while let Some(row) = rows.try_next().await? {
        let file = Stands::of(&row)?;
        let line = said.files.remove(&file.id);
        let record_erased = said.records.get(&file.record).is_some_and(|it| it.erased);
        let words = match &line {
            Some(line) if line.record != file.record => {
                Some("is not of the record its history names")
            }
            Some(line) if line.name != file.name => Some("has another name than its history says"),
            Some(line) if line.sha256 != file.sha256 => {
                Some("has another hash than its history says")
            }
            Some(line) if !file.came_as(line) => Some("is not what its history says"),
            Some(_) if file.erased => Some("is marked as erased, and no erasure explains it"),
            None if !record_erased => Some("is not in the record's history"),
            None if !file.is_blank() => Some("still stands, and the record was erased"),
            _ => None,
        };
        if let Some(words) = words {
            found.fault(format!(
                "file {} of record {} {words}",
                file.id, file.record
            ));
        }
        if let Some(line) = line {
            found.files += 1;
            found.untyped += u64::from(line.content_type.is_none());
            kept.push((file.id, file.record, file.size, line.sha256));
        }
    }
    drop(rows);
    for (id, line) in &said.files {
        found.fault(format!(
            "file {id} of record {} is in history and is gone",
            line.record
        ));
    }
    for (id, record, size, sha256) in &kept {
        let bytes = bytes_of(transaction, *id, *size).await?;
        let words = match bytes {
            None => "its bytes are gone",
            Some(read) if read.sha256 != *sha256 => "its bytes are not those that were kept",
            Some(read) if read.size != *size => "its size is not that of its bytes",
            Some(_) => continue,
        };
        found.fault(format!("file {id} of record {record}: {words}"));
    }
    let proved: BTreeSet<i64> = kept.iter().map(|it| it.0).collect();
    let with_bytes = sqlx::query("select distinct file from record_chunks order by file")
        .fetch_all(&mut **transaction)
        .await?;
    for row in &with_bytes {
        let id = row::number(row, "file")?;
        if !proved.contains(&id) {
            found.fault(format!(
                "bytes of file {id} stand, and no line of history names it"
            ));
        }
    }
    Ok(())
}

/// A file's row as it stands: read as it is written, so that a row nobody could have written is a fault and no error.
struct Stands {
    id: i64,
    record: i64,
    name: String,
    content_type: String,
    size: u64,
    sha256: String,
    added: String,
    by: String,
    erased: bool,
}

impl Stands {
    fn of(found: &AnyRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: row::number(found, "id")?,
            record: row::number(found, "record")?,
            name: row::text(found, "name")?,
            content_type: row::text(found, "content_type")?,
            size: u64::try_from(row::number(found, "size")?).unwrap_or(0),
            sha256: row::text(found, "sha256")?,
            added: row::text(found, "added")?,
            by: row::text(found, "by_name")?,
            erased: row::number(found, "erased")? == 1,
        })
    }

    /// Whether it came when, from whom and as what its line says.
    fn came_as(&self, line: &SaidFile) -> bool {
        let typed = line.content_type.as_ref();
        line.added == self.added
            && line.by == self.by
            && typed.is_none_or(|it| *it == self.content_type)
    }

    /// Whether nothing is left of it but its row.
    fn is_blank(&self) -> bool {
        self.erased && self.name.is_empty() && self.by.is_empty()
    }
}

/// What a file's bytes came to.
struct Read {
    size: u64,
    sha256: String,
}

/// Reads a file's bytes a part at a time, so that memory holds one part however large the file is; none where there is
/// no part.
async fn bytes_of(
    transaction: &mut Transaction<'static, Any>,
    id: i64,
    size: u64,
) -> Result<Option<Read>, StoreError> {
    let parts = sqlx::query("select part from record_chunks where file = $1 order by part")
        .bind(id)
        .fetch_all(&mut **transaction)
        .await?;
    if parts.is_empty() {
        return Ok(None);
    }
    let mut unpacked = ZlibDecoder::new(Sum {
        size: 0,
        most: size,
        hash: Sha256::new(),
    });
    let mut whole = true;
    for part in &parts {
        let part = sqlx::query("select bytes from record_chunks where file = $1 and part = $2")
            .bind(id)
            .bind(row::number(part, "part")?)
            .fetch_one(&mut **transaction)
            .await?;
        let bytes = row::bytes(&part, "bytes")?;
        whole = whole && unpacked.write_all(&bytes).is_ok();
    }
    Ok(Some(match unpacked.finish() {
        Ok(sum) if whole => Read {
            size: sum.size,
            sha256: packed::hex(&sum.hash.finalize()),
        },
        // What cannot be unpacked is not what was kept.
        _ => Read {
            size: 0,
            sha256: String::new(),
        },
    }))
}

/// Counts and hashes what passes, and keeps none of it.
struct Sum {
    size: u64,
    /// More than the file's own size is not taken: bytes that were changed might unpack without end.
    most: u64,
    hash: Sha256,
}

impl Write for Sum {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.size += bytes.len() as u64;
        if self.size > self.most {
            return Err(std::io::Error::other("longer than the file"));
        }
        self.hash.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

//! Backing up while running, and restoring. A backup is itself a SQLite store with the same schema, whichever engine
//! it was made from, so it can be opened, looked into, and restored into either: it also moves a council from SQLite
//! to PostgreSQL.

use std::path::{Path, PathBuf};

use futures_util::TryStreamExt as _;
use sqlx::any::AnyRow;
use sqlx::{Any, Row as _, Transaction};

use crate::accept::aside;
use crate::db::{ColumnKind, Db, Table, made};
use crate::{Store, StoreError, counters, row};

/// Rows, or about so many bytes of them, that go into one statement while copying.
const ROWS_AT_ONCE: usize = 200;
const BYTES_AT_ONCE: usize = 4 * 1024 * 1024;

impl Store {
    /// Writes everything the store holds at this moment into the file `to`, while others go on reading and writing.
    /// The file appears whole under its name or not at all; one of that name is replaced. Readable by its owner only:
    /// it holds children.
    ///
    /// # Errors
    /// [`StoreError::BackupFile`] if the file cannot be written; [`StoreError::OntoItself`].
    pub async fn backup_to(&self, to: &Path) -> Result<(), StoreError> {
        if self.db.is_file(to) {
            return Err(StoreError::OntoItself);
        }
        let partial = Partial::beside(to, "backing-up")?;
        let file = Db::open(&partial.place()?).await?;
        let tables = file.tables().await?;
        let mut from = self.db.snapshot().await?;
        let mut into = file.write().await?;
        for table in &tables {
            copy(table, &mut from, &mut into).await?;
        }
        into.commit().await?;
        from.rollback().await?;
        file.close_as_one_file().await?;
        partial.becomes(to).await
    }

    /// Copies a backup into the store at `into`: a path, or a `postgres://` address. Everybody is signed out. Stop
    /// the program that uses the store first; the backup itself is not changed, and may be of an older version.
    ///
    /// All of it arrives, or nothing does.
    ///
    /// # Errors
    /// [`StoreError::NotABackup`]; [`StoreError::NotEmpty`] if the store holds something and `replace` was not
    /// asked; [`StoreError::UnknownSchema`] if a newer Waymark made the backup.
    pub async fn restore(backup: &Path, into: &str, replace: bool) -> Result<Store, StoreError> {
        // Opening brings a schema up to date. That is done to a copy: a backup must stay what it was.
        let copied = Partial::beside(backup, "restoring")?;
        let (source, target) = (backup.to_owned(), copied.path.clone());
        aside(move || looks_like_sqlite(&source).and_then(|()| copy_file(&source, &target)))
            .await?;
        let file = Db::open(&copied.place()?).await?;
        let store = Store::open(into).await?;
        let tables = file.tables().await?;

        let mut from = file.snapshot().await?;
        let mut to = store.db.write().await?;
        let before = generation(&mut to).await?;
        if !is_empty(&mut to).await? && !replace {
            return Err(StoreError::NotEmpty);
        }
        for table in tables.iter().rev() {
            let name = &table.name;
            sqlx::query(made(format!("delete from {name}")))
                .execute(&mut *to)
                .await?;
        }
        for table in &tables {
            copy(table, &mut from, &mut to).await?;
        }
        sqlx::query("delete from sessions")
            .execute(&mut *to)
            .await?;
        // A token that was revoked after the backup must not speak again.
        sqlx::query("update api_tokens set revoked = $1 where revoked is null")
            .bind(crate::row::moment(jiff::Timestamp::now()))
            .execute(&mut *to)
            .await?;
        move_generation_past(&mut to, before).await?;
        to.commit().await?;
        from.rollback().await?;
        file.close_as_one_file().await?;
        if replace {
            store.db.clear_away_deleted().await;
        }
        Ok(store)
    }
}

/// Copies every row of a table.
async fn copy(
    table: &Table,
    from: &mut Transaction<'static, Any>,
    into: &mut Transaction<'static, Any>,
) -> Result<(), StoreError> {
    let names: Vec<&str> = table.columns.iter().map(|it| it.name.as_str()).collect();
    let select = format!("select {} from {}", names.join(", "), table.name);
    let mut rows = sqlx::query(made(select)).fetch(&mut **from);
    let (mut waiting, mut weight) = (Vec::new(), 0);
    while let Some(found) = rows.try_next().await? {
        weight += weigh(table, &found)?;
        waiting.push(found);
        if waiting.len() == ROWS_AT_ONCE || weight >= BYTES_AT_ONCE {
            insert(table, &waiting, into).await?;
            (waiting, weight) = (Vec::new(), 0);
        }
    }
    insert(table, &waiting, into).await
}

/// How many bytes a row brings.
fn weigh(table: &Table, found: &AnyRow) -> Result<usize, StoreError> {
    let mut weight = 0;
    for (at, column) in table.columns.iter().enumerate() {
        if column.kind == ColumnKind::Bytes {
            weight += found.try_get::<Vec<u8>, _>(at)?.len();
        }
    }
    Ok(weight)
}

async fn insert(
    table: &Table,
    rows: &[AnyRow],
    into: &mut Transaction<'static, Any>,
) -> Result<(), StoreError> {
    if rows.is_empty() {
        return Ok(());
    }
    let names: Vec<&str> = table.columns.iter().map(|it| it.name.as_str()).collect();
    let width = names.len();
    let values: Vec<String> = (0..rows.len())
        .map(|line| {
            let parameters: Vec<String> = (1..=width)
                .map(|at| format!("${}", line * width + at))
                .collect();
            format!("({})", parameters.join(", "))
        })
        .collect();
    let sql = format!(
        "insert into {} ({}) values {}",
        table.name,
        names.join(", "),
        values.join(", ")
    );
    let mut query = sqlx::query(made(sql)).persistent(rows.len() == ROWS_AT_ONCE);
    for found in rows {
        for (at, column) in table.columns.iter().enumerate() {
            query = match column.kind {
                ColumnKind::Text => query.bind(found.try_get::<Option<String>, _>(at)?),
                ColumnKind::Number => query.bind(found.try_get::<Option<i64>, _>(at)?),
                ColumnKind::Bytes => query.bind(found.try_get::<Option<Vec<u8>>, _>(at)?),
            };
        }
    }
    query.execute(&mut **into).await?;
    Ok(())
}

/// Whether nothing was ever put into a store.
async fn is_empty(store: &mut Transaction<'static, Any>) -> Result<bool, StoreError> {
    let found = sqlx::query(
        "select (select count(*) from uploads) + (select count(*) from accounts) \
         + (select count(*) from upload_attempts) + (select count(*) from access_log) \
         + (select count(*) from sign_in_attempts) as things",
    )
    .fetch_one(&mut **store)
    .await?;
    Ok(row::number(&found, "things")? == 0)
}

async fn generation(store: &mut Transaction<'static, Any>) -> Result<i64, StoreError> {
    sqlx::query("select value from counters where name = 'generation'")
        .fetch_optional(&mut **store)
        .await?
        .map_or(Ok(0), |found| row::number(&found, "value"))
}

/// A node that last saw the replaced store must notice that this one is another.
async fn move_generation_past(
    store: &mut Transaction<'static, Any>,
    before: i64,
) -> Result<(), StoreError> {
    if generation(store).await? < before {
        sqlx::query("update counters set value = $1 where name = 'generation'")
            .bind(before)
            .execute(&mut **store)
            .await?;
    }
    counters::next(store, "generation").await?;
    Ok(())
}

/// A file on its way to being something. Whatever is left of it when it is dropped is removed.
struct Partial {
    path: PathBuf,
}

impl Partial {
    fn beside(of: &Path, doing: &str) -> Result<Partial, StoreError> {
        let name = of.file_name().ok_or(StoreError::NotABackup)?;
        let mut partial = name.to_owned();
        partial.push(format!(".{doing}-{}", std::process::id()));
        let path = of.with_file_name(partial);
        let partial = Partial { path };
        partial.remove();
        Ok(partial)
    }

    fn place(&self) -> Result<String, StoreError> {
        let path = self.path.to_str().map(str::to_owned);
        path.ok_or_else(|| {
            StoreError::BackupFile(std::io::Error::new(
                std::io::ErrorKind::InvalidFilename,
                "the name of the file must be UTF-8",
            ))
        })
    }

    /// Takes its real name once the disk has all of it.
    async fn becomes(self, name: &Path) -> Result<(), StoreError> {
        let (partial, name) = (self.path.clone(), name.to_owned());
        aside(move || {
            std::fs::File::open(&partial)?.sync_all()?;
            std::fs::rename(&partial, &name)?;
            match name.parent() {
                Some(folder) if cfg!(unix) && !folder.as_os_str().is_empty() => {
                    std::fs::File::open(folder)?.sync_all()
                }
                _ => Ok(()),
            }
        })
        .await
        .map_err(StoreError::BackupFile)
    }

    fn remove(&self) {
        for end in ["", "-wal", "-shm", "-journal"] {
            let mut path = self.path.clone().into_os_string();
            path.push(end);
            // What is not there need not be removed.
            let _ = std::fs::remove_file(path);
        }
    }
}

impl Drop for Partial {
    fn drop(&mut self) {
        self.remove();
    }
}

fn looks_like_sqlite(path: &Path) -> Result<(), StoreError> {
    use std::io::Read as _;
    let mut start = [0; 16];
    std::fs::File::open(path)
        .and_then(|mut file| file.read_exact(&mut start))
        .map_err(|_| StoreError::NotABackup)?;
    if &start == b"SQLite format 3\0" {
        Ok(())
    } else {
        Err(StoreError::NotABackup)
    }
}

/// The copy is written to while its schema is brought up to date, so it does not take over the backup's rights,
/// which may well be to read only.
fn copy_file(from: &Path, to: &Path) -> Result<(), StoreError> {
    let copied = || {
        crate::db::make_private(to)?;
        let mut copy = std::fs::OpenOptions::new().write(true).open(to)?;
        std::io::copy(&mut std::fs::File::open(from)?, &mut copy).map(drop)
    };
    copied().map_err(StoreError::BackupFile)
}

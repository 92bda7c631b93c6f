//! The one file that knows which database engines there are.
//!
//! Everything else speaks the SQL that both accept. What differs is here: how a pool is opened, how a write and a
//! consistent read begin, and what must be done so that deleted bytes are really gone.
//!
//! **SQLite**: write-ahead log, so that pages read while an upload is written; one connection writes, several read;
//! `synchronous = full`, not `normal`: with a write-ahead log `normal` is never corrupt but may lose the last
//! commits when the power fails, and an upload that was accepted must still be there. It costs one `fsync` a commit.
//! `secure_delete` overwrites what is deleted, because a deleted upload is deleted children.
//!
//! **PostgreSQL**: one pool; its own default (`synchronous_commit = on`) gives the same promise.

use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::any::AnyPoolOptions;
use sqlx::migrate::{MigrateError, Migrator};
use sqlx::{Any, AnyConnection, AnyPool, AssertSqlSafe, Connection, Executor, Row, Transaction};

use crate::StoreError;
use crate::error::Fault;

mod tables;

pub(crate) use tables::{ColumnKind, Table};

static MIGRATIONS: Migrator = sqlx::migrate!("./migrations");

/// How long a statement waits for another's lock, and a caller for a connection.
const PATIENCE: Duration = Duration::from_secs(20);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Engine {
    Sqlite,
    Postgres,
}

/// Pools on one database.
#[derive(Debug, Clone)]
pub(crate) struct Db {
    engine: Engine,
    reading: AnyPool,
    writing: AnyPool,
    file: Option<PathBuf>,
}

impl Db {
    /// Opens a PostgreSQL URL or a SQLite file, making the file if it is not there, and brings the schema up to date.
    pub(crate) async fn open(place: &str) -> Result<Db, StoreError> {
        sqlx::any::install_default_drivers();
        let db = if place.starts_with("postgres://") || place.starts_with("postgresql://") {
            Db::postgres(place).await?
        } else {
            let path = place
                .strip_prefix("sqlite://")
                .or_else(|| place.strip_prefix("sqlite:"))
                .unwrap_or(place);
            Db::sqlite(Path::new(path)).await?
        };
        db.migrate().await?;
        Ok(db)
    }

    async fn postgres(url: &str) -> Result<Db, StoreError> {
        knock(url).await?;
        let pool = pool(10)
            .after_connect(|connection, _| {
                Box::pin(async move {
                    connection.execute("set lock_timeout = '20s'").await?;
                    Ok(())
                })
            })
            .connect(url)
            .await
            .map_err(cannot_open)?;
        Ok(Db {
            engine: Engine::Postgres,
            reading: pool.clone(),
            writing: pool,
            file: None,
        })
    }

    async fn sqlite(path: &Path) -> Result<Db, StoreError> {
        let path = std::path::absolute(path)
            .map_err(|error| StoreError::CannotOpen(Fault::file(&error)))?;
        make_private(&path).map_err(|error| StoreError::CannotOpen(Fault::file(&error)))?;
        let url = sqlite_url(&path);
        knock(&url).await?;
        let pool = |connections| {
            pool(connections)
                .test_before_acquire(false)
                .after_connect(|connection, _| {
                    Box::pin(async move {
                        connection
                            .execute(
                                "pragma busy_timeout = 20000; pragma journal_mode = wal; \
                                 pragma synchronous = full; pragma foreign_keys = on; \
                                 pragma secure_delete = on",
                            )
                            .await?;
                        Ok(())
                    })
                })
        };
        let readers = std::thread::available_parallelism().map_or(4, |cores| cores.get().max(4));
        let writing = pool(1).connect(&url).await.map_err(cannot_open)?;
        let reading = pool(u32::try_from(readers).unwrap_or(4))
            .connect(&url)
            .await
            .map_err(cannot_open)?;
        Ok(Db {
            engine: Engine::Sqlite,
            reading,
            writing,
            file: Some(path),
        })
    }

    async fn migrate(&self) -> Result<(), StoreError> {
        // PostgreSQL's migrations hold a lock; SQLite's do not, so a second process opening a new file at the same
        // moment can find the first one half-way. Its next look finds the work done.
        let mut tries = if self.engine == Engine::Sqlite { 20 } else { 1 };
        loop {
            tries -= 1;
            match MIGRATIONS.run(&self.writing).await {
                Ok(()) => return Ok(()),
                Err(MigrateError::Execute(_) | MigrateError::ExecuteMigration(..)) if tries > 0 => {
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
                Err(MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _)) => {
                    return Err(cannot_open(error));
                }
                Err(
                    MigrateError::VersionMissing(version)
                    | MigrateError::VersionMismatch(version)
                    | MigrateError::VersionNotPresent(version)
                    | MigrateError::VersionTooOld(version, _)
                    | MigrateError::VersionTooNew(version, _)
                    | MigrateError::Dirty(version),
                ) => return Err(StoreError::UnknownSchema(version)),
                Err(_) => return Err(StoreError::UnknownSchema(0)),
            }
        }
    }

    /// Where single reads go.
    pub(crate) fn read(&self) -> &AnyPool {
        &self.reading
    }

    /// Begins a write. On SQLite it takes its turn here, at the start, so that it cannot fail half-way for want of
    /// the lock; dropping it undoes everything.
    pub(crate) async fn write(&self) -> Result<Transaction<'static, Any>, StoreError> {
        Ok(match self.engine {
            Engine::Sqlite => self.writing.begin_with("begin immediate").await?,
            Engine::Postgres => self.writing.begin().await?,
        })
    }

    /// Begins a read in which every statement sees the same moment, however much is written meanwhile.
    pub(crate) async fn snapshot(&self) -> Result<Transaction<'static, Any>, StoreError> {
        Ok(match self.engine {
            Engine::Sqlite => self.reading.begin().await?,
            Engine::Postgres => {
                self.reading
                    .begin_with("begin isolation level repeatable read read only")
                    .await?
            }
        })
    }

    /// After deleting bytes: SQLite's log is emptied and PostgreSQL's dead rows are cleared, so that the bytes do
    /// not outlive the deletion in the database's own files. If a long read is in the way it happens at the
    /// database's own next chance, which is why failing is not an error.
    pub(crate) async fn clear_away_deleted(&self) {
        let done = match self.engine {
            Engine::Sqlite => {
                self.writing
                    .execute("pragma wal_checkpoint(truncate)")
                    .await
            }
            Engine::Postgres => self.writing.execute("vacuum upload_chunks").await,
        };
        if let Err(error) = done {
            tracing::warn!(because = %Fault::new(&error), "deleted bytes will be cleared away later");
        }
    }

    /// Whether this database is the file at `path`.
    pub(crate) fn is_file(&self, path: &Path) -> bool {
        let real = |path: &Path| path.canonicalize().ok();
        self.file
            .as_deref()
            .is_some_and(|own| real(own).is_some() && real(own) == real(path))
    }

    /// Closes a SQLite file so that it is one plain file without a log beside it.
    pub(crate) async fn close_as_one_file(self) -> Result<(), StoreError> {
        self.close().await;
        let Some(path) = &self.file else {
            return Ok(());
        };
        let mut connection = AnyConnection::connect(&sqlite_url(path))
            .await
            .map_err(cannot_open)?;
        // A pool may still be letting go of a connection after it has closed, and the log stays until it has.
        let mut patience = 100;
        loop {
            let mode = connection.fetch_one("pragma journal_mode = delete").await;
            match mode.and_then(|row| row.try_get::<String, _>(0)) {
                Ok(mode) if mode == "delete" => break,
                Err(error) if patience == 0 => return Err(error.into()),
                Ok(_) if patience == 0 => return Err(StoreError::Busy),
                _ => patience -= 1,
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        connection.close().await?;
        Ok(())
    }

    /// Closes every connection.
    pub(crate) async fn close(&self) {
        self.reading.close().await;
        self.writing.close().await;
    }
}

/// SQL made of names from our own schema, and of nothing a person or a file said.
pub(crate) fn made(sql: String) -> AssertSqlSafe<String> {
    AssertSqlSafe(sql)
}

fn pool(connections: u32) -> AnyPoolOptions {
    AnyPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(PATIENCE)
        // With no limit on age or idleness sqlx starts no upkeep of the pool. Up to 0.9.0 that upkeep can miscount
        // the idle connections and then spins for ever on one core (github.com/transact-rs/sqlx/issues/3645).
        .idle_timeout(None)
        .max_lifetime(None)
}

/// One connection outside any pool: a pool would try again until its patience ends and then say only that it did.
async fn knock(url: &str) -> Result<(), StoreError> {
    let connection = AnyConnection::connect(url).await.map_err(cannot_open)?;
    connection.close().await.map_err(cannot_open)
}

fn cannot_open(error: sqlx::Error) -> StoreError {
    StoreError::CannotOpen(Fault::new(&error))
}

/// A new file is readable by its owner only; SQLite gives the log beside it the same rights.
pub(crate) fn make_private(path: &Path) -> std::io::Result<()> {
    let mut new = std::fs::OpenOptions::new();
    new.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut new, 0o600);
    match new.open(path) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

fn sqlite_url(path: &Path) -> String {
    use std::fmt::Write as _;
    let mut url = "sqlite://".to_owned();
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'_' | b'-' => {
                url.push(char::from(*byte));
            }
            other => {
                let _ = write!(url, "%{other:02X}");
            }
        }
    }
    url
}

//! Keeps uploads, accounts and the access log; the one place a database is named.
//!
//! ```no_run
//! # async fn example() -> Result<(), waymark_store::StoreError> {
//! use waymark_store::{Accepted, NewUpload, Store};
//!
//! let store = Store::open("waymark.db").await?; // or a postgres:// address
//! let accepted = store
//!     .add_upload(NewUpload {
//!         name: "Annex_A.xlsx".into(),
//!         kind: "annex-a".into(),
//!         as_at: jiff::civil::date(2018, 3, 31),
//!         scope_months: 6,
//!         by: None,
//!         files: vec![("Annex_A.xlsx".into(), std::fs::read("Annex_A.xlsx").unwrap_or_default())],
//!         summary: serde_json::json!({ "lists": { "1": 2400 } }),
//!     })
//!     .await?;
//! if let Accepted::Already(id) = accepted {
//!     println!("these bytes are already here, as upload {id}");
//! }
//! # Ok(())
//! # }
//! ```
//!
//! What the store promises:
//!
//! - **Whole or absent.** An upload is stored in one transaction. One that did not finish is named by
//!   [`Store::interrupted`] at the next start.
//! - **Kept once accepted**, through a killed process and a power failure (`db.rs` says how).
//! - **Never overwritten.** A later cut is another upload. Deleting one deletes its bytes, and so its children, and
//!   keeps a row that says what was deleted, when, by whom and why.
//! - **The same on both engines**: SQL is written once, and every test runs on SQLite and PostgreSQL.

mod accept;
mod access_log;
mod accounts;
mod asks;
mod attempts;
mod backup;
mod chain;
mod counters;
mod db;
mod error;
mod feeds;
mod ids;
mod letters;
mod once;
mod packed;
mod record_files;
mod records;
mod row;
mod sealed;
mod secret;
mod sessions;
mod sign_in;
mod tokens;
mod until;
mod uploads;
mod verify;

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

pub use accept::{Accepted, NewUpload};
pub use access_log::{Look, LookFilter, LookPage};
pub use accounts::{Account, NewAccount, PasswordHash};
pub use asks::Ask;
pub use attempts::{Attempt, Interrupted};
pub use error::{Fault, StoreError};
pub use feeds::Feed;
pub use ids::{AccountId, AttemptId, LookId, UploadId};
pub use letters::Letter;
pub use once::{Earlier, KeptOnce, Once};
pub use packed::sha256;
pub use record_files::{NewRecordFile, RecordFile};
pub use records::{Counts, Kept};
pub use sealed::NewSealed;
pub use secret::Secret;
pub use sessions::{NewSession, Session};
pub use sign_in::Tried;
pub use tokens::ApiToken;
pub use uploads::{StoredFile, Upload, UploadState};
pub use verify::Verified;
pub use waymark_programme::{Area, AreaKind, Role};

/// The facts Waymark keeps, in a SQLite file or a PostgreSQL database. Cheap to clone: clones share connections.
#[derive(Debug, Clone)]
pub struct Store {
    db: db::Db,
    /// Attempts this process is still busy with, which are therefore not interrupted.
    busy_with: Arc<Mutex<BTreeSet<i64>>>,
}

impl Store {
    /// Opens `place`: a `postgres://` address, or the path of a SQLite file, which is made if it is not there (its
    /// folder must be). Brings the schema up to date.
    ///
    /// # Errors
    /// [`StoreError::CannotOpen`] if the place cannot be reached; [`StoreError::UnknownSchema`] if a newer Waymark
    /// wrote it.
    pub async fn open(place: &str) -> Result<Store, StoreError> {
        Ok(Store::on(db::Db::open(place).await?))
    }

    fn on(db: db::Db) -> Store {
        Store {
            db,
            busy_with: Arc::default(),
        }
    }

    /// Whether the database answers: what a health check asks.
    ///
    /// # Errors
    /// [`StoreError::Database`] if it does not.
    pub async fn answers(&self) -> Result<(), StoreError> {
        self.generation().await.map(drop)
    }

    /// Closes every connection; what is being done is finished first.
    pub async fn close(&self) {
        self.db.close().await;
    }
}

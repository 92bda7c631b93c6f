//! Where a council's data are: the folder, its configuration and its store.

use crate::config::Config;
use anyhow::{Context, Result};
use waymark_store::Store;

/// The configuration and the store's address.
pub(crate) struct Found {
    /// The configuration.
    pub config: Config,
    /// A file or a `postgres://` address.
    pub database: String,
    /// The folder that files named in the configuration are beside.
    pub folder: std::path::PathBuf,
}

/// Reads the configuration of a place. The environment's `WAYMARK_DATABASE_URL` goes before the configuration's store.
pub(crate) fn find(place: &crate::Place) -> Result<Found> {
    let path = place
        .config
        .clone()
        .unwrap_or_else(|| place.data.join("waymark.toml"));
    let config = Config::read(&path, place.config.is_some())?;
    let database = match std::env::var("WAYMARK_DATABASE_URL") {
        Ok(url) if !url.is_empty() => url,
        _ if is_address(&config.store.database) => config.store.database.clone(),
        _ => place
            .data
            .join(&config.store.database)
            .display()
            .to_string(),
    };
    Ok(Found {
        config,
        database,
        folder: place.data.clone(),
    })
}

impl Found {
    /// Makes the folder of the data where it is not there yet.
    pub(crate) fn make_folder(&self) -> Result<()> {
        std::fs::create_dir_all(&self.folder)
            .with_context(|| format!("could not make the folder {}", self.folder.display()))
    }

    /// Whether there is a store already; of a server's only opening it can tell.
    pub(crate) fn is_there(&self) -> bool {
        is_address(&self.database) || std::path::Path::new(&self.database).exists()
    }

    /// Opens the store.
    pub(crate) async fn store(&self) -> Result<Store> {
        self.make_folder()?;
        // The address may hold a password: only a file is named.
        let what = if is_address(&self.database) {
            "the PostgreSQL store"
        } else {
            &self.database
        };
        Store::open(&self.database)
            .await
            .with_context(|| format!("could not open {what}"))
    }
}

fn is_address(database: &str) -> bool {
    database.contains("://")
}

/// The runtime that commands wait on.
pub(crate) fn runtime() -> Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .context("could not start the runtime")
}

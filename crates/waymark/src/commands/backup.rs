//! `waymark backup` and `waymark restore`.

use crate::place;
use anyhow::{Context, Result};
use std::path::PathBuf;
use waymark_store::Store;

/// What `backup` may be told.
#[derive(clap::Args)]
pub(crate) struct BackupArguments {
    /// The file to write. It holds everything: keep it as safe as the data.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    place: crate::Place,
}

/// What `restore` may be told.
#[derive(clap::Args)]
pub(crate) struct RestoreArguments {
    /// A file that `waymark backup` wrote.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Replace what the store holds now; without it, only an empty store is restored into.
    #[arg(long)]
    replace: bool,
    #[command(flatten)]
    place: crate::Place,
}

/// Writes the backup, while pages are served.
pub(crate) fn backup(arguments: &BackupArguments) -> Result<()> {
    let place = place::find(&arguments.place)?;
    place::runtime()?.block_on(async {
        let store = place.store().await?;
        store
            .backup_to(&arguments.file)
            .await
            .with_context(|| format!("could not write {}", arguments.file.display()))
    })?;
    println!("Everything is in {}", arguments.file.display());
    Ok(())
}

/// Brings a backup back.
pub(crate) fn restore(arguments: &RestoreArguments) -> Result<()> {
    let place = place::find(&arguments.place)?;
    place.make_folder()?;
    place::runtime()?.block_on(async {
        Store::restore(&arguments.file, &place.database, arguments.replace)
            .await
            .with_context(|| format!("could not restore {}", arguments.file.display()))
    })?;
    println!("Restored from {}", arguments.file.display());
    Ok(())
}

//! `waymark publish`: the whole public side as a folder of files that any server can serve.

use crate::place;
use anyhow::{Context, Result, bail};
use std::path::PathBuf;
use waymark_web::House;
use waymark_web::pages::public::export;

/// What it may be told.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The folder to write in. Files of an earlier export are replaced; others are left alone.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    #[command(flatten)]
    place: crate::Place,
}

/// Runs it.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let found = place::find(&arguments.place)?;
    let options = super::serve::options(&found)?;
    if !found.is_there() {
        bail!(
            "there is no store in {}: say where it is with --data DIR",
            found.folder.display()
        );
    }
    let files = place::runtime()?.block_on(async {
        let house = House::new(found.store().await?, options);
        house
            .reload()
            .await
            .context("the returns could not be read")?;
        let store = house.store().clone();
        let files = export(house).await.map_err(anyhow::Error::msg);
        store.close().await;
        files
    })?;
    for (name, bytes) in &files {
        let path = arguments.out.join(name);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)
                .with_context(|| format!("could not make the folder {}", folder.display()))?;
        }
        std::fs::write(&path, bytes)
            .with_context(|| format!("could not write {}", path.display()))?;
    }
    println!(
        "{} files in {}: begin at {}",
        files.len(),
        arguments.out.display(),
        arguments.out.join("index.html").display()
    );
    Ok(())
}

//! `waymark demo-data`: the demo county's returns as files that anyone may open.

use anyhow::{Context, Result};
use std::path::PathBuf;

/// What it may be told.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The folder to write to; it is made when it is not there.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Only the latest cut.
    #[arg(long)]
    latest: bool,
    /// The county this many times over, for trying out larger councils.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=20))]
    times: u32,
}

/// Runs it: for each cut a folder named for its day, with `Annex_A.xlsx` and a CSV for each list.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let county = waymark_wayshire::wayshire_times(waymark_wayshire::SEED, arguments.times);
    let count = county.cuts().count();
    for (at, cut) in county.cuts().enumerate() {
        if arguments.latest && at + 1 < count {
            continue;
        }
        let folder = arguments.folder.join(cut.as_at.to_string());
        std::fs::create_dir_all(&folder)
            .with_context(|| format!("could not make the folder {}", folder.display()))?;
        let workbook = folder.join("Annex_A.xlsx");
        cut.write_workbook(&workbook)
            .with_context(|| format!("could not write {}", workbook.display()))?;
        let lists = folder.join("csv");
        std::fs::create_dir_all(&lists)
            .with_context(|| format!("could not make the folder {}", lists.display()))?;
        cut.write_csvs(&lists)
            .with_context(|| format!("could not write to {}", lists.display()))?;
        println!("{}", folder.display());
    }
    Ok(())
}

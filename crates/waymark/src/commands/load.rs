//! `waymark load`: a return into the store.

use crate::commands::serve::interrupted_words;
use crate::{input, place};
use anyhow::{Context, Result};
use std::path::PathBuf;
use waymark_data::Day;
use waymark_store::Accepted;
use waymark_web::door::{Arriving, let_in};

/// What it may be told.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The return's files: a workbook, CSVs, XML, a zip, or a folder of them. All of them are one return.
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,
    /// The day whose end the return shows, such as 2018-03-31. It is never guessed from the cells.
    #[arg(long, value_name = "DATE")]
    as_at: Day,
    /// How many months the return looks back.
    #[arg(long, value_name = "N", default_value_t = 6, value_parser = clap::value_parser!(u32).range(1..=120))]
    scope_months: u32,
    #[command(flatten)]
    place: crate::Place,
}

/// Runs it: says what arrived, table by table, and what could not be read.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let place = place::find(&arguments.place)?;
    let progress = crate::progress::Progress::new("Reading", 3);
    let files = input::files(&arguments.paths)?;
    let name = match files.as_slice() {
        [one] => one.name.clone(),
        many => format!("{} and {} more", many[0].name, many.len() - 1),
    };
    progress.step(1);
    let arriving = Arriving {
        name,
        files: files
            .into_iter()
            .map(|it| (it.name, it.bytes.into_owned()))
            .collect(),
        as_at: arguments.as_at,
        scope_months: arguments.scope_months,
        by: None,
    };
    let found = place::runtime()?.block_on(async {
        let store = place.store().await?;
        let interrupted = store.interrupted().await?;
        for it in &interrupted {
            eprintln!("{}", interrupted_words(it));
        }
        let told: Vec<_> = interrupted.iter().map(|it| it.id).collect();
        store.acknowledge_interrupted(&told).await?;
        progress.step(2);
        let found = let_in(&store, arriving)
            .await
            .context("the return was not loaded, and nothing of it was kept")?;
        store.close().await;
        anyhow::Ok(found)
    })?;
    progress.done();
    match found.accepted {
        Accepted::New(id) => println!(
            "Loaded as upload {id}: {}, as at {}",
            found.read.kind,
            arguments.as_at.words()
        ),
        Accepted::Already(id) => {
            println!("These bytes are here already, as upload {id}; nothing was stored.")
        }
    }
    for it in found.read.arrival() {
        let unreadable = match it.unreadable {
            0 => String::new(),
            1 => ", 1 cell could not be read".to_owned(),
            many => format!(", {many} cells could not be read"),
        };
        println!(
            "  {:10} {:44} {:>8} rows{unreadable}",
            it.name, it.title, it.rows
        );
    }
    for note in found
        .read
        .notes
        .iter()
        .chain(&found.read.doubts(arguments.as_at))
    {
        eprintln!("{note}");
    }
    Ok(())
}

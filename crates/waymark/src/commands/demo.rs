//! `waymark demo`: Wayshire, an invented county, loaded through the same door as a real return and served on this machine.

use crate::commands::{demo_papers, serve};
use crate::config::Config;
use crate::{place, progress::Progress};
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use waymark_data::{Day, Month};
use waymark_store::{Store, UploadState};
use waymark_web::Options;
use waymark_web::demo::{DEMO_ACCOUNTS, keep_ofsted, make_demo_accounts};
use waymark_web::door::{Arriving, let_in};

/// The end of every demo account's name: no real address has it.
pub(crate) const DOMAIN: &str = "@wayshire.example";

/// What it may be told.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The folder of the demo county's data.
    #[arg(long, value_name = "DIR", default_value = "demo-data")]
    data: PathBuf,
    /// The port to serve on.
    #[arg(long, value_name = "N", default_value_t = 8080)]
    port: u16,
    /// Load the county, and stop.
    #[arg(long)]
    no_serve: bool,
    /// The address to serve on: only one of this machine's own is taken, because the demo's passwords are public.
    #[arg(long, value_name = "ADDRESS", default_value_t = std::net::IpAddr::V4(Ipv4Addr::LOCALHOST))]
    listen: std::net::IpAddr,
}

/// Wayshire's configuration: its areas, a few targets, and published figures to read beside its own.
const CONFIG: &str = include_str!("../../wayshire.toml");

/// Month ends from January 2016 to March 2018.
const CUTS: i32 = 27;

/// Runs it.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    if !arguments.listen.is_loopback() {
        bail!(
            "the demo is served on this machine only, because anyone may read its passwords: {} is an address that others \
             can reach; leave --listen out",
            arguments.listen
        );
    }
    std::fs::create_dir_all(&arguments.data)
        .with_context(|| format!("could not make the folder {}", arguments.data.display()))?;
    // The other commands find the county's configuration beside its store.
    let settings = arguments.data.join("waymark.toml");
    if !settings.exists() {
        std::fs::write(&settings, CONFIG)
            .with_context(|| format!("could not write {}", settings.display()))?;
    }
    let database = arguments.data.join("waymark.db").display().to_string();
    let mut options = options()?;
    options.templates = crate::paper_templates::told(&arguments.data)?;
    options.address = format!("http://127.0.0.1:{}", arguments.port);
    place::runtime()?.block_on(async {
        let store = Store::open(&database).await.with_context(|| format!("could not open {database}"))?;
        refuse_real_accounts(&store).await?;
        let cuts = load(&store).await?;
        make_demo_accounts(&store).await.context("could not make the demo's accounts")?;
        write_board_life(&store).await.context("could not write the demo's board")?;
        keep_ofsted(
            &store,
            &[
                ("reports.json", waymark_wayshire::OFSTED_REPORTS),
                ("latest_outcomes.csv", waymark_wayshire::OFSTED_OUTCOMES),
            ],
        )
        .await
        .context("could not load the demo's inspections")?;
        demo_papers::write(&store, &options).await.context("could not write the demo's papers")?;
        println!(
            "Wayshire: {cuts} monthly returns, January 2016 to March 2018, and two years of its improvement board. Everything in \
             it is invented."
        );
        let mut say = vec![String::new(), "Sign in as:".to_owned()];
        say.extend(DEMO_ACCOUNTS.iter().map(|it| format!("  {:32} {:24} {}", it.sign_in_name, it.password, it.who)));
        if arguments.no_serve {
            say.iter().for_each(|line| println!("{line}"));
            store.close().await;
            return Ok(());
        }
        serve::serve(store, options, SocketAddr::new(arguments.listen, arguments.port), &say).await
    })
}

/// Open passwords beside real people's accounts would let anyone in: a store with accounts and none of the demo's is a
/// council's own. Accounts added within the demo belong to it.
async fn refuse_real_accounts(store: &Store) -> Result<()> {
    let accounts = store.accounts().await?;
    if !accounts.is_empty() && !accounts.iter().any(|it| it.sign_in_name.ends_with(DOMAIN)) {
        bail!(
            "this folder holds a real council's accounts: choose another --data folder for the demo"
        );
    }
    Ok(())
}

/// Loads the cuts that are not there yet, through the door of every return; tells how many there are.
async fn load(store: &Store) -> Result<usize> {
    let here: BTreeSet<Day> = store
        .uploads()
        .await?
        .into_iter()
        .filter(|it| it.state == UploadState::Kept)
        .map(|it| Day::from(it.as_at))
        .collect();
    let county = waymark_wayshire::wayshire(waymark_wayshire::SEED);
    let days: Vec<Day> = (0..CUTS)
        .map(|at| Month::new(2016, 1).plus(at).last())
        .collect();
    let progress = Progress::new("Loading", days.len());
    for (at, day) in days.iter().enumerate() {
        progress.step(at);
        if here.contains(day) {
            continue;
        }
        let cut = county.cut(*day);
        let arriving = Arriving {
            name: format!("Wayshire Annex A {day}.zip"),
            files: vec![(
                format!("Wayshire Annex A {day}.zip"),
                cut.csv_zip().context("could not write the demo's CSVs")?,
            )],
            as_at: *day,
            scope_months: waymark_wayshire::SCOPE_MONTHS,
            by: None,
        };
        let_in(store, arriving)
            .await
            .with_context(|| format!("could not load the demo's return of {day}"))?;
    }
    progress.done();
    Ok(days.len())
}

/// Writes the two years of the board, all or nothing, where no record is yet. Tells nothing where there are some: they are
/// this demo's, with what was changed in it since.
async fn write_board_life(store: &Store) -> Result<()> {
    if store.records_seq().await? > 0 {
        return Ok(());
    }
    let story = waymark_wayshire::board_life();
    let dated: Vec<_> = story.iter().map(|it| (&it.changes, it.at)).collect();
    let kept = store.keep_all(&dated).await?;
    // The story names what earlier lists made by the numbers that an empty store gives.
    let numbers = kept.iter().flat_map(|it| &it.made).map(|it| it.0);
    if !numbers.eq(1..=i64::try_from(kept.iter().map(|it| it.made.len()).sum::<usize>())?) {
        bail!("the store numbered the board's records in its own way");
    }
    Ok(())
}

fn options() -> Result<Options> {
    let config = Config::parse(CONFIG).context("Wayshire's own configuration")?;
    Ok(Options {
        name: config.name.clone(),
        service: config.service.clone(),
        colour: config.colour.clone(),
        logo: None,
        areas: config.areas()?,
        settings: config.settings()?,
        address: String::from("http://127.0.0.1:8080"),
        mail: config.mail()?,
        behind_proxy: false,
        demo: true,
        // The day after Easter's week, so that "Data to 31 March" reads as it would have.
        today: Some("2018-04-08".parse().map_err(anyhow::Error::msg)?),
        nearing_days: config.data.nearing_days,
        stale_after_days: config.data.stale_after_days,
        templates: waymark_report::paper::templates::all(&[]).templates,
        press: crate::printer::press(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wayshires_configuration_names_wayshires_districts() {
        let areas = options().expect("it is right").areas;
        let named: Vec<(&str, &str)> = areas
            .districts
            .iter()
            .map(|it| (it.name.as_str(), it.locality.as_str()))
            .collect();
        let drawn: Vec<(&str, &str)> = waymark_wayshire::AREAS
            .iter()
            .map(|it| (it.name, it.locality))
            .collect();
        assert_eq!(named, drawn);
        let on = "2018-03-31".parse().expect("a day");
        assert_eq!(areas.population(on).map(|it| it.children), Some(246_777));
    }
}

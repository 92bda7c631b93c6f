//! `waymark remind`: writes to everybody who owes something, once in the period the council chose.

use crate::place;
use anyhow::{Context, Result, bail};
use waymark_web::House;
use waymark_web::mail::{Came, remind};

/// What it may be told.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    place: crate::Place,
    /// Only say who would be written to, and send nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Runs it.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let found = place::find(&arguments.place)?;
    let options = super::serve::options(&found)?;
    if !arguments.dry_run && !options.mail.can_send() {
        bail!(
            "no mail server is set up: name one under [mail] in waymark.toml, or look with --dry-run who would be written to"
        );
    }
    let round = place::runtime()?.block_on(async {
        let house = House::new(found.store().await?, options);
        let round = remind(&house, arguments.dry_run)
            .await
            .context("could not look who owes what");
        house.store().close().await;
        round
    })?;
    if round.is_empty() {
        println!("Nobody with an address owes anything.");
    }
    let mut unsent = 0;
    for it in &round {
        let what = format!(
            "{} overdue, {} due soon, {} waiting",
            it.overdue, it.soon, it.waiting
        );
        let came = match it.came {
            Came::Sent => "sent".to_owned(),
            Came::Before => "written to before in this period".to_owned(),
            Came::Looked => "would be written to".to_owned(),
            Came::Not(why) => {
                unsent += 1;
                format!("not sent: {why}")
            }
        };
        println!("{}: {what}; {came}", it.name);
    }
    if unsent > 0 {
        bail!(
            "{unsent} of {} letters were not sent; they are tried again next time",
            round.len()
        );
    }
    Ok(())
}

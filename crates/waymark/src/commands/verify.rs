//! `waymark verify`: proves the chain of what people wrote.

use crate::place;
use anyhow::{Result, bail};
use waymark_store::Verified;

/// What `verify` may be told.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    place: crate::Place,
}

/// Hashes every line of history again, and holds every record, link and file, to the last byte, against what its history
/// says.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let place = place::find(&arguments.place)?;
    if !place.is_there() {
        bail!("there is no store at {}", place.database);
    }
    let found = place::runtime()?.block_on(async {
        let store = place.store().await?;
        anyhow::Ok(store.verify().await?)
    })?;
    for line in told(&found) {
        println!("{line}");
    }
    if found.faults.is_empty() {
        Ok(())
    } else {
        bail!("the chain does not hold: {} faults", found.faults.len());
    }
}

/// What was found, a line each.
fn told(found: &Verified) -> Vec<String> {
    let mut lines = vec![
        format!("lines of history: {}", found.lines),
        format!("records: {}", found.records),
        format!("links: {}", found.links),
        format!("files of records, every byte hashed: {}", found.files),
        format!(
            "sealed beneath papers, each against its own hash: {}",
            found.sealed
        ),
        format!("lines whose content was erased: {}", found.erased),
        format!(
            "last hash: {}",
            if found.last.is_empty() {
                "none, nothing is written yet"
            } else {
                &found.last
            }
        ),
    ];
    if found.untyped > 0 {
        lines.push(format!(
            "kept by an older Waymark, so that the kind of a record or the type of a file is not proved: {}",
            found.untyped
        ));
    }
    lines.extend(found.faults.iter().map(|it| format!("fault: {it}")));
    if found.faults.is_empty() {
        lines.push(
            "The chain holds. Written down elsewhere, its last hash proves later that nothing before it was changed."
                .to_owned(),
        );
    }
    lines
}

//! A reminder as a letter: what one person owes.

use super::letter::{Entry, Letter, Part};
use super::owed::{Owed, Owing};
use super::send::one_line;
use crate::house::Options;
use crate::words::{capital, counted};
use std::collections::BTreeMap;
use waymark_programme::kinds::ACTION;
use waymark_programme::{Readers, RecordId};

/// The letter. `links` has the address of a partner's own link for each action they can answer without an account.
pub(super) fn written(
    options: &Options,
    owing: &Owing<'_>,
    links: &BTreeMap<RecordId, String>,
) -> Letter {
    let mail = &options.mail;
    let mut parts = vec![
        Part::Words(format!("Dear {},", one_line(&owing.name))),
        Part::Words(lead(owing)),
    ];
    let soon = format!("Due in the next {} days", mail.within_days);
    for (heading, list) in [
        ("Overdue", &owing.overdue),
        (soon.as_str(), &owing.soon),
        ("Waiting for you", &owing.waiting),
    ] {
        if !list.is_empty() {
            parts.push(Part::Heading(heading.to_owned()));
            let entries = list.iter().map(|it| entry(options, it, links));
            parts.push(Part::List(entries.collect()));
        }
    }
    if owing.account.is_none() {
        parts.push(Part::Words(format!(
            "You need no account and no password. Each link can be answered once, within {} days, by whoever holds it: do not pass this letter on.",
            mail.link_days
        )));
    }
    parts.push(Part::Words(format!(
        "This letter comes from {}, {}, because your name stands beside what is listed. If it should not, or to stop these letters, turn to {}.",
        options.service, options.name, mail.contact
    )));
    Letter {
        to_name: owing.name.clone(),
        to_email: owing.email.clone(),
        subject: format!("{}: what is waiting for you", options.service),
        parts,
    }
}

fn lead(owing: &Owing<'_>) -> String {
    let mut said = Vec::new();
    if !owing.overdue.is_empty() {
        said.push(format!("{} overdue", owing.overdue.len()));
    }
    if !owing.soon.is_empty() {
        said.push(format!("{} due soon", owing.soon.len()));
    }
    if !owing.waiting.is_empty() {
        said.push(format!("{} waiting for you", owing.waiting.len()));
    }
    format!("For the improvement board: {}.", said.join(", "))
}

fn entry(options: &Options, owed: &Owed<'_>, links: &BTreeMap<RecordId, String>) -> Entry {
    let record = owed.record;
    // A letter passes through many hands: what only a few may read is named by its reference.
    let title = if record.readers == Readers::Restricted {
        format!("{}: sign in to read it", record.reference())
    } else {
        format!("{}: {}", record.reference(), one_line(record.title()))
    };
    let mut note = match owed.due {
        Some(due) if owed.over > 0 => format!(
            "Due {}, {} over",
            due.words(),
            counted(owed.over as usize, "day", "days")
        ),
        Some(due) => format!("Due {}", due.words()),
        None => "No date".to_owned(),
    };
    if !owed.why.is_empty() {
        note = if owed.due.is_some() {
            format!("{note}; {}", owed.why)
        } else {
            capital(owed.why)
        };
    }
    let own = if record.is(&ACTION) {
        format!("{}/actions/{}", options.address, record.id)
    } else {
        format!("{}{}", options.address, record.path())
    };
    Entry {
        title,
        note,
        address: links.get(&record.id).cloned().unwrap_or(own),
    }
}

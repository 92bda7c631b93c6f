//! Ofsted's published findings: reports with what needs to improve, and the latest outcome of every council.
//!
//! Three files are known by what is in them: a JSON list of reports; a CSV of outcomes, one row an inspection; a CSV of
//! councils with their statistical neighbours. All are public (Open Government Licence), so a message may quote them.

mod authorities;
mod dates;
mod error;
mod grade;
mod neighbours;
mod outcomes;
mod reports;
mod rows;

pub use authorities::Authority;
pub use dates::Inspected;
pub use error::OfstedError;
pub use grade::Grade;
pub use neighbours::{Neighbour, neighbours};
pub use outcomes::{Outcome, Outcomes};
pub use reports::{Inspection, Judgements, Reports, inspections_of};

use crate::sniff::{Format, sniff};
use crate::text::decode;

/// What one file holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Ofsted {
    /// Inspection reports.
    Reports(Reports),
    /// Outcomes, one row an inspection.
    Outcomes(Outcomes),
    /// Councils.
    Authorities(Vec<Authority>),
}

/// Reads a file of Ofsted's findings, whichever of the three it is.
///
/// # Errors
/// When it is none of them, or a row or report in it cannot be read: half a list would hide an inspection.
pub fn read_ofsted(name: &str, bytes: &[u8]) -> Result<Ofsted, OfstedError> {
    if !matches!(sniff(bytes), Format::Text) {
        return Err(OfstedError::NotOfsteds {
            file: name.to_owned(),
        });
    }
    let text = decode(bytes, None).text;
    match kind(&text) {
        Some(File::Reports) => reports::read(name, &text).map(Ofsted::Reports),
        Some(File::Outcomes) => outcomes::read(name, &text).map(Ofsted::Outcomes),
        Some(File::Authorities) => authorities::read(name, &text).map(Ofsted::Authorities),
        None => Err(OfstedError::NotOfsteds {
            file: name.to_owned(),
        }),
    }
}

/// What the ordinary intake says such a file is, for the person who gave it there.
pub(crate) fn seems(bytes: &[u8]) -> Option<&'static str> {
    let text = decode(bytes, None).text;
    Some(match kind(&text)? {
        File::Reports => {
            "a list of Ofsted's inspection reports: it is loaded under \"Ofsted's findings\", not as a return"
        }
        File::Outcomes => {
            "a list of Ofsted's outcomes: it is loaded under \"Ofsted's findings\", not as a return"
        }
        File::Authorities => {
            "a list of councils and their neighbours: it is loaded under \"Ofsted's findings\", not as a return"
        }
    })
}

enum File {
    Reports,
    Outcomes,
    Authorities,
}

/// Which of the files a text is, by its beginning.
fn kind(text: &str) -> Option<File> {
    let begins = text.trim_start();
    if begins.starts_with('[') || begins.starts_with('{') {
        let head: String = begins.chars().take(100_000).collect();
        let reports = head.contains("\"judgements\"") || head.contains("\"needs_to_improve\"");
        return reports.then_some(File::Reports);
    }
    let first = begins
        .lines()
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let has = |heading: &str| {
        let mut headings = first.split([',', ';', '\t']);
        headings.any(|it| it.trim().trim_matches('"') == heading)
    };
    if has("la_code") && has("overall_effectiveness_grade") {
        Some(File::Outcomes)
    } else if has("la_code") && has("stat_neighbours") {
        Some(File::Authorities)
    } else {
        None
    }
}

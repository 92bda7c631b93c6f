//! What officers wrote in a paper: sentences in place of the record's, additions, reasons, exceptions.
//!
//! Each is a record of kind `wording` that belongs to the paper, with its history. Its place is a text's key, so it stays
//! where it belongs when the paper is made again from newer figures; the words that stood there are kept beside it.

use super::writer::evidence;
use crate::paper::material::Material;
use crate::paper::{Block, Evidence, Figure, Hand, Override, Paper, Text};
use waymark_programme::kinds::WORDING;
use waymark_programme::{End, Record, link};

/// What a place that adds a paragraph at the end of a section ends with: `positives/+1`.
pub const ADDED: &str = "/+";

/// What a wording does, by its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In place of a text: its key.
    Instead(String),
    /// At the end of a section: its key.
    Added(String),
}

impl Place {
    /// Reads a place.
    #[must_use]
    pub fn read(text: &str) -> Self {
        match text.rsplit_once(ADDED) {
            Some((section, n)) if !n.is_empty() && n.bytes().all(|it| it.is_ascii_digit()) => {
                Self::Added(section.to_owned())
            }
            _ => Self::Instead(text.to_owned()),
        }
    }
}

/// Puts the wordings that belong to the paper in.
pub(super) fn take(paper: &mut Paper, from: &Material<'_>) {
    let Some(record) = from.paper else {
        return;
    };
    let mut lost = Vec::new();
    for wording in from
        .records
        .parts(record.id, &WORDING)
        .filter(|it| it.is_open())
    {
        match wording.text("sort") {
            "reason" => reason(paper, wording),
            "exception" => paper.overrides.push(Override {
                rule: wording.text("rule").to_owned(),
                about: wording.text("place").to_owned(),
                by: wording.text("said_by").to_owned(),
                reason: wording.text("text").to_owned(),
            }),
            _ => {
                if !sentence(paper, wording, from) {
                    lost.push(wording);
                }
            }
        }
    }
    // What an officer wrote is never lost: where its place is no longer in the paper, it stands at its section's end, or
    // at the end of all.
    for wording in lost {
        let section = wording.text("place").split('/').next().unwrap_or_default();
        let text = officers(wording, String::new(), from, &paper.figures);
        let at = paper.sections.iter().position(|it| it.key == section);
        let at = at.unwrap_or(paper.sections.len().saturating_sub(1));
        if let Some(section) = paper.sections.get_mut(at) {
            section.blocks.push(Block::Text(text));
        }
    }
}

fn reason(paper: &mut Paper, wording: &Record) {
    if let Some(missing) = paper
        .missing
        .iter_mut()
        .find(|it| it.measure == wording.text("place"))
    {
        wording.text("text").clone_into(&mut missing.reason);
    }
}

/// Puts a sentence in its place; whether there is one.
fn sentence(paper: &mut Paper, wording: &Record, from: &Material<'_>) -> bool {
    let figures = &paper.figures;
    match Place::read(wording.text("place")) {
        Place::Added(section) => {
            let found = paper.sections.iter_mut().find(|it| it.key == section);
            found.is_some_and(|it| {
                let text = officers(wording, String::new(), from, figures);
                it.blocks.push(Block::Text(text));
                true
            })
        }
        Place::Instead(key) => {
            let texts = paper
                .sections
                .iter_mut()
                .flat_map(|it| &mut it.blocks)
                .flat_map(|it| match it {
                    Block::Text(text) => std::slice::from_mut(text),
                    Block::Points(texts) => texts.as_mut_slice(),
                    _ => &mut [],
                });
            let mut found = false;
            for text in texts.filter(|it| it.key == key) {
                let stood = std::mem::take(&mut text.words);
                let written = officers(wording, stood, from, figures);
                text.words = written.words;
                text.by = written.by;
                // It still speaks of what the record's words spoke of, and of what the officer named.
                for key in written.figures {
                    if !text.figures.contains(&key) {
                        text.figures.push(key);
                    }
                }
                for it in written.evidence {
                    if !text.evidence.contains(&it) {
                        text.evidence.push(it);
                    }
                }
                found = true;
            }
            found
        }
    }
}

/// An officer's text, with what they say it is about: the records it rests on, and of each measure the latest figure that
/// the paper holds.
fn officers(wording: &Record, instead_of: String, from: &Material<'_>, figures: &[Figure]) -> Text {
    let place = wording.text("place");
    let by = Hand::Officer {
        name: wording.text("said_by").to_owned(),
        on: wording.date().unwrap_or(from.made_on),
        instead_of,
    };
    let mut text = Text {
        by,
        ..Text::of_record(place, wording.text("text"))
    };
    let about = from.records.links_from(wording.id).iter();
    for it in about.filter(|it| *it.kind == link::ABOUT) {
        match &it.to {
            End::Record(id) => {
                let record = from.records.get(*id);
                text.evidence.extend(record.map(evidence_now));
            }
            End::Measure(name) => text.figures.extend(latest_of(name, figures)),
        }
    }
    text
}

/// A record that words rest on, as it is now: one that is gone is named, or the words would seem never to have had any.
fn evidence_now(record: &Record) -> Evidence {
    let gone = match (record.erased, record.deleted) {
        (true, _) => "erased",
        (_, true) => "deleted",
        _ => return evidence(record),
    };
    Evidence {
        reference: record.reference(),
        title: gone.to_owned(),
        on: None,
        gone: true,
    }
}

/// The key of the latest figure of a measure, of all children.
fn latest_of(name: &str, figures: &[Figure]) -> Option<String> {
    let variants = format!("{name}/");
    let all = figures.iter().filter(|it| {
        it.group.is_empty() && (it.measure == name || it.measure.starts_with(&variants))
    });
    // The one that the signals speak of is the latest complete month.
    all.max_by_key(|it| (it.measure == name, !it.verdict.is_empty(), it.to))
        .map(|it| it.key.clone())
}

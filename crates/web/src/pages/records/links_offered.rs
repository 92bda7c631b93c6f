//! Which links a record may have, and what each may lead to.

use super::links::{choice, may_link};
use waymark_govuk::Choice;
use waymark_measures::catalogue;
use waymark_programme::gate::from_to;
use waymark_programme::link::{ANY, LINKS, LinkKind, MEASURE};
use waymark_programme::{Asker, Record, Records, kinds};

/// How many records or measures are offered at once.
const OFFERED: usize = 20;

/// What a link says, read from one of its ends.
pub(super) struct Says {
    pub(super) kind: &'static LinkKind,
    /// Whether it begins at the record that is looked at.
    pub(super) out: bool,
}

impl Says {
    /// In a form.
    pub(super) fn value(&self) -> String {
        let way = if self.out { "out" } else { "in" };
        format!("{way}:{}", self.kind.word)
    }

    /// As the record reads it.
    pub(super) fn words(&self) -> String {
        if self.out {
            self.kind.forwards.to_owned()
        } else {
            self.kind.backwards.to_owned()
        }
    }

    /// The link that a form names, if this record may have it and this person make it.
    pub(super) fn find(asker: &Asker<'_>, record: &Record, value: &str) -> Option<Self> {
        says(asker, record)
            .into_iter()
            .find(|it| it.value() == value)
    }
}

/// Every link a record may have that this person may make: those that begin here, then those that begin at records of
/// kinds they may write.
pub(super) fn says(asker: &Asker<'_>, record: &Record) -> Vec<Says> {
    let out = LINKS
        .iter()
        .filter(|link| record.kind.links.iter().any(|it| it.link == **link));
    let into = LINKS.iter().filter(|link| {
        kinds::KINDS.iter().any(|kind| {
            asker.may_make(kind)
                && kind.links.iter().any(|it| {
                    it.link == **link && (it.to.contains(&record.kind.word) || it.to.contains(&ANY))
                })
        })
    });
    let out = out.map(|kind| Says { kind, out: true });
    out.chain(into.map(|kind| Says { kind, out: false }))
        .collect()
}

/// What this link of this record may lead to, found by reference or words; without words the latest. Measures come first
/// where words name them.
pub(super) fn candidates(
    asker: &Asker<'_>,
    records: &Records,
    record: &Record,
    says: &Says,
    words: &str,
) -> Vec<Choice> {
    let fits = |other: &&Record| {
        !other.deleted
            && other.id != record.id
            && asker.may_read(other)
            && if says.out {
                from_to(record.kind, says.kind, Some(other.kind))
            } else {
                from_to(other.kind, says.kind, Some(record.kind)) && may_link(asker, other)
            }
    };
    let to_measures = says.out
        && record
            .kind
            .links
            .iter()
            .any(|it| it.link == says.kind && it.to.contains(&MEASURE));
    let mut found: Vec<Choice> = Vec::new();
    if let Some(cited) = records.cited(words).filter(fits) {
        found.push(choice(cited));
    } else {
        let mut matching: Vec<&Record> = records.search(words).filter(fits).collect();
        matching.sort_by_key(|it| std::cmp::Reverse((it.changed, it.id)));
        found.extend(matching.into_iter().take(OFFERED).map(choice));
    }
    if to_measures {
        let wanted = waymark_programme::search_words(words);
        let mut seen = std::collections::BTreeSet::new();
        let measures = catalogue::all()
            .filter(|it| {
                let title = it.title.to_lowercase();
                wanted
                    .iter()
                    .all(|word| title.contains(word) || it.id == word)
            })
            .filter(|it| seen.insert(it.id))
            .take(OFFERED);
        let measures: Vec<Choice> = measures
            .map(|it| {
                Choice::new(
                    format!("measure:{}", it.id),
                    format!("{} (measure)", it.title),
                )
            })
            .collect();
        if words.trim().is_empty() {
            found.extend(measures);
        } else {
            found.splice(0..0, measures);
        }
    }
    found
}

//! Who may read, write and move what.

use crate::check::{Mistake, check};
use crate::deciding::amiss as amiss_with_minute;
use crate::kind::{Kind, Move, Need};
use crate::link::End;
use crate::record::{Record, RecordId, Values};
use crate::records::Records;
use crate::role::{Area, Role};
use waymark_data::Day;

/// Who asks, as far as records care.
#[derive(Debug, Clone, Copy)]
pub struct Asker<'a> {
    /// Their role; none: nobody is signed in.
    pub role: Option<Role>,
    /// Their name, which makes them the owner of what bears it.
    pub name: &'a str,
    /// The areas a manager looks after.
    pub areas: &'a [Area],
}

impl Asker<'_> {
    /// Somebody who is not signed in.
    pub const PUBLIC: Asker<'static> = Asker {
        role: None,
        name: "",
        areas: &[],
    };

    /// Whether a record is theirs: their name stands among its owners.
    #[must_use]
    pub fn owns(&self, record: &Record) -> bool {
        self.role.is_some()
            && !self.name.is_empty()
            && record.owners().iter().any(|it| same(it, self.name))
    }

    /// Whether they may read it.
    #[must_use]
    pub fn may_read(&self, record: &Record) -> bool {
        record.readers.include(self.role) || self.owns(record)
    }

    /// Whether they may make a record of this kind.
    #[must_use]
    pub fn may_make(&self, kind: &Kind) -> bool {
        self.role.is_some_and(|it| kind.writers.contains(&it))
    }

    /// Whether they may edit or delete it. A manager may what concerns their areas, or no area; nobody what is frozen.
    #[must_use]
    pub fn may_edit(&self, record: &Record) -> bool {
        !record.state.frozen
            && !record.erased
            && self.may_read(record)
            && self.may_make(record.kind)
            && (self.role != Some(Role::Manager) || self.looks_after(record.area()))
    }

    /// Whether they may write what a record's owner may: progress, evidence, another date. Whoever may edit it may too.
    #[must_use]
    pub fn may_report_on(&self, record: &Record) -> bool {
        let theirs = self.owns(record) && !record.state.frozen && !record.erased && !record.deleted;
        self.may_edit(record) || theirs && record.kind.fields.iter().any(|it| it.owner)
    }

    /// Whether this area is one of theirs; no area is everybody's.
    #[must_use]
    pub fn looks_after(&self, area: &str) -> bool {
        area.is_empty() || self.areas.iter().any(|it| same(&it.name, area))
    }

    /// The moves they may make from where a record stands, whether or not what they need holds yet.
    pub fn moves<'a>(&'a self, record: &'a Record) -> impl Iterator<Item = &'static Move> + 'a {
        record
            .kind
            .moves
            .iter()
            .filter(|_| !record.deleted && !record.erased && self.may_read(record))
            .filter(|it| it.from.contains(&record.state.word))
            .filter(|it| {
                self.role.is_some_and(|role| it.who.contains(&role))
                    && (self.role != Some(Role::Manager) || self.looks_after(record.area()))
                    || it.owner && self.owns(record)
            })
    }
}

/// What a move still needs on a day, in words; none if it may be made.
#[must_use]
pub fn lacking(
    records: &Records,
    record: &Record,
    step: &Move,
    reason: &str,
    minute: Option<RecordId>,
    today: Day,
) -> Vec<Mistake> {
    let linked = |word: &str| {
        records
            .links_from(record.id)
            .iter()
            .chain(records.links_to(record.id))
            .any(|it| it.kind.word == word)
    };
    let tied = |kind: &str| {
        let away = records
            .links_from(record.id)
            .iter()
            .filter_map(|it| match it.to {
                End::Record(to) => Some(to),
                End::Measure(_) => None,
            });
        away.chain(records.links_to(record.id).iter().map(|it| it.from))
            .filter_map(|it| records.get(it))
            .any(|it| it.kind.word == kind && !it.deleted)
    };
    let one = |lacks: bool, field: &'static str, words: &str| -> Vec<Mistake> {
        lacks
            .then(|| Mistake::new(field, words))
            .into_iter()
            .collect()
    };
    let decided = |wrong| -> Vec<Mistake> {
        amiss_with_minute(records, record, wrong, minute, today)
            .map(|words| Mistake::new("minute", words))
            .into_iter()
            .collect()
    };
    step.needs
        .iter()
        .flat_map(|need| match need {
            Need::Filled(field, words) => one(!record.values.has(field), field, words),
            Need::Linked(link, words) => one(!linked(link), "", words),
            Need::Tied(kind, words) => one(!tied(kind), "", words),
            Need::Reason => one(reason.trim().is_empty(), "reason", "Say why"),
            Need::Minute => decided(None),
            Need::MinuteOf(wrong) => decided(Some(*wrong)),
            Need::Come(field, words) => {
                one(record.day(field).is_none_or(|it| it > today), field, words)
            }
            Need::Rule(rule) => rule(records, record),
        })
        .collect()
}

/// What is wrong with a new or edited record of this kind for this asker; none if it may be kept.
#[must_use]
pub fn amiss(asker: &Asker<'_>, kind: &'static Kind, values: &Values) -> Vec<Mistake> {
    let mut found = check(kind, values);
    if asker.role == Some(Role::Manager) && !asker.looks_after(values.text(crate::kind::AREA)) {
        found.push(Mistake::new(
            crate::kind::AREA,
            "Choose an area you look after",
        ));
    }
    found
}

/// Whether two names are the same, but for case and doubled blanks.
#[must_use]
pub fn same(a: &str, b: &str) -> bool {
    // Lists compare every name with every other: nothing is copied, and the first letter that differs ends it.
    let (mut left, mut right) = (a.split_whitespace(), b.split_whitespace());
    let small = |word: &str, other: &str| {
        let letters = |it: &str| it.chars().flat_map(char::to_lowercase).collect::<Vec<_>>();
        word == other
            || word.chars().next().map(|it| it.to_lowercase().next())
                == other.chars().next().map(|it| it.to_lowercase().next())
                && letters(word) == letters(other)
    };
    let mut any = false;
    loop {
        match (left.next(), right.next()) {
            (None, None) => return any,
            (Some(word), Some(other)) if small(word, other) => any = true,
            _ => return false,
        }
    }
}

//! The gate every change goes through before it is kept: may this person, does it fit its kind, does what a move needs hold?

use crate::change::{Change, Changes};
use crate::check::{Mistake, check};
use crate::kind::{Field, Kind, Need};
use crate::link::{ANY, End, LinkKind, MEASURE};
use crate::permit::{Asker, amiss, lacking};
use crate::record::{Record, RecordId, Values};
use crate::records::Records;
use std::collections::BTreeMap;
use waymark_data::Day;

/// Why changes are not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// This person may not; the words say what.
    NotAllowed(&'static str),
    /// There is no such record, or they may not know of it.
    NoSuchRecord,
    /// What was written does not fit, or something must hold first.
    Mistakes(Vec<Mistake>),
}

/// Lets changes through on a day, or says why not. Each is looked at as the ones before it leave things: evidence can be added and
/// an action offered for closing in one list (the move then reads one version more).
///
/// # Errors
/// [`Refused`], for the first change that cannot be kept.
pub fn pass(
    asker: &Asker<'_>,
    records: &Records,
    changes: &Changes,
    today: Day,
) -> Result<(), Refused> {
    let mut after = After {
        records,
        today,
        changed: BTreeMap::new(),
        made: Vec::new(),
    };
    for (at, change) in changes.list.iter().enumerate() {
        after.one(asker, changes, change, &changes.list[..at])?;
    }
    Ok(())
}

/// How things stand after the changes looked at so far.
struct After<'a> {
    records: &'a Records,
    today: Day,
    changed: BTreeMap<RecordId, Record>,
    made: Vec<&'static Kind>,
}

impl After<'_> {
    fn one(
        &mut self,
        asker: &Asker<'_>,
        changes: &Changes,
        change: &Change,
        before: &[Change],
    ) -> Result<(), Refused> {
        match change {
            Change::Make { kind, values, .. } => {
                if !asker.may_make(kind) {
                    return Err(Refused::NotAllowed("You may not make one of these."));
                }
                self.made.push(kind);
                none(amiss(asker, kind, values))
            }
            Change::Edit {
                record,
                readers,
                values,
                ..
            } => {
                let mut now = self.standing(asker, *record)?;
                // What a frozen record holds stands; who may read it can still be changed, minutes are published after
                // they are approved, and what became of it can be written down.
                let opens = now.state.frozen
                    && differ_only(&now, values, |it| it.after)
                    && asker.may_make(now.kind);
                let reports = asker.may_report_on(&now)
                    && *readers == now.readers
                    && differ_only(&now, values, |it| it.owner);
                if opens || asker.may_edit(&now) {
                    none(amiss(asker, now.kind, values))?;
                } else if reports {
                    none(check(now.kind, values))?;
                } else {
                    return Err(Refused::NotAllowed(if now.state.frozen {
                        "This record is frozen: what it holds can no longer be changed."
                    } else {
                        "You may not change this record."
                    }));
                }
                now.values = values.clone();
                now.readers = *readers;
                self.changed.insert(*record, now);
                Ok(())
            }
            Change::Move { record, to, .. } => {
                let mut now = self.standing(asker, *record)?;
                let Some(step) = asker.moves(&now).find(|it| it.to == *to) else {
                    return Err(Refused::NotAllowed(
                        "This record cannot go to that state now, or not by you.",
                    ));
                };
                let mut missing = lacking(
                    self.records,
                    &now,
                    step,
                    &changes.reason,
                    changes.minute,
                    self.today,
                );
                // A link that this same list makes counts.
                missing.retain(|it| {
                    !step.needs.iter().any(|need| match need {
                        Need::Linked(word, words) => {
                            *words == it.words && links(before, *record, word)
                        }
                        Need::Tied(kind, words) => {
                            *words == it.words && self.ties(asker, before, *record, kind)
                        }
                        _ => false,
                    })
                });
                none(missing)?;
                now.state = now.kind.state(to).ok_or(Refused::NoSuchRecord)?;
                self.changed.insert(*record, now);
                Ok(())
            }
            Change::Delete { record, .. } | Change::Restore { record, .. } => {
                let now = self.standing(asker, *record)?;
                if !asker.may_edit(&now) {
                    return Err(Refused::NotAllowed("You may not delete this record."));
                }
                if changes.reason.trim().is_empty() {
                    return none(vec![Mistake::new("reason", "Say why")]);
                }
                Ok(())
            }
            Change::Link { from, kind, to } => {
                self.may_link(asker, *from)?;
                let begins = self.kind_of(asker, *from)?;
                let ends = match to {
                    End::Measure(_) => None,
                    End::Record(id) => Some(self.kind_of(asker, *id)?),
                };
                if from_to(begins, kind, ends) {
                    Ok(())
                } else {
                    none(vec![Mistake::new(
                        "link",
                        "A link of this kind cannot join these two",
                    )])
                }
            }
            Change::Unlink { from, .. } => self.may_link(asker, *from),
        }
    }

    fn standing(&self, asker: &Asker<'_>, id: RecordId) -> Result<Record, Refused> {
        self.changed
            .get(&id)
            .or_else(|| self.records.get(id))
            .filter(|it| asker.may_read(it))
            .cloned()
            .ok_or(Refused::NoSuchRecord)
    }

    fn kind_of(&self, asker: &Asker<'_>, id: RecordId) -> Result<&'static Kind, Refused> {
        if id.0 >= 0 {
            return Ok(self.standing(asker, id)?.kind);
        }
        usize::try_from(-1 - id.0)
            .ok()
            .and_then(|at| self.made.get(at))
            .copied()
            .ok_or(Refused::NoSuchRecord)
    }

    /// Whether one of these changes ties the record to one of this kind.
    fn ties(&self, asker: &Asker<'_>, before: &[Change], record: RecordId, kind: &str) -> bool {
        let other = before.iter().filter_map(|it| match it {
            Change::Link { from, to, .. } if *to == End::Record(record) => Some(*from),
            Change::Link {
                from,
                to: End::Record(to),
                ..
            } if *from == record => Some(*to),
            _ => None,
        });
        other
            .filter_map(|it| self.kind_of(asker, it).ok())
            .any(|it| it.word == kind)
    }

    /// Links from a frozen record may still be made: what came of it is not in it.
    fn may_link(&self, asker: &Asker<'_>, from: RecordId) -> Result<(), Refused> {
        if from.0 < 0 {
            return Ok(());
        }
        let now = self.standing(asker, from)?;
        if asker.may_make(now.kind) && (now.state.frozen || asker.may_edit(&now)) {
            Ok(())
        } else {
            Err(Refused::NotAllowed("You may not link this record."))
        }
    }
}

/// Whether records of a kind may begin such a link to this kind, or to a measure.
#[must_use]
pub fn from_to(from: &Kind, link: &LinkKind, to: Option<&Kind>) -> bool {
    from.links.iter().any(|it| {
        it.link == link
            && it.to.iter().any(|word| match to {
                Some(kind) => *word == ANY || *word == kind.word,
                None => *word == MEASURE,
            })
    })
}

/// Whether what is written differs from what the record holds in such fields only.
fn differ_only(now: &Record, values: &Values, such: impl Fn(&Field) -> bool) -> bool {
    let names = now.values.0.keys().chain(values.0.keys());
    let mut differing = names.filter(|it| now.values.0.get(*it) != values.0.get(*it));
    differing.all(|it| now.kind.field(it).is_some_and(&such))
}

fn links(before: &[Change], record: RecordId, word: &str) -> bool {
    before.iter().any(|it| {
        matches!(it, Change::Link { from, kind, to }
            if kind.word == word && (*from == record || *to == End::Record(record)))
    })
}

fn none(mistakes: Vec<Mistake>) -> Result<(), Refused> {
    if mistakes.is_empty() {
        Ok(())
    } else {
        Err(Refused::Mistakes(mistakes))
    }
}

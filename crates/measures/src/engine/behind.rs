//! The rows behind a figure in two returns: why the later says something else of the same days.
//!
//! A row is known again by its child, its list and the day its record begins (a referral's day, a plan's start); nothing
//! of it is kept but a number made from these. Of a figure that an earlier return and a later one both give:
//!
//! - **recorded late**: it counts now, and the earlier return did not have it: not the record or, where the figure counts
//!   what happened (an assessment completed), not yet that it had happened;
//! - **corrected**: both have it, and it counts otherwise now: in time or not, in another month, in another area, no
//!   longer or at last. Where one record of a child went and another of the same list came, the day it begins was corrected;
//! - **taken out**: it counted, and the later return does not have it.

use super::slots::{SlotKind, Slots};
use super::{cannot_run, gathered};
use crate::cases::{Case, Cases};
use crate::figure::Count;
use crate::groups::{By, Groups};
use crate::measure::{Basis, Measure, Unit};
use crate::settings::Settings;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;
use waymark_data::annex_a::{About, Data, Row};
use waymark_data::{Day, Period};

/// Why a figure says something else than it did: rows by what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reasons {
    /// They count now, and the earlier return did not have them.
    pub late: usize,
    /// Both returns have them, and they count otherwise now.
    pub corrected: usize,
    /// They counted, and the later return does not have them.
    pub taken_out: usize,
}

/// The cases of a measure in a return, from which the rows behind each of its figures can be told.
pub struct Told<'a> {
    measure: &'static Measure,
    data: &'a Data,
    cases: Cases<'a>,
    slots: Slots,
    groups: Groups,
    began: HashMap<(u8, u16, u32), Option<Day>>,
    held: Arc<HashSet<u64>>,
}

/// The rows behind a figure in one return, or in the several that it is added up from. No child can be told from it.
#[derive(Clone, Debug, Default)]
pub struct Behind {
    counted: Vec<Counted>,
    /// Rows that are cases, but not of this figure.
    elsewhere: HashSet<u64>,
    /// Every record of the lists.
    held: Vec<Arc<HashSet<u64>>>,
    snapshot: bool,
    /// What they come to.
    pub count: Count,
}

/// A row behind a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Counted {
    /// Its record.
    record: u64,
    /// How it counts.
    standing: i32,
    /// Its child and list.
    child: u64,
}

impl<'a> Told<'a> {
    /// Of a return; none where the measure has no figures in it.
    #[must_use]
    pub fn of(measure: &'static Measure, data: &'a Data, settings: &'a Settings) -> Option<Self> {
        if cannot_run(measure, data).is_some() {
            return None;
        }
        let cases = gathered(measure, data, settings);
        let slots = Slots::new(measure, &cases);
        let mut told = Self {
            measure,
            data,
            cases,
            slots,
            groups: Groups::of(data),
            began: HashMap::new(),
            held: Arc::default(),
        };
        let mut held = HashSet::new();
        for list in measure.lists {
            for (about, began) in records(data, *list) {
                told.began
                    .insert((about.list, about.table, about.line), began);
                held.insert(told.record(about));
            }
        }
        told.held = Arc::new(held);
        Some(told)
    }

    /// The rows behind its figure of a period, of a band, of a group; none where the return has no such figure.
    #[must_use]
    pub fn behind(
        &self,
        basis: Basis,
        period: Period,
        band: Option<u8>,
        group: Option<(By, &str)>,
    ) -> Option<Behind> {
        let periods = &mut self.slots.periods.iter();
        let covered = periods
            .find(|it| it.0 == basis && it.1 == period)?
            .2
            .clone();
        let group = match group {
            Some((by, name)) => self.groups.find(by, name)?,
            None => 0,
        };
        let mut behind = Behind {
            held: vec![Arc::clone(&self.held)],
            snapshot: matches!(self.slots.kind, SlotKind::Days(_)),
            ..Behind::default()
        };
        for case in &self.cases.cases {
            let of_figure = self.slots.of(case).is_some_and(|it| covered.contains(&it))
                && (group == 0 || self.is_in(case, group));
            let standing = of_figure.then(|| self.standing(case, band)).flatten();
            let record = self.event(case);
            if of_figure {
                behind.count.cases += 1;
                behind.count.hits += self.hit(case, band);
            }
            match standing {
                Some(standing) => behind.counted.push(Counted {
                    record,
                    standing,
                    child: self.child(case.about),
                }),
                None => {
                    behind.elsewhere.insert(record);
                }
            }
        }
        Some(behind)
    }

    fn is_in(&self, case: &Case<'_>, group: usize) -> bool {
        let mine = self.groups.of_case(case);
        mine.iter().any(|it| usize::from(*it) == group)
    }

    /// How a case counts in a figure; none where it does not.
    fn standing(&self, case: &Case<'_>, band: Option<u8>) -> Option<i32> {
        match self.measure.unit {
            Unit::Count | Unit::Rate => case.hit.then_some(1),
            Unit::Percent | Unit::Share => Some(self.hit(case, band)),
            Unit::Net | Unit::MedianWorkingDays | Unit::MeanDays => Some(case.value),
        }
    }

    fn hit(&self, case: &Case<'_>, band: Option<u8>) -> i32 {
        match self.measure.unit {
            Unit::Net | Unit::MeanDays => case.value,
            _ => i32::from(case.hit && band.is_none_or(|it| it == case.band)),
        }
    }

    /// The record of a case. A net counts the start and the end of one record; where each child counts once in a window,
    /// whichever row speaks for it, the child is the record.
    fn event(&self, case: &Case<'_>) -> u64 {
        if self.measure.distinct {
            return self.child(case.about);
        }
        let record = self.record(case.about);
        match self.measure.unit {
            Unit::Net if case.value < 0 => number(&(record, "end")),
            _ => record,
        }
    }

    fn record(&self, about: &About) -> u64 {
        if self.measure.distinct {
            return self.child(about);
        }
        let place = (about.list, about.table, about.line);
        number(&(self.child(about), self.began.get(&place)))
    }

    fn child(&self, about: &About) -> u64 {
        let id = about.child.map_or("", |it| self.data.id(it));
        number(&(about.list, id.trim().to_lowercase()))
    }
}

impl Behind {
    /// With the rows of another return, for a figure that is added up from several.
    pub fn add(&mut self, other: Self) {
        self.counted.extend(other.counted);
        self.elsewhere.extend(other.elsewhere);
        self.held.extend(other.held);
        self.snapshot |= other.snapshot;
        self.count.hits += other.count.hits;
        self.count.cases += other.count.cases;
    }

    fn holds(&self, record: u64) -> bool {
        self.held.iter().any(|it| it.contains(&record))
    }

    /// Rows by record, each with how it counts.
    fn by_record(&self) -> BTreeMap<u64, Vec<Counted>> {
        let mut all: BTreeMap<u64, Vec<Counted>> = BTreeMap::new();
        for it in &self.counted {
            all.entry(it.record).or_default().push(*it);
        }
        all.values_mut().for_each(|it| it.sort_unstable());
        all
    }
}

/// Why a figure whose rows were `then` is now of the rows `now`.
#[must_use]
pub fn reasons(then: &Behind, now: &Behind) -> Reasons {
    let (mut reasons, mut came, mut gone) = (Reasons::default(), Vec::new(), Vec::new());
    let mut later = now.by_record();
    for (record, before) in then.by_record() {
        let mut after = later.remove(&record).unwrap_or_default();
        // Rows that count as before first; what is left of both is the same rows counting otherwise, then one side's alone.
        let mut before: Vec<Counted> = before
            .into_iter()
            .filter(|it| match after.iter().position(|other| other == it) {
                Some(at) => {
                    after.remove(at);
                    false
                }
                None => true,
            })
            .collect();
        let both = before.len().min(after.len());
        reasons.corrected += both;
        gone.extend(before.split_off(both));
        came.extend(after.split_off(both));
    }
    came.extend(later.into_values().flatten());
    // A record of the child went and another came: its day was corrected.
    let mut lost: HashMap<u64, usize> = HashMap::new();
    for it in gone {
        if now.elsewhere.contains(&it.record) || now.holds(it.record) {
            reasons.corrected += 1;
        } else {
            *lost.entry(it.child).or_insert(0) += 1;
        }
    }
    for it in came {
        let moved = then.elsewhere.contains(&it.record) || (then.snapshot && then.holds(it.record));
        match lost.get_mut(&it.child) {
            _ if moved => reasons.corrected += 1,
            Some(left) if *left > 0 => {
                *left -= 1;
                reasons.corrected += 1;
            }
            _ => reasons.late += 1,
        }
    }
    reasons.taken_out = lost.into_values().sum();
    reasons
}

fn number(of: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    hasher.finish()
}

/// The rows of a list that stand, each with the day its record begins.
fn records(data: &Data, list: u8) -> Vec<(&About, Option<Day>)> {
    fn all<'a, R: Row + 'a>(
        rows: &'a [R],
        began: impl Fn(&'a R) -> Option<Day>,
    ) -> Vec<(&'a About, Option<Day>)> {
        let standing = rows.iter().filter(|it| it.about().aside.is_none());
        standing.map(|it| (it.about(), began(it))).collect()
    }
    match list {
        1 => all(&data.contacts.rows, |it| it.date.value()),
        2 => all(&data.early_help.rows, |it| it.starts.value()),
        3 => all(&data.referrals.rows, |it| it.date.value()),
        4 => all(&data.assessments.rows, |it| it.starts.value()),
        5 => all(&data.enquiries.rows, |it| it.starts.value()),
        6 => all(&data.episodes.rows, |it| it.starts.value()),
        7 => all(&data.plans.rows, |it| it.starts.value()),
        8 => all(&data.care.rows, |it| it.starts.value()),
        9 => all(&data.leavers.rows, |_| None),
        10 => all(&data.adoptions.rows, |it| it.decision.value()),
        11 => all(&data.adopters.rows, |it| it.enquiry.value()),
        _ => Vec::new(),
    }
}

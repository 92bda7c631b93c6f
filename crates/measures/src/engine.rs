//! Makes a measure's figures from its cases: every period and every breakdown in one pass over the cases.

use crate::cases::{Case, Cases};
use crate::figure::{Count, Figure};
use crate::groups::Groups;
use crate::measure::{Basis, FollowUp, Measure, Unit};
use crate::settings::Settings;
use std::collections::BTreeMap;
use waymark_data::annex_a::{About, Data};
use waymark_data::{Day, Period, working_days};

/// What came of a measure in a cut.
#[derive(Debug)]
pub enum Outcome {
    /// Its figures, by basis, then period, then band.
    Figures(Vec<Figure>),
    /// It could not be computed, and why: a list that the return does not have.
    NotRun(String),
}

/// Every figure of a measure in a cut. Where twelve months may be added up from several cuts, its months are among them
/// even if the measure does not show months: see [`Measure::periods`].
#[must_use]
pub fn figures(
    measure: &'static Measure,
    data: &Data,
    groups: &Groups,
    settings: &Settings,
) -> Outcome {
    if let Some(why) = cannot_run(measure, data) {
        return Outcome::NotRun(why);
    }
    let cases = gathered(measure, data, settings);
    let table = Slots::new(measure, &cases);
    let sums = Sums::of(measure, &cases, &table, groups);
    Outcome::Figures(table.figures(measure, data, &cases, &sums, groups))
}

/// One case of a measure in one of its periods: the row behind a number.
#[derive(Clone, Copy, Debug)]
pub struct Listed<'a> {
    /// What the row says of its child.
    pub about: &'a About,
    /// What it is a case of.
    pub basis: Basis,
    /// The days of the figure it stands behind.
    pub period: Period,
    /// The case.
    pub case: Case<'a>,
}

/// Every case of a measure in every one of its periods, by period, then as the lists give them.
#[must_use]
pub fn listed<'a>(
    measure: &'static Measure,
    data: &'a Data,
    settings: &'a Settings,
) -> Vec<Listed<'a>> {
    if cannot_run(measure, data).is_some() {
        return Vec::new();
    }
    let cases = gathered(measure, data, settings);
    let slots = Slots::new(measure, &cases);
    let mut by_slot: Vec<Vec<&Case<'a>>> = vec![Vec::new(); slots.count];
    for case in &cases.cases {
        if let Some(slot) = slots.of(case) {
            by_slot[slot].push(case);
        }
    }
    let mut out = Vec::new();
    for (basis, period, covered) in slots
        .periods
        .iter()
        .filter(|(basis, ..)| measure.periods.contains(basis))
    {
        for case in covered.clone().flat_map(|slot| &by_slot[slot]) {
            out.push(Listed {
                about: case.about,
                basis: *basis,
                period: *period,
                case: **case,
            });
        }
    }
    out
}

/// Why a measure has no figures in a cut: a list that the return does not have, or a column that a list does not have.
#[must_use]
pub fn cannot_run(measure: &Measure, data: &Data) -> Option<String> {
    let absent: Vec<String> = measure
        .lists
        .iter()
        .filter(|list| !data.has_list(**list))
        .map(ToString::to_string)
        .collect();
    match absent.as_slice() {
        [] => {}
        [one] => return Some(format!("the return has no list {one}")),
        many => return Some(format!("the return has no lists {}", many.join(", "))),
    }
    let dates = measure
        .lists
        .iter()
        .flat_map(|list| dates_of(*list).iter().map(|name| (*list, *name)));
    dates
        .chain(measure.columns.iter().copied())
        .find(|(list, name)| !data.has_column(*list, name))
        .map(|(list, name)| format!("list {list} of the return has no column \"{name}\""))
}

/// The dates without which a list says nothing of when.
const fn dates_of(list: u8) -> &'static [&'static str] {
    match list {
        1 => &["Date of Contact"],
        2 => &["Assessment start date", "Assessment completion date"],
        3 => &["Date of referral"],
        4 => &[
            "Continuous Assessment Start Date",
            "Continuous Assessment Date of Authorisation",
        ],
        5 => &[
            "Strategy discussion initiating Section 47 Enquiry Start Date",
            "Date of Initial Child Protection Conference",
        ],
        6 => &["CIN Start Date", "CIN Closure Date"],
        7 => &[
            "Child Protection Plan Start Date",
            "Child Protection Plan End Date",
        ],
        8 => &[
            "Date Started to be Looked After",
            "Date Ceased to be Looked After",
        ],
        _ => &[],
    }
}

fn gathered<'a>(measure: &'static Measure, data: &'a Data, settings: &'a Settings) -> Cases<'a> {
    let mut cases = Cases::new(measure, data, settings);
    (measure.cases)(data, &mut cases);
    cases
}

/// The pieces of time that cases are counted in, and the figures made of them.
///
/// Events fall in whole months and the part months at the window's ends; a figure of a month is one slot, of twelve
/// months twelve, of the return all. A snapshot's day is a slot, and so is a window of a measure told window by window.
struct Slots {
    count: usize,
    kind: SlotKind,
    periods: Vec<(Basis, Period, std::ops::Range<usize>)>,
    distinct: bool,
}

enum SlotKind {
    /// For each day of the window, its slot.
    Events {
        first: Day,
        slot_of_day: Vec<u16>,
    },
    Days(Vec<Day>),
    Windows,
}

impl Slots {
    fn new(measure: &Measure, cases: &Cases<'_>) -> Self {
        let told_by_window = cases.cases.iter().any(|case| case.window.is_some());
        if measure.is_snapshot() {
            let basis = measure.periods[0];
            let day = |day: Day| Period { from: day, to: day };
            let periods = cases
                .days
                .iter()
                .enumerate()
                .map(|(at, it)| (basis, day(*it), at..at + 1))
                .collect();
            let kind = SlotKind::Days(cases.days.clone());
            return Self {
                count: cases.days.len(),
                kind,
                periods,
                distinct: false,
            };
        }
        if measure.distinct || told_by_window {
            let periods = cases
                .windows
                .iter()
                .enumerate()
                .map(|(at, (basis, it))| (*basis, *it, at..at + 1))
                .collect();
            return Self {
                count: cases.windows.len(),
                kind: SlotKind::Windows,
                periods,
                distinct: true,
            };
        }
        let window = cases.window;
        let mut ends: Vec<Day> = window.months().map(|month| month.last()).collect();
        let head = window
            .months()
            .next()
            .is_none_or(|month| month.first() > window.from);
        if head {
            ends.insert(
                0,
                window
                    .months()
                    .next()
                    .map_or(window.to, |month| month.first().plus_days(-1)),
            );
        }
        if ends.last().is_none_or(|end| *end < window.to) {
            ends.push(window.to);
        }
        let mut slot_of_day = Vec::new();
        for (slot, end) in ends.iter().enumerate() {
            let days = usize::try_from(window.from.days_until(*end) + 1).unwrap_or(0);
            slot_of_day.resize(days, u16::try_from(slot).unwrap_or(u16::MAX));
        }
        let month_slot = |day: Day| {
            usize::from(slot_of_day[usize::try_from(window.from.days_until(day)).unwrap_or(0)])
        };
        let periods = cases
            .windows
            .iter()
            .map(|(basis, period)| match basis {
                Basis::Return => (*basis, *period, 0..ends.len()),
                _ => (
                    *basis,
                    *period,
                    month_slot(period.from)..month_slot(period.to) + 1,
                ),
            })
            .collect();
        let count = ends.len();
        Self {
            count,
            kind: SlotKind::Events {
                first: window.from,
                slot_of_day,
            },
            periods,
            distinct: false,
        }
    }

    fn of(&self, case: &Case<'_>) -> Option<usize> {
        match &self.kind {
            SlotKind::Windows => case.window.map(usize::from),
            _ => self.of_day(case.day),
        }
    }

    fn of_day(&self, day: Day) -> Option<usize> {
        match &self.kind {
            SlotKind::Events { first, slot_of_day } => {
                let at = usize::try_from(first.days_until(day)).ok()?;
                slot_of_day.get(at).map(|slot| usize::from(*slot))
            }
            SlotKind::Days(days) => days.binary_search(&day).ok(),
            SlotKind::Windows => None,
        }
    }

    fn figures(
        &self,
        measure: &'static Measure,
        data: &Data,
        cases: &Cases<'_>,
        sums: &Sums,
        groups: &Groups,
    ) -> Vec<Figure> {
        let bands = measure.bands.len().max(1);
        let (set_aside, missing) = (Beside::excluded(self, cases), Beside::evidence(self, cases));
        let mut out = Vec::with_capacity(self.periods.len() * bands);
        for (basis, period, slots) in &self.periods {
            let (excluded, evidence) = (set_aside.of(*period, slots), missing.of(*period, slots));
            let total = sums.total(slots.clone(), groups.len());
            let population = (measure.unit == Unit::Rate)
                .then(|| data.areas.population(period.to))
                .flatten();
            for band in 0..bands {
                let groups: Box<[Count]> = (0..groups.len())
                    .map(|group| Count {
                        hits: total.hits[band * groups.len() + group],
                        cases: total.cases[group],
                    })
                    .collect();
                let medians = (measure.unit == Unit::MedianWorkingDays)
                    .then(|| sums.medians(slots.clone(), groups.len()));
                out.push(Figure {
                    measure,
                    band: (!measure.bands.is_empty())
                        .then(|| u8::try_from(band).unwrap_or(u8::MAX)),
                    basis: *basis,
                    period: *period,
                    count: groups[0],
                    population,
                    median: medians.as_ref().and_then(|it| it[0]),
                    mature: measure
                        .follow_up
                        .is_none_or(|it| it.ends(period.to) <= data.cut.as_at),
                    excluded: excluded.clone(),
                    evidence: evidence.clone(),
                    groups,
                    group_medians: medians,
                });
            }
        }
        out
    }
}

/// What is counted beside figures, by reason and slot: rows set aside, and evidence missing.
struct Beside<'a> {
    slots: &'a Slots,
    /// Reason, how many belong to any period, and how many to each slot.
    reasons: Vec<(&'static str, u32, Vec<u32>)>,
    /// In a measure told window by window, days stand for themselves: windows overlap.
    days: Vec<(&'static str, Day)>,
}

impl<'a> Beside<'a> {
    fn excluded(slots: &'a Slots, cases: &Cases<'_>) -> Self {
        let any_period = slots.distinct || matches!(slots.kind, SlotKind::Days(_));
        let mut it = Self {
            slots,
            reasons: Vec::new(),
            days: Vec::new(),
        };
        for (reason, day) in &cases.asides {
            match day.filter(|_| !any_period) {
                None => it.reason(reason.words()).1 += 1,
                Some(day) => it.count(reason.words(), day),
            }
        }
        it
    }

    fn evidence(slots: &'a Slots, cases: &Cases<'_>) -> Self {
        let mut it = Self {
            slots,
            reasons: Vec::new(),
            days: Vec::new(),
        };
        for (what, day) in &cases.evidence {
            if slots.distinct {
                it.days.push((what, *day));
            } else {
                it.count(what, *day);
            }
        }
        it
    }

    fn count(&mut self, what: &'static str, day: Day) {
        if let Some(slot) = self.slots.of_day(day) {
            self.reason(what).2[slot] += 1;
        }
    }

    fn reason(&mut self, what: &'static str) -> &mut (&'static str, u32, Vec<u32>) {
        let at = self
            .reasons
            .iter()
            .position(|(it, ..)| *it == what)
            .unwrap_or_else(|| {
                self.reasons.push((what, 0, vec![0; self.slots.count]));
                self.reasons.len() - 1
            });
        &mut self.reasons[at]
    }

    /// What belongs to a figure of these slots.
    fn of(&self, period: Period, slots: &std::ops::Range<usize>) -> BTreeMap<&'static str, u32> {
        let mut out: BTreeMap<&'static str, u32> = self
            .reasons
            .iter()
            .map(|(what, any, by_slot)| (*what, any + by_slot[slots.clone()].iter().sum::<u32>()))
            .filter(|(_, count)| *count > 0)
            .collect();
        for (what, _) in self.days.iter().filter(|(_, day)| period.has(*day)) {
            *out.entry(*what).or_insert(0) += 1;
        }
        out
    }
}

/// Counts by slot, band and group.
struct Sums {
    /// `[slot][band][group]`
    hits: Vec<i32>,
    /// `[slot][group]`
    cases: Vec<u32>,
    bands: usize,
    /// For a median: each case's slot, groups and number.
    values: Vec<(usize, [u16; 9], i32)>,
}

struct Total {
    hits: Vec<i32>,
    cases: Vec<u32>,
}

impl Sums {
    fn of(measure: &Measure, cases: &Cases<'_>, slots: &Slots, groups: &Groups) -> Self {
        let (bands, width) = (measure.bands.len().max(1), groups.len());
        let mut it = Self {
            hits: vec![0; slots.count * bands * width],
            cases: vec![0; slots.count * width],
            bands,
            values: Vec::new(),
        };
        for case in &cases.cases {
            let Some(slot) = slots.of(case) else { continue };
            let hit = match measure.unit {
                Unit::Net | Unit::MeanDays => case.value,
                _ => i32::from(case.hit),
            };
            let band = usize::from(case.band).min(bands - 1);
            let mine = groups.of_case(case);
            let (hits, all) = ((slot * bands + band) * width, slot * width);
            for group in mine {
                let group = usize::from(group);
                if group < width {
                    it.hits[hits + group] += hit;
                    it.cases[all + group] += 1;
                }
            }
            if measure.unit == Unit::MedianWorkingDays {
                it.values.push((slot, mine, case.value));
            }
        }
        it
    }

    fn total(&self, slots: std::ops::Range<usize>, width: usize) -> Total {
        let mut total = Total {
            hits: vec![0; self.bands * width],
            cases: vec![0; width],
        };
        for slot in slots {
            let hits = &self.hits[slot * self.bands * width..(slot + 1) * self.bands * width];
            let cases = &self.cases[slot * width..(slot + 1) * width];
            total
                .hits
                .iter_mut()
                .zip(hits)
                .for_each(|(sum, it)| *sum += it);
            total
                .cases
                .iter_mut()
                .zip(cases)
                .for_each(|(sum, it)| *sum += it);
        }
        total
    }

    /// The middle value of every group; of an even number, the mean of the middle two.
    fn medians(&self, slots: std::ops::Range<usize>, width: usize) -> Box<[Option<f64>]> {
        let mut values: Vec<Vec<i32>> = vec![Vec::new(); width];
        for (slot, groups, value) in &self.values {
            if slots.contains(slot) {
                for group in groups
                    .iter()
                    .map(|it| usize::from(*it))
                    .filter(|it| *it < width)
                {
                    values[group].push(*value);
                }
            }
        }
        values
            .into_iter()
            .map(|mut values| {
                values.sort_unstable();
                let middle = values.len() / 2;
                let upper = f64::from(*values.get(middle)?);
                Some(if values.len() % 2 == 1 {
                    upper
                } else {
                    f64::midpoint(f64::from(values[middle - 1]), upper)
                })
            })
            .collect()
    }
}

impl FollowUp {
    /// The day on which the follow-up of a day has run out.
    #[must_use]
    pub fn ends(self, day: Day) -> Day {
        match self {
            Self::WorkingDays(limit) => working_days::due(day, limit),
            Self::Days(days) => day.plus_days(days),
        }
    }
}

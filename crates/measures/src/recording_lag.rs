//! How late a series is recorded, learned from what earlier returns said of the same months.
//!
//! What is done in a month is written down in it and in the weeks after it. The return of the month's end knows the first
//! part alone: its figure will move, whether or not anything changed for children. How far it moves is not guessed: each
//! month that several returns have told shows what was known of it at each age, and what it came to.
//!
//! - The **age** of a telling is the time from the period's last day to the return's as-at date, in months, to the nearest.
//! - A month has **settled** with the first return made [`SETTLED_AFTER`] months or more after its end, and what that return
//!   says is what it came to. Not what the latest says: an Annex A return looks back six months, so the older a month, the
//!   less its last returns know of what went before it, and figures that look back ("referred again within a year") move
//!   for that reason, not for late recording. What is recorded later than that is not learned.
//! - **Evidence** of an age are the latest [`LEARNED_FROM`] settled months that were told at that age, younger than that: a
//!   year, so that every season counts once and practice of two years ago no more. Fewer than [`FEWEST`] of them teach
//!   nothing, and nothing is claimed.
//! - A telling was **close** where it differs from what it came to by no more than [`tolerance`] allows.
//! - A month is **provisional** at an age while fewer than 9 in 10 of the evidence were close at it and at every younger
//!   age that is known.
//! - It is **expected** to come to its value plus what the evidence moved by, with one in ten left out at either end.
//!   This is what happened to past months, no model: a month may well fall outside.
//!
//! A month whose follow-up has not run out ([`crate::FollowUp`]) is provisional by law, whatever is learned here.

use crate::figure::{Count, Parts};
use crate::history::{Point, Said};
use crate::measure::Unit;
use std::collections::BTreeMap;
use waymark_data::Day;

/// A month has settled with the first return made this many months after its end, or later.
pub const SETTLED_AFTER: u32 = 3;

/// The latest months that an age is learned from, at most.
pub const LEARNED_FROM: usize = 12;

/// With fewer past months nothing is claimed of an age.
pub const FEWEST: usize = 6;

/// Of ten past months so many must have been close for an age to be settled.
const CLOSE_IN_TEN: usize = 9;

/// What is learned of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct Lag {
    unit: Unit,
    ages: Vec<AtAge>,
}

/// What past months teach of one age.
#[derive(Clone, Debug, PartialEq)]
pub struct AtAge {
    /// Months from the period's last day to the return, to the nearest.
    pub age: u32,
    /// Past months that were told at this age and have settled: [`FEWEST`] to [`LEARNED_FROM`].
    pub months: usize,
    /// Those of them whose figure was close to what it came to.
    pub close: usize,
    /// Of what their numbers came to, the part that was known, in percent; above 100 where more was known than stayed.
    /// None where the value is no such number (a net, a mean, a middle value), or all came to nothing.
    pub number_known: Option<f64>,
    /// The same of the cases below the line; none without them.
    pub cases_known: Option<f64>,
    /// By how much their values moved until they had settled, in the measure's unit; percentage points for a percentage.
    /// None where fewer than [`FEWEST`] had a value both times.
    pub value: Option<Spread<f64>>,
    /// By how many their numbers moved.
    pub number: Option<Spread<i64>>,
    /// By how many the cases below the line moved.
    pub cases: Option<Spread<i64>>,
}

/// The middle eight tenths of what happened: both ends are values that did happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread<T> {
    /// The lowest of them.
    pub low: T,
    /// The highest.
    pub high: T,
}

/// Why a point is provisional, and where it is expected to settle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Expected<'a> {
    /// What past months teach of its age.
    pub at: &'a AtAge,
    /// Where past months would bring it, in the measure's unit; a percentage lies between 0 and 100 and only a net is
    /// below nothing. None where too few past months had a value.
    pub value: Option<Spread<f64>>,
}

/// By how much a value may differ from what it came to and still be close, in the measure's unit: 1 percentage point or
/// what one case makes; 2% of a number or rate, or one case; 2% of a length of time, or one day.
#[must_use]
#[allow(clippy::cast_precision_loss)] // counts of children are far below 2^52
pub fn tolerance(unit: Unit, settled: &Parts) -> f64 {
    let cases = settled.denominator.unwrap_or(0).max(1) as f64;
    let part = settled.value.unwrap_or(0.0).abs() * 0.02;
    match unit {
        Unit::Percent | Unit::Share => f64::max(1.0, 100.0 / cases),
        Unit::Rate => part.max(10_000.0 / cases),
        Unit::Count | Unit::Net | Unit::MedianWorkingDays | Unit::MeanDays => part.max(1.0),
    }
}

/// How old a period was when a return told it: months from its last day, to the nearest; none for a return made before
/// it ended.
#[must_use]
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a small number of months, not below none
pub fn age(to: Day, as_at: Day) -> Option<u32> {
    const MONTH: f64 = 365.25 / 12.0;
    let days = to.days_until(as_at);
    (days >= 0).then(|| (f64::from(days) / MONTH).round() as u32)
}

impl Lag {
    /// Learns it from a series. What `seen` refuses teaches nothing: what is hidden from a reader must not be worked out
    /// from what follows from it. The order of the points, and of what was said of each, does not matter.
    #[must_use]
    pub fn of<'a>(
        unit: Unit,
        points: impl IntoIterator<Item = &'a Point>,
        seen: impl Fn(Count, &Parts) -> bool,
    ) -> Self {
        let mut evidence: BTreeMap<u32, Vec<Told>> = BTreeMap::new();
        for point in points {
            for (age, told) in told(point, &seen) {
                evidence.entry(age).or_default().push(told);
            }
        }
        let ages = evidence.into_iter().filter_map(|(age, mut told)| {
            told.sort_by_key(|it| it.to);
            let latest = &told[told.len().saturating_sub(LEARNED_FROM)..];
            (latest.len() >= FEWEST).then(|| AtAge::of(unit, age, latest))
        });
        Self {
            unit,
            ages: ages.collect(),
        }
    }

    /// Nothing is known of any age.
    #[must_use]
    pub fn unknown(unit: Unit) -> Self {
        let ages = Vec::new();
        Self { unit, ages }
    }

    /// What is known of each age, the youngest first; empty where past months teach nothing.
    #[must_use]
    pub fn ages(&self) -> &[AtAge] {
        &self.ages
    }

    /// The youngest age at which 9 in 10 past months were close; none where nothing is known or none is.
    #[must_use]
    pub fn settles_at(&self) -> Option<u32> {
        self.ages.iter().find(|it| it.is_close()).map(|it| it.age)
    }

    /// Why a point of the series is provisional by lag, and where it is expected to settle; none where it is not, or
    /// where nothing is known of its age.
    #[must_use]
    pub fn expected(&self, point: &Point) -> Option<Expected<'_>> {
        let age = age(point.period.to, point.as_at)?;
        let at = self.ages.iter().find(|it| it.age == age)?;
        if self.settles_at().is_some_and(|settled| age >= settled) {
            return None;
        }
        let within = |value: f64| match self.unit {
            Unit::Percent | Unit::Share => value.clamp(0.0, 100.0),
            Unit::Net => value,
            _ => value.max(0.0),
        };
        let value = point.parts.value.filter(|it| it.is_finite());
        let value = value.zip(at.value).map(|(value, moved)| Spread {
            low: within(value + moved.low),
            high: within(value + moved.high),
        });
        Some(Expected { at, value })
    }
}

impl AtAge {
    fn of(unit: Unit, age: u32, evidence: &[Told]) -> Self {
        let value = |it: &Parts| it.value.filter(|it| it.is_finite());
        let values = evidence
            .iter()
            .filter_map(|it| Some(value(&it.settled)? - value(&it.then)?));
        let (number, cases) = (|it: &Parts| number(unit, it), |it: &Parts| cases(unit, it));
        Self {
            age,
            months: evidence.len(),
            close: evidence.iter().filter(|it| it.is_close(unit)).count(),
            // A net is a difference: no part of it is known.
            number_known: known(evidence, number).filter(|_| unit != Unit::Net),
            cases_known: known(evidence, cases),
            value: spread(values.collect(), f64::total_cmp),
            number: spread(moves(evidence, number), i64::cmp),
            cases: spread(moves(evidence, cases), i64::cmp),
        }
    }

    /// Whether 9 in 10 of them were close: a month of this age has settled.
    #[must_use]
    pub fn is_close(&self) -> bool {
        self.close * 10 >= self.months * CLOSE_IN_TEN
    }

    /// Past months whose figure still moved by more than the tolerance.
    #[must_use]
    pub fn moved(&self) -> usize {
        self.months - self.close
    }
}

/// What was said of a period at an age, and what it came to.
struct Told {
    to: Day,
    then: Parts,
    settled: Parts,
}

impl Told {
    fn is_close(&self, unit: Unit) -> bool {
        let cases = |it: &Parts| it.denominator.unwrap_or(0);
        match (self.then.value, self.settled.value) {
            (Some(then), Some(settled)) => {
                // A little room, so that a tenth that no computer can hold is not beyond its own limit.
                (settled - then).abs() <= tolerance(unit, &self.settled) + 1e-9
            }
            (None, None) => true,
            // There was nobody to count then, or there is now: close where that is one case.
            _ => cases(&self.settled).abs_diff(cases(&self.then)) <= 1,
        }
    }
}

/// What was said of a settled point at each age before it settled, the first where several returns fall in one month.
fn told(point: &Point, seen: impl Fn(Count, &Parts) -> bool) -> Vec<(u32, Told)> {
    let now = Said {
        as_at: point.as_at,
        count: point.count,
        parts: point.parts,
    };
    let mut all: Vec<Said> = point.earlier.iter().copied().chain([now]).collect();
    all.sort_by_key(|it| it.as_at);
    let mut young: Vec<(u32, Said)> = Vec::new();
    for said in all {
        let Some(age) = age(point.period.to, said.as_at) else {
            continue;
        };
        if age >= SETTLED_AFTER {
            return if seen(said.count, &said.parts) {
                young
                    .into_iter()
                    .map(|(age, then)| {
                        (
                            age,
                            Told {
                                to: point.period.to,
                                then: then.parts,
                                settled: said.parts,
                            },
                        )
                    })
                    .collect()
            } else {
                Vec::new()
            };
        }
        let is_first = young.last().is_none_or(|(before, _)| *before < age);
        if is_first && seen(said.count, &said.parts) {
            young.push((age, said));
        }
    }
    Vec::new()
}

/// The number that is counted; none of a mean, whose numerator is days.
fn number(unit: Unit, parts: &Parts) -> Option<i64> {
    match unit {
        Unit::MeanDays | Unit::MedianWorkingDays => None,
        _ => parts.numerator,
    }
}

/// The cases below the line; none of a rate, whose denominator is the children who live there.
fn cases(unit: Unit, parts: &Parts) -> Option<i64> {
    match unit {
        Unit::Count | Unit::Net | Unit::Rate => None,
        _ => parts.denominator,
    }
}

/// Of what all came to, the part that was known then, in percent.
#[allow(clippy::cast_precision_loss)] // counts of children are far below 2^52
fn known(evidence: &[Told], of: impl Fn(&Parts) -> Option<i64>) -> Option<f64> {
    let both = evidence
        .iter()
        .filter_map(|it| Some((of(&it.then)?, of(&it.settled)?)));
    let (then, settled) = both.fold((0, 0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
    (settled > 0).then(|| then as f64 * 100.0 / settled as f64)
}

fn moves(evidence: &[Told], of: impl Fn(&Parts) -> Option<i64>) -> Vec<i64> {
    evidence
        .iter()
        .filter_map(|it| Some(of(&it.settled)? - of(&it.then)?))
        .collect()
}

/// All but one in ten at either end: of fewer than ten, all; none of fewer than [`FEWEST`].
fn spread<T: Copy>(
    mut moves: Vec<T>,
    order: impl Fn(&T, &T) -> std::cmp::Ordering,
) -> Option<Spread<T>> {
    if moves.len() < FEWEST {
        return None;
    }
    moves.sort_by(order);
    let left_out = moves.len() / 10;
    Some(Spread {
        low: moves[left_out],
        high: moves[moves.len() - 1 - left_out],
    })
}

#[cfg(test)]
mod tests;

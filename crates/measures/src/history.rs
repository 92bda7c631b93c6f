//! A measure over time, from all the cuts that a council has loaded.
//!
//! A series takes for each month the figure of the latest cut that can answer it, and keeps what every earlier cut said:
//! a difference is a restatement, shown beside, never over. A twelve-month figure that no single cut can give is added up
//! from twelve months of several cuts when all twelve are there, and says so.

use crate::catalogue;
use crate::engine::{self, Outcome};
use crate::figure::{Count, Figure, Parts, parts};
use crate::groups::{By, Groups};
use crate::measure::{Basis, Measure, Unit};
use crate::settings::Settings;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use waymark_data::annex_a::{Cut, Data};
use waymark_data::{Areas, Day, Period};

/// Every figure of a cut.
#[derive(Debug)]
pub struct CutFigures {
    /// Its as-at date and scope.
    pub cut: Cut,
    /// The groups of its breakdowns.
    pub groups: Groups,
    /// What came of each measure, in the catalogue's order.
    pub outcomes: Vec<(&'static Measure, Outcome)>,
}

impl CutFigures {
    /// Computes every measure of a cut.
    #[must_use]
    pub fn of(data: &Data, settings: &Settings) -> Self {
        let groups = Groups::of(data);
        let outcomes = catalogue::all()
            .map(|it| (it, engine::figures(it, data, &groups, settings)))
            .collect();
        Self {
            cut: data.cut,
            groups,
            outcomes,
        }
    }

    /// The figures of a measure; none where it could not run.
    #[must_use]
    pub fn figures(&self, measure: &Measure) -> &[Figure] {
        match self.outcome(measure) {
            Some(Outcome::Figures(figures)) => figures,
            _ => &[],
        }
    }

    /// What came of a measure.
    #[must_use]
    pub fn outcome(&self, measure: &Measure) -> Option<&Outcome> {
        self.outcomes
            .iter()
            .find(|(it, _)| std::ptr::eq(*it, measure))
            .map(|(_, outcome)| outcome)
    }
}

/// Every figure of every cut, computed on all processors; in the order of the cuts given.
#[must_use]
pub fn of_cuts(cuts: &[&Data], settings: &Settings) -> Vec<CutFigures> {
    let next = AtomicUsize::new(0);
    let workers = std::thread::available_parallelism()
        .map_or(1, usize::from)
        .min(cuts.len().max(1));
    let mut done: Vec<(usize, CutFigures)> = std::thread::scope(|scope| {
        let work = || {
            let mut mine = Vec::new();
            loop {
                let at = next.fetch_add(1, Ordering::Relaxed);
                match cuts.get(at) {
                    Some(data) => mine.push((at, CutFigures::of(data, settings))),
                    None => return mine,
                }
            }
        };
        let handles: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        handles
            .into_iter()
            .flat_map(|it| {
                it.join()
                    .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            })
            .collect()
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, figures)| figures).collect()
}

/// One point of a series.
#[derive(Clone, Debug)]
pub struct Point {
    /// Its days; a snapshot's are the same.
    pub period: Period,
    /// Hits and cases.
    pub count: Count,
    /// Numerator, denominator, value and interval, as the latest cut says.
    pub parts: Parts,
    /// The as-at date of the cut that says so; of the latest of them for a sum.
    pub as_at: Day,
    /// Whether its follow-up had run out by then.
    pub mature: bool,
    /// What earlier cuts said of the same period, earliest first.
    pub earlier: Vec<Said>,
    /// The as-at dates of the cuts it was added up from; empty where one cut gives it.
    pub summed_from: Vec<Day>,
}

/// What a cut said of a period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Said {
    /// The cut's as-at date.
    pub as_at: Day,
    /// Hits and cases.
    pub count: Count,
    /// Its numerator, denominator and value.
    pub parts: Parts,
}

impl Point {
    /// What was said first, where a later cut says something else.
    #[must_use]
    pub fn restated_from(&self) -> Option<Said> {
        let first = self.earlier.first().copied()?;
        let same = |a: &Parts, b: &Parts| {
            a.numerator == b.numerator && a.denominator == b.denominator && a.value == b.value
        };
        (!same(&first.parts, &self.parts)).then_some(first)
    }
}

/// Whom a series is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whom<'a> {
    /// All children.
    All,
    /// One group of a breakdown, by name.
    Group(By, &'a str),
}

/// A measure's series of one basis over all cuts, earliest first. `cuts` in any order; of two cuts of one day the later
/// in the slice counts.
#[must_use]
pub fn series(
    cuts: &[&CutFigures],
    areas: &Areas,
    measure: &'static Measure,
    band: Option<u8>,
    basis: Basis,
    whom: Whom<'_>,
) -> Vec<Point> {
    let mut ordered: Vec<&CutFigures> = cuts.to_vec();
    ordered.sort_by_key(|it| it.cut.as_at);
    let mut points = single_cut(&ordered, areas, measure, band, basis, whom);
    if basis == Basis::Rolling12 && measure.adds_up() {
        let months = single_cut(&ordered, areas, measure, band, Basis::Month, whom);
        for sum in added_up(&months, areas, measure, whom) {
            points
                .entry((sum.period.to, sum.period.from))
                .or_insert(sum);
        }
    }
    points.into_values().collect()
}

type Points = BTreeMap<(Day, Day), Point>;

fn single_cut(
    ordered: &[&CutFigures],
    areas: &Areas,
    measure: &'static Measure,
    band: Option<u8>,
    basis: Basis,
    whom: Whom<'_>,
) -> Points {
    let mut points: Points = BTreeMap::new();
    for cut in ordered {
        let group = match whom {
            Whom::All => Some(0),
            Whom::Group(by, name) => cut.groups.find(by, name),
        };
        for figure in cut
            .figures(measure)
            .iter()
            .filter(|it| it.basis == basis && it.band == band)
        {
            let (count, parts) = match (whom, group) {
                (Whom::All, _) => (figure.count, figure.parts()),
                (_, Some(group)) => (
                    figure.groups.get(group).copied().unwrap_or_default(),
                    figure.group_parts(&cut.groups, group, areas),
                ),
                // A team that this cut has never heard of has nobody in it.
                (_, None) => continue,
            };
            let said = Said {
                as_at: cut.cut.as_at,
                count,
                parts,
            };
            let mature = figure.mature;
            points
                .entry((figure.period.to, figure.period.from))
                .and_modify(|point| {
                    point.earlier.push(Said {
                        as_at: point.as_at,
                        count: point.count,
                        parts: point.parts,
                    });
                    (point.as_at, point.count, point.parts, point.mature) =
                        (said.as_at, said.count, said.parts, mature);
                })
                .or_insert_with(|| Point {
                    period: figure.period,
                    count,
                    parts,
                    as_at: said.as_at,
                    mature,
                    earlier: Vec::new(),
                    summed_from: Vec::new(),
                });
        }
    }
    points
}

/// Twelve months of several cuts, added up, for each month's end that has all twelve.
fn added_up(
    months: &Points,
    areas: &Areas,
    measure: &'static Measure,
    whom: Whom<'_>,
) -> Vec<Point> {
    let months: Vec<&Point> = months.values().collect();
    months
        .windows(12)
        .filter(|it| {
            it.windows(2)
                .all(|pair| pair[0].period.to.plus_days(1) == pair[1].period.from)
        })
        .map(|it| {
            let period = Period {
                from: it[0].period.from,
                to: it[11].period.to,
            };
            let count = Count {
                hits: it.iter().map(|month| month.count.hits).sum(),
                cases: it.iter().map(|month| month.count.cases).sum(),
            };
            let population = match whom {
                _ if measure.unit != Unit::Rate => None,
                Whom::All => areas.population(period.to),
                Whom::Group(By::Locality, name) => areas.population_of_locality(name, period.to),
                Whom::Group(By::District, name) => areas.population_of_district(name, period.to),
                Whom::Group(..) => None,
            };
            let mut summed_from: Vec<Day> = it.iter().map(|month| month.as_at).collect();
            summed_from.sort_unstable();
            summed_from.dedup();
            Point {
                period,
                count,
                parts: parts(measure.unit, count, population.map(|it| it.children), None),
                as_at: it
                    .iter()
                    .map(|month| month.as_at)
                    .max()
                    .unwrap_or(period.to),
                mature: it.iter().all(|month| month.mature),
                earlier: Vec::new(),
                summed_from,
            }
        })
        .collect()
}

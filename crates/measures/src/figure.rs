//! A figure: the number with its numbers.

use crate::groups::{By, Groups};
use crate::measure::{Basis, Measure, Unit};
use crate::signals::{byar, wilson};
use std::collections::BTreeMap;
use waymark_data::areas::{Areas, Population};
use waymark_data::{Day, Period};

/// Cases and hits of one group.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Count {
    /// Hits; for a net change starts less ends; for a mean the sum of days.
    pub hits: i32,
    /// Cases.
    pub cases: u32,
}

/// One figure of a measure in one cut.
#[derive(Clone, Debug)]
pub struct Figure {
    /// The measure.
    pub measure: &'static Measure,
    /// The band of a share, by number.
    pub band: Option<u8>,
    /// What it is a figure of.
    pub basis: Basis,
    /// Its days; a snapshot's are the same.
    pub period: Period,
    /// What counts above the line: see [`Parts`].
    pub count: Count,
    /// The children that a rate is per, where the council has given its population.
    pub population: Option<Population>,
    /// Middle value, for a median.
    pub median: Option<f64>,
    /// Whether the follow-up of its last day has run out by the as-at date.
    pub mature: bool,
    /// Rows set aside, by reason.
    pub excluded: BTreeMap<&'static str, u32>,
    /// Evidence beside the figure that could not be read or was not given, by reason.
    pub evidence: BTreeMap<&'static str, u32>,
    /// Hits and cases of every group of the cut, in the order of its [`Groups`].
    pub groups: Box<[Count]>,
    /// Middle values of every group, for a median.
    pub group_medians: Option<Box<[Option<f64>]>>,
}

/// Numerator, denominator and value of a figure or of one of its groups.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Parts {
    /// Hits, where the value is made from them.
    pub numerator: Option<i64>,
    /// Cases, or the children that a rate is per; none for a count.
    pub denominator: Option<i64>,
    /// The value, unrounded: percent from 0 to 100, a rate per 10,000. None without a denominator.
    pub value: Option<f64>,
    /// Lower end of its 95% interval: Wilson for percentages, Byar for rates.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
}

impl Figure {
    /// Its numerator, denominator, value and interval.
    #[must_use]
    pub fn parts(&self) -> Parts {
        parts(
            self.measure.unit,
            self.count,
            self.population.map(|it| it.children),
            self.median,
        )
    }

    /// The same of a group of its cut. A rate is told for areas, whose children are known, and for no other group.
    #[must_use]
    pub fn group_parts(&self, groups: &Groups, group: usize, areas: &Areas) -> Parts {
        let count = self.groups.get(group).copied().unwrap_or_default();
        let population = match groups.label(group) {
            _ if self.measure.unit != Unit::Rate => None,
            Some((By::Locality, name)) => areas.population_of_locality(name, self.period.to),
            Some((By::District, name)) => areas.population_of_district(name, self.period.to),
            _ => None,
        };
        let median = self
            .group_medians
            .as_ref()
            .and_then(|it| it.get(group).copied().flatten());
        parts(
            self.measure.unit,
            count,
            population.map(|it| it.children),
            median,
        )
    }

    /// The label of its band.
    #[must_use]
    pub fn band_label(&self) -> Option<&'static str> {
        self.measure.bands.get(usize::from(self.band?)).copied()
    }

    /// The last day it speaks of.
    #[must_use]
    pub fn to(&self) -> Day {
        self.period.to
    }
}

/// Makes a number from counts, as its unit says.
#[must_use]
pub fn parts(unit: Unit, count: Count, population: Option<u32>, median: Option<f64>) -> Parts {
    let hits = i64::from(count.hits);
    let cases = i64::from(count.cases);
    let of = |denominator: i64| (denominator > 0).then_some(denominator);
    #[allow(clippy::cast_precision_loss)] // counts of children are far below 2^52
    let ratio = |times: f64, denominator: i64| hits as f64 * times / denominator as f64;
    match unit {
        Unit::Count | Unit::Net => {
            #[allow(clippy::cast_precision_loss)]
            let value = Some(hits as f64);
            Parts {
                numerator: Some(hits),
                denominator: None,
                value,
                low: None,
                high: None,
            }
        }
        Unit::Percent | Unit::Share => {
            let whole = |number: i64| u64::try_from(number).unwrap_or(0);
            let interval = wilson(whole(hits), whole(cases)).map(|it| it.times(100.0));
            Parts {
                numerator: Some(hits),
                denominator: Some(cases),
                value: of(cases).map(|cases| ratio(100.0, cases)),
                low: interval.map(|it| it.low),
                high: interval.map(|it| it.high),
            }
        }
        Unit::MeanDays => Parts {
            numerator: Some(hits),
            denominator: Some(cases),
            value: of(cases).map(|cases| ratio(1.0, cases)),
            low: None,
            high: None,
        },
        Unit::MedianWorkingDays => Parts {
            numerator: None,
            denominator: Some(cases),
            value: median,
            low: None,
            high: None,
        },
        Unit::Rate => {
            let population = population.map(i64::from).and_then(of);
            #[allow(clippy::cast_precision_loss)]
            let interval = population.map(|children| {
                byar(u64::try_from(hits).unwrap_or(0)).times(10_000.0 / children as f64)
            });
            Parts {
                numerator: Some(hits),
                denominator: population,
                value: population.map(|children| ratio(10_000.0, children)),
                low: interval.map(|it| it.low),
                high: interval.map(|it| it.high),
            }
        }
    }
}

//! Charts of figures that have been read: what each audience may see is settled there, and only that comes here.

use super::aim::Aim;
use super::funnel::{Area, Compared, Funnel};
use super::heat::HeatCell;
use super::multiples::{Multiples, Panel};
use super::pchart::{CountedMonths, Counting};
use super::tally::Tally;
use super::trajectory::Trajectory;
use crate::amount::when;
use crate::breakdown::Breakdown;
use crate::reading::{Reading, State};
use waymark_data::Month;
use waymark_measures::signals::kind;
use waymark_measures::{Parts, Unit};

impl CountedMonths {
    /// The months of a reading as counted things; none for middle values and nets, which count nothing. Shares are given
    /// plain limits: where numbers of cases are large, set [`Counting::ShareWidened`].
    #[must_use]
    pub fn of(reading: &Reading) -> Option<Self> {
        let counting = match reading.measure().unit {
            Unit::Percent | Unit::Share => Counting::Share,
            Unit::Rate => Counting::Rate {
                per: 10_000.0,
                of: "children".to_owned(),
            },
            Unit::Count => Counting::Number,
            Unit::Net | Unit::MedianWorkingDays | Unit::MeanDays => return None,
        };
        let months = (0..reading.slots.len()).map(|slot| {
            let numbers = reading
                .point(slot)
                .and_then(|it| numbers(reading.measure().unit, &it.parts));
            match (reading.slots[slot].state, numbers) {
                (State::Hidden, _) => Tally::Hidden,
                (State::Judged(_), Some((count, of))) => Tally::Of { count, of },
                (State::Provisional(_), Some((count, of))) => Tally::Incomplete { count, of },
                _ => Tally::Empty,
            }
        });
        Some(Self {
            title: reading.series.title(),
            counting,
            from: first(reading),
            months: months.collect(),
            baseline: None,
            target: reading.series.target,
            good: reading.measure().good,
        })
    }
}

impl Funnel {
    /// The groups of a breakdown within the funnel of the whole; none for what is neither a share nor a rate.
    #[must_use]
    pub fn of(breakdown: &Breakdown) -> Option<Self> {
        let compared = match breakdown.measure.unit {
            Unit::Percent | Unit::Share => Compared::Share,
            Unit::Rate => Compared::Rate {
                per: 10_000.0,
                of: "children".to_owned(),
            },
            _ => return None,
        };
        let (all, rows) = breakdown.seen();
        let areas = rows.iter().map(|seen| Area {
            name: seen.row.name.clone(),
            tally: match numbers(breakdown.measure.unit, &seen.row.parts) {
                _ if seen.hidden => Tally::Hidden,
                Some((count, of)) => Tally::Of { count, of },
                None => Tally::Empty,
            },
        });
        Some(Self {
            title: format!(
                "{} {}, by {}",
                breakdown.measure.title,
                when(breakdown.measure, breakdown.basis, breakdown.period),
                breakdown.by.words().to_lowercase()
            ),
            compared,
            areas: areas.collect(),
            centre: all.row.parts.value.filter(|_| !all.hidden),
            good: breakdown.measure.good,
        })
    }
}

impl Multiples {
    /// A reading for each group, side by side from their earliest month; none without any. `by` is "district",
    /// "districts". The public sees no group's own series, so for it every panel is hidden.
    #[must_use]
    pub fn of(groups: &[Reading], by: (&str, &str)) -> Option<Self> {
        let measure = groups.first()?.measure();
        let from = groups
            .iter()
            .filter_map(|it| it.slots.first())
            .map(|it| it.month)
            .min()?;
        let panels = groups.iter().map(|reading| {
            let late = from.months_until(first(reading));
            let mut months = vec![State::Empty; usize::try_from(late).unwrap_or(0)];
            months.extend(reading.slots.iter().map(|it| it.state));
            Panel {
                name: reading.series.group.clone().unwrap_or_default(),
                months,
            }
        });
        Some(Self {
            title: measure.title.to_owned(),
            unit: measure.unit,
            by: (by.0.to_owned(), by.1.to_owned()),
            from,
            panels: panels.collect(),
            mean: None,
            target: None,
        })
    }

    /// The same with the mean of the whole's own months in each panel, and its target; for a whole without limits the
    /// middle of its months. A number is not set beside that of all together.
    #[must_use]
    pub fn beside(self, name: &str, whole: &Reading) -> Self {
        if matches!(self.unit, Unit::Count | Unit::Net) {
            return self;
        }
        let mean = whole.chart.limits().map(|it| it.mean);
        Self {
            mean: mean
                .or(whole.chart.median)
                .map(|mean| (name.to_owned(), mean)),
            target: whole.series.target,
            ..self
        }
    }
}

impl Trajectory {
    /// A reading on its way to these aims, from the first month shown: when they were set is not on record.
    #[must_use]
    pub fn of(reading: &Reading, aims: Vec<Aim>) -> Self {
        let start = reading.slots.iter().find_map(|it| {
            Some(Aim {
                month: it.month,
                value: it.state.sound().seen()?,
            })
        });
        Self {
            start,
            title: reading.series.title(),
            unit: reading.measure().unit,
            good: reading.measure().good,
            from: first(reading),
            months: reading.slots.iter().map(|it| it.state).collect(),
            aims,
        }
    }
}

impl HeatCell {
    /// A reading's month as a cell: its value, and its signal where it has one.
    #[must_use]
    pub fn of(reading: &Reading, month: Month) -> Self {
        let slot = reading.slots.iter().position(|it| it.month == month);
        slot.map_or(Self::EMPTY, |slot| Self {
            state: reading.slots[slot].state,
            signal: kind(reading.label(slot), reading.measure().good),
        })
    }
}

fn first(reading: &Reading) -> Month {
    reading
        .slots
        .first()
        .map_or(Month::new(2000, 1), |it| it.month)
}

/// What is counted and of how many; none below zero.
fn numbers(unit: Unit, parts: &Parts) -> Option<(u64, u64)> {
    let count = u64::try_from(parts.numerator?).ok()?;
    let of = match unit {
        Unit::Count => 0,
        _ => u64::try_from(parts.denominator?).ok()?,
    };
    Some((count, of))
}

//! What a measure has done since a day, for those who ask what came of something: a plan line, a promise, a watch.
//!
//! A line that concerns one area is judged by that area's own series, not by the county's.

use crate::county::County;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use waymark_data::Day;
use waymark_measures::history::{Point, Whom};
use waymark_measures::signals::{Change as Told, Grounds, Label};
use waymark_measures::{By, Measure, Unit, catalogue};
use waymark_programme::rating::{Change, Signal};
use waymark_programme::{RecordId, Records};
use waymark_report::{Audience, Reading, Series, chart_basis, sentences, when};

/// Series read before, by measure and area.
pub(super) type ByArea = Mutex<HashMap<(String, String), Arc<Reading>>>;

impl County {
    /// A measure's series in an area, for the board; none where the measure is a share, the area is none of the council's,
    /// or no return tells of it there. Read once for each state of the returns.
    #[must_use]
    pub fn reading_in(&self, measure: &'static Measure, area: &str) -> Option<Arc<Reading>> {
        if measure.unit == Unit::Share {
            return None;
        }
        let by = self.by_of(area)?;
        let known = || {
            self.drawn
                .by_area
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
        };
        let key = (measure.name(), area.to_owned());
        if let Some(reading) = known().get(&key) {
            return Some(Arc::clone(reading)).filter(|it| it.latest().is_some());
        }
        let basis = chart_basis(measure)?;
        let points = self.series(measure, None, basis, Whom::Group(by, area));
        let target = points
            .last()
            .and_then(|it| self.settings().target(&key.0, it.period.to));
        let reading = Series {
            group: Some(area.to_owned()),
            target,
            rebases: self.rebases(measure, area, Audience::Board),
            ..Series::new(measure, basis, points)
        };
        let reading = Arc::new(reading.read());
        known().insert(key, Arc::clone(&reading));
        Some(reading).filter(|it| it.latest().is_some())
    }

    /// What sort of area a name is of.
    pub(crate) fn by_of(&self, area: &str) -> Option<By> {
        let areas = self.areas();
        if areas.localities().contains(&area) {
            Some(By::Locality)
        } else if areas.districts.iter().any(|it| it.name == area) {
            Some(By::District)
        } else {
            None
        }
    }
}

/// A measure as something that hangs on it reads it.
pub struct Measured {
    /// The measure.
    pub measure: &'static Measure,
    /// The area whose series it is; empty for the whole county.
    pub area: String,
    /// What it has done, for [`waymark_programme::rating::impact`].
    pub signal: Signal,
    reading: Option<Arc<Reading>>,
}

impl Measured {
    /// A measure in an area; the county's where the area is none, or no return tells of it there.
    #[must_use]
    pub fn of(county: &County, measure: &'static Measure, area: &str) -> Self {
        let within = county.reading_in(measure, area);
        let area = if within.is_some() { area } else { "" };
        let reading = within.or_else(|| {
            let told = county.shelf(Audience::Board).of_measure(measure)?;
            told.reading.clone().map(Arc::new)
        });
        let (change, since) = reading
            .as_deref()
            .map_or((Change::NotJudged, None), changed);
        let title = if area.is_empty() {
            measure.title.to_owned()
        } else {
            format!("{} in {area}", measure.title)
        };
        Self {
            measure,
            area: area.to_owned(),
            signal: Signal {
                title,
                change,
                since,
            },
            reading,
        }
    }

    /// Every measure a record leads to, by any link, in an area.
    #[must_use]
    pub fn all(county: &County, records: &Records, from: RecordId, area: &str) -> Vec<Self> {
        let mut names: Vec<&str> = records.measures_of(from).collect();
        names.sort_unstable();
        names.dedup();
        names
            .into_iter()
            .filter_map(catalogue::find)
            .map(|it| Self::of(county, it, area))
            .collect()
    }

    /// One honest sentence of the series; empty without one.
    #[must_use]
    pub fn sentence(&self) -> String {
        self.reading
            .as_deref()
            .filter(|it| it.latest().is_some())
            .map_or_else(String::new, |it| sentences(it).home)
    }

    /// The series, where there is one.
    #[must_use]
    pub fn reading(&self) -> Option<&Reading> {
        self.reading.as_deref()
    }

    /// "74% in January 2018, 81% in March 2018: no real change"; empty where there is no figure of before or of now.
    #[must_use]
    pub fn since(&self, day: Day) -> String {
        let Some(reading) = self.reading.as_deref() else {
            return String::new();
        };
        let Some(now) = reading.latest() else {
            return String::new();
        };
        let then = at(reading, day).filter(|it| it.period != now.period);
        then.map_or_else(String::new, |then| {
            format!(
                "{} then, {} now",
                figure(reading, then),
                figure(reading, now)
            )
        })
    }
}

/// A point's figure with its numbers and when.
fn figure(reading: &Reading, point: &Point) -> String {
    format!(
        "{} {}",
        waymark_report::amount(reading.measure(), point.count, &point.parts),
        when(reading.measure(), reading.series.basis, point.period)
    )
}

/// The last judged point whose period had ended by a day.
#[must_use]
pub fn at(reading: &Reading, day: Day) -> Option<&Point> {
    let slot = (0..reading.slots.len())
        .rev()
        .filter(|it| reading.slots[*it].state.judged().is_some())
        .find(|it| reading.point(*it).is_some_and(|it| it.period.to <= day))?;
    reading.point(slot)
}

/// What a series has done, and from which day on.
fn changed(reading: &Reading) -> (Change, Option<Day>) {
    let (change, grounds) = match reading.verdict.change {
        Told::Improved(grounds) => (Change::Improved, grounds),
        Told::Worse(grounds) => (Change::Worse, grounds),
        // Neither way is good: it has changed, but nobody can say for the better.
        Told::Higher(_) | Told::Lower(_) | Told::NotJudged(_) => return (Change::NotJudged, None),
        Told::NoRealChange => return (Change::NoRealChange, None),
        Told::TooEarly(_) => return (Change::TooEarly, None),
    };
    let since = match grounds {
        Grounds::Rebased { .. } => reading.series.rebases.last().map(|it| it.from.first()),
        Grounds::Signal(label) => begun(reading, label),
    };
    (change, since)
}

/// The first day of the unbroken run of signals of one direction that the latest point ends.
fn begun(reading: &Reading, label: Label) -> Option<Day> {
    let latest = reading.chart.latest?;
    let up = is_up(label)?;
    let mut first = latest;
    for slot in (0..latest).rev() {
        match reading.label(slot) {
            Label::Missing => {}
            other if is_up(other) == Some(up) => first = slot,
            _ => break,
        }
    }
    reading.point(first).map(|it| it.period.from)
}

fn is_up(label: Label) -> Option<bool> {
    match label {
        Label::Above | Label::ShiftHigh | Label::TrendUp | Label::TwoOfThreeHigh => Some(true),
        Label::Below | Label::ShiftLow | Label::TrendDown | Label::TwoOfThreeLow => Some(false),
        Label::Missing | Label::Common => None,
    }
}

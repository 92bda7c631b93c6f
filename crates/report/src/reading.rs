//! A measure's series, read once: one place for each month, what may be judged, the chart's limits and the verdict.

use crate::audience::Audience;
use crate::chart::Aim;
use waymark_data::{Day, Month};
use waymark_measures::history::Point;
use waymark_measures::recording_lag::{Expected, Lag};
use waymark_measures::signals::{
    Change, Chart, Fired, Fitness, Grounds, LIMIT_FACTOR, Label, Method, Unfit, Verdict, chart,
    fitness, verdict,
};
use waymark_measures::{Basis, Measure, Unit};

/// What is to be read: the points of one measure, and what is set for it.
#[derive(Clone, Debug)]
pub struct Series {
    /// The measure.
    pub measure: &'static Measure,
    /// The band of a share, by number.
    pub band: Option<u8>,
    /// The group it is of ("North"); none for all children.
    pub group: Option<String>,
    /// What each point is a figure of.
    pub basis: Basis,
    /// The points, earliest first, as [`waymark_measures::history::series`] gives them.
    pub points: Vec<Point>,
    /// The figures of twelve months, earliest first, told beside the months as text and never charted.
    pub years: Vec<Point>,
    /// The target in force, in the measure's unit.
    pub target: Option<f64>,
    /// Where several targets are set, each from a day on: what is to be reached by when. Empty where there is only one.
    pub aims: Vec<Aim>,
    /// Where a person has drawn the limits anew.
    pub rebases: Vec<Rebase>,
    /// Who reads.
    pub audience: Audience,
}

/// Limits drawn anew from a month on: a person's decision, with its reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rebase {
    /// The first month of the new phase.
    pub from: Month,
    /// Why, in a few words.
    pub reason: String,
}

/// A month's place in a series.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slot {
    /// The month.
    pub month: Month,
    /// Its point, by number; none where no return has answered.
    pub point: Option<usize>,
    /// What may be done with it.
    pub state: State,
}

/// What may be done with a month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum State {
    /// It has a value and counts for limits and signals.
    Judged(f64),
    /// It has a value, but its follow-up has not run out, or past months of its age still moved because they were recorded
    /// late: drawn hollow, not judged.
    Provisional(f64),
    /// Hidden from this audience. It counts for nothing, so that no limit or mean gives it away.
    Hidden,
    /// There is no value: no return has answered, or there was no case.
    Empty,
}

/// A series that has been read.
#[derive(Clone, Debug)]
pub struct Reading {
    /// What was read.
    pub series: Series,
    /// One place for each month from the first point to the last; months without a point are empty.
    pub slots: Vec<Slot>,
    /// How late its months are recorded, learned from what this audience may see of them.
    pub lag: Lag,
    /// Limits and signals, by slot.
    pub chart: Chart,
    /// What may be said.
    pub verdict: Verdict,
    /// Why it may not be judged, where it may not.
    pub unfit: Option<Unfit>,
}

impl Series {
    /// The points of a measure for the board, without target.
    #[must_use]
    pub fn new(measure: &'static Measure, basis: Basis, points: Vec<Point>) -> Self {
        Self {
            measure,
            band: None,
            group: None,
            basis,
            points,
            years: Vec::new(),
            target: None,
            aims: Vec::new(),
            rebases: Vec::new(),
            audience: Audience::Board,
        }
    }

    /// Reads it.
    ///
    /// Where two points fall in one month (a return as at the 15th, another as at the 30th) the later stands for it.
    /// Months whose follow-up has not run out, months that are recorded late, and months hidden from the audience are not
    /// judged.
    #[must_use]
    pub fn read(self) -> Reading {
        let lag = self.lag();
        let slots = self.slots(&lag);
        let values: Vec<Option<f64>> = slots.iter().map(|slot| slot.state.judged()).collect();
        let starts: Vec<usize> = self
            .rebases
            .iter()
            .filter_map(|rebase| slots.iter().position(|slot| slot.month >= rebase.from))
            .collect();
        let method = Method {
            rebases: &starts,
            ..Method::default()
        };
        let unfit = self.unfit(&slots);
        // A series that limits say nothing of is drawn as a line: a chart of each point alone has none.
        let chart = if unfit.is_some() {
            without_limits(&values)
        } else {
            chart(&values, &method)
        };
        let good = self.measure.good;
        let mut verdict = verdict(&values, &chart, good, self.target, unfit);
        if is_chance_between_phases(&chart, verdict.change) {
            verdict.change = Change::NoRealChange;
        }
        Reading {
            series: self,
            slots,
            lag,
            chart,
            verdict,
            unfit,
        }
    }

    /// With the targets that are set for it, each from a day on: one is the target and no more; several are a way to it.
    #[must_use]
    pub fn with_dated_targets(mut self, dated: &[(Day, f64)]) -> Self {
        if let [_, _, ..] = dated {
            let aims = dated.iter().map(|(day, value)| Aim {
                month: day.month(),
                value: *value,
            });
            self.aims = aims.collect();
        }
        self
    }

    /// What the figure of a point is called beside its measure's title: the band, the group, or nothing.
    #[must_use]
    pub fn title(&self) -> String {
        let band = self
            .band
            .and_then(|band| self.measure.bands.get(usize::from(band)));
        let parts = [band.copied(), self.group.as_deref()];
        parts
            .into_iter()
            .flatten()
            .fold(self.measure.title.to_owned(), |title, part| {
                format!("{title}: {part}")
            })
    }

    /// Whether it is a group's or band's series for the public: its numbers add up with its neighbours', so what must be
    /// hidden can only be told in a table of all of them.
    #[must_use]
    pub fn is_part_for_the_public(&self) -> bool {
        self.audience == Audience::Public && (self.group.is_some() || self.band.is_some())
    }

    /// What hidden months would teach is as hidden as they are.
    fn lag(&self) -> Lag {
        let unit = self.measure.unit;
        if self.is_part_for_the_public() {
            return Lag::unknown(unit);
        }
        let hides = |count, parts: &_| self.audience.hides(self.measure, count, parts);
        Lag::of(unit, &self.points, |count, parts| !hides(count, parts))
    }

    fn slots(&self, lag: &Lag) -> Vec<Slot> {
        let months: Vec<Month> = self.points.iter().map(|it| it.period.to.month()).collect();
        let (Some(first), Some(last)) = (months.iter().min(), months.iter().max()) else {
            return Vec::new();
        };
        (0..=first.months_until(*last))
            .map(|n| {
                let month = first.plus(n);
                let point = months.iter().rposition(|it| *it == month);
                let state = point.map_or(State::Empty, |at| self.state(&self.points[at], lag));
                Slot {
                    month,
                    point,
                    state,
                }
            })
            .collect()
    }

    fn state(&self, point: &Point, lag: &Lag) -> State {
        if self.is_part_for_the_public()
            || self.audience.hides(self.measure, point.count, &point.parts)
        {
            return State::Hidden;
        }
        match point.parts.value.filter(|value| value.is_finite()) {
            None => State::Empty,
            Some(value) if point.mature && lag.expected(point).is_none() => State::Judged(value),
            Some(value) => State::Provisional(value),
        }
    }

    fn unfit(&self, slots: &[Slot]) -> Option<Unfit> {
        let judged = |slot: &&Slot| slot.state.judged().is_some();
        let has_provisional = slots
            .iter()
            .any(|slot| matches!(slot.state, State::Provisional(_)));
        let made_of = match self.basis {
            Basis::Rolling12 | Basis::Return => Fitness::RollingWindow,
            _ if has_provisional && !slots.iter().any(|slot| judged(&slot)) => Fitness::Immature,
            _ => Fitness::OwnMonth,
        };
        let of_cases = matches!(
            self.measure.unit,
            Unit::Percent | Unit::Share | Unit::MedianWorkingDays | Unit::MeanDays
        );
        let denominators: Vec<u64> = slots
            .iter()
            .filter(judged)
            .filter_map(|slot| Some(u64::from(self.points[slot.point?].count.cases)))
            .collect();
        fitness(made_of, if of_cases { &denominators } else { &[] })
    }
}

fn without_limits(values: &[Option<f64>]) -> Chart {
    let mut drawn = chart(&[], &Method::default());
    let whole = chart(values, &Method::default());
    drawn.median = whole.median;
    drawn.latest = whole.latest;
    drawn.labels = values
        .iter()
        .map(|value| value.map_or(Label::Missing, |_| Label::Common))
        .collect();
    drawn.fired = vec![Fired::default(); values.len()];
    drawn
}

/// Whether two phases' means differ by no more than chance: limits drawn anew without a real shift are no improvement.
/// Three standard deviations of such a difference, by the wider of the two phases' moving ranges.
#[allow(clippy::cast_precision_loss)] // months
fn is_chance_between_phases(chart: &Chart, change: Change) -> bool {
    let (Change::Improved(grounds)
    | Change::Worse(grounds)
    | Change::Higher(grounds)
    | Change::Lower(grounds)) = change
    else {
        return false;
    };
    let Grounds::Rebased { before, after } = grounds else {
        return false;
    };
    let mut phases = chart.phases.iter().rev().filter_map(|it| it.limits);
    let (Some(last), Some(earlier)) = (phases.next(), phases.next()) else {
        return false;
    };
    let spread = last.moving_range.max(earlier.moving_range) * LIMIT_FACTOR;
    let share = (1.0 / last.baseline.max(1) as f64 + 1.0 / earlier.baseline.max(1) as f64).sqrt();
    (after - before).abs() <= spread * share
}

impl State {
    /// The same, without a value that cannot be drawn.
    #[must_use]
    pub fn sound(self) -> Self {
        match self {
            Self::Judged(value) | Self::Provisional(value) if !value.is_finite() => Self::Empty,
            sound => sound,
        }
    }

    /// Its value, where it counts for limits and signals.
    #[must_use]
    pub fn judged(self) -> Option<f64> {
        match self {
            Self::Judged(value) => Some(value),
            _ => None,
        }
    }

    /// Its value, where it may be seen.
    #[must_use]
    pub fn seen(self) -> Option<f64> {
        match self {
            Self::Judged(value) | Self::Provisional(value) => Some(value),
            _ => None,
        }
    }
}

impl Reading {
    /// The measure.
    #[must_use]
    pub fn measure(&self) -> &'static Measure {
        self.series.measure
    }

    /// The point of a slot.
    #[must_use]
    pub fn point(&self, slot: usize) -> Option<&Point> {
        self.series.points.get(self.slots.get(slot)?.point?)
    }

    /// The latest point that is judged: the one that sentences speak of. For a series whose every month is still
    /// provisional, the latest of those.
    #[must_use]
    pub fn latest(&self) -> Option<&Point> {
        self.point(self.latest_slot()?)
    }

    /// The slot of [`Reading::latest`].
    #[must_use]
    pub fn latest_slot(&self) -> Option<usize> {
        self.chart.latest.or_else(|| {
            self.slots
                .iter()
                .rposition(|slot| slot.state.seen().is_some())
        })
    }

    /// The figure of twelve months to the latest point's month, if it may be seen. Where one of its months is hidden, so
    /// is it: the other eleven would give that one away.
    #[must_use]
    pub fn year(&self) -> Option<&Point> {
        let to = self.latest()?.period.to;
        let year = self.series.years.iter().find(|it| it.period.to == to)?;
        let hides = |point: &Point| {
            let audience = self.series.audience;
            audience.hides(self.measure(), point.count, &point.parts)
        };
        let months = self.series.points.iter();
        let any_hidden = months.filter(|it| year.period.holds(it.period)).any(hides);
        (!hides(year) && !any_hidden).then_some(year)
    }

    /// The name of a slot's point. In a series that moves steadily, limits around one mean would call nearly every point a
    /// signal: there only the latest has a name.
    #[must_use]
    pub fn label(&self, slot: usize) -> Label {
        match self.chart.labels.get(slot) {
            None => Label::Missing,
            Some(label) if self.verdict.steady.is_empty() || self.chart.latest == Some(slot) => {
                *label
            }
            Some(Label::Missing) => Label::Missing,
            Some(_) => Label::Common,
        }
    }

    /// Whether a point is hidden from the audience.
    #[must_use]
    pub fn is_hidden(&self, point: &Point) -> bool {
        let audience = self.series.audience;
        self.series.is_part_for_the_public()
            || audience.hides(self.measure(), point.count, &point.parts)
    }

    /// Why a slot's month is provisional by late recording, and where past months would bring it. None where it is not,
    /// and none for the public: by how much months moved can point at a child.
    #[must_use]
    pub fn expected(&self, slot: usize) -> Option<Expected<'_>> {
        let provisional = matches!(self.slots.get(slot)?.state, State::Provisional(_));
        let board = self.series.audience == Audience::Board;
        let point = self.point(slot).filter(|_| provisional && board)?;
        self.lag.expected(point)
    }

    /// Whether a point is one that may still move by itself: of a month that is provisional, or not complete.
    #[must_use]
    pub fn is_provisional(&self, point: &Point) -> bool {
        let is_it = |slot: usize| self.point(slot).is_some_and(|it| it.period == point.period);
        let waits = |it: &Slot| matches!(it.state, State::Provisional(_));
        !point.mature
            || self
                .slots
                .iter()
                .enumerate()
                .any(|(slot, it)| waits(it) && is_it(slot))
    }

    /// The as-at date of the latest return that any point comes from.
    #[must_use]
    pub fn as_at(&self) -> Option<Day> {
        self.series.points.iter().map(|it| it.as_at).max()
    }
}

/// The basis that a measure's chart is of: its own months; else its snapshots; else the longest windows, which are told
/// but not judged.
#[must_use]
pub fn chart_basis(measure: &Measure) -> Option<Basis> {
    let has = |basis: &Basis| measure.periods.contains(basis);
    [
        Basis::Month,
        Basis::SnapshotMonthly,
        Basis::SnapshotAsAt,
        Basis::Rolling12,
        Basis::Return,
    ]
    .into_iter()
    .find(has)
}

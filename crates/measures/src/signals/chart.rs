//! A whole series on its chart: phases with their limits, and every point's name.

use std::ops::Range;

use super::bands::Band;
use super::fires::fired;
use super::icons::{Assurance, AssuranceIcon, CannotSay, VariationIcon, assurance, variation};
use super::rules::{Fired, Label, PTD_R, RuleSet, label};
use super::runs::median;
use super::xmr::{Limits, limits};
use super::{Good, known};

/// Which points of a phase its limits are taken from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Baseline {
    /// All of them: limits move a little with each new month.
    #[default]
    All,
    /// The first k that have a value: limits are locked.
    First(usize),
    /// The first k if no rule fires among them; else all, and the limits stay trial limits.
    FirstIfStable(usize),
}

/// How a chart is made: kept with every result, so that it can be made again.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Method<'a> {
    /// The special-cause rules.
    pub rules: &'a RuleSet,
    /// Whether odd moving ranges are left out of the limits.
    pub screen: bool,
    /// Which points limits are taken from.
    pub baseline: Baseline,
    /// Index of the first point of each new phase. A rebase is a person's decision, with a date
    /// and a reason; never because a target was missed. An index outside the series is ignored.
    pub rebases: &'a [usize],
}

impl Default for Method<'_> {
    /// `ptd-r`, screened, all points, no rebase.
    fn default() -> Self {
        Method {
            rules: &PTD_R,
            screen: true,
            baseline: Baseline::All,
            rebases: &[],
        }
    }
}

/// One phase: the points between two rebases. Mean and limits are drawn over its range only.
#[derive(Clone, Debug, PartialEq)]
pub struct Phase {
    /// Its points, by index into the series.
    pub range: Range<usize>,
    /// How many of them have a value.
    pub points: usize,
    /// Its limits; none for a run chart, or where no two neighbours have values.
    pub limits: Option<Limits>,
    /// Limits that rest on fewer than 15 points, or were not stable enough to lock.
    pub trial: bool,
}

/// A series with its limits and signals.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// Id of the rule set used.
    pub rules: &'static str,
    /// Whether odd moving ranges were left out.
    pub screened: bool,
    /// What may be shown.
    pub band: Band,
    /// Median of the whole series, the centre line of a run chart.
    pub median: Option<f64>,
    /// The phases in time order; never empty ranges.
    pub phases: Vec<Phase>,
    /// One name for each point.
    pub labels: Vec<Label>,
    /// Every rule each point meets, beneath its one name.
    pub fired: Vec<Fired>,
    /// Index of the latest point that has a value.
    pub latest: Option<usize>,
}

/// A rebase worth a person's thought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SuggestedRebase {
    /// Index of the first point of the run.
    pub at: usize,
    /// Points in the run, which still goes on.
    pub points: usize,
}

/// The fewest points of a run still going on for which a rebase is suggested: with them the new
/// phase has trial limits and icons.
const REBASE_POINTS: usize = 12;

/// Puts a series on its chart. Rules never run across a rebase.
pub fn chart(points: &[Option<f64>], method: &Method) -> Chart {
    let ranges = phases(points.len(), method.rebases);
    let valued = |range: &Range<usize>| points[range.clone()].iter().filter_map(known).count();
    let last = ranges.last().map_or(0, valued);
    let band = Band::of(valued(&(0..points.len())), last);
    let mut made = Chart {
        rules: method.rules.id,
        screened: method.screen,
        band,
        median: median(points),
        phases: Vec::with_capacity(ranges.len()),
        labels: points
            .iter()
            .map(|p| known(p).map_or(Label::Missing, |_| Label::Common))
            .collect(),
        fired: vec![Fired::default(); points.len()],
        latest: points.iter().rposition(|point| known(point).is_some()),
    };
    for range in ranges {
        let own = &points[range.clone()];
        let count = valued(&range);
        let (limits, settled) = if band.has_limits() {
            phase_limits(own, method)
        } else {
            (None, true)
        };
        if let Some(limits) = &limits {
            for (i, found) in range.clone().zip(fired(own, limits, method.rules)) {
                if made.labels[i] != Label::Missing {
                    made.labels[i] = label(&found, method.rules);
                }
                made.fired[i] = found;
            }
        }
        let trial = limits.is_some() && (Band::of(count, count) < Band::Full || !settled);
        made.phases.push(Phase {
            range,
            points: count,
            limits,
            trial,
        });
    }
    made
}

impl Chart {
    /// Limits of the last phase.
    pub fn limits(&self) -> Option<&Limits> {
        self.phases.last()?.limits.as_ref()
    }

    /// Name of the latest point that has a value.
    pub fn latest_label(&self) -> Label {
        self.latest.map_or(Label::Missing, |i| self.labels[i])
    }

    /// The variation icon; none where there are too few points for one.
    pub fn variation(&self, good: Good) -> Option<VariationIcon> {
        (self.band.has_icons() && self.limits().is_some())
            .then(|| variation(self.latest_label(), good))
    }

    /// The assurance icon, or why there is none.
    pub fn assurance(&self, target: Option<f64>, good: Good) -> AssuranceIcon {
        if good == Good::Neither || !target.is_some_and(f64::is_finite) {
            return AssuranceIcon::NotAsked;
        }
        match self.foretold(target, good) {
            Ok(icon) => AssuranceIcon::Shown(icon),
            Err(why) => AssuranceIcon::CannotSayYet(why),
        }
    }

    /// The start of a run that has gone on to the latest point long enough to be the new normal.
    /// A person decides, knowing the cause.
    pub fn suggested_rebase(&self) -> Option<SuggestedRebase> {
        let phase = self.phases.last()?;
        let latest = self.latest.filter(|i| phase.range.contains(i))?;
        let side = self.fired[latest].shift;
        let in_run = |i: &usize| self.fired[*i].shift == side;
        let at = (phase.range.start..=latest)
            .rev()
            .take_while(in_run)
            .last()?;
        let points = latest + 1 - at;
        (side != 0 && points >= REBASE_POINTS && at > phase.range.start)
            .then_some(SuggestedRebase { at, points })
    }

    fn foretold(&self, target: Option<f64>, good: Good) -> Result<Assurance, CannotSay> {
        let phase = self.phases.last().ok_or(CannotSay::TooFewPoints)?;
        let limits = phase
            .limits
            .as_ref()
            .filter(|_| self.band.has_icons())
            .ok_or(CannotSay::TooFewPoints)?;
        if self.latest.is_some_and(|i| self.fired[i].any()) {
            return Err(CannotSay::LiveSignal);
        }
        if phase.trial {
            return Err(CannotSay::TrialLimits);
        }
        assurance(limits, target, good).ok_or(CannotSay::TooFewPoints)
    }
}

/// A phase's limits, and whether they are settled (locked as asked, or never to be locked).
fn phase_limits(own: &[Option<f64>], method: &Method) -> (Option<Limits>, bool) {
    let of = |first| limits(own, method.screen, first);
    match method.baseline {
        Baseline::All => (of(None), true),
        Baseline::First(k) => (of(Some(k)), true),
        Baseline::FirstIfStable(k) => {
            let locked = of(Some(k)).filter(|found| {
                let end = own
                    .iter()
                    .scan(0, |n, p| {
                        *n += usize::from(known(p).is_some());
                        Some(*n)
                    })
                    .position(|n| n == k);
                end.is_some_and(|end| {
                    !fired(&own[..=end], found, method.rules)
                        .iter()
                        .any(Fired::any)
                })
            });
            let settled = locked.is_some();
            (locked.or_else(|| of(None)), settled)
        }
    }
}

fn phases(len: usize, rebases: &[usize]) -> Vec<Range<usize>> {
    let mut starts: Vec<usize> = rebases
        .iter()
        .copied()
        .filter(|at| (1..len).contains(at))
        .collect();
    starts.push(0);
    starts.sort_unstable();
    starts.dedup();
    let ends = starts.iter().skip(1).copied().chain([len]);
    starts
        .iter()
        .copied()
        .zip(ends)
        .map(|(start, end)| start..end)
        .filter(|range| !range.is_empty())
        .collect()
}

#[cfg(test)]
mod tests;

//! What may honestly be said of a series. A sentence writer turns a [`Verdict`] into words.
//!
//! "Has improved" needs a signal at the latest point, or a rebased mean better than the one
//! before; a move inside the limits is no change and is never given a reason.

use super::bands::{Band, Unfit};
use super::chart::{Chart, Method, chart};
use super::icons::{Assurance, AssuranceIcon, CannotSay, Kind, kind};
use super::legs::{Leg, legs};
use super::rules::Label;
use super::runs::median;
use super::xmr::{LIMIT_FACTOR, RANGE_LIMIT_FACTOR, limits};
use super::{Good, known};

/// What may be said of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// Whether it has changed.
    pub change: Change,
    /// What to expect of its target.
    pub outlook: Outlook,
    /// The whole series beside its latest points; say both when they [disagree](Spans::disagree).
    pub spans: Option<Spans>,
    /// The legs of a steadily moving series, of which limits from one mean say nothing: describe
    /// these ("a steady fall to January 2017, then a rise") and count no signals. Else empty.
    pub steady: Vec<Leg>,
}

/// Whether a series has changed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Change {
    /// It has improved.
    Improved(Grounds),
    /// It has become worse.
    Worse(Grounds),
    /// It has gone up, where neither direction is good.
    Higher(Grounds),
    /// It has gone down, where neither direction is good.
    Lower(Grounds),
    /// Ordinary variation.
    NoRealChange,
    /// Too early to say.
    TooEarly(Early),
    /// The series must not be judged so.
    NotJudged(Unfit),
}

/// What a claim of change stands on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Grounds {
    /// The latest point is this special cause.
    Signal(Label),
    /// The mean of the last phase against that of the phase before.
    Rebased {
        /// Mean of the phase before.
        before: f64,
        /// Mean of the last phase.
        after: f64,
    },
}

/// Why it is too early to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Early {
    /// This many points, fewer than 12.
    FewPoints(usize),
    /// This many points since the latest rebase, fewer than 12.
    NewPhase(usize),
    /// The cohort is still running.
    Immature,
}

/// What to expect of the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outlook {
    /// Hit or miss: on target, or off it, by luck.
    ByLuck {
        /// Whether the latest point meets it.
        meets_now: bool,
    },
    /// Will keep missing unless something changes.
    WillKeepMissing,
    /// Keeps meeting it.
    KeepsMeeting,
    /// Cannot say yet.
    CannotSay(CannotSay),
    /// There is no target, or neither direction is good.
    NoTarget,
}

/// How a stretch of the series moved, beyond what chance explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Movement {
    /// Up.
    Rose,
    /// Down.
    Fell,
    /// No more than ordinary variation.
    Level,
}

/// A stretch of the series.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// Index of its first point.
    pub from: usize,
    /// Index of its last point.
    pub to: usize,
    /// Value at the first point.
    pub first: f64,
    /// Value at the last point.
    pub last: f64,
    /// How it moved.
    pub moved: Movement,
}

/// The whole series, and its latest points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spans {
    /// From the first point to the latest.
    pub since_start: Span,
    /// The trend that the latest point is in, else the last six points.
    pub recent: Span,
}

/// Points compared at each end, and the shortest recent stretch.
const END: usize = 6;

/// How much wider a median varies than a mean: the square root of half of pi.
const MEDIAN_SPREAD: f64 = 1.2533;

/// The fewest points of which anything is said.
const ENOUGH: usize = 12;

/// What may be said of a series that was charted as `drawn` (from the same points).
pub fn verdict(
    points: &[Option<f64>],
    drawn: &Chart,
    good: Good,
    target: Option<f64>,
    unfit: Option<Unfit>,
) -> Verdict {
    if let Some(why) = unfit {
        let early = why == Unfit::Immature;
        let change = if early {
            Change::TooEarly(Early::Immature)
        } else {
            Change::NotJudged(why)
        };
        let outlook = match drawn.assurance(target, good) {
            AssuranceIcon::NotAsked => Outlook::NoTarget,
            _ => Outlook::CannotSay(CannotSay::Unfit),
        };
        return Verdict {
            change,
            outlook,
            spans: None,
            steady: Vec::new(),
        };
    }
    Verdict {
        change: change(drawn, good),
        outlook: outlook(points, drawn, target, good),
        spans: spans(points, drawn),
        steady: steady(points, drawn),
    }
}

impl Spans {
    /// Whether the series went one way since its start and goes the other way now.
    pub fn disagree(&self) -> bool {
        matches!(
            (self.since_start.moved, self.recent.moved),
            (Movement::Rose, Movement::Fell) | (Movement::Fell, Movement::Rose)
        )
    }
}

impl Movement {
    /// Whether it is for the better; none where neither direction is good or nothing moved.
    pub fn is_better(self, good: Good) -> Option<bool> {
        match (self, good) {
            (Movement::Level, _) | (_, Good::Neither) => None,
            (Movement::Rose, good) => Some(good == Good::Up),
            (Movement::Fell, good) => Some(good == Good::Down),
        }
    }
}

fn change(drawn: &Chart, good: Good) -> Change {
    let all: usize = drawn.phases.iter().map(|phase| phase.points).sum();
    let Some(phase) = drawn.phases.last() else {
        return Change::TooEarly(Early::FewPoints(0));
    };
    if all < ENOUGH {
        return Change::TooEarly(Early::FewPoints(all));
    }
    let Some(limits) = phase.limits.filter(|_| phase.points >= ENOUGH) else {
        return Change::TooEarly(Early::NewPhase(phase.points));
    };
    let latest = drawn.latest_label();
    if let Some(high) = latest.is_high() {
        return changed(high, good, Grounds::Signal(latest));
    }
    let before = drawn
        .phases
        .iter()
        .rev()
        .skip(1)
        .find_map(|phase| phase.limits);
    match before.map(|limits| limits.mean) {
        Some(before) if before != limits.mean => changed(
            limits.mean > before,
            good,
            Grounds::Rebased {
                before,
                after: limits.mean,
            },
        ),
        _ => Change::NoRealChange,
    }
}

fn changed(high: bool, good: Good, grounds: Grounds) -> Change {
    let label = if high { Label::Above } else { Label::Below };
    match kind(label, good) {
        Kind::Improvement => Change::Improved(grounds),
        Kind::Concern => Change::Worse(grounds),
        _ if high => Change::Higher(grounds),
        _ => Change::Lower(grounds),
    }
}

fn outlook(points: &[Option<f64>], drawn: &Chart, target: Option<f64>, good: Good) -> Outlook {
    let latest = drawn.latest.and_then(|i| known(&points[i]));
    match drawn.assurance(target, good) {
        AssuranceIcon::NotAsked => Outlook::NoTarget,
        AssuranceIcon::CannotSayYet(why) => Outlook::CannotSay(why),
        AssuranceIcon::Shown(Assurance::ConsistentlyFails) => Outlook::WillKeepMissing,
        AssuranceIcon::Shown(Assurance::ConsistentlyPasses) => Outlook::KeepsMeeting,
        AssuranceIcon::Shown(Assurance::HitOrMiss) => Outlook::ByLuck {
            meets_now: latest.zip(target).is_some_and(|(value, target)| {
                if good == Good::Up {
                    value >= target
                } else {
                    value <= target
                }
            }),
        },
    }
}

fn spans(points: &[Option<f64>], drawn: &Chart) -> Option<Spans> {
    let valued: Vec<(usize, f64)> = points
        .iter()
        .enumerate()
        .filter_map(|(i, point)| Some((i, known(point)?)))
        .collect();
    if valued.len() < ENOUGH {
        return None;
    }
    let moving_range = limits(points, drawn.screened, None)?.moving_range;
    Some(Spans {
        since_start: span(&valued, since_start(&valued, moving_range)),
        recent: recent(&valued, drawn, moving_range)?,
    })
}

/// The middle of the first six points against that of the last six (the middle, so that one odd
/// month is no history): more than three standard deviations of such a difference is no chance.
/// The two end points, which the sentence will quote, must say the same.
fn since_start(valued: &[(usize, f64)], moving_range: f64) -> Movement {
    let middle = |of: &[(usize, f64)]| median(&of.iter().map(|p| Some(p.1)).collect::<Vec<_>>());
    let (first, last) = (&valued[..END], &valued[valued.len() - END..]);
    let (Some(early), Some(late)) = (middle(first), middle(last)) else {
        return Movement::Level;
    };
    let three_deviations = LIMIT_FACTOR * moving_range * (2.0 / END as f64).sqrt() * MEDIAN_SPREAD;
    let ends = last[END - 1].1 - first[0].1;
    let moved = moved(late - early, three_deviations);
    if moved == self::moved(ends, 0.0) {
        moved
    } else {
        Movement::Level
    }
}

/// The trend that the latest point is in; else the last six points, which have moved if their
/// ends differ by more than neighbouring points of a stable process should.
///
/// It looks at the rule, not at the point's one name: a rise that is still below the lower limit
/// is named for the limit, and is a rise all the same.
fn recent(valued: &[(usize, f64)], drawn: &Chart, moving_range: f64) -> Option<Span> {
    let (latest, last) = *valued.last()?;
    let trend = drawn.fired[latest].trend;
    if trend != 0 {
        let goes_on = |pair: &&[(usize, f64)]| {
            pair[1].0 == pair[0].0 + 1 && (pair[1].1 - pair[0].1) * f64::from(trend) > 0.0
        };
        let moves = valued.windows(2).rev().take_while(goes_on).count();
        let stretch = &valued[valued.len() - 1 - moves..];
        return Some(span(
            stretch,
            if trend > 0 {
                Movement::Rose
            } else {
                Movement::Fell
            },
        ));
    }
    let six = &valued[valued.len() - END..];
    Some(span(
        six,
        moved(last - six[0].1, RANGE_LIMIT_FACTOR * moving_range),
    ))
}

/// The legs of a series that moves steadily: nearly every point is special against one mean, and
/// no leg is a step (one move that makes more than half of it).
fn steady(points: &[Option<f64>], drawn: &Chart) -> Vec<Leg> {
    let unbroken = Method {
        screen: drawn.screened,
        ..Method::default()
    };
    let whole = chart(points, &unbroken);
    let (Some(limits), true) = (whole.limits(), whole.band >= Band::Trial) else {
        return Vec::new();
    };
    let special = whole
        .labels
        .iter()
        .filter(|label| label.is_high().is_some())
        .count();
    let valued = points.iter().filter_map(known).count();
    if special * 4 < valued * 3 {
        return Vec::new();
    }
    let found = legs(points, RANGE_LIMIT_FACTOR * limits.moving_range);
    let is_gradual = |leg: &Leg| {
        let values: Vec<f64> = points[leg.from..=leg.to].iter().filter_map(known).collect();
        let largest = values
            .windows(2)
            .map(|pair| (pair[1] - pair[0]).abs())
            .fold(0.0, f64::max);
        largest * 2.0 <= (leg.last - leg.first).abs()
    };
    if found.iter().all(is_gradual) {
        found
    } else {
        Vec::new()
    }
}

fn moved(by: f64, more_than: f64) -> Movement {
    if by > more_than {
        Movement::Rose
    } else if by < -more_than {
        Movement::Fell
    } else {
        Movement::Level
    }
}

fn span(stretch: &[(usize, f64)], moved: Movement) -> Span {
    let (start, end) = (stretch[0], stretch[stretch.len() - 1]);
    Span {
        from: start.0,
        to: end.0,
        first: start.1,
        last: end.1,
        moved,
    }
}

#[cfg(test)]
mod tests;

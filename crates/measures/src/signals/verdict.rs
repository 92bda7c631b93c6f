//! What may honestly be said of a series. A sentence writer turns a [`Verdict`] into words.
//!
//! "Has improved" needs a signal at the latest point, or a rebased mean better than the one
//! before; a move inside the limits is no change and is never given a reason.

use super::bands::{Band, Unfit};
use super::chart::{Chart, Method, chart};
use super::icons::{Assurance, AssuranceIcon, CannotSay, Kind, kind};
use super::legs::{Leg, legs};
use super::rules::Label;
use super::spans::{Spans, spans};
use super::xmr::RANGE_LIMIT_FACTOR;
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

/// The fewest points of which anything is said.
pub(super) const ENOUGH: usize = 12;

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

/// The legs of a series that moves steadily: nearly every point is special against one mean, and
/// no leg is a step (one move that makes more than half of it). Of the last phase alone: whoever
/// drew the limits anew said that what came before is over.
fn steady(points: &[Option<f64>], drawn: &Chart) -> Vec<Leg> {
    let from = drawn.phases.last().map_or(0, |phase| phase.range.start);
    let mut legs = steady_within(points.get(from..).unwrap_or_default(), drawn);
    for leg in &mut legs {
        leg.from += from;
        leg.to += from;
    }
    legs
}

fn steady_within(points: &[Option<f64>], drawn: &Chart) -> Vec<Leg> {
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

#[cfg(test)]
mod tests;

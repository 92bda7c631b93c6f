//! The two icons beside a chart: what the process is doing, and whether it will meet the target.

use super::Good;
use super::rules::Label;
use super::xmr::Limits;

/// What a point means once the good direction is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Ordinary variation.
    CommonCause,
    /// A special cause in the good direction.
    Improvement,
    /// A special cause in the other direction.
    Concern,
    /// A special cause where neither direction is good.
    Neutral,
}

/// What the latest point says of the process.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum VariationIcon {
    /// Ordinary variation: no real change.
    CommonCause,
    /// Better, by being higher.
    ImprovementHigh,
    /// Better, by being lower.
    ImprovementLow,
    /// Worse, by being higher.
    ConcernHigh,
    /// Worse, by being lower.
    ConcernLow,
    /// Higher, where neither direction is good.
    NeutralHigh,
    /// Lower, where neither direction is good.
    NeutralLow,
}

/// Whether the process, left as it is, will meet its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Assurance {
    /// Every ordinary month meets it.
    ConsistentlyPasses,
    /// No ordinary month meets it.
    ConsistentlyFails,
    /// Some months will, some will not, by luck.
    HitOrMiss,
}

/// Why nothing is said of the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CannotSay {
    /// The process is moving, so its limits do not foretell it.
    LiveSignal,
    /// The limits rest on too few points to be relied on.
    TrialLimits,
    /// There are too few points for limits.
    TooFewPoints,
    /// The series does not belong on this chart.
    Unfit,
}

/// What stands in the place of the assurance icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AssuranceIcon {
    /// The icon.
    Shown(Assurance),
    /// "Cannot say yet", and why.
    CannotSayYet(CannotSay),
    /// Nothing: there is no target, or neither direction is good.
    NotAsked,
}

/// What a point means once the good direction is known.
pub fn kind(label: Label, good: Good) -> Kind {
    match (label.is_high(), good) {
        (None, _) => Kind::CommonCause,
        (Some(_), Good::Neither) => Kind::Neutral,
        (Some(true), Good::Up) | (Some(false), Good::Down) => Kind::Improvement,
        (Some(_), _) => Kind::Concern,
    }
}

/// The variation icon, from the latest point's label.
pub fn variation(latest: Label, good: Good) -> VariationIcon {
    let high = latest.is_high() == Some(true);
    match (kind(latest, good), high) {
        (Kind::CommonCause, _) => VariationIcon::CommonCause,
        (Kind::Improvement, true) => VariationIcon::ImprovementHigh,
        (Kind::Improvement, false) => VariationIcon::ImprovementLow,
        (Kind::Concern, true) => VariationIcon::ConcernHigh,
        (Kind::Concern, false) => VariationIcon::ConcernLow,
        (Kind::Neutral, true) => VariationIcon::NeutralHigh,
        (Kind::Neutral, false) => VariationIcon::NeutralLow,
    }
}

/// Whether a process with these limits meets a target, by the limits alone; a target on a limit
/// is hit or miss. `None` without a target or a good direction.
///
/// A page asks [`Chart::assurance`](super::Chart::assurance), which also minds whether the limits may be relied on.
pub fn assurance(limits: &Limits, target: Option<f64>, good: Good) -> Option<Assurance> {
    let target = target.filter(|value| value.is_finite())?;
    let (above, below) = match good {
        Good::Up => (Assurance::ConsistentlyFails, Assurance::ConsistentlyPasses),
        Good::Down => (Assurance::ConsistentlyPasses, Assurance::ConsistentlyFails),
        Good::Neither => return None,
    };
    Some(if target > limits.upper {
        above
    } else if target < limits.lower {
        below
    } else {
        Assurance::HitOrMiss
    })
}

impl Kind {
    /// The name used in exports.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::CommonCause => "common_cause",
            Kind::Improvement => "improvement",
            Kind::Concern => "concern",
            Kind::Neutral => "neutral",
        }
    }
}

impl VariationIcon {
    /// The name used in exports.
    pub fn as_str(self) -> &'static str {
        match self {
            VariationIcon::CommonCause => "common_cause",
            VariationIcon::ImprovementHigh => "improvement_high",
            VariationIcon::ImprovementLow => "improvement_low",
            VariationIcon::ConcernHigh => "concern_high",
            VariationIcon::ConcernLow => "concern_low",
            VariationIcon::NeutralHigh => "neutral_high",
            VariationIcon::NeutralLow => "neutral_low",
        }
    }
}

impl Assurance {
    /// The name used in exports.
    pub fn as_str(self) -> &'static str {
        match self {
            Assurance::ConsistentlyPasses => "consistent_pass",
            Assurance::ConsistentlyFails => "consistent_fail",
            Assurance::HitOrMiss => "inconsistent",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_rise_is_good_bad_or_neither() {
        assert_eq!(
            variation(Label::TrendUp, Good::Up),
            VariationIcon::ImprovementHigh
        );
        assert_eq!(
            variation(Label::TrendUp, Good::Down),
            VariationIcon::ConcernHigh
        );
        assert_eq!(
            variation(Label::TrendUp, Good::Neither),
            VariationIcon::NeutralHigh
        );
        assert_eq!(
            variation(Label::Below, Good::Down),
            VariationIcon::ImprovementLow
        );
        assert_eq!(
            variation(Label::ShiftLow, Good::Up),
            VariationIcon::ConcernLow
        );
        assert_eq!(
            variation(Label::Below, Good::Neither),
            VariationIcon::NeutralLow
        );
        assert_eq!(
            variation(Label::Common, Good::Up),
            VariationIcon::CommonCause
        );
    }

    #[test]
    fn a_target_that_is_no_number_is_no_target() {
        assert_eq!(
            assurance(&Limits::around(2.0, 1.0), Some(f64::NAN), Good::Up),
            None
        );
    }
}

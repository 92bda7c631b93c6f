//! What a target asks of the process as it is, and so whether it may be called a stretch.

use super::Good;
use super::icons::{Kind, kind};
use super::rules::Label;
use super::xmr::Limits;

/// What a target asks of the process as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Validity {
    /// Every ordinary month meets it already.
    AlreadyAssured,
    /// The average month meets it already (or, where lower is better, is already below it).
    AtOrBelowAverage,
    /// Better months meet it with nothing changed: it is not a stretch.
    WithinNaturalVariation,
    /// Beyond what the process can do: it needs a changed process. The only true stretch.
    Stretch,
}

/// What a target asks of a process with these limits. `None` where neither direction is good.
pub fn validity(target: f64, limits: &Limits, good: Good) -> Option<Validity> {
    // Where lower is better, everything is seen in a mirror at zero.
    let (target, mean, worst, best) = match good {
        Good::Up => (target, limits.mean, limits.lower, limits.upper),
        Good::Down => (-target, -limits.mean, -limits.upper, -limits.lower),
        Good::Neither => return None,
    };
    if !target.is_finite() {
        return None;
    }
    Some(if target < worst {
        Validity::AlreadyAssured
    } else if target <= mean {
        Validity::AtOrBelowAverage
    } else if target <= best {
        Validity::WithinNaturalVariation
    } else {
        Validity::Stretch
    })
}

/// Whether a target needs a trajectory beside it: the latest signal goes the wrong way.
pub fn needs_trajectory(latest: Label, good: Good) -> bool {
    kind(latest, good) == Kind::Concern
}

impl Validity {
    /// The name used in exports.
    pub fn as_str(self) -> &'static str {
        match self {
            Validity::AlreadyAssured => "already_assured",
            Validity::AtOrBelowAverage => "at_or_below_average",
            Validity::WithinNaturalVariation => "within_natural_variation_not_stretch",
            Validity::Stretch => "stretch_needs_process_change",
        }
    }

    /// Whether the word "stretch" may be used.
    pub fn may_be_called_stretch(self) -> bool {
        self == Validity::Stretch
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_needs_a_trajectory_when_the_measure_is_getting_worse() {
        assert!(needs_trajectory(Label::TrendUp, Good::Down));
        assert!(!needs_trajectory(Label::TrendDown, Good::Down));
        assert!(!needs_trajectory(Label::Common, Good::Down));
    }

    #[test]
    fn nothing_is_asked_where_neither_direction_is_good() {
        assert_eq!(
            validity(90.0, &Limits::around(85.0, 10.0), Good::Neither),
            None
        );
        assert_eq!(
            validity(f64::NAN, &Limits::around(85.0, 10.0), Good::Up),
            None
        );
    }
}

//! Whether a group differs from the whole by more than chance explains.

use crate::breakdown::Row;
use waymark_measures::Unit;
use waymark_measures::signals::{FEWEST_IN_DENOMINATOR, Good};

/// A group against the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// Outside what chance gives once in 500 times: worth asking about.
    WorthAsking {
        /// Higher than the whole, else lower.
        higher: bool,
    },
    /// Between once in 20 and once in 500: watch.
    Watch {
        /// Higher than the whole, else lower.
        higher: bool,
    },
    /// No evidence of a difference.
    NoEvidence,
    /// Too few to judge.
    TooFew,
    /// Hidden from this audience.
    Hidden,
    /// This kind of figure is not compared so.
    NotCompared,
}

/// Two-sided 95% and 99.8% of a normal distribution.
const Z95: f64 = waymark_measures::signals::Z95;
const Z998: f64 = 3.090_232_306_167_814;

/// A group against the whole: its place in the funnel of a proportion, or of a count against the one expected.
pub(crate) fn against(unit: Unit, whole: &Row, row: &Row) -> Against {
    let (Some(all), Some(value)) = (whole.parts.value, row.parts.value) else {
        return Against::NotCompared;
    };
    let far = match unit {
        Unit::Percent | Unit::Share => {
            let cases = u64::from(row.count.cases);
            if cases < FEWEST_IN_DENOMINATOR {
                return Against::TooFew;
            }
            let p = all / 100.0;
            let deviation = (p * (1.0 - p) / f64::from(row.count.cases)).sqrt() * 100.0;
            (value - all).abs() / deviation
        }
        Unit::Rate => {
            let Some(children) = row.parts.denominator else {
                return Against::NotCompared;
            };
            #[allow(clippy::cast_precision_loss)] // children of a district
            let expected = all * children as f64 / 10_000.0;
            if expected < 10.0 {
                return Against::TooFew;
            }
            // The square root of a count varies by a half, whatever its size.
            let observed = f64::from(row.count.hits.max(0));
            2.0 * (observed.sqrt() - expected.sqrt()).abs()
        }
        _ => return Against::NotCompared,
    };
    let higher = value > all;
    if far > Z998 {
        Against::WorthAsking { higher }
    } else if far > Z95 {
        Against::Watch { higher }
    } else {
        Against::NoEvidence
    }
}

impl Against {
    /// Whether it says anything of a difference.
    #[must_use]
    pub fn is_judged(self) -> bool {
        matches!(
            self,
            Self::WorthAsking { .. } | Self::Watch { .. } | Self::NoEvidence
        )
    }

    /// Whether the difference is for the better; none without one, or where neither way is good.
    #[must_use]
    pub fn is_better(self, good: Good) -> Option<bool> {
        match (self, good) {
            (Self::WorthAsking { higher } | Self::Watch { higher }, Good::Up) => Some(higher),
            (Self::WorthAsking { higher } | Self::Watch { higher }, Good::Down) => Some(!higher),
            _ => None,
        }
    }

    /// As in a table.
    #[must_use]
    pub fn words(self, good: Good) -> String {
        let how = |higher: bool| {
            let way = if higher { "higher" } else { "lower" };
            match self.is_better(good) {
                Some(true) => format!("{way}, which is better"),
                Some(false) => format!("{way}, which is worse"),
                None => way.to_owned(),
            }
        };
        match self {
            Self::WorthAsking { higher } => format!("Worth asking about: {}", how(higher)),
            Self::Watch { higher } => format!("Watch: {}", how(higher)),
            Self::NoEvidence => "No evidence of a difference".to_owned(),
            Self::TooFew => "Too few to judge".to_owned(),
            Self::Hidden => "Hidden".to_owned(),
            Self::NotCompared => String::new(),
        }
    }
}

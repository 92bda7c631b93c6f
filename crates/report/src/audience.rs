//! For whom a page, paper or file is made: whether small numbers may be seen.

use serde::{Deserialize, Serialize};
use waymark_measures::disclosure::{Rule, Shown, percentage};
use waymark_measures::{Count, Measure, Parts, Unit};

/// Who reads.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, Serialize, Deserialize)]
pub enum Audience {
    /// The board and officers: small numbers shown, and the output says so.
    Board,
    /// Anyone: counts from 1 to 5 are hidden (`c`), and whatever would give them away.
    Public,
}

impl Audience {
    /// The suppression rule.
    #[must_use]
    pub const fn rule(self) -> &'static Rule {
        match self {
            Self::Board => &Rule::BOARD,
            Self::Public => &Rule::PUBLIC,
        }
    }

    /// As an output states it.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Board => {
                "For board members and officers only. Small numbers are shown: do not publish."
            }
            Self::Public => {
                "For anyone. Counts from 1 to 5, and figures that would give one away, are hidden (c)."
            }
        }
    }

    /// In a file's name.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Board => "board",
            Self::Public => "public",
        }
    }

    /// Whether a figure that stands alone is hidden: its number, the rest of its cases, or the cases of a middle value
    /// are few. Then its numerator, denominator, value and interval are hidden together.
    #[must_use]
    pub fn hides(self, measure: &Measure, count: Count, parts: &Parts) -> bool {
        let rule = self.rule();
        let hits = u64::from(count.hits.unsigned_abs());
        match measure.unit {
            Unit::Percent | Unit::Share => match (parts.numerator, parts.denominator) {
                (Some(hits), Some(cases)) => {
                    let whole = |number| u64::try_from(number).unwrap_or(0);
                    percentage(whole(hits), whole(cases), 1, rule) == Shown::Hidden
                }
                _ => false,
            },
            Unit::Count | Unit::Rate => rule.hides(hits),
            // A difference counts nobody. What it would tell of those who came and went is for the ledger.
            Unit::Net => false,
            Unit::MedianWorkingDays | Unit::MeanDays => rule.hides(u64::from(count.cases)),
        }
    }
}

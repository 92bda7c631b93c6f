//! A number as a paper shows it, with everything that makes it one that can be checked (S-293, S-294).

use serde::{Deserialize, Serialize};
use waymark_data::Day;

/// A figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// Its name, the same in every paper that shows it: measure, group and period: `assessment-over-45@North:2018-02-28`.
    pub key: String,
    /// The measure's name: `assessment-over-45`.
    pub measure: String,
    /// The measure's title, with its band or group: "Assessments over 45 working days: North".
    pub title: String,
    /// The group or band it is of; empty: all.
    pub group: String,
    /// How long it speaks of: "month", "12 months", "snapshot", "return".
    pub basis: String,
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub to: Day,
    /// As shown: "21% (96 of 457)"; "hidden (c)".
    pub shown: String,
    /// Its unit: "percent", "count", "rate", "net", "median working days", "mean days".
    pub unit: String,
    /// Its value, rounded as shown; none where there is none or it is hidden.
    pub value: Option<f64>,
    /// The number above the line; none where hidden.
    pub numerator: Option<i64>,
    /// The number below the line; none where there is none or it is hidden.
    pub denominator: Option<i64>,
    /// Where it comes from: the return and its lists.
    pub source: String,
    /// The definition in a paragraph.
    pub definition: String,
    /// The as-at date of the return it comes from.
    pub as_at: Option<Day>,
    /// Whether its follow-up has not run out, or months of its age are still being recorded: it may still change by itself.
    pub provisional: bool,
    /// What the signals allow to be said of the measure at this figure: "improved", "worse", "higher", "lower",
    /// "no real change", "too early to say", "not judged"; empty where nothing is said.
    pub verdict: String,
    /// The target in force, in the unit.
    pub target: Option<f64>,
}

impl Figure {
    /// Whether it is a share of something: a percentage may not be shown without its numbers.
    #[must_use]
    pub fn is_share(&self) -> bool {
        self.unit == "percent"
    }

    /// Whether it is hidden from this paper's readers.
    #[must_use]
    pub fn is_hidden(&self) -> bool {
        self.value.is_none() && self.numerator.is_none() && self.shown.contains("(c)")
    }
}

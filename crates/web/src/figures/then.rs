//! What a measure was on an earlier day: the figure that the returns made by then told, not what later ones say of it.

use super::told::figure_words;
use crate::county::County;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use waymark_data::{Day, Period};
use waymark_measures::{Measure, Unit};
use waymark_report::{Audience, Reading};

/// Figures of earlier days read before, by measure, day and whether the public may see them.
pub(super) type Earlier = Mutex<HashMap<(String, Day, bool), Option<Then>>>;

/// A measure's latest figure as it stood on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Then {
    /// "60% (351 of 585) in August 2017".
    pub words: String,
    /// The period it is of.
    pub period: Period,
    /// Whether no return of that day is here, so that it is what later ones say of it.
    pub told_later: bool,
}

impl County {
    /// The figure of a measure that this audience could have been shown on a day; none where no period had ended by then,
    /// where it is hidden, and for a share. Read once for each state of the returns.
    #[must_use]
    pub fn then(
        self: &Arc<Self>,
        measure: &'static Measure,
        audience: Audience,
        day: Day,
    ) -> Option<Then> {
        if measure.unit == Unit::Share {
            return None;
        }
        let known = || {
            self.drawn
                .earlier
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
        };
        let key = (measure.name(), day, audience == Audience::Public);
        if let Some(then) = known().get(&key) {
            return then.clone();
        }
        let then = self.read_then(measure, audience, day);
        known().insert(key, then.clone());
        then
    }

    fn read_then(
        self: &Arc<Self>,
        measure: &'static Measure,
        audience: Audience,
        day: Day,
    ) -> Option<Then> {
        let before = self.until(day);
        if !before.cuts.is_empty() {
            let reading = super::told::read(&before, measure, audience);
            if let Some(then) = latest_by(&reading, day) {
                return Some(then);
            }
            // Returns of that day that could not tell it are not put right by later ones where it was hidden.
            if reading.latest().is_some() {
                return None;
            }
        }
        let told = self.shelf(audience).of_measure(measure)?;
        let then = latest_by(told.reading.as_ref()?, day)?;
        Some(Then {
            told_later: true,
            ..then
        })
    }
}

/// The latest judged figure of a period that had ended by a day, if it may be seen.
fn latest_by(reading: &Reading, day: Day) -> Option<Then> {
    let point = super::since::at(reading, day)
        .or_else(|| reading.latest().filter(|it| it.period.to <= day))
        .filter(|it| !reading.is_hidden(it))?;
    Some(Then {
        words: figure_words(reading, point),
        period: point.period,
        told_later: false,
    })
}

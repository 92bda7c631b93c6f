//! May limits be drawn anew from a month? Only where the chart shows a sustained shift, with enough months on both sides.
//! What caused it, and whether it will stay, a person must know.

use crate::numbers::counted;
use crate::reading::Reading;
use waymark_data::Month;

/// The fewest months with a figure before: with fewer there are no limits that could be left behind.
pub const FEWEST_BEFORE: usize = 10;
/// The fewest months with a figure from it on: with fewer the new limits could not say yet what is ordinary.
pub const FEWEST_AFTER: usize = 12;
/// A cause may come this many months before or after the first of the run of months that shows it.
const LAG: usize = 2;

/// Why limits may not be drawn anew from a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAnew {
    /// The series has no limits at all.
    NoLimits,
    /// The series has no such month.
    NoSuchMonth,
    /// They are drawn anew from it already.
    Already,
    /// So few months with a figure before it, since limits were last drawn.
    FewBefore(usize),
    /// So few months with a figure from it on.
    FewAfter(usize),
    /// No rule says that the months from it on have shifted.
    NoShift,
}

/// A month from which a run still going on makes new limits worth a person's thought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SuggestedMonth {
    /// The first month of the run.
    pub from: Month,
    /// Months in the run.
    pub months: usize,
}

impl Reading {
    /// Whether a person who knows the cause may draw limits anew from this month.
    ///
    /// # Errors
    /// Why not.
    pub fn may_draw_anew(&self, from: Month) -> Result<(), NotAnew> {
        let phases = &self.chart.phases;
        if self.chart.limits().is_none() {
            return Err(NotAnew::NoLimits);
        }
        let at = self.slots.iter().position(|it| it.month == from);
        let at = at.filter(|at| *at > 0).ok_or(NotAnew::NoSuchMonth)?;
        let phase = phases.iter().find(|it| it.range.contains(&at));
        let phase = phase.ok_or(NotAnew::NoSuchMonth)?;
        if phase.range.start == at {
            return Err(NotAnew::Already);
        }
        let judged = |range: std::ops::Range<usize>| {
            let slots = self.slots[range].iter();
            slots.filter(|it| it.state.judged().is_some()).count()
        };
        let after = judged(at..phase.range.end);
        if after < FEWEST_AFTER {
            return Err(NotAnew::FewAfter(after));
        }
        let before = judged(phase.range.start..at);
        if before < FEWEST_BEFORE {
            return Err(NotAnew::FewBefore(before));
        }
        let side = |slot: usize| self.chart.fired[slot].shift;
        let begins = |slot: usize| side(slot) != 0 && side(slot) != side(slot - 1);
        let earliest = at.saturating_sub(LAG).max(phase.range.start + 1);
        let latest = (at + LAG).min(phase.range.end - 1);
        if (earliest..=latest).any(begins) {
            Ok(())
        } else {
            Err(NotAnew::NoShift)
        }
    }

    /// Every month from which they may be, the latest first.
    #[must_use]
    pub fn months_to_draw_anew(&self) -> Vec<Month> {
        let months = self.slots.iter().rev().map(|it| it.month);
        months
            .filter(|it| self.may_draw_anew(*it).is_ok())
            .collect()
    }

    /// The month that the chart suggests: the first of a run that has gone on to the latest month. None in a series that
    /// moves steadily: limits round one mean say nothing of it, nor would two.
    #[must_use]
    pub fn suggested_month(&self) -> Option<SuggestedMonth> {
        let found = self.chart.suggested_rebase()?;
        let from = self.slots.get(found.at)?.month;
        (self.verdict.steady.is_empty() && self.may_draw_anew(from).is_ok()).then_some(
            SuggestedMonth {
                from,
                months: found.points,
            },
        )
    }
}

impl NotAnew {
    /// Said to whoever chose the month: what is wrong, and what to do.
    #[must_use]
    pub fn words(self, from: Month) -> String {
        let month = from.words();
        let months = |of: usize| counted(i64::try_from(of).unwrap_or(i64::MAX), "month");
        match self {
            Self::NoLimits => {
                "This measure has no limits yet, so there are none to draw anew".to_owned()
            }
            Self::NoSuchMonth => {
                format!(
                    "{month} is not a month of this chart after its first: choose one of the list"
                )
            }
            Self::Already => {
                format!("Limits are drawn anew from {month} already: choose another month")
            }
            Self::FewBefore(had) => format!(
                "There are {} of figures before {month}, and limits need {FEWEST_BEFORE}: choose a later month",
                months(had)
            ),
            Self::FewAfter(had) => format!(
                "There are {} of figures from {month} on, and new limits need {FEWEST_AFTER}: choose an earlier month, or wait",
                months(had)
            ),
            Self::NoShift => format!(
                "The chart shows no sustained shift from {month}: choose a month in which one begins, or leave the limits as they are"
            ),
        }
    }
}

//! The pieces of time that cases are counted in.

use crate::cases::{Case, Cases};
use crate::measure::{Basis, Measure};
use waymark_data::{Day, Period};

/// The pieces of time that cases are counted in, and the figures made of them.
///
/// Events fall in whole months and the part months at the window's ends; a figure of a month is one slot, of twelve
/// months twelve, of the return all. A snapshot's day is a slot, and so is a window of a measure told window by window.
pub(super) struct Slots {
    pub(super) count: usize,
    pub(super) kind: SlotKind,
    pub(super) periods: Vec<(Basis, Period, std::ops::Range<usize>)>,
    pub(super) distinct: bool,
}

pub(super) enum SlotKind {
    /// For each day of the window, its slot.
    Events {
        first: Day,
        slot_of_day: Vec<u16>,
    },
    Days(Vec<Day>),
    Windows,
}

impl Slots {
    pub(super) fn new(measure: &Measure, cases: &Cases<'_>) -> Self {
        let told_by_window = cases.cases.iter().any(|case| case.window.is_some());
        if measure.is_snapshot() {
            let basis = measure.periods[0];
            let day = |day: Day| Period { from: day, to: day };
            let periods = cases
                .days
                .iter()
                .enumerate()
                .map(|(at, it)| (basis, day(*it), at..at + 1))
                .collect();
            let kind = SlotKind::Days(cases.days.clone());
            return Self {
                count: cases.days.len(),
                kind,
                periods,
                distinct: false,
            };
        }
        if measure.distinct || told_by_window {
            let periods = cases
                .windows
                .iter()
                .enumerate()
                .map(|(at, (basis, it))| (*basis, *it, at..at + 1))
                .collect();
            return Self {
                count: cases.windows.len(),
                kind: SlotKind::Windows,
                periods,
                distinct: true,
            };
        }
        let window = cases.window;
        let mut ends: Vec<Day> = window.months().map(|month| month.last()).collect();
        let head = window
            .months()
            .next()
            .is_none_or(|month| month.first() > window.from);
        if head {
            ends.insert(
                0,
                window
                    .months()
                    .next()
                    .map_or(window.to, |month| month.first().plus_days(-1)),
            );
        }
        if ends.last().is_none_or(|end| *end < window.to) {
            ends.push(window.to);
        }
        let mut slot_of_day = Vec::new();
        for (slot, end) in ends.iter().enumerate() {
            let days = usize::try_from(window.from.days_until(*end) + 1).unwrap_or(0);
            slot_of_day.resize(days, u16::try_from(slot).unwrap_or(u16::MAX));
        }
        let month_slot = |day: Day| {
            usize::from(slot_of_day[usize::try_from(window.from.days_until(day)).unwrap_or(0)])
        };
        let periods = cases
            .windows
            .iter()
            .map(|(basis, period)| match basis {
                Basis::Return => (*basis, *period, 0..ends.len()),
                _ => (
                    *basis,
                    *period,
                    month_slot(period.from)..month_slot(period.to) + 1,
                ),
            })
            .collect();
        let count = ends.len();
        Self {
            count,
            kind: SlotKind::Events {
                first: window.from,
                slot_of_day,
            },
            periods,
            distinct: false,
        }
    }

    pub(super) fn of(&self, case: &Case<'_>) -> Option<usize> {
        match &self.kind {
            SlotKind::Windows => case.window.map(usize::from),
            _ => self.of_day(case.day),
        }
    }

    pub(super) fn of_day(&self, day: Day) -> Option<usize> {
        match &self.kind {
            SlotKind::Events { first, slot_of_day } => {
                let at = usize::try_from(first.days_until(day)).ok()?;
                slot_of_day.get(at).map(|slot| usize::from(*slot))
            }
            SlotKind::Days(days) => days.binary_search(&day).ok(),
            SlotKind::Windows => None,
        }
    }
}

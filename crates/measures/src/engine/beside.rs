//! What is counted beside a figure: rows set aside, and evidence that is missing.

use super::slots::{SlotKind, Slots};
use crate::cases::Cases;
use std::collections::BTreeMap;
use waymark_data::{Day, Period};

/// What is counted beside figures, by reason and slot: rows set aside, and evidence missing.
pub(super) struct Beside<'a> {
    slots: &'a Slots,
    /// Reason, how many belong to any period, and how many to each slot.
    reasons: Vec<(&'static str, u32, Vec<u32>)>,
    /// In a measure told window by window, days stand for themselves: windows overlap.
    days: Vec<(&'static str, Day)>,
}

impl<'a> Beside<'a> {
    pub(super) fn excluded(slots: &'a Slots, cases: &Cases<'_>) -> Self {
        let any_period = slots.distinct || matches!(slots.kind, SlotKind::Days(_));
        let mut it = Self {
            slots,
            reasons: Vec::new(),
            days: Vec::new(),
        };
        for (reason, day) in &cases.asides {
            match day.filter(|_| !any_period) {
                None => it.reason(reason.words()).1 += 1,
                Some(day) => it.count(reason.words(), day),
            }
        }
        it
    }

    pub(super) fn evidence(slots: &'a Slots, cases: &Cases<'_>) -> Self {
        let mut it = Self {
            slots,
            reasons: Vec::new(),
            days: Vec::new(),
        };
        for (what, day) in &cases.evidence {
            if slots.distinct {
                it.days.push((what, *day));
            } else {
                it.count(what, *day);
            }
        }
        it
    }

    fn count(&mut self, what: &'static str, day: Day) {
        if let Some(slot) = self.slots.of_day(day) {
            self.reason(what).2[slot] += 1;
        }
    }

    fn reason(&mut self, what: &'static str) -> &mut (&'static str, u32, Vec<u32>) {
        let at = self
            .reasons
            .iter()
            .position(|(it, ..)| *it == what)
            .unwrap_or_else(|| {
                self.reasons.push((what, 0, vec![0; self.slots.count]));
                self.reasons.len() - 1
            });
        &mut self.reasons[at]
    }

    /// What belongs to a figure of these slots.
    pub(super) fn of(
        &self,
        period: Period,
        slots: &std::ops::Range<usize>,
    ) -> BTreeMap<&'static str, u32> {
        let mut out: BTreeMap<&'static str, u32> = self
            .reasons
            .iter()
            .map(|(what, any, by_slot)| (*what, any + by_slot[slots.clone()].iter().sum::<u32>()))
            .filter(|(_, count)| *count > 0)
            .collect();
        for (what, _) in self.days.iter().filter(|(_, day)| period.has(*day)) {
            *out.entry(*what).or_insert(0) += 1;
        }
        out
    }
}

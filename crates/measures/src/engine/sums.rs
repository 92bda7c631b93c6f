//! Cases and hits added up by slot, band and group.

use super::slots::Slots;
use crate::cases::Cases;
use crate::groups::Groups;
use crate::measure::{Measure, Unit};

/// Counts by slot, band and group.
pub(super) struct Sums {
    /// `[slot][band][group]`
    hits: Vec<i32>,
    /// `[slot][group]`
    cases: Vec<u32>,
    bands: usize,
    /// For a median: each case's slot, groups and number.
    values: Vec<(usize, [u16; 9], i32)>,
}

pub(super) struct Total {
    pub(super) hits: Vec<i32>,
    pub(super) cases: Vec<u32>,
}

impl Sums {
    pub(super) fn of(measure: &Measure, cases: &Cases<'_>, slots: &Slots, groups: &Groups) -> Self {
        let (bands, width) = (measure.bands.len().max(1), groups.len());
        let mut it = Self {
            hits: vec![0; slots.count * bands * width],
            cases: vec![0; slots.count * width],
            bands,
            values: Vec::new(),
        };
        for case in &cases.cases {
            let Some(slot) = slots.of(case) else { continue };
            let hit = match measure.unit {
                Unit::Net | Unit::MeanDays => case.value,
                _ => i32::from(case.hit),
            };
            let band = usize::from(case.band).min(bands - 1);
            let mine = groups.of_case(case);
            let (hits, all) = ((slot * bands + band) * width, slot * width);
            for group in mine {
                let group = usize::from(group);
                if group < width {
                    it.hits[hits + group] += hit;
                    it.cases[all + group] += 1;
                }
            }
            if measure.unit == Unit::MedianWorkingDays {
                it.values.push((slot, mine, case.value));
            }
        }
        it
    }

    pub(super) fn total(&self, slots: std::ops::Range<usize>, width: usize) -> Total {
        let mut total = Total {
            hits: vec![0; self.bands * width],
            cases: vec![0; width],
        };
        for slot in slots {
            let hits = &self.hits[slot * self.bands * width..(slot + 1) * self.bands * width];
            let cases = &self.cases[slot * width..(slot + 1) * width];
            total
                .hits
                .iter_mut()
                .zip(hits)
                .for_each(|(sum, it)| *sum += it);
            total
                .cases
                .iter_mut()
                .zip(cases)
                .for_each(|(sum, it)| *sum += it);
        }
        total
    }

    /// The middle value of every group; of an even number, the mean of the middle two.
    pub(super) fn medians(
        &self,
        slots: std::ops::Range<usize>,
        width: usize,
    ) -> Box<[Option<f64>]> {
        let mut values: Vec<Vec<i32>> = vec![Vec::new(); width];
        for (slot, groups, value) in &self.values {
            if slots.contains(slot) {
                for group in groups
                    .iter()
                    .map(|it| usize::from(*it))
                    .filter(|it| *it < width)
                {
                    values[group].push(*value);
                }
            }
        }
        values
            .into_iter()
            .map(|mut values| {
                values.sort_unstable();
                let middle = values.len() / 2;
                let upper = f64::from(*values.get(middle)?);
                Some(if values.len() % 2 == 1 {
                    upper
                } else {
                    f64::midpoint(f64::from(values[middle - 1]), upper)
                })
            })
            .collect()
    }
}

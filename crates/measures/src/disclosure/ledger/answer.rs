//! A first answer where true values are not known here: values that agree with every sum.

use super::Ledger;
use std::collections::{BTreeMap, BTreeSet};

/// How many guesses may be made before the reader's knowledge is taken to contradict itself.
const GUESSES: u32 = 2_000;
/// How often all sums are gone through between two guesses, at most.
const ROUNDS: u32 = 200;

impl Ledger {
    /// Gives every entry whose value is not known one that agrees with all sums. Where none does, first the rule is not
    /// taken to say how large what is hidden is; then the latest sums are taken not to hold.
    pub(super) fn find_answers(&mut self) {
        let mut done = vec![false; self.entries.len()];
        for at in 0..self.entries.len() {
            if done[at] || self.entries[at].value.is_some() {
                continue;
            }
            let (cells, sums) = self.unknown_near(at);
            cells.iter().for_each(|it| done[*it] = true);
            let fits = cells.iter().all(|it| {
                let (low, high) = self.range(*it);
                (low..=high).contains(&self.answer[*it])
            }) && sums.iter().all(|sum| self.total(*sum) == 0);
            if fits || self.solve(&cells, &sums) {
                continue;
            }
            cells.iter().for_each(|it| self.entries[*it].is_wide = true);
            let mut sums = sums;
            while !self.solve(&cells, &sums) {
                match sums.pop() {
                    Some(sum) => self.forget(sum),
                    None => break,
                }
            }
        }
    }

    fn total(&self, sum: usize) -> i64 {
        self.sums[sum]
            .iter()
            .map(|(at, sign)| sign * self.answer[*at])
            .sum()
    }

    /// A sum that does not hold is no sum.
    fn forget(&mut self, sum: usize) {
        for (at, _) in std::mem::take(&mut self.sums[sum]) {
            self.sums_of[at].retain(|it| *it != sum);
        }
    }

    /// The entries without a value that are bound up with one, and the sums that bind them, in order.
    fn unknown_near(&self, from: usize) -> (Vec<usize>, Vec<usize>) {
        let mut cells = BTreeSet::from([from]);
        let mut sums = BTreeSet::new();
        let mut open = vec![from];
        while let Some(at) = open.pop() {
            for sum in &self.sums_of[at] {
                if sums.insert(*sum) {
                    for (other, _) in &self.sums[*sum] {
                        if self.entries[*other].value.is_none() && cells.insert(*other) {
                            open.push(*other);
                        }
                    }
                }
            }
        }
        (cells.into_iter().collect(), sums.into_iter().collect())
    }

    /// Finds values for these cells that make these sums hold; whether it did.
    fn solve(&mut self, cells: &[usize], sums: &[usize]) -> bool {
        let place: BTreeMap<usize, usize> = cells.iter().copied().zip(0..).collect();
        let sums: Vec<Part> = sums
            .iter()
            .map(|sum| {
                let mut part = Part::default();
                for (at, sign) in &self.sums[*sum] {
                    match place.get(at) {
                        Some(place) => part.terms.push((*place, *sign)),
                        None => part.rest += sign * self.answer[*at],
                    }
                }
                part
            })
            .collect();
        let ranges = cells.iter().map(|at| self.range(*at)).collect();
        let found = guess(&sums, ranges, &mut GUESSES.clone());
        for (at, value) in cells.iter().zip(found.iter().flatten()) {
            self.answer[*at] = value.0;
        }
        found.is_some()
    }
}

/// A sum over cells that are not known: they and the rest add up to nothing.
#[derive(Default)]
struct Part {
    terms: Vec<(usize, i64)>,
    rest: i64,
}

impl Part {
    fn holds(&self, ranges: &[(i64, i64)]) -> bool {
        let sum: i64 = self
            .terms
            .iter()
            .map(|(at, sign)| sign * ranges[*at].0)
            .sum();
        sum + self.rest == 0
    }
}

/// One value for each range that makes the sums hold; none where there is none, or it is not found in time.
fn guess(sums: &[Part], mut ranges: Vec<(i64, i64)>, left: &mut u32) -> Option<Vec<(i64, i64)>> {
    *left = left.checked_sub(1)?;
    if !narrow(sums, &mut ranges) {
        return None;
    }
    let open = (0..ranges.len())
        .filter(|at| ranges[*at].0 < ranges[*at].1)
        .min_by_key(|at| ranges[*at].1 - ranges[*at].0);
    let Some(at) = open else {
        return sums.iter().all(|it| it.holds(&ranges)).then_some(ranges);
    };
    let (low, high) = ranges[at];
    (low..=high.min(low.saturating_add(8))).find_map(|value| {
        let mut tried = ranges.clone();
        tried[at] = (value, value);
        guess(sums, tried, left)
    })
}

/// Leaves of each range what the sums leave, until nothing changes; whether something is left of each.
fn narrow(sums: &[Part], ranges: &mut [(i64, i64)]) -> bool {
    for _ in 0..ROUNDS {
        let mut changed = false;
        for sum in sums {
            let ends = |(at, sign): (usize, i64), ranges: &[(i64, i64)]| {
                let (low, high) = ranges[at];
                if sign > 0 { (low, high) } else { (-high, -low) }
            };
            let (mut least, mut most) = (sum.rest, sum.rest);
            for term in &sum.terms {
                let (low, high) = ends(*term, ranges);
                least += low;
                most += high;
            }
            if least > 0 || most < 0 {
                return false;
            }
            for (at, sign) in sum.terms.iter().copied() {
                let (low, high) = ends((at, sign), ranges);
                // With the others it is nothing: it is what they leave.
                let (new_low, new_high) = (low.max(high - most), high.min(low - least));
                if new_low > new_high {
                    return false;
                }
                if (new_low, new_high) != (low, high) {
                    changed = true;
                    least += new_low - low;
                    most += new_high - high;
                    ranges[at] = if sign > 0 {
                        (new_low, new_high)
                    } else {
                        (-new_high, -new_low)
                    };
                }
            }
        }
        if !changed {
            break;
        }
    }
    true
}

//! Takes a publication into the ledger: which cells are new, restated or known, and which sums hold.

use super::{Entry, Ledger, Mark, Publication, Sum};

impl Ledger {
    /// Enters its cells and sums; the entry of each cell, and every entry that is touched. With `open`, cells that were not
    /// published before may still be hidden, and small ones are.
    pub(super) fn take_in(&mut self, new: &Publication, open: bool) -> (Vec<usize>, Vec<usize>) {
        let places: Vec<usize> = new
            .cells
            .iter()
            .map(|cell| {
                let small = cell.value.is_some_and(|it| self.rule.hides(it));
                let mark = match cell.mark {
                    Mark::Published if cell.value.is_none() => Mark::Beside,
                    Mark::Published | Mark::Beside if small && open => Mark::Hidden,
                    Mark::Hidden if !small && cell.value.is_some() => Mark::Beside,
                    mark => mark,
                };
                let at = self.place(&cell.key, cell.value, mark, open);
                if !cell.together.is_empty() {
                    self.entries[at].together.clone_from(&cell.together);
                    self.together
                        .entry(cell.together.clone())
                        .or_default()
                        .push(at);
                }
                at
            })
            .collect();
        let mut touched = places.clone();
        for sum in &new.sums {
            touched.extend(self.take_sum(sum));
        }
        // A cell that stays hidden, or is small, takes those printed together with it along.
        let is_hidden = |at: &usize| {
            matches!(
                self.entries[*at].mark,
                Mark::Hidden | Mark::Beside | Mark::InLine
            )
        };
        let along: Vec<usize> = self
            .together
            .values()
            .filter(|mates| mates.iter().any(is_hidden))
            .flatten()
            .copied()
            .filter(|at| self.is_open_to_hiding(*at))
            .collect();
        for at in along {
            self.entries[at].mark = Mark::Unprinted;
        }
        (places, touched)
    }

    /// The entry of a cell: the one there is while its value is the same or is not known, else a new one.
    fn place(&mut self, key: &str, value: Option<u64>, mark: Mark, open: bool) -> usize {
        let Some(at) = self.latest.get(key).copied() else {
            return self.new_entry(key, value, mark, open);
        };
        let rule = self.rule;
        let entry = &mut self.entries[at];
        let is_same = value.is_none() || entry.value.is_none() || value == entry.value;
        let was_hidden = matches!(entry.mark, Mark::Hidden | Mark::Beside | Mark::InLine);
        if !is_same {
            // Restated. What was hidden stays so, while that can be decided.
            let mark = match mark {
                Mark::Published if was_hidden && open => Mark::Beside,
                mark => mark,
            };
            return self.new_entry(key, value, mark, open);
        }
        if entry.value.is_none() {
            entry.value = value;
            if let Some(value) = value {
                self.answer[at] = i64::try_from(value).unwrap_or(super::MANY);
            }
        }
        if entry.mark == Mark::Unprinted {
            entry.mark = mark;
            entry.is_open = open;
        } else if entry.mark == Mark::InLine && matches!(mark, Mark::Hidden | Mark::Beside) {
            // Elsewhere it is hidden among numbers that are shown: it is no zero. That need not be said.
            entry.mark = mark;
            entry.is_open = open;
        }
        if entry.mark == Mark::Hidden && entry.value.is_some_and(|it| !rule.hides(it)) {
            entry.mark = Mark::Beside;
        }
        at
    }

    fn new_entry(&mut self, key: &str, value: Option<u64>, mark: Mark, open: bool) -> usize {
        let at = self.entries.len();
        self.entries.push(Entry {
            key: key.to_owned(),
            value,
            mark,
            is_open: open,
            together: String::new(),
            is_whole: false,
            is_wide: false,
        });
        self.sums_of.push(Vec::new());
        self.second_of.push(None);
        self.answer
            .push(value.map_or(-1, |it| i64::try_from(it).unwrap_or(super::MANY)));
        self.latest.insert(key.to_owned(), at);
        at
    }

    /// Enters a sum among the latest entries, unless it is known or does not hold: a total that was restated and parts that
    /// were not add up to nothing.
    fn take_sum(&mut self, sum: &Sum) -> Vec<usize> {
        let mut places = Vec::new();
        for key in std::iter::once(&sum.whole).chain(&sum.parts) {
            let at = match self.latest.get(key) {
                Some(at) => *at,
                None => self.new_entry(key, None, Mark::Unprinted, false),
            };
            places.push(at);
        }
        let whole = places[0];
        let mut terms: Vec<(usize, i64)> = vec![(whole, -1)];
        terms.extend(places[1..].iter().map(|at| (*at, 1)));
        terms.sort_unstable();
        let repeats = terms.windows(2).any(|it| it[0].0 == it[1].0);
        if repeats || !self.may_hold(&terms) || !self.known_sums.insert(terms.clone()) {
            return Vec::new();
        }
        self.entries[whole].is_whole = true;
        for (at, _) in &terms {
            self.sums_of[*at].push(self.sums.len());
        }
        self.sums.push(terms);
        places
    }

    /// Whether some values make it true.
    fn may_hold(&self, terms: &[(usize, i64)]) -> bool {
        let (mut least, mut most) = (0_i64, 0_i64);
        for (at, sign) in terms {
            let (low, high) = match self.entries[*at].value {
                Some(_) => (self.answer[*at], self.answer[*at]),
                None => self.range(*at),
            };
            let (low, high) = if *sign > 0 {
                (low, high)
            } else {
                (-high, -low)
            };
            least = least.saturating_add(low);
            most = most.saturating_add(high);
        }
        least <= 0 && most >= 0
    }
}

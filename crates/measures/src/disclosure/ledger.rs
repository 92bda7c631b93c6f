//! What has ever been published, so that nothing hidden can be worked out from all of it together.
//!
//! [`table`](super::table()) hides what one table would give away. Tables meet: a county less its districts, a year less
//! eleven months, a cell shown in one paper and hidden in the next. A [`Ledger`] holds every cell that any publication
//! printed, hid or implied, and every sum that a reader knows to hold among them.
//!
//! **When is a cell safe?** When there are two answers: two ways to fill in whole numbers from 0 up that agree with
//! everything published, with every sum and with the rule (a cell hidden for its own sake is 1 to 5), and that differ at
//! that cell. One answer is what is true. The other is searched for by moving the cell by one child and putting right each
//! sum this breaks. Only a second answer that was found counts: a cell of which none is found in time is taken to be given
//! away, so the search errs on the side of hiding.
//!
//! **What is hidden besides?** The same search, allowed to move cells of the new publication too: the cheapest second
//! answer says which, zeros last, totals before them, the fewest children first. What was published stays published, since
//! nobody can take it back; what was hidden stays hidden.
//!
//! A reader is taken to know more than most do: which cells are hidden for their own sake, and that no zero is hidden
//! unless it is one.

mod answer;
mod entry;
mod search;

use super::Rule;
use search::{Moves, Search};
use std::collections::{BTreeMap, BTreeSet};

/// Names a cell: the same in every publication that prints it.
pub type Key = String;

/// One cell of a publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its name.
    pub key: Key,
    /// Its true value; none where it is not known here.
    pub value: Option<u64>,
    /// What a reader sees of it.
    pub mark: Mark,
    /// Cells of one publication with the same word here are printed together: one is not hidden without the others.
    /// Empty: it stands alone.
    pub together: String,
}

/// What a reader sees of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Its value.
    Published,
    /// `c`, for its own sake: it is small.
    Hidden,
    /// `c`, for another's sake or for a reason that is not known here.
    Beside,
    /// `c`, in a line that is hidden whole: it may be zero.
    InLine,
    /// Nothing: it is not printed, but belongs to a sum, or is printed with a cell that is hidden.
    Unprinted,
}

/// A sum that every reader knows to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// What the parts add up to.
    pub whole: Key,
    /// The parts.
    pub parts: Vec<Key>,
}

/// What is published at one time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publication {
    /// Its cells.
    pub cells: Vec<Cell>,
    /// The sums among them and cells of earlier publications.
    pub sums: Vec<Sum>,
}

/// Everything ever published.
#[derive(Clone, Debug)]
pub struct Ledger {
    rule: Rule,
    /// Every cell, and anew when it is restated.
    entries: Vec<Entry>,
    /// The latest entry of each key.
    latest: BTreeMap<Key, usize>,
    /// Entries with their signs: each adds up to nothing.
    sums: Vec<Vec<(usize, i64)>>,
    /// Sums by the entries in them, to know one that is there.
    known_sums: BTreeSet<Vec<(usize, i64)>>,
    /// The sums that each entry is in.
    sums_of: Vec<Vec<usize>>,
    /// Cells of the publication being protected that are printed together.
    together: BTreeMap<String, Vec<usize>>,
    /// An answer: one value for each entry that agrees with all; the true one where it is known.
    answer: Vec<i64>,
    /// Second answers that were found, and which of them each entry has; each is proved again before it counts.
    seconds: Vec<Moves>,
    second_of: Vec<Option<usize>>,
}

/// A cell as the ledger holds it.
#[derive(Clone, Debug)]
struct Entry {
    key: Key,
    value: Option<u64>,
    mark: Mark,
    /// Whether it is of the publication being protected, and so may still be hidden.
    is_open: bool,
    /// What it is printed together with, while that matters.
    together: String,
    /// Whether it is the whole of a sum.
    is_whole: bool,
    /// Whether the rule's range was found not to fit a value that is not known.
    is_wide: bool,
}

/// More than any count.
const MANY: i64 = 1 << 40;
/// How many steps one search for a second answer may take: a reader with paper and time takes fewer.
const STEPS: u32 = 4_000;

impl Ledger {
    /// An empty one under a rule.
    #[must_use]
    pub fn new(rule: Rule) -> Self {
        Self {
            rule,
            entries: Vec::new(),
            latest: BTreeMap::new(),
            sums: Vec::new(),
            known_sums: BTreeSet::new(),
            sums_of: Vec::new(),
            together: BTreeMap::new(),
            answer: Vec::new(),
            seconds: Vec::new(),
            second_of: Vec::new(),
        }
    }

    /// Enters a publication as it stands, with nothing hidden but what it hides: one that was issued.
    pub fn enter(&mut self, publication: &Publication) {
        self.take_in(publication, false);
        self.find_answers();
        self.close();
    }

    /// Every hidden cell, and every small one that is not printed, that a reader of everything could work out, by key. A cell
    /// that was hidden for another's sake, and of which the ledger was not given the value, is told only if it is small.
    #[must_use]
    pub fn recoverable(&self) -> Vec<Key> {
        let mut search = Search::new(self);
        let (left, _) = self.without_second_answer(&mut search, &self.all());
        let keys: BTreeSet<&Key> = left.iter().map(|at| &self.entries[*at].key).collect();
        keys.into_iter().cloned().collect()
    }

    /// Enters a publication after hiding what it must not show: small counts, and whatever would give a hidden cell of any
    /// publication away. Returns it as it may be published. What cannot be protected because of what was published before
    /// is told by [`Ledger::recoverable`].
    ///
    /// The same publications in the same order give the same result.
    pub fn protect(&mut self, new: Publication) -> Publication {
        let (places, touched) = self.take_in(&new, true);
        self.find_answers();
        let near = self.near(&touched);
        let mut left = self.protect_each(&near);
        if !left.is_empty() {
            self.hide_all(&left, true);
            left = self.protect_each(&near);
        }
        if !left.is_empty() {
            self.hide_all(&left, false);
            left = self.protect_each(&near);
        }
        // That a cell is small, or is hidden at all, can be what gives it away: then it is hidden without saying why, or
        // left out without saying so.
        for mark in [Mark::Beside, Mark::Unprinted] {
            if left.is_empty() {
                break;
            }
            for at in self.near(&left) {
                let entry = &mut self.entries[at];
                if entry.is_open && entry.mark != Mark::Published {
                    entry.mark = mark;
                }
            }
            left = self.protect_each(&near);
        }
        let mut out = new;
        for (cell, at) in out.cells.iter_mut().zip(places) {
            let entry = &self.entries[at];
            cell.mark = entry.mark;
            // A number that the public has is the number that stands.
            if entry.mark == Mark::Published {
                cell.value = entry.value;
            }
        }
        self.close();
        out
    }

    /// Gives every cell near a publication a second answer, hiding what that takes; those for which there is none.
    fn protect_each(&mut self, near: &BTreeSet<usize>) -> Vec<usize> {
        let mut search = Search::new(self);
        let mut left = self.look_at(&mut search, near);
        let mut failed = Vec::new();
        let mut hid_any = false;
        let mut safe: BTreeSet<usize> = BTreeSet::new();
        left.sort_by_key(|at| (self.answer[*at], *at));
        for at in left {
            if safe.contains(&at) {
                continue;
            }
            match search.cheapest(self, at) {
                None => failed.push(at),
                Some(moved) => {
                    for (cell, _) in &moved {
                        hid_any |= self.is_open_to_hiding(*cell);
                        self.hide(*cell);
                    }
                    safe.extend(moved.iter().map(|it| it.0));
                    self.remember(moved);
                }
            }
        }
        // What was hidden with another may itself be small: then it is looked at again.
        let again = self.look_at(&mut search, near);
        if hid_any && again.iter().any(|at| !failed.contains(at)) {
            return self.protect_each(near);
        }
        again
    }

    /// Hides a cell of the new publication, with those printed together with it.
    fn hide(&mut self, at: usize) {
        if !self.is_open_to_hiding(at) {
            return;
        }
        self.entries[at].mark = Mark::Beside;
        let mates = self.together.get(&self.entries[at].together).cloned();
        for mate in mates.unwrap_or_default() {
            if self.is_open_to_hiding(mate) {
                self.entries[mate].mark = Mark::Unprinted;
            }
        }
    }

    /// Hides the sums above these cells, or everything that is bound up with them.
    fn hide_all(&mut self, left: &[usize], only_wholes: bool) {
        for at in self.near(left) {
            if !only_wholes || self.entries[at].is_whole {
                self.hide(at);
            }
        }
    }

    fn is_open_to_hiding(&self, at: usize) -> bool {
        self.entries[at].is_open && self.entries[at].mark == Mark::Published
    }

    /// Those of these cells that must not be worked out and have no second answer; what was found is kept.
    fn look_at(&mut self, search: &mut Search, of: &BTreeSet<usize>) -> Vec<usize> {
        let (left, found) = self.without_second_answer(search, of);
        found.into_iter().for_each(|it| self.remember(it));
        left
    }

    fn remember(&mut self, moves: Moves) {
        for (at, _) in &moves {
            self.second_of[*at] = Some(self.seconds.len());
        }
        self.seconds.push(moves);
    }

    /// The same, and the second answers that were found for the others.
    fn without_second_answer(
        &self,
        search: &mut Search,
        of: &BTreeSet<usize>,
    ) -> (Vec<usize>, Vec<Moves>) {
        let mut safe = vec![false; self.entries.len()];
        let (mut left, mut found) = (Vec::new(), Vec::new());
        for at in of.iter().copied().filter(|at| self.must_be_safe(*at)) {
            if safe[at] {
                continue;
            }
            let known = self.second_of[at].map(|it| &self.seconds[it]);
            if let Some(moves) = known.filter(|it| search.still_holds(self, it)) {
                moves.iter().for_each(|it| safe[it.0] = true);
            } else if let Some(moves) = search.free(self, at) {
                moves.iter().for_each(|it| safe[it.0] = true);
                found.push(moves);
            } else {
                left.push(at);
            }
        }
        (left, found)
    }

    fn must_be_safe(&self, at: usize) -> bool {
        match self.entries[at].mark {
            Mark::Published => false,
            Mark::Hidden => true,
            Mark::Beside if self.entries[at].value.is_some() => true,
            // Its one value, if it has no other, is the answer's.
            Mark::Beside | Mark::InLine | Mark::Unprinted => {
                u64::try_from(self.answer[at]).is_ok_and(|it| self.rule.hides(it))
            }
        }
    }

    /// The values a reader holds possible of a cell that is not seen, by itself.
    fn range(&self, at: usize) -> (i64, i64) {
        let entry = &self.entries[at];
        let least = match entry.value {
            _ if entry.is_wide => 0,
            Some(0) => 0,
            _ => 1,
        };
        match entry.mark {
            Mark::Published => (self.answer[at], self.answer[at]),
            Mark::Hidden if !entry.is_wide => (
                1,
                i64::try_from(self.rule.largest_hidden)
                    .unwrap_or(MANY)
                    .max(1),
            ),
            Mark::Hidden | Mark::Beside => (least, MANY),
            Mark::InLine | Mark::Unprinted => (0, MANY),
        }
    }

    fn all(&self) -> BTreeSet<usize> {
        (0..self.entries.len()).collect()
    }

    /// Everything that is bound up with these entries by sums: through every cell that a reader does not know, or that may
    /// still be hidden.
    fn near(&self, from: &[usize]) -> BTreeSet<usize> {
        let mut near: BTreeSet<usize> = from.iter().copied().collect();
        let mut open: Vec<usize> = near.iter().copied().collect();
        let mut seen = vec![false; self.sums.len()];
        while let Some(at) = open.pop() {
            for sum in &self.sums_of[at] {
                if std::mem::replace(&mut seen[*sum], true) {
                    continue;
                }
                for (other, _) in &self.sums[*sum] {
                    let is_bridge = self.entries[*other].mark != Mark::Published
                        || self.is_open_to_hiding(*other);
                    if is_bridge && near.insert(*other) {
                        open.push(*other);
                    }
                }
            }
        }
        near
    }

    /// From now on it is published.
    fn close(&mut self) {
        for entry in &mut self.entries {
            entry.is_open = false;
            entry.together.clear();
        }
        self.together.clear();
    }
}

#[cfg(test)]
mod tests;

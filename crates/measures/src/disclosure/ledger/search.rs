//! Looks for a second answer: moves one cell, and then whatever else it takes until every sum holds again.

use super::{Ledger, Mark, STEPS};

/// How many cells a second answer may move, tried in turn: short loops first.
const LENGTHS: [u32; 4] = [4, 8, 12, 24];
/// How many sums one cell is taken to put right at most, when it is judged whether a search can still end well.
const REACH: usize = 4;
/// How many steps are spent on a cheaper answer once there is one.
const BETTER: u32 = 400;
/// What it costs to hide a zero: more than any number of totals.
const ZERO: u64 = 1 << 50;
/// What it costs to hide a total, besides the children in it.
const TOTAL: u64 = 1 << 34;

/// By how much each cell moves from the first answer to the second.
pub(super) type Moves = Vec<(usize, i64)>;

/// A search, with what it needs to remember; it is empty again after each question.
pub(super) struct Search {
    /// Cells moved so far, and by how much.
    moved: Vec<(usize, i64)>,
    is_moved: Vec<bool>,
    /// By how much each sum is off.
    off: Vec<i64>,
    /// Sums that are off.
    wrong: Vec<usize>,
    may_hide: bool,
    steps: u32,
    best: Option<(u64, Moves)>,
}

impl Search {
    pub(super) fn new(ledger: &Ledger) -> Self {
        Self {
            moved: Vec::new(),
            is_moved: vec![false; ledger.entries.len()],
            off: vec![0; ledger.sums.len()],
            wrong: Vec::new(),
            may_hide: false,
            steps: 0,
            best: None,
        }
    }

    /// The cells that move in a second answer that differs at this cell, with nothing hidden besides; none where none is
    /// found.
    pub(super) fn free(&mut self, ledger: &Ledger, at: usize) -> Option<Moves> {
        self.ask(ledger, at, false)
    }

    /// The same where cells of the new publication may be hidden: those that cost least.
    pub(super) fn cheapest(&mut self, ledger: &Ledger, at: usize) -> Option<Moves> {
        self.ask(ledger, at, true)
    }

    /// Whether these moves still lead to a second answer.
    pub(super) fn still_holds(&mut self, ledger: &Ledger, moves: &Moves) -> bool {
        self.may_hide = false;
        let mut made = 0;
        for (at, by) in moves {
            if self.cost(ledger, *at, *by).is_none() {
                break;
            }
            self.apply(ledger, *at, *by);
            made += 1;
        }
        let holds = made == moves.len() && self.wrong.iter().all(|it| self.off[*it] == 0);
        (0..made).for_each(|_| self.undo(ledger));
        holds
    }

    fn ask(&mut self, ledger: &Ledger, at: usize, may_hide: bool) -> Option<Moves> {
        self.may_hide = may_hide;
        self.best = None;
        for length in LENGTHS {
            for by in [1, -1, 2, -2] {
                self.steps = STEPS;
                if self.cost(ledger, at, by).is_some() {
                    self.apply(ledger, at, by);
                    self.repair(ledger, length, 0);
                    self.undo(ledger);
                }
            }
            if let Some((_, moved)) = self.best.take() {
                return Some(moved);
            }
        }
        None
    }

    fn repair(&mut self, ledger: &Ledger, length: u32, cost: u64) {
        if self.best.as_ref().is_some_and(|it| it.0 <= cost) || self.steps == 0 {
            return;
        }
        self.steps -= 1;
        let Some(sum) = self.tightest(ledger) else {
            self.best = Some((cost, self.moved.clone()));
            self.steps = self.steps.min(BETTER);
            return;
        };
        // A cell is in a few sums, and puts right no more than those.
        let wrong = self.wrong.iter().filter(|it| self.off[**it] != 0).count();
        if length == 0 || wrong > REACH * usize::try_from(length).unwrap_or(usize::MAX) {
            return;
        }
        let mut ways: Vec<(u64, u64, usize, i64)> = Vec::new();
        for (at, sign) in ledger.sums[sum].iter().copied() {
            let whole = -self.off[sum] * sign;
            for size in 1..=whole.abs().min(6) {
                let by = size * whole.signum();
                if let Some(cost) = self.cost(ledger, at, by) {
                    ways.push((cost, (whole - by).unsigned_abs(), at, by));
                }
            }
        }
        // Those that cost nothing, then those that put the sum right at one go, then the cheapest.
        ways.sort_unstable();
        for (more, _, at, by) in ways {
            self.apply(ledger, at, by);
            self.repair(ledger, length - 1, cost.saturating_add(more));
            self.undo(ledger);
        }
    }

    /// The sum that is off and has the fewest cells left to move.
    fn tightest(&self, ledger: &Ledger) -> Option<usize> {
        let room = |sum: &usize| {
            let by = -self.off[*sum].signum();
            ledger.sums[*sum]
                .iter()
                .filter(|(at, sign)| self.cost(ledger, *at, by * sign).is_some())
                .count()
        };
        self.wrong
            .iter()
            .copied()
            .filter(|sum| self.off[*sum] != 0)
            .min_by_key(|sum| (room(sum), *sum))
    }

    /// What it costs to move a cell; none where it cannot be moved so.
    fn cost(&self, ledger: &Ledger, at: usize, by: i64) -> Option<u64> {
        if self.is_moved[at] {
            return None;
        }
        let entry = &ledger.entries[at];
        let value = ledger.answer[at];
        let (low, high, cost) = if entry.mark == Mark::Published {
            if !self.may_hide || !entry.is_open {
                return None;
            }
            let children = u64::try_from(value).unwrap_or(0);
            let cost = match (value, entry.is_whole) {
                (0, _) => ZERO,
                (_, true) => TOTAL + children,
                (_, false) => 1 + children,
            };
            (value.min(1), super::MANY, cost)
        } else {
            let (low, high) = ledger.range(at);
            (low, high, 0)
        };
        (low..=high).contains(&(value + by)).then_some(cost)
    }

    fn apply(&mut self, ledger: &Ledger, at: usize, by: i64) {
        self.moved.push((at, by));
        self.is_moved[at] = true;
        for sum in &ledger.sums_of[at] {
            self.shift(ledger, *sum, at, by);
        }
    }

    fn undo(&mut self, ledger: &Ledger) {
        if let Some((at, by)) = self.moved.pop() {
            self.is_moved[at] = false;
            for sum in &ledger.sums_of[at] {
                self.shift(ledger, *sum, at, -by);
            }
            if self.moved.is_empty() {
                self.wrong.clear();
            }
        }
    }

    fn shift(&mut self, ledger: &Ledger, sum: usize, at: usize, by: i64) {
        let sign = ledger.sums[sum]
            .iter()
            .find(|it| it.0 == at)
            .map_or(0, |it| it.1);
        self.off[sum] += sign * by;
        if !self.wrong.contains(&sum) {
            self.wrong.push(sum);
        }
    }
}

//! Can a hidden cell be worked out? A table with totals seen as a network.
//!
//! Each row and each column (the totals' own among them) is a node; each cell is an arc whose
//! flow is its count; "the cells add up to the total" is "what flows in flows out". A reader who
//! sees some cells knows a hidden one exactly when no other flow fits, that is when no loop of
//! hidden arcs through it can carry one more or one less. So a cell is protected by the cheapest
//! such loop: it is found as a shortest path, and whatever shown cells it needs are hidden too.

use std::collections::BTreeMap;

/// A cell by row and column; the last of either holds the totals.
pub(super) type Cell = (usize, usize);

/// What a loop costs: zeros hidden, totals hidden, children hidden. Compared in that order.
type Cost = (u64, u64, u64);

/// One arc of the network.
#[derive(Clone, Copy)]
struct Arc {
    cell: Cell,
    from: usize,
    to: usize,
    cost: Cost,
}

/// Counts with totals, and which of them the reader does not see.
pub(super) struct Network {
    /// Counts; the last row and column hold the totals.
    pub(super) counts: Vec<Vec<u64>>,
    /// Cells hidden, or never printed.
    pub(super) unseen: Vec<Vec<bool>>,
}

impl Network {
    /// Hides what it takes so that the reader cannot work out `cell`, which is unseen.
    pub(super) fn protect(&mut self, cell: Cell) {
        let (from, to) = self.ends(cell);
        let mut loops: Vec<(Cost, Vec<Cell>)> = Vec::new();
        loops.extend(self.cheapest_path(to, from, cell)); // one more in the cell
        if self.can_fall(cell) {
            loops.extend(self.cheapest_path(from, to, cell)); // one less
        }
        loops.sort();
        for (row, column) in loops
            .into_iter()
            .next()
            .map(|(_, cells)| cells)
            .unwrap_or_default()
        {
            self.unseen[row][column] = true;
        }
    }

    /// A reader knows that a hidden cell is not zero, since zeros are shown. A zero hidden all the
    /// same is credited to the reader: it cannot fall.
    fn can_fall(&self, (row, column): Cell) -> bool {
        self.counts[row][column] > 1
    }

    /// From where to where a cell flows: rows are nodes 0.., columns follow.
    fn ends(&self, (row, column): Cell) -> (usize, usize) {
        let (rows, columns) = (self.counts.len(), self.counts[0].len());
        let is_margin = (row + 1 == rows) != (column + 1 == columns);
        if is_margin {
            (row, rows + column)
        } else {
            (rows + column, row)
        }
    }

    /// Every way one child more or less can go, without `except`.
    fn arcs(&self, except: Cell) -> Vec<Arc> {
        let mut arcs = Vec::new();
        for row in 0..self.counts.len() {
            for column in 0..self.counts[0].len() {
                let cell = (row, column);
                if cell == except {
                    continue;
                }
                let (from, to) = self.ends(cell);
                let cost = self.cost(cell);
                arcs.push(Arc {
                    cell,
                    from,
                    to,
                    cost,
                });
                if self.can_fall(cell) {
                    arcs.push(Arc {
                        cell,
                        from: to,
                        to: from,
                        cost,
                    });
                }
            }
        }
        arcs
    }

    fn cost(&self, (row, column): Cell) -> Cost {
        let count = self.counts[row][column];
        let is_total = row + 1 == self.counts.len() || column + 1 == self.counts[0].len();
        match (self.unseen[row][column], count, is_total) {
            (true, _, _) => (0, 0, 0),
            (false, 0, _) => (1, 0, 0),
            (false, _, true) => (0, 1, count),
            (false, _, false) => (0, 0, count),
        }
    }

    /// The cheapest path between two nodes, with the cells it runs through (Dijkstra).
    fn cheapest_path(&self, start: usize, goal: usize, except: Cell) -> Option<(Cost, Vec<Cell>)> {
        let arcs = self.arcs(except);
        let nodes = self.counts.len() + self.counts[0].len();
        let mut leaving: Vec<Vec<Arc>> = vec![Vec::new(); nodes];
        arcs.iter().for_each(|arc| leaving[arc.from].push(*arc));
        let mut came_by: Vec<Option<Arc>> = vec![None; nodes];
        let mut done = vec![false; nodes];
        let mut open = BTreeMap::from([(((0, 0, 0), start), None)]);
        while let Some(((cost, node), arc)) = open.pop_first() {
            if std::mem::replace(&mut done[node], true) {
                continue;
            }
            came_by[node] = arc;
            if node == goal {
                return Some((cost, walked(&came_by, goal)));
            }
            for arc in leaving[node].iter().filter(|arc| !done[arc.to]) {
                open.entry((add(cost, arc.cost), arc.to))
                    .or_insert(Some(*arc));
            }
        }
        None
    }
}

fn walked(came_by: &[Option<Arc>], goal: usize) -> Vec<Cell> {
    let mut cells = Vec::new();
    let mut node = goal;
    while let Some(arc) = came_by[node] {
        cells.push(arc.cell);
        node = arc.from;
    }
    cells
}

fn add(a: Cost, b: Cost) -> Cost {
    (a.0 + b.0, a.1 + b.1, a.2.saturating_add(b.2))
}

//! Counts in a row, or in rows and columns, with what hides them and what hides that.

use super::flow::Network;
use super::shown::{Rule, Shown, rounded};

/// Which totals are printed with a table. A total that is not printed protects nothing and needs
/// no protection; say so only when it is printed nowhere else either.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Totals {
    /// A total at the end of each row.
    pub of_rows: bool,
    /// A total under each column.
    pub of_columns: bool,
    /// The total of all.
    pub of_all: bool,
}

impl Totals {
    /// All of them.
    pub const ALL: Totals = Totals {
        of_rows: true,
        of_columns: true,
        of_all: true,
    };
    /// None of them.
    pub const NONE: Totals = Totals {
        of_rows: false,
        of_columns: false,
        of_all: false,
    };
}

/// One row of counts as printed.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The counts.
    pub cells: Vec<Shown>,
    /// Their total, if printed.
    pub total: Option<Shown>,
}

/// Rows and columns of counts as printed.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The counts, row by row.
    pub cells: Vec<Vec<Shown>>,
    /// Total of each row; empty if not printed.
    pub row_totals: Vec<Shown>,
    /// Total of each column; empty if not printed.
    pub column_totals: Vec<Shown>,
    /// Total of all, if printed.
    pub total: Option<Shown>,
}

/// One row of counts. With the total printed, the next smallest count (or the total) is hidden
/// too where a hidden one could be worked out; when the total itself is small, all are hidden.
pub fn line(counts: &[u64], total_shown: bool, rule: &Rule) -> Line {
    let totals = Totals {
        of_rows: total_shown,
        ..Totals::NONE
    };
    let mut shown = table(&[counts], totals, rule);
    Line {
        cells: shown.cells.pop().unwrap_or_default(),
        total: shown.row_totals.pop(),
    }
}

/// Rows and columns of counts that add up. Hides small ones, then others (smallest first, totals
/// last) until no hidden count can be worked out from what is shown.
///
/// The reader is taken to know the rule, and so that nothing hidden is zero. Rows shorter than
/// the longest are filled with zeros.
pub fn table<Row: AsRef<[u64]>>(counts: &[Row], totals: Totals, rule: &Rule) -> Table {
    let counts = with_totals(counts);
    let (last_row, last_column) = (counts.len() - 1, counts[0].len() - 1);
    let is_printed = |row: usize, column: usize| match (row == last_row, column == last_column) {
        (false, false) => true,
        (false, true) => totals.of_rows,
        (true, false) => totals.of_columns,
        (true, true) => totals.of_all,
    };
    let is_hidden = |row: usize, column: usize| {
        // A small total hides its line whole, zeros too: it would say what all of the few are.
        let small_line = row < last_row
            && column < last_column
            && (totals.of_rows && rule.hides(counts[row][last_column])
                || totals.of_columns && rule.hides(counts[last_row][column])
                || totals.of_all && rule.hides(counts[last_row][last_column]));
        rule.hides(counts[row][column]) || small_line
    };
    let unseen = (0..=last_row)
        .map(|row| {
            (0..=last_column)
                .map(|column| !is_printed(row, column) || is_hidden(row, column))
                .collect()
        })
        .collect();
    let mut network = Network {
        counts: counts.clone(),
        unseen,
    };
    for row in 0..=last_row {
        for column in 0..=last_column {
            if is_printed(row, column) && is_hidden(row, column) {
                network.protect((row, column));
            }
        }
    }
    let shown = |row: usize, column: usize| {
        if network.unseen[row][column] {
            Shown::Hidden
        } else {
            rounded(counts[row][column], rule)
        }
    };
    let if_printed = |wanted: bool, cells: Vec<Shown>| if wanted { cells } else { Vec::new() };
    Table {
        cells: (0..last_row)
            .map(|row| (0..last_column).map(|column| shown(row, column)).collect())
            .collect(),
        row_totals: if_printed(
            totals.of_rows,
            (0..last_row).map(|row| shown(row, last_column)).collect(),
        ),
        column_totals: if_printed(
            totals.of_columns,
            (0..last_column).map(|c| shown(last_row, c)).collect(),
        ),
        total: totals.of_all.then(|| shown(last_row, last_column)),
    }
}

/// The counts with a last column and a last row of totals.
fn with_totals<Row: AsRef<[u64]>>(counts: &[Row]) -> Vec<Vec<u64>> {
    let columns = counts
        .iter()
        .map(|row| row.as_ref().len())
        .max()
        .unwrap_or(0);
    let mut full: Vec<Vec<u64>> = Vec::with_capacity(counts.len() + 1);
    let mut under = vec![0_u64; columns + 1];
    for row in counts {
        let mut row = row.as_ref().to_vec();
        row.resize(columns, 0);
        row.push(row.iter().fold(0, |sum, count| sum.saturating_add(*count)));
        under
            .iter_mut()
            .zip(&row)
            .for_each(|(sum, count)| *sum = sum.saturating_add(*count));
        full.push(row);
    }
    full.push(under);
    full
}

#[cfg(test)]
mod tests;

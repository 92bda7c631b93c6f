use super::*;
use std::collections::HashSet;

fn printed(cells: &[Shown]) -> Vec<String> {
    cells.iter().map(ToString::to_string).collect()
}

#[test]
fn one_hidden_district_takes_another_with_it() {
    let shown = line(&[3, 9, 20], true, &Rule::PUBLIC);
    assert_eq!(printed(&shown.cells), ["c", "c", "20"]);
    assert_eq!(shown.total, Some(Shown::Number(32)));
    let alone = line(&[3, 9, 20], false, &Rule::PUBLIC);
    assert_eq!(printed(&alone.cells), ["c", "9", "20"]);
}

#[test]
fn two_ones_that_add_up_to_two_need_a_third() {
    assert_eq!(
        printed(&line(&[1, 1, 20, 30], true, &Rule::PUBLIC).cells),
        ["c", "c", "c", "30"]
    );
}

#[test]
fn a_small_total_hides_its_line() {
    let shown = line(&[0, 4], true, &Rule::PUBLIC);
    assert_eq!(
        (printed(&shown.cells), shown.total),
        (vec!["c".into(), "c".into()], Some(Shown::Hidden))
    );
}

#[test]
fn zeros_stay_and_a_lone_large_count_is_no_matter() {
    assert_eq!(
        printed(&line(&[0, 6, 0], true, &Rule::PUBLIC).cells),
        ["0", "6", "0"]
    );
    assert_eq!(
        printed(&line(&[0, 0], true, &Rule::PUBLIC).cells),
        ["0", "0"]
    );
    assert_eq!(
        printed(&line(&[], true, &Rule::PUBLIC).cells),
        Vec::<String>::new()
    );
}

#[test]
fn a_hidden_cell_of_a_table_needs_a_loop_of_four() {
    let shown = table(
        &[[3, 20, 30], [40, 10, 60], [70, 80, 90]],
        Totals::ALL,
        &Rule::PUBLIC,
    );
    let rows: Vec<_> = shown
        .cells
        .iter()
        .map(|row| printed(row).join(" "))
        .collect();
    assert_eq!(rows, ["c c 30", "c c 60", "70 80 90"]);
    assert_eq!(printed(&shown.row_totals), ["53", "110", "240"]);
    assert_eq!(shown.total, Some(Shown::Number(403)));
}

#[test]
fn a_board_paper_shows_all() {
    let shown = table(&[[1, 0], [2, 9]], Totals::ALL, &Rule::BOARD);
    assert_eq!(
        shown.cells,
        [
            [Shown::Number(1), Shown::Number(0)],
            [Shown::Number(2), Shown::Number(9)]
        ]
    );
}

/// What a reader sees of one table, flat, and its true counts beside (totals last in row and column).
struct Seen {
    columns: usize,
    truth: Vec<u64>,
    seen: Vec<Option<u64>>,
}

/// Every table that fits what the reader sees: hidden cells are at least 1 (zeros are shown; a
/// zero that is hidden is given to the reader as "0 or more"). Returns, for each hidden cell,
/// whether more than one value fits.
fn fits(seen: &Seen) -> Vec<HashSet<u64>> {
    let mut found = vec![HashSet::new(); seen.truth.len()];
    let rows = seen.truth.len() / seen.columns;
    let inner: Vec<usize> = (0..seen.truth.len())
        .filter(|i| i / seen.columns + 1 < rows && i % seen.columns + 1 < seen.columns)
        .collect();
    // One more or one less anywhere is enough to leave a doubt, so values near the truth are tried.
    let tried = |i: usize| match seen.seen[i] {
        Some(value) => value..=value,
        None => seen.truth[i].saturating_sub(2).max(seen.truth[i].min(1))..=seen.truth[i] + 2,
    };
    let mut trial = seen.truth.clone();
    fill(seen, &inner, &tried, &mut trial, &mut found);
    found
}

fn fill(
    seen: &Seen,
    left: &[usize],
    tried: &dyn Fn(usize) -> std::ops::RangeInclusive<u64>,
    trial: &mut Vec<u64>,
    found: &mut [HashSet<u64>],
) {
    if let Some((cell, rest)) = left.split_first() {
        for value in tried(*cell) {
            trial[*cell] = value;
            fill(seen, rest, tried, trial, found);
        }
        return;
    }
    let (columns, rows) = (seen.columns, trial.len() / seen.columns);
    for row in 0..rows - 1 {
        trial[row * columns + columns - 1] = trial[row * columns..row * columns + columns - 1]
            .iter()
            .sum();
    }
    for column in 0..columns {
        trial[(rows - 1) * columns + column] =
            (0..rows - 1).map(|row| trial[row * columns + column]).sum();
    }
    // A total that is hidden because it is small is not zero either; it has no cell that is.
    if seen
        .seen
        .iter()
        .zip(trial.iter())
        .all(|(seen, value)| seen.is_none_or(|seen| seen == *value))
    {
        trial.iter().zip(found).for_each(|(value, found)| {
            found.insert(*value);
        });
    }
}

/// A small generator of numbers, the same on every run (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % n
    }
}

#[test]
fn no_hidden_count_can_be_worked_out() {
    let mut dice = Dice(20_180_331);
    let mut hidden = 0;
    for round in 0..600 {
        let (rows, columns) = (1 + dice.below(3) as usize, 1 + dice.below(3) as usize);
        let most = [3, 8, 15, 40][round % 4];
        let counts: Vec<Vec<u64>> = (0..rows)
            .map(|_| (0..columns).map(|_| dice.below(most)).collect())
            .collect();
        let totals = [
            Totals::ALL,
            Totals {
                of_columns: false,
                of_all: false,
                of_rows: true,
            },
            Totals {
                of_all: false,
                ..Totals::ALL
            },
        ][dice.below(3) as usize];
        let shown = table(&counts, totals, &Rule::PUBLIC);
        let seen = as_seen(&counts, &shown);
        for (i, values) in fits(&seen).iter().enumerate() {
            let small = (1..=5).contains(&seen.truth[i]);
            if small && is_printed(i, &seen, totals) {
                hidden += 1;
                assert!(
                    seen.seen[i].is_none(),
                    "a small count is shown: {counts:?} {shown:?}"
                );
            }
            if seen.seen[i].is_none() && is_printed(i, &seen, totals) {
                assert!(
                    values.len() > 1,
                    "cell {i} of {counts:?} is {values:?} by {shown:?}"
                );
            }
        }
    }
    assert!(
        hidden > 1000,
        "the tables were too tame to show anything: {hidden}"
    );
}

#[test]
fn the_search_for_hidden_counts_can_find_one() {
    // The same search, given a table whose only protection was forgotten.
    let counts = vec![vec![3, 9, 20]];
    let careless = Table {
        cells: vec![vec![Shown::Hidden, Shown::Number(9), Shown::Number(20)]],
        row_totals: vec![Shown::Number(32)],
        column_totals: Vec::new(),
        total: None,
    };
    assert_eq!(fits(&as_seen(&counts, &careless))[0], HashSet::from([3]));
}

fn as_seen(counts: &[Vec<u64>], shown: &Table) -> Seen {
    let full = with_totals(counts);
    let columns = full[0].len();
    let number = |shown: &Shown| {
        if let Shown::Number(n) = shown {
            Some(*n)
        } else {
            None
        }
    };
    let mut seen = Vec::new();
    for (row, cells) in shown.cells.iter().enumerate() {
        seen.extend(cells.iter().map(number));
        seen.push(shown.row_totals.get(row).and_then(number));
    }
    seen.extend((0..columns - 1).map(|column| shown.column_totals.get(column).and_then(number)));
    seen.push(shown.total.as_ref().and_then(number));
    Seen {
        columns,
        truth: full.concat(),
        seen,
    }
}

fn is_printed(i: usize, seen: &Seen, totals: Totals) -> bool {
    let rows = seen.truth.len() / seen.columns;
    match (
        i / seen.columns + 1 == rows,
        i % seen.columns + 1 == seen.columns,
    ) {
        (false, false) => true,
        (false, true) => totals.of_rows,
        (true, false) => totals.of_columns,
        (true, true) => totals.of_all,
    }
}

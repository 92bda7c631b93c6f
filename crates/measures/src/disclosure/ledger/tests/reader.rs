//! A reader who keeps everything that was ever published and tries every way to fill in what is hidden.
//!
//! It shares nothing with the ledger but the marks that were printed: it counts children in the smallest cells (a district's
//! age band in a month), adds them up itself, and sees which countings agree with every publication.

use super::super::*;
use std::collections::BTreeSet;

/// A small generator of numbers, the same on every run (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from((self.0 >> 11) % n as u64).unwrap()
    }
}

/// What can be counted: the smallest cells, and every cell that is made of them.
struct World {
    /// Each with the smallest cells in it; those themselves first.
    cells: Vec<(String, Vec<usize>)>,
    sums: Vec<Sum>,
    smallest: usize,
}

/// Children by two things at once (district and age, district and month) with every total, and pairs of the first added up
/// to a locality.
fn world(rows: usize, columns: usize, with_localities: bool) -> World {
    let mut world = World {
        cells: Vec::new(),
        sums: Vec::new(),
        smallest: rows * columns,
    };
    let name = |row: Option<usize>, column: Option<usize>| {
        let part = |it: Option<usize>| it.map_or("all".to_owned(), |it| it.to_string());
        format!("{}/{}", part(row), part(column))
    };
    for row in 0..rows {
        for column in 0..columns {
            world
                .cells
                .push((name(Some(row), Some(column)), vec![row * columns + column]));
        }
    }
    for row in 0..rows {
        let within = (0..columns).map(|column| row * columns + column).collect();
        world.cells.push((name(Some(row), None), within));
        let parts = (0..columns)
            .map(|column| name(Some(row), Some(column)))
            .collect();
        world.sums.push(Sum {
            whole: name(Some(row), None),
            parts,
        });
    }
    for column in 0..columns {
        let within = (0..rows).map(|row| row * columns + column).collect();
        world.cells.push((name(None, Some(column)), within));
        let parts = (0..rows).map(|row| name(Some(row), Some(column))).collect();
        world.sums.push(Sum {
            whole: name(None, Some(column)),
            parts,
        });
    }
    world
        .cells
        .push((name(None, None), (0..rows * columns).collect()));
    let by_row: Vec<String> = (0..rows).map(|row| name(Some(row), None)).collect();
    let by_column = (0..columns)
        .map(|column| name(None, Some(column)))
        .collect();
    world.sums.push(Sum {
        whole: name(None, None),
        parts: by_row.clone(),
    });
    world.sums.push(Sum {
        whole: name(None, None),
        parts: by_column,
    });
    if with_localities {
        let mut parts = Vec::new();
        for (at, pair) in by_row.chunks(2).enumerate() {
            let within = (at * 2 * columns..(at * 2 + pair.len()) * columns).collect();
            world.cells.push((format!("locality {at}"), within));
            world.sums.push(Sum {
                whole: format!("locality {at}"),
                parts: pair.to_vec(),
            });
            parts.push(format!("locality {at}"));
        }
        world.sums.push(Sum {
            whole: name(None, None),
            parts,
        });
    }
    world
}

impl World {
    fn value(&self, cell: usize, counts: &[u64]) -> u64 {
        self.cells[cell].1.iter().map(|it| counts[*it]).sum()
    }

    /// A publication that prints these cells; the others belong to its sums.
    fn publication(&self, counts: &[u64], printed: &BTreeSet<usize>) -> Publication {
        let cell = |at: usize| Cell {
            key: self.cells[at].0.clone(),
            value: Some(self.value(at, counts)),
            mark: if printed.contains(&at) {
                Mark::Published
            } else {
                Mark::Unprinted
            },
            together: String::new(),
        };
        Publication {
            cells: (0..self.cells.len()).map(cell).collect(),
            sums: self.sums.clone(),
        }
    }
}

/// What the reader has: publications with the counts that were true, as entries of a list of everything ever counted.
struct Reader {
    /// Every count there ever was of a smallest cell: a restated one is another.
    counts: Vec<u64>,
    /// For each cell that was printed or implied: the counts in it, its mark, its name.
    read: Vec<(Vec<usize>, Mark, String)>,
}

impl Reader {
    /// Reads a publication; `now` are the places of what is counted now.
    fn read(&mut self, world: &World, publication: &Publication, now: &[usize]) {
        for (cell, (name, within)) in publication.cells.iter().zip(&world.cells) {
            let within = within.iter().map(|it| now[*it]).collect();
            self.read.push((within, cell.mark, name.clone()));
        }
    }

    fn truth(&self, within: &[usize]) -> u64 {
        within.iter().map(|it| self.counts[*it]).sum()
    }

    /// What the reader must not learn, by place: everything hidden, and small numbers that were not printed.
    fn secrets(&self) -> Vec<usize> {
        let is_secret = |(within, mark, _): &(Vec<usize>, Mark, String)| match mark {
            Mark::Published => false,
            Mark::Hidden | Mark::Beside | Mark::InLine => true,
            Mark::Unprinted => Rule::PUBLIC.hides(self.truth(within)),
        };
        (0..self.read.len())
            .filter(|at| is_secret(&self.read[*at]))
            .collect()
    }

    /// Secrets of which only one value was found, trying values this far from the truth.
    fn works_out(&self, reach: u64) -> Vec<usize> {
        let secrets = self.secrets();
        let mut found: Vec<BTreeSet<u64>> = vec![BTreeSet::new(); secrets.len()];
        // A cell is looked at when the last count in it is filled in.
        let mut ends: Vec<Vec<usize>> = vec![Vec::new(); self.counts.len()];
        for (at, (within, _, _)) in self.read.iter().enumerate() {
            ends[within.iter().copied().max().unwrap()].push(at);
        }
        let mut trial = Vec::new();
        self.fill(reach, &ends, &mut trial, &mut |trial| {
            for (secret, found) in secrets.iter().zip(&mut found) {
                found.insert(self.read[*secret].0.iter().map(|it| trial[*it]).sum());
            }
            found.iter().all(|it| it.len() > 1)
        });
        let alone = |at: &usize| found[*at].len() < 2;
        (0..secrets.len())
            .filter(alone)
            .map(|at| secrets[at])
            .collect()
    }

    /// Tries every counting that agrees with what was read, until told to stop.
    fn fill(
        &self,
        reach: u64,
        ends: &[Vec<usize>],
        trial: &mut Vec<u64>,
        each: &mut dyn FnMut(&[u64]) -> bool,
    ) -> bool {
        let at = trial.len();
        if at == self.counts.len() {
            return each(trial);
        }
        let truth = self.counts[at];
        for value in truth.saturating_sub(reach)..=truth + reach {
            trial.push(value);
            if ends[at].iter().all(|read| self.agrees(*read, trial))
                && self.fill(reach, ends, trial, each)
            {
                trial.pop();
                return true;
            }
            trial.pop();
        }
        false
    }

    fn agrees(&self, read: usize, trial: &[u64]) -> bool {
        let (within, mark, _) = &self.read[read];
        let value: u64 = within.iter().map(|it| trial[*it]).sum();
        match mark {
            Mark::Published => value == self.truth(within),
            Mark::Hidden => Rule::PUBLIC.hides(value),
            Mark::Beside => value >= self.truth(within).min(1),
            Mark::InLine | Mark::Unprinted => true,
        }
    }
}

/// Publications of one world over time, some counts restated meanwhile; `issue` is what makes a publication public.
fn over_time(
    dice: &mut Dice,
    world: &World,
    mut issue: impl FnMut(&mut Ledger, Publication) -> Publication,
) -> (Ledger, Reader) {
    let most = [4, 9, 16, 30][dice.below(4)];
    let mut reader = Reader {
        counts: (0..world.smallest)
            .map(|_| dice.below(most) as u64)
            .collect(),
        read: Vec::new(),
    };
    let mut now: Vec<usize> = (0..world.smallest).collect();
    let mut ledger = Ledger::new(Rule::PUBLIC);
    for time in 0..1 + dice.below(4) {
        if time > 0 && dice.below(3) == 0 && reader.counts.len() < world.smallest + 3 {
            let at = dice.below(world.smallest);
            now[at] = reader.counts.len();
            reader.counts.push(dice.below(most) as u64);
        }
        let counts: Vec<u64> = now.iter().map(|it| reader.counts[*it]).collect();
        let share = 1 + dice.below(4);
        let printed: BTreeSet<usize> = (0..world.cells.len())
            .filter(|_| dice.below(4) < share)
            .collect();
        let issued = issue(&mut ledger, world.publication(&counts, &printed));
        reader.read(world, &issued, &now);
    }
    (ledger, reader)
}

fn worlds(dice: &mut Dice) -> World {
    let (rows, columns) = [(2, 2), (3, 2), (2, 3), (4, 1), (3, 1), (2, 4)][dice.below(6)];
    world(rows, columns, rows > 2 && dice.below(2) == 0)
}

#[test]
fn nothing_hidden_can_be_recovered_from_everything_ever_published() {
    let mut dice = Dice(20_180_331);
    let (mut secrets, mut shown) = (0, 0);
    for round in 0..700 {
        let world = worlds(&mut dice);
        let (ledger, reader) = over_time(&mut dice, &world, Ledger::protect);
        assert_eq!(ledger.recoverable(), Vec::<Key>::new(), "round {round}");
        for (within, mark, name) in &reader.read {
            let small = Rule::PUBLIC.hides(reader.truth(within));
            assert!(
                !(small && *mark == Mark::Published),
                "{name} is small and shown"
            );
            shown += usize::from(*mark == Mark::Published);
        }
        secrets += reader.secrets().len();
        let mut worked_out = reader.works_out(2);
        if !worked_out.is_empty() {
            worked_out = reader.works_out(7);
        }
        let names: Vec<&str> = worked_out
            .iter()
            .map(|it| reader.read[*it].2.as_str())
            .collect();
        assert!(
            names.is_empty(),
            "round {round}: {names:?} of {:?} {:?}",
            reader.counts,
            reader.read
        );
    }
    assert!(secrets > 5_000, "too tame to show anything: {secrets}");
    assert!(shown > 5_000, "hiding everything is no protection: {shown}");
}

/// Each small number is hidden and nothing else: what happens without a ledger.
fn careless(ledger: &mut Ledger, mut new: Publication) -> Publication {
    for cell in &mut new.cells {
        if cell.mark == Mark::Published && cell.value.is_some_and(|it| Rule::PUBLIC.hides(it)) {
            cell.mark = Mark::Hidden;
        }
    }
    ledger.enter(&new);
    new
}

#[test]
fn the_reader_works_out_what_is_published_carelessly_and_the_ledger_says_so() {
    let mut dice = Dice(77);
    let (mut leaks, mut told_besides) = (0, 0);
    for round in 0..400 {
        let world = worlds(&mut dice);
        let (ledger, reader) = over_time(&mut dice, &world, careless);
        let told = ledger.recoverable();
        let worked_out = reader.works_out(7);
        for at in &worked_out {
            let name = &reader.read[*at].2;
            assert!(
                told.contains(name),
                "round {round}: {name} is worked out, and the ledger does not know"
            );
        }
        leaks += worked_out.len();
        let names: BTreeSet<&String> = worked_out.iter().map(|it| &reader.read[*it].2).collect();
        told_besides += told.iter().filter(|it| !names.contains(it)).count();
    }
    assert!(leaks > 300, "the reader does not try: {leaks}");
    assert!(
        told_besides * 20 < leaks,
        "the ledger cries wolf: {told_besides} beside {leaks}"
    );
}

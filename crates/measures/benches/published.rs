//! How long it takes to protect everything a council ever published: 100 measures, 20 districts, 24 months and their years,
//! paper by paper. `cargo bench -p waymark-measures --bench published`.

use std::time::Instant;
use waymark_measures::disclosure::Rule;
use waymark_measures::disclosure::ledger::{Cell, Ledger, Mark, Publication, Sum};

const MEASURES: usize = 100;
const MONTHS: usize = 24;
const DISTRICTS: usize = 20;

fn main() {
    let mut ledger = Ledger::new(Rule::PUBLIC);
    let (mut cells, mut hidden) = (0, 0);
    let (mut last, mut all) = (0.0_f64, 0.0_f64);
    for month in 0..MONTHS {
        let new = publication(month);
        let began = Instant::now();
        let out = ledger.protect(new);
        last = began.elapsed().as_secs_f64();
        all += last;
        cells += out
            .cells
            .iter()
            .filter(|it| it.mark != Mark::Unprinted)
            .count();
        hidden += out
            .cells
            .iter()
            .filter(|it| matches!(it.mark, Mark::Hidden | Mark::Beside))
            .count();
    }
    let began = Instant::now();
    let recovered = ledger.recoverable().len();
    println!(
        "{MONTHS} publications of {MEASURES} measures by {DISTRICTS} districts: {cells} cells, {hidden} hidden, in {all:.2} s \
         (the last in {last:.2} s); {recovered} of them recoverable, looked for in {:.2} s",
        began.elapsed().as_secs_f64()
    );
}

/// A month of every measure by district, with what it is of and the year where one ends.
fn publication(month: usize) -> Publication {
    let mut new = Publication::default();
    for measure in 0..MEASURES {
        let districts = (0..DISTRICTS).map(|it| format!("{it}"));
        let groups: Vec<String> = districts.chain(["all".to_owned()]).collect();
        for (at, group) in groups.iter().enumerate() {
            let name = |part: &str, month: usize| format!("{measure}/{group}/{month}/{part}");
            let (hits, cases) = counts(measure, at, month);
            let parts = [("late", hits), ("in time", cases - hits), ("all", cases)];
            for (part, value) in parts {
                new.cells.push(Cell {
                    key: name(part, month),
                    value: Some(value),
                    mark: if part == "in time" {
                        Mark::Unprinted
                    } else {
                        Mark::Published
                    },
                    together: name("", month),
                });
            }
            new.sums.push(Sum {
                whole: name("all", month),
                parts: vec![name("late", month), name("in time", month)],
            });
            if month % 12 == 11 {
                for part in ["late", "all"] {
                    let months = month - 11..=month;
                    let value = months.clone().map(|it| {
                        let (hits, cases) = counts(measure, at, it);
                        if part == "late" { hits } else { cases }
                    });
                    new.cells.push(Cell {
                        key: format!("{measure}/{group}/year to {month}/{part}"),
                        value: Some(value.sum()),
                        mark: Mark::Published,
                        together: format!("{measure}/{group}/year to {month}"),
                    });
                    new.sums.push(Sum {
                        whole: format!("{measure}/{group}/year to {month}/{part}"),
                        parts: months.map(|it| name(part, it)).collect(),
                    });
                }
            }
        }
        for part in ["late", "in time", "all"] {
            let name = |group: &str| format!("{measure}/{group}/{month}/{part}");
            new.sums.push(Sum {
                whole: name("all"),
                parts: groups[..DISTRICTS].iter().map(|it| name(it)).collect(),
            });
        }
    }
    new
}

/// Hits and cases of a measure in a district (or all) and month: the same on every run.
fn counts(measure: usize, district: usize, month: usize) -> (u64, u64) {
    if district == DISTRICTS {
        return (0..DISTRICTS)
            .map(|it| counts(measure, it, month))
            .fold((0, 0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
    }
    let mut dice = (measure * 7_919 + district * 104_729 + month * 1_299_709 + 1) as u64;
    let mut below = |n: u64| {
        dice ^= dice << 13;
        dice ^= dice >> 7;
        dice ^= dice << 17;
        (dice >> 11) % n
    };
    // Some measures count hundreds in a district, some a handful.
    let size = [400, 120, 40, 12][measure % 4];
    let cases = size / 2 + below(size);
    (below(cases / 3 + 2).min(cases), cases)
}

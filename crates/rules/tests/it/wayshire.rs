//! Wayshire's return trips what it is known to have wrong, and nothing else that cannot be right.

use std::collections::BTreeMap;
use std::time::Instant;
use waymark_data::Areas;
use waymark_data::annex_a::{Cut, Data};
use waymark_import::{InputFile, read};
use waymark_rules::{Outcome, Severity, check};
use waymark_wayshire::{IMPERFECTIONS, SEED, wayshire, wayshire_times};

/// Errors that the county makes without meaning to: it draws where a child lives apart from the legal status and the day
/// of birth. The checks are right to find them, and they are no part of what its imperfections promise.
const UNMEANT: [(&str, u8); 2] = [("L8-08", 8), ("L8-12", 8)];

fn data(of: &waymark_wayshire::Cut) -> Data {
    let lists: Vec<InputFile<'_>> = of
        .lists
        .iter()
        .map(|list| InputFile::new(format!("list_{}.csv", list.number), list.csv()))
        .collect();
    let it = read(&lists).unwrap();
    let cut = Cut {
        as_at: of.as_at,
        scope_months: of.scope_months,
    };
    Data::join(&it.tables, it.words, cut, &Areas::default())
}

/// How many rows each check found, by code and list.
fn counts(data: &Data, severity: Severity) -> BTreeMap<(&'static str, u8), usize> {
    let mut counts = BTreeMap::new();
    for (rule, outcome) in check(data) {
        match outcome {
            Outcome::Found(rows) if rule.severity == severity => {
                for row in rows {
                    *counts.entry((rule.code, row.about.list)).or_insert(0) += 1;
                }
            }
            Outcome::NotRun(why) => panic!("{}: {why}", rule.code),
            _ => {}
        }
    }
    counts
}

#[test]
fn the_county_trips_its_known_imperfections_and_no_other_error() {
    let cut = wayshire(SEED).cut("2018-03-31".parse().unwrap());
    let data = data(&cut);
    println!("queries: {:?}", counts(&data, Severity::Query));

    let mut known = BTreeMap::new();
    for it in &IMPERFECTIONS {
        let ends_early = match it.list {
            2 => "L2-01",
            4 => "L4-01",
            6 => "L6-01",
            7 => "L7-01",
            _ => "L8-01",
        };
        for (code, rows) in [
            ("L0-01", it.no_id),
            ("L0-02", it.repeats),
            ("L0-04", it.unreadable),
            ("L0-05", it.unreadable_evidence),
            (ends_early, it.end_before_start),
        ] {
            if rows > 0 {
                known.insert((code, it.list), rows);
            }
        }
    }
    let mut errors = counts(&data, Severity::Error);
    println!("errors: {errors:?}");
    errors.retain(|at, _| !UNMEANT.contains(at));
    assert_eq!(errors, known);
}

#[test]
fn checking_takes_time_in_proportion_to_the_rows() {
    let march = "2018-03-31".parse().unwrap();
    let time = |times: u32| {
        let data = data(&wayshire_times(SEED, times).cut(march));
        // The best of five: whatever else the machine does meanwhile is no part of it.
        let took = (0..5)
            .map(|_| {
                let begun = Instant::now();
                assert!(check(&data).len() > 50);
                begun.elapsed()
            })
            .min()
            .unwrap();
        println!("Wayshire {times} times over: checked in {took:?}");
        took
    };
    // Four times the rows: sixteen times the time would show a check that compares every row with every other.
    let (one, four) = (time(1), time(4));
    assert!(four < one * 10, "{one:?}, then {four:?}");
}

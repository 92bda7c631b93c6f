//! Wayshire's return trips what it is known to have wrong, and nothing else that cannot be right.

use std::collections::BTreeMap;
use waymark_data::Areas;
use waymark_data::annex_a::{Cut, Data};
use waymark_import::{InputFile, read};
use waymark_rules::{Outcome, Severity, check};
use waymark_wayshire::{IMPERFECTIONS, SEED, wayshire};

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
    let errors = counts(&data, Severity::Error);
    println!("errors: {errors:?}");
    assert_eq!(errors, known);
}

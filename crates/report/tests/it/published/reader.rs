//! A reader of the frozen papers, who tries every way to fill in what is hidden in them.
//!
//! It reads their JSON alone, and counts referrals by district and month itself.

use super::*;
use crate::random::Random;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const NAMES: [&str; 3] = ["North", "South", "East"];
const MONTHS: usize = 2;

fn month(at: usize) -> Period {
    Month::new(2018, 1)
        .plus(i32::try_from(at).unwrap())
        .period()
}

fn both() -> Period {
    Period {
        from: month(0).from,
        to: month(1).to,
    }
}

/// Counts by district, then month.
type Counts = Vec<i32>;

fn count(counts: &Counts, districts: &[usize], months: &[usize]) -> Count {
    let hits = districts
        .iter()
        .flat_map(|it| months.iter().map(move |month| counts[it * MONTHS + month]))
        .sum();
    of(hits, 60)
}

/// Some of what can be told: the county and each district, by month and in all; alone and in tables.
fn some_paper(random: &mut Random, number: i32, counts: &Counts) -> Paper {
    let times = [
        (month(0), vec![0]),
        (month(1), vec![1]),
        (both(), vec![0, 1]),
    ];
    let (mut figures, mut blocks) = (Vec::new(), Vec::new());
    for (period, months) in times {
        if random.below(2) == 0 {
            figures.push(shown(
                &REFERRALS,
                "",
                period,
                count(counts, &[0, 1, 2], &months),
            ));
        }
        for (at, name) in NAMES.iter().enumerate() {
            if random.below(4) == 0 {
                figures.push(shown(
                    &REFERRALS,
                    name,
                    period,
                    count(counts, &[at], &months),
                ));
            }
        }
        // The reader and the council know which districts there are from the first paper on.
        if random.below(2) == 0 || number == 0 && months.len() == 1 {
            let rows: Vec<(&str, Count)> = NAMES
                .iter()
                .enumerate()
                .map(|(at, name)| (*name, count(counts, &[at], &months)))
                .collect();
            blocks.push(Block::Table(
                by_district(&REFERRALS, period, &rows),
                Vec::new(),
            ));
        }
    }
    paper(number, figures, blocks)
}

/// What is printed of each cell (its smallest cells): a number, or that it is hidden.
type Printed = BTreeMap<Vec<usize>, BTreeSet<Option<i64>>>;

/// Reads a paper as it was frozen.
fn read(frozen: &str, printed: &mut Printed) {
    let paper: Value = serde_json::from_str(frozen).unwrap();
    let mut see = |district: &str, when: &str, shown: &Value, may_be_zero: bool| {
        let districts: Vec<usize> = match NAMES.iter().position(|it| *it == district) {
            Some(at) => vec![at],
            None => vec![0, 1, 2],
        };
        let months = match (when.contains(" to "), when.contains("January")) {
            (true, _) => vec![0, 1],
            (_, true) => vec![0],
            _ => vec![1],
        };
        let within = districts
            .iter()
            .flat_map(|it| months.iter().map(move |month| it * MONTHS + month))
            .collect();
        // That says nothing, not even that there is somebody. Zeros are hidden in a table that is hidden whole.
        if shown.as_str().unwrap().contains("not shown") || may_be_zero {
            return;
        }
        let number = shown.as_str().unwrap().parse().ok();
        assert!(
            number.is_some() || shown.as_str().unwrap().contains('c'),
            "{shown}"
        );
        printed.entry(within).or_default().insert(number);
    };
    for figure in paper["figures"].as_array().unwrap() {
        let when = match (
            figure["basis"].as_str().unwrap(),
            figure["to"].as_str().unwrap(),
        ) {
            ("return", _) => "January to February",
            (_, "2018-01-31") => "January",
            _ => "February",
        };
        see(
            figure["group"].as_str().unwrap(),
            when,
            &figure["shown"],
            false,
        );
    }
    for block in paper["sections"][0]["blocks"].as_array().unwrap() {
        let table = &block["Table"][0];
        let rows = table["rows"].as_array().unwrap();
        let is_hidden_whole = rows.iter().all(|it| it[1]["shown"] == "c");
        for row in rows {
            see(
                row[0]["shown"].as_str().unwrap(),
                table["caption"].as_str().unwrap(),
                &row[1]["shown"],
                is_hidden_whole,
            );
        }
    }
}

/// Small numbers, printed or not, for which only one value was found.
fn worked_out(printed: &Printed, truth: &Counts, reach: i32) -> Vec<Vec<usize>> {
    let sum = |within: &[usize], counts: &[i32]| -> i64 {
        within.iter().map(|it| i64::from(counts[*it])).sum()
    };
    let mut secrets: BTreeSet<Vec<usize>> = BTreeSet::new();
    for districts in [vec![0], vec![1], vec![2], vec![0, 1, 2]] {
        for months in [vec![0], vec![1], vec![0, 1]] {
            let within: Vec<usize> = districts
                .iter()
                .flat_map(|it| months.iter().map(move |month| it * MONTHS + month))
                .collect();
            if (1..=5).contains(&sum(&within, truth)) {
                secrets.insert(within);
            }
        }
    }
    let mut found: BTreeMap<Vec<usize>, BTreeSet<i64>> = secrets
        .iter()
        .map(|it| (it.clone(), BTreeSet::new()))
        .collect();
    let agrees = |trial: &[i32]| {
        printed
            .iter()
            .filter(|it| it.0.iter().max() == Some(&(trial.len() - 1)))
            .all(|(within, seen)| {
                let value = sum(within, trial);
                seen.iter()
                    .all(|it| it.map_or(value >= sum(within, truth).min(1), |it| it == value))
            })
    };
    let mut open = vec![Vec::new()];
    while let Some(trial) = open.pop() {
        if trial.len() == truth.len() {
            for (within, values) in &mut found {
                values.insert(sum(within, &trial));
            }
            if found.values().all(|it| it.len() > 1) {
                break;
            }
            continue;
        }
        let at = truth[trial.len()];
        for value in (at - reach).max(0)..=at + reach {
            let mut next = trial.clone();
            next.push(value);
            if agrees(&next) {
                open.push(next);
            }
        }
    }
    found
        .into_iter()
        .filter(|it| it.1.len() < 2)
        .map(|it| it.0)
        .collect()
}

/// Papers one after another, each made public by `issue`; what the reader works out of all of them, and how much is hidden.
fn papers(
    random: &mut Random,
    issue: impl Fn(Paper, &[Paper]) -> Paper,
) -> (Vec<Vec<usize>>, usize, usize) {
    let most = random.of(&[4, 9, 16, 30]);
    let counts: Counts = (0..NAMES.len() * MONTHS)
        .map(|_| i32::try_from(random.below(most)).unwrap())
        .collect();
    let (mut issued, mut printed) = (Vec::new(), Printed::new());
    for number in 0..1 + i32::try_from(random.below(4)).unwrap() {
        let new = issue(some_paper(random, number, &counts), &issued);
        read(&new.frozen(), &mut printed);
        issued.push(new);
    }
    let mut found = worked_out(&printed, &counts, 2);
    if !found.is_empty() {
        found = worked_out(&printed, &counts, 9);
    }
    let hidden = printed.values().filter(|it| it.contains(&None)).count();
    (found, hidden, printed.len() - hidden)
}

#[test]
fn a_reader_of_every_paper_recovers_nothing() {
    let mut random = Random::seeded(20_180_331);
    let (mut hidden, mut shown) = (0, 0);
    for round in 0..300 {
        let (found, c, numbers) = papers(&mut random, |paper, earlier| publish(paper, earlier).0);
        assert!(found.is_empty(), "round {round}: {found:?}");
        hidden += c;
        shown += numbers;
    }
    assert!(
        hidden > 600 && shown > 600,
        "too tame to show anything: {hidden} hidden, {shown} shown"
    );
}

#[test]
fn the_same_reader_recovers_what_papers_that_were_looked_at_alone_give_away() {
    let mut random = Random::seeded(20_180_331);
    let found: usize = (0..300)
        .map(|_| papers(&mut random, |paper, _| paper).0.len())
        .sum();
    assert!(found > 100, "the reader does not try: {found}");
}

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

/// What is counted now, by district, then month: places in everything that was ever counted.
type Now = Vec<usize>;

/// The districts and months of every cell, and the cells of `now` in it.
fn cells_of(now: &Now) -> Vec<Vec<usize>> {
    let mut all = Vec::new();
    for districts in [vec![0], vec![1], vec![2], vec![0, 1, 2]] {
        for months in [vec![0], vec![1], vec![0, 1]] {
            all.push(within(now, &districts, &months));
        }
    }
    all
}

fn within(now: &Now, districts: &[usize], months: &[usize]) -> Vec<usize> {
    let places = districts
        .iter()
        .flat_map(|it| months.iter().map(move |month| now[it * MONTHS + month]));
    let mut all: Vec<usize> = places.collect();
    all.sort_unstable();
    all
}

/// Everything that is counted now.
struct Counted {
    counts: Vec<i32>,
}

impl Counted {
    fn of(ever: &[i32], now: &Now) -> Self {
        Self {
            counts: now.iter().map(|it| ever[*it]).collect(),
        }
    }

    fn count(&self, districts: &[usize], months: &[usize]) -> Count {
        let hits = districts
            .iter()
            .flat_map(|it| {
                months
                    .iter()
                    .map(move |month| self.counts[it * MONTHS + month])
            })
            .sum();
        of(hits, 60)
    }

    /// The county's and each district's, by month and in all, as the board sees them.
    fn beneath(&self) -> Beneath {
        let mut beneath = Beneath::default();
        for (period, months) in times() {
            for (group, districts) in groups() {
                let count = self.count(&districts, &months);
                let shown = shown(&REFERRALS, group, period, count);
                beneath.figure(&Figure {
                    numerator: Some(i64::from(count.hits)),
                    shown: count.hits.to_string(),
                    ..shown
                });
            }
        }
        beneath
    }
}

fn times() -> [(Period, Vec<usize>); 3] {
    [
        (month(0), vec![0]),
        (month(1), vec![1]),
        (both(), vec![0, 1]),
    ]
}

fn groups() -> [(&'static str, Vec<usize>); 4] {
    [
        ("", vec![0, 1, 2]),
        (NAMES[0], vec![0]),
        (NAMES[1], vec![1]),
        (NAMES[2], vec![2]),
    ]
}

/// Some of what can be told: the county and each district, by month and in all; alone and in tables.
fn some_paper(random: &mut Random, number: i32, counted: &Counted) -> Paper {
    let (mut figures, mut blocks) = (Vec::new(), Vec::new());
    for (period, months) in times() {
        for (group, districts) in groups() {
            if random.below(if group.is_empty() { 2 } else { 4 }) == 0 {
                let count = counted.count(&districts, &months);
                figures.push(shown(&REFERRALS, group, period, count));
            }
        }
        // The reader and the council know which districts there are from the first paper on.
        if random.below(2) == 0 || number == 0 && months.len() == 1 {
            let rows: Vec<(&str, Count)> = NAMES
                .iter()
                .enumerate()
                .map(|(at, name)| (*name, counted.count(&[at], &months)))
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

/// Reads a paper as it was frozen; the reader is even told what was counted anew since the last one.
fn read(frozen: &str, now: &Now, printed: &mut Printed) {
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
        let within = within(now, &districts, &months);
        // That says nothing, not even that there is somebody. Zeros are hidden in a table that shows no number.
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
        let is_hidden_whole = rows
            .iter()
            .all(|it| it[1]["shown"] == "c" || it[1]["shown"] == "not shown");
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

/// Everything that is hidden somewhere, and every small number, printed or not, for which only one value was found.
fn worked_out(
    printed: &Printed,
    truth: &[i32],
    secrets: &BTreeSet<Vec<usize>>,
    reach: i32,
) -> Vec<Vec<usize>> {
    let mut found: BTreeMap<&Vec<usize>, BTreeSet<i64>> =
        secrets.iter().map(|it| (it, BTreeSet::new())).collect();
    // A cell is looked at when the last count in it is filled in.
    let mut ends = vec![Vec::new(); truth.len()];
    for cell in printed {
        ends[*cell.0.last().unwrap()].push(cell);
    }
    let agrees = |trial: &[i32]| {
        ends[trial.len() - 1].iter().all(|(within, seen)| {
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
        .map(|it| it.0.clone())
        .collect()
}

fn sum(within: &[usize], counts: &[i32]) -> i64 {
    within.iter().map(|it| i64::from(counts[*it])).sum()
}

/// What came of some papers.
struct Outcome {
    /// What the reader works out of all of them.
    found: Vec<Vec<usize>>,
    /// Cells that are hidden somewhere, and cells that are shown.
    hidden: usize,
    shown: usize,
    /// Papers that were not issued, because nothing would protect what was issued before.
    refused: usize,
}

/// A paper that was issued, and what lies beneath it.
type Kept = (Paper, Beneath);

/// What is issued; none where it must not be.
type Issue = fn(Paper, &Beneath, &[Kept]) -> Option<Kept>;

/// Papers one after another, some counts restated meanwhile, each made public by `issue`. The reader tries every number up
/// to 2 from the truth, and before it says that it found something, up to `far`.
fn papers(random: &mut Random, issue: Issue, far: i32) -> Outcome {
    let most = random.of(&[4, 9, 16, 30]);
    let any = |random: &mut Random| i32::try_from(random.below(most)).unwrap();
    let mut ever: Vec<i32> = (0..NAMES.len() * MONTHS).map(|_| any(random)).collect();
    let mut now: Now = (0..ever.len()).collect();
    let (mut issued, mut printed) = (Vec::new(), Printed::new());
    let mut secrets = BTreeSet::new();
    let (mut numbers, mut refused) = (BTreeSet::new(), 0);
    for number in 0..1 + i32::try_from(random.below(4)).unwrap() {
        if number > 0 && random.below(3) == 0 {
            let at = usize::try_from(random.below(now.len() as u64)).unwrap();
            let before = ever[now[at]];
            now[at] = ever.len();
            ever.push(match any(random) {
                same if same == before => before + 1,
                other => other,
            });
        }
        let counted = Counted::of(&ever, &now);
        let new = some_paper(random, number, &counted);
        let Some(new) = issue(new, &counted.beneath(), &issued) else {
            refused += 1;
            continue;
        };
        read(&new.0.frozen(), &now, &mut printed);
        for (at, cell) in cells_of(&now).into_iter().enumerate() {
            let (value, seen) = (sum(&cell, &ever), printed.get(&cell));
            if seen.is_some_and(|it| it.iter().any(Option::is_some)) {
                numbers.insert((at, value));
            }
            // What was shown before it was hidden is no secret, nor is that there is nobody.
            let is_hidden = seen.is_some() && value > 0 && !numbers.contains(&(at, value));
            if is_hidden || (1..=5).contains(&value) {
                secrets.insert(cell);
            }
        }
        issued.push(new);
    }
    let mut found = worked_out(&printed, &ever, &secrets, 2);
    if !found.is_empty() {
        found = worked_out(&printed, &ever, &secrets, far);
    }
    let hidden = printed.values().filter(|it| it.contains(&None)).count();
    Outcome {
        found,
        hidden,
        shown: printed.len() - hidden,
        refused,
    }
}

/// As it is done: held against every earlier paper and what lies beneath it.
fn published(paper: Paper, beneath: &Beneath, earlier: &[Kept]) -> Option<Kept> {
    let earlier: Vec<Earlier<'_>> = earlier
        .iter()
        .map(|(paper, beneath)| Earlier { paper, beneath })
        .collect();
    let published = paper::publish(paper, beneath, &earlier);
    let is_refused = published
        .said
        .iter()
        .any(|it| it.starts_with("Not protected"));
    (!is_refused).then_some((published.paper, published.beneath))
}

/// Series of papers from one seed, each read back; nothing may be found, and nothing be held back.
fn search(seed: u64, rounds: usize) {
    let mut random = Random::seeded(seed);
    let (mut hidden, mut shown) = (0, 0);
    for round in 0..rounds {
        let of = papers(&mut random, published, 9);
        assert!(
            of.found.is_empty() && of.refused == 0,
            "seed {seed}, round {round}: {:?}, {} refused",
            of.found,
            of.refused
        );
        hidden += of.hidden;
        shown += of.shown;
    }
    assert!(
        hidden > 4 * rounds && shown > 4 * rounds,
        "too tame to show anything: {hidden} hidden, {shown} shown"
    );
}

#[test]
fn a_reader_of_every_paper_recovers_nothing() {
    for seed in [20_180_331, 5_550_123, 1] {
        search(seed, 1_000);
    }
}

/// What is kept of the search above; run it after a change to the ledger or to what papers print.
#[test]
#[ignore = "takes minutes"]
fn a_reader_of_very_many_papers_recovers_nothing() {
    for seed in [3, 5_550_123, 11, 12, 13, 14, 15, 16] {
        search(seed, 20_000);
    }
}

fn found(rounds: usize, issue: Issue) -> usize {
    let mut random = Random::seeded(20_180_331);
    (0..rounds)
        .map(|_| papers(&mut random, issue, 3).found.len())
        .sum()
}

#[test]
fn the_same_reader_recovers_what_papers_that_were_looked_at_alone_give_away() {
    let found = found(200, |paper, _, _| Some((paper, Beneath::default())));
    assert!(found > 100, "the reader does not try: {found}");
}

#[test]
fn what_papers_print_is_not_enough_to_protect_what_is_restated() {
    let found = found(1_000, |paper, _, earlier| {
        published(paper, &Beneath::default(), earlier)
    });
    assert!(found > 0, "nothing need lie beneath");
}

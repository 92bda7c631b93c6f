//! The ways a number comes out by taking one published number from another.

use super::super::*;

fn cell(key: &str, value: u64) -> Cell {
    Cell {
        key: key.to_owned(),
        value: Some(value),
        mark: Mark::Published,
        together: String::new(),
    }
}

fn sum(whole: &str, parts: &[&str]) -> Sum {
    Sum {
        whole: whole.to_owned(),
        parts: parts.iter().map(|it| (*it).to_owned()).collect(),
    }
}

fn publication(cells: &[(&str, u64)], sums: &[Sum]) -> Publication {
    Publication {
        cells: cells.iter().map(|(key, value)| cell(key, *value)).collect(),
        sums: sums.to_vec(),
    }
}

/// As a reader sees it: "North c".
fn seen(publication: &Publication) -> Vec<String> {
    let words = |cell: &Cell| match (cell.mark, cell.value) {
        (Mark::Published, Some(value)) => format!("{} {value}", cell.key),
        (Mark::Unprinted, _) => format!("{} -", cell.key),
        _ => format!("{} c", cell.key),
    };
    publication.cells.iter().map(words).collect()
}

fn protected(ledger: &mut Ledger, cells: &[(&str, u64)], sums: &[Sum]) -> Vec<String> {
    let out = ledger.protect(publication(cells, sums));
    assert_eq!(ledger.recoverable(), Vec::<Key>::new());
    seen(&out)
}

#[test]
fn county_less_districts_takes_the_next_smallest_district_too() {
    let mut ledger = Ledger::new(Rule::PUBLIC);
    let county = sum("county", &["north", "south", "east"]);
    assert_eq!(
        protected(
            &mut ledger,
            &[("county", 32), ("north", 3), ("south", 20), ("east", 9)],
            &[county]
        ),
        ["county 32", "north c", "south 20", "east c"]
    );
}

#[test]
fn what_a_paper_showed_last_month_cannot_protect_what_the_next_one_hides() {
    let mut ledger = Ledger::new(Rule::PUBLIC);
    protected(&mut ledger, &[("county", 32), ("east", 9)], &[]);
    let county = sum("county", &["north", "south", "east"]);
    assert_eq!(
        protected(
            &mut ledger,
            &[("north", 3), ("south", 20), ("east", 9)],
            &[county]
        ),
        ["north c", "south c", "east 9"],
        "the county and the east are out: only the south can hide the north"
    );
}

#[test]
fn what_was_hidden_stays_hidden_in_the_next_paper() {
    let mut ledger = Ledger::new(Rule::PUBLIC);
    let county = sum("county", &["north", "south", "east"]);
    let cells = [("county", 32), ("north", 3), ("south", 20), ("east", 9)];
    protected(&mut ledger, &cells, &[county]);
    assert_eq!(protected(&mut ledger, &[("east", 9)], &[]), ["east c"]);
}

#[test]
fn two_districts_and_their_locality_in_different_papers() {
    let mut ledger = Ledger::new(Rule::PUBLIC);
    let sums = [
        sum("coast", &["north", "south"]),
        sum("county", &["coast", "east"]),
    ];
    protected(&mut ledger, &[("county", 60), ("east", 40)], &sums);
    assert_eq!(
        protected(&mut ledger, &[("north", 4), ("south", 16)], &sums),
        ["north c", "south c"],
        "the coast was never printed, but is 60 less 40"
    );
}

#[test]
fn a_year_less_eleven_months_is_the_twelfth() {
    let mut ledger = Ledger::new(Rule::PUBLIC);
    let months: Vec<String> = (1..=12).map(|it| format!("month {it}")).collect();
    let months: Vec<&str> = months.iter().map(String::as_str).collect();
    let first: Vec<(&str, u64)> = months[..11].iter().map(|it| (*it, 10)).collect();
    protected(&mut ledger, &first, &[]);
    assert_eq!(
        protected(&mut ledger, &[("year", 112)], &[sum("year", &months)]),
        ["year c"],
        "it would say that the last month, which no paper shows, is 2"
    );
}

#[test]
fn a_percentage_gives_its_numbers() {
    let mut ledger = Ledger::new(Rule::PUBLIC);
    let mut new = publication(
        &[
            ("late", 12),
            ("in time", 28),
            ("all", 40),
            ("north late", 3),
            ("south late", 9),
        ],
        &[
            sum("all", &["late", "in time"]),
            sum("late", &["north late", "south late"]),
            sum("north", &["north late", "north in time"]),
        ],
    );
    for cell in &mut new.cells[..3] {
        cell.together = "late, percent".to_owned();
    }
    assert_eq!(
        seen(&ledger.protect(new)),
        [
            "late 12",
            "in time 28",
            "all 40",
            "north late c",
            "south late c"
        ]
    );
    assert_eq!(ledger.recoverable(), Vec::<Key>::new());
    // What is printed together is hidden together.
    let mut ledger = Ledger::new(Rule::PUBLIC);
    let mut new = publication(
        &[("late", 38), ("in time", 2), ("all", 40)],
        &[sum("all", &["late", "in time"])],
    );
    for cell in &mut new.cells {
        cell.together = "late, percent".to_owned();
    }
    assert_eq!(seen(&ledger.protect(new)), ["late -", "in time c", "all -"]);
}

#[test]
fn a_restated_total_is_another_number() {
    let mut ledger = Ledger::new(Rule::PUBLIC);
    let county = sum("county", &["north", "south", "east"]);
    protected(
        &mut ledger,
        &[("county", 32), ("north", 3), ("south", 20), ("east", 9)],
        std::slice::from_ref(&county),
    );
    assert_eq!(
        protected(
            &mut ledger,
            &[("county", 34), ("north", 3), ("south", 22), ("east", 9)],
            &[county]
        ),
        ["county 34", "north c", "south 22", "east c"]
    );
}

#[test]
fn a_hidden_number_that_is_not_known_here_is_protected_all_the_same() {
    let mut ledger = Ledger::new(Rule::PUBLIC);
    let mut new = publication(
        &[("county", 32), ("south", 20), ("east", 9)],
        &[sum("county", &["north", "south", "east"])],
    );
    new.cells.push(Cell {
        key: "north".to_owned(),
        value: None,
        mark: Mark::Hidden,
        together: String::new(),
    });
    assert_eq!(
        seen(&ledger.protect(new)),
        ["county 32", "south 20", "east c", "north c"]
    );
    assert_eq!(ledger.recoverable(), Vec::<Key>::new());
}

#[test]
fn what_was_published_carelessly_is_told() {
    let mut ledger = Ledger::new(Rule::PUBLIC);
    let mut careless = publication(
        &[("county", 32), ("north", 3), ("south", 20), ("east", 9)],
        &[sum("county", &["north", "south", "east"])],
    );
    careless.cells[1].mark = Mark::Hidden;
    ledger.enter(&careless);
    assert_eq!(ledger.recoverable(), ["north"]);
    assert_eq!(
        seen(&ledger.protect(publication(&[("west", 7)], &[]))),
        ["west 7"],
        "what cannot be mended is left alone"
    );
}

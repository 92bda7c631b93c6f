//! How long the rules of a paper take for ever longer texts by officers: ten times the length should take about ten times
//! as long. `cargo run --release -p waymark-report --example lint_speed`

#![allow(clippy::unwrap_used, missing_docs, dead_code)]

#[path = "../tests/it/paper_given.rs"]
mod paper_given;

use paper_given::{day, late, officers, paper};
use std::time::Instant;
use waymark_report::paper::lint::{Context, lint};

/// What the readers of numbers, dates and changes look at again and again.
const PIECES: [&str; 15] = [
    "most of 77% ",
    "significant ",
    "5 children, 66.7 per 10,000 ",
    "improved from 5 in May 2017 ",
    "a",
    "1",
    "1,",
    "(",
    "-",
    "’",
    "1 of ",
    "to be not ",
    "👩‍👧",
    "MASH ",
    "one hundred ",
];

fn main() {
    let context = Context {
        on: day("2018-04-12"),
        data_days: None,
        fresher: None,
        shown: &[],
        reading_age: 14,
        population: None,
    };
    for piece in PIECES {
        let times = [10_000, 100_000, 1_000_000].map(|length| {
            let mut paper = paper();
            paper.figures.push(late());
            let words = piece.repeat(length / piece.len() + 1);
            officers(&mut paper, "test/1", &words);
            let begun = Instant::now();
            let _ = lint(&paper, &context);
            begun.elapsed()
        });
        println!("{piece:?}: {times:?}");
    }
}

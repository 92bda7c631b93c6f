//! Speed of the county's data: reading, loading, computing. Prints figures; asserts nothing, because a busy machine is no
//! fault of the code.

#![allow(clippy::unwrap_used, missing_docs)]

use std::hint::black_box;
use std::time::{Duration, Instant};
use waymark_data::annex_a::{Cut, Data};
use waymark_data::areas::District;
use waymark_data::{Areas, Day, Month};
use waymark_import::InputFile;
use waymark_measures::Settings;
use waymark_measures::history::of_cuts;
use waymark_wayshire::{AREAS, SCOPE_MONTHS, SEED, wayshire_times};

fn main() {
    if std::env::args().any(|it| it == "each") {
        each_measure();
        return;
    }
    println!("{:58} {:>10} {:>10}", "", "median", "slowest");
    for times in [1, 5, 20] {
        one_cut(times);
    }
    all_cuts();
}

fn one_cut(times: u32) {
    let county = wayshire_times(SEED, times);
    let as_at: Day = "2018-03-31".parse().unwrap();
    let cut = county.cut(as_at);
    let rows: usize = cut.lists.iter().map(|it| it.rows.len()).sum();
    println!("\nWayshire {times}x, one cut of {rows} rows");
    let zip = cut.csv_zip().unwrap();
    let csvs: Vec<(String, Vec<u8>)> = cut
        .lists
        .iter()
        .map(|it| (it.file_name(), it.csv()))
        .collect();
    let files: Vec<InputFile<'_>> = csvs
        .iter()
        .map(|(name, bytes)| InputFile::new(name.as_str(), bytes.as_slice()))
        .collect();
    let runs = if times > 5 { 5 } else { 11 };
    timed("  its CSVs read", runs, || {
        black_box(waymark_import::read(&files).unwrap().tables.len())
    });
    timed("  its zip of CSVs read", runs, || {
        black_box(
            waymark_import::read(&[InputFile::new("w.zip", zip.as_slice())])
                .unwrap()
                .tables
                .len(),
        )
    });
    if times <= 5 {
        let workbook = cut.workbook_bytes().unwrap();
        timed("  its workbook read", runs, || {
            black_box(
                waymark_import::read(&[InputFile::new("w.xlsx", workbook.as_slice())])
                    .unwrap()
                    .tables
                    .len(),
            )
        });
    }
    timed("  its CSVs read and joined", runs, || {
        black_box(joined(&zip, as_at).teams.len())
    });
    let data = joined(&zip, as_at);
    let settings = Settings::default();
    timed("  all measures x months x breakdowns of it", runs, || {
        black_box(of_cuts(&[&data], &settings).len())
    });
}

/// The measures that cost most, for whoever wants to make them cheaper: `cargo bench -p waymark -- each`.
fn each_measure() {
    let as_at: Day = "2018-03-31".parse().unwrap();
    let data = joined(
        &wayshire_times(SEED, 1).cut(as_at).csv_zip().unwrap(),
        as_at,
    );
    let (settings, groups) = (Settings::default(), waymark_measures::Groups::of(&data));
    for measure in waymark_measures::catalogue::all() {
        timed(&measure.name(), 11, || {
            black_box(waymark_measures::figures(
                measure, &data, &groups, &settings,
            ))
        });
    }
}

fn all_cuts() {
    let county = wayshire_times(SEED, 1);
    let days: Vec<Day> = (0..27)
        .map(|at| Month::new(2016, 1).plus(at).last())
        .collect();
    let zips: Vec<Vec<u8>> = days
        .iter()
        .map(|day| county.cut(*day).csv_zip().unwrap())
        .collect();
    drop(county);
    println!("\nWayshire, all 27 cuts");
    let mut cuts = Vec::new();
    timed("  read and joined, one after another", 3, || {
        cuts = days
            .iter()
            .zip(&zips)
            .map(|(day, zip)| joined(zip, *day))
            .collect();
        cuts.len()
    });
    let cuts: Vec<&Data> = cuts.iter().collect();
    let settings = Settings::default();
    timed(
        "  all measures x months x breakdowns over all of them",
        7,
        || {
            let figures = of_cuts(&cuts, &settings);
            black_box(figures.len())
        },
    );
    println!("  peak memory so far: {} MB", peak_megabytes());
}

fn joined(zip: &[u8], as_at: Day) -> Data {
    let found = waymark_import::read(&[InputFile::new("w.zip", zip)]).unwrap();
    Data::join(
        &found.tables,
        found.words,
        Cut {
            as_at,
            scope_months: SCOPE_MONTHS,
        },
        &areas(),
    )
}

fn areas() -> Areas {
    let district = |it: &waymark_wayshire::District| District {
        name: it.name.into(),
        locality: it.locality.into(),
        populations: vec![(2016, it.population_0_17)],
    };
    Areas {
        districts: AREAS.iter().map(district).collect(),
        populations: Vec::new(),
    }
}

fn timed<T>(what: &str, runs: usize, mut run: impl FnMut() -> T) {
    let mut took: Vec<Duration> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            black_box(run());
            start.elapsed()
        })
        .collect();
    took.sort_unstable();
    let milliseconds = |it: Duration| it.as_secs_f64() * 1000.0;
    println!(
        "{what:58} {:>7.1} ms {:>7.1} ms",
        milliseconds(took[runs / 2]),
        milliseconds(took[runs - 1])
    );
}

/// The most memory this process has held, on Linux.
fn peak_megabytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    line.and_then(|it| it.split_whitespace().nth(1))
        .and_then(|it| it.parse::<u64>().ok())
        .unwrap_or(0)
        / 1024
}

//! Writes the charts of invented series into a folder, to look at: `cargo run -p waymark-report --example pictures DIR`.

#![allow(clippy::unwrap_used, missing_docs, dead_code)]

#[path = "../tests/it/given.rs"]
mod given;

use given::*;
use waymark_data::Month;
use waymark_measures::{Basis, By, Count};
use waymark_report::chart::{Lines, dots, sparkline_svg, xmr};
use waymark_report::{Audience, Breakdown, Comparator, Rebase, Row, Series};

fn main() {
    let folder = std::path::PathBuf::from(std::env::args().nth(1).expect("a folder to write into"));
    let write =
        |name: &str, svg: &str| std::fs::write(folder.join(format!("{name}.svg")), svg).unwrap();
    let mut reviews = steady(&REVIEWS, 170, 27);
    reviews
        .points
        .iter_mut()
        .rev()
        .take(2)
        .for_each(|it| it.mature = false);
    for (at, hits) in [(8, 90), (13, 100)] {
        was(&mut reviews.points[at], &REVIEWS, "2016-12-31", hits, 180);
    }
    reviews.points.remove(4);
    reviews.rebases = vec![Rebase {
        from: Month::new(2017, 1),
        reason: "A new team".into(),
    }];
    reviews.target = Some(95.0);
    let story = Series {
        target: Some(15.0),
        ..fall_then_rise()
    };
    let mut jump = steady(&RATE, 600, 18);
    jump.points.push(month(&RATE, 18, 640, 640));
    for (name, series) in [
        ("story", story),
        ("reviews", reviews),
        ("rate", jump),
        ("short", steady(&REFERRALS, 1400, 7)),
        ("net", steady(&NET, 1, 40)),
    ] {
        let reading = series.read();
        let drawn = xmr(&reading, name, Lines::default());
        println!("{name}: {:#?}", waymark_report::sentences(&reading));
        write(&format!("{name}-wide"), &drawn.wide);
        write(&format!("{name}-narrow"), &drawn.narrow);
        write(&format!("{name}-spark"), &sparkline_svg(&reading, name));
    }
    let areas = [
        ("Ashcombe", 12, 41),
        ("Brackenford and the Upper Valley of the Long Water", 22, 40),
        ("Coldwell", 9, 45),
        ("Dunmore", 4, 8),
        ("Eastleigh Vale", 7, 44),
        ("Farrow", 8, 46),
    ];
    let period = Month::new(2017, 8).period();
    let row = |name: &str, hits, cases| Row {
        name: name.into(),
        count: Count { hits, cases },
        parts: point_of(&LATE, period, Count { hits, cases }, (None, None)).parts,
    };
    let breakdown = Breakdown {
        measure: &LATE,
        by: By::District,
        basis: Basis::Month,
        period,
        all: row(
            "All",
            areas.iter().map(|it| it.1).sum(),
            areas.iter().map(|it| it.2).sum(),
        ),
        rows: areas
            .iter()
            .map(|(name, hits, cases)| row(name, *hits, *cases))
            .collect(),
        comparators: vec![
            Comparator {
                name: "England".into(),
                value: 17.1,
                period: "2016 to 2017".into(),
            },
            Comparator {
                name: "Statistical neighbours".into(),
                value: 19.4,
                period: "2016 to 2017".into(),
            },
        ],
        target: Some(15.0),
        audience: Audience::Board,
    };
    let drawn = dots(&breakdown, "areas");
    println!("{}", drawn.sentence);
    write("areas-wide", &drawn.wide);
    write("areas-narrow", &drawn.narrow);
}

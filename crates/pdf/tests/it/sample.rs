//! Invented papers.

use waymark_data::{Day, Month};
use waymark_measures::{Basis, By, Count, catalogue, figure, history::Point};
use waymark_report::chart::{Drawn, Lines, dots, xmr};
use waymark_report::paper::{
    Block, Chart, Evidence, Figure, Hand, Meeting, Missing, Override, Paper, Return, Section, Text,
};
use waymark_report::{
    Audience, Breakdown, Cell, Comparator, Heading, Row, Series, Table, definition, sentences,
};

pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

const MEASURES: [&str; 3] = [
    "assessment-over-45",
    "assessment-in-45",
    "child-protection-plans",
];

/// A chart of 27 invented months, and its latest figure.
pub(crate) fn chart(number: usize) -> (Chart, Figure) {
    let measure = (MEASURES.iter().find_map(|name| catalogue::find(name))).unwrap();
    let mut state = u32::try_from(number).unwrap() * 7919 + 17;
    let mut roll = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        i32::try_from(state >> 27).unwrap()
    };
    let months = Month::new(2016, 1);
    let points: Vec<Point> = (0..27)
        .map(|n| {
            let period = months.plus(n).period();
            let count = Count {
                hits: 110 - n + roll(),
                cases: 420,
            };
            let parts = figure::parts(measure.unit, count, None, None);
            Point {
                period,
                count,
                parts,
                as_at: period.to,
                mature: n < 25,
                earlier: vec![],
                summed_from: vec![],
            }
        })
        .collect();
    let last = points.last().unwrap().clone();
    let reading = Series {
        target: Some(15.0),
        ..Series::new(measure, Basis::Month, points)
    }
    .read();
    let Drawn {
        wide,
        narrow,
        table,
        sentence,
    } = xmr(&reading, &format!("chart-{number}"), Lines::default());
    let key = format!("{}:{}-{number}", measure.name(), last.period.to);
    let figure = Figure {
        key: key.clone(),
        measure: measure.name(),
        title: format!("{}: Area {number}", measure.title),
        group: format!("Area {number}"),
        basis: "month".into(),
        from: last.period.from,
        to: last.period.to,
        shown: format!("{} of {}", last.count.hits, last.count.cases),
        unit: "percent".into(),
        value: Some(20.0),
        numerator: Some(i64::from(last.count.hits)),
        denominator: Some(i64::from(last.count.cases)),
        source: "Annex A, list 3: assessments".into(),
        definition: definition(measure.page),
        as_at: Some(last.as_at),
        provisional: true,
        verdict: sentences(&reading).home,
        target: Some(15.0),
    };
    let title = format!("{}: Area {number}", measure.title);
    (
        Chart {
            title,
            sentence,
            svg: wide,
            narrow,
            table,
            figures: vec![key],
        },
        figure,
    )
}

fn areas() -> Chart {
    let measure = (MEASURES.iter().find_map(|name| catalogue::find(name))).unwrap();
    let row = |name: &str, hits, cases| {
        let count = Count { hits, cases };
        Row {
            name: name.into(),
            count,
            parts: figure::parts(measure.unit, count, None, None),
        }
    };
    let breakdown = Breakdown {
        measure,
        by: By::District,
        basis: Basis::Month,
        period: Month::new(2018, 3).period(),
        all: row("All", 54, 179),
        rows: vec![
            row("Ashcombe", 12, 41),
            row("Brackenford and the Upper Valley of the Long Water", 22, 40),
            row("Coldwell", 9, 45),
            row("Dunmore", 11, 53),
        ],
        comparators: vec![Comparator {
            name: "England".into(),
            value: 17.1,
            period: "2016 to 2017".into(),
        }],
        target: Some(15.0),
        audience: Audience::Board,
    };
    let drawn = dots(&breakdown, "areas");
    Chart {
        title: "Assessments over 45 working days by district".into(),
        sentence: drawn.sentence,
        svg: drawn.wide,
        narrow: drawn.narrow,
        table: drawn.table,
        figures: vec![],
    }
}

/// A table with so many columns of numbers.
pub(crate) fn wide_table(columns: usize) -> Table {
    let months = (1..columns)
        .map(|n| Heading::numbers(Month::new(2016, 1).plus(i32::try_from(n).unwrap()).words()));
    let mut table = Table::new(
        "Assessments open at the end of each month, by district",
        std::iter::once(Heading::words("District")).chain(months),
    );
    for (at, name) in ["Ashcombe", "Brackenford and the Upper Valley", "Coldwell"]
        .into_iter()
        .enumerate()
    {
        let numbers =
            (1..columns).map(|n| Cell::whole(i64::try_from(1000 + n * 37 + at * 211).unwrap()));
        table
            .rows
            .push(std::iter::once(Cell::words(name)).chain(numbers).collect());
    }
    table
}

/// A paper with something of everything and this many charts.
pub(crate) fn paper(charts: usize) -> Paper {
    let (drawn, figures): (Vec<Chart>, Vec<Figure>) = (0..charts).map(chart).unzip();
    let officer = Text {
        key: "positives/1".into(),
        words: "The new team in Ashcombe has cleared its queue: 41 of 41 assessments that were late in January are done.".into(),
        by: Hand::Officer { name: "Robin Marlow".into(), on: day("2018-04-03"), instead_of: "Ashcombe: 0 late.".into() },
        figures: vec![],
        evidence: vec![Evidence { reference: "FND-3".into(), title: "Visits to children were late".into(), on: Some(day("2018-02-14")), gone: false }],
        stated: None,
    };
    let section = |key: &str, heading: &str, depth, blocks| Section {
        key: key.into(),
        heading: heading.into(),
        depth,
        blocks,
    };
    let mut plan = Table::new(
        "What the plan says is due",
        ["Reference", "Action", "Owner", "Due", "State"].map(Heading::words),
    );
    for (reference, action, owner) in [
        (
            "ACT-12",
            "Every assessment older than 35 working days is looked at by a team manager each Monday",
            "Head of Assessment",
        ),
        (
            "ACT-19",
            "Agency rates are agreed with the neighbouring councils",
            "Director",
        ),
    ] {
        plan.rows.push(vec![
            Cell::words(reference),
            Cell::words(action),
            Cell::words(owner),
            Cell::day(day("2018-05-31")),
            Cell::words("In progress"),
        ]);
    }
    let mut charted: Vec<Block> = drawn.into_iter().map(Block::Chart).collect();
    charted.insert(0, Block::Heading("Assessments".into()));
    Paper {
        template: "board-pack".into(),
        title: "Performance summary, March 2018".into(),
        council: "Wayshire County Council".into(),
        audience: Audience::Board,
        committee: "Improvement Board".into(),
        meeting: Some(Meeting {
            reference: "MTG-22".into(),
            title: "Improvement Board, spring meeting".into(),
            on: day("2018-04-19"),
        }),
        period: "April 2016 to March 2018".into(),
        as_at: day("2018-03-31"),
        annex: None,
        cut: vec![Return {
            as_at: day("2018-03-31"),
            hash: "ab".repeat(32),
        }],
        made_on: day("2018-04-04"),
        sections: vec![
            section(
                "summary",
                "Summary",
                1,
                vec![
                    Block::Text(Text::of_record(
                        "summary/1",
                        "21% (96 of 457) of assessments took longer than 45 working days in March 2018, down from 40% (183 of 457) in January 2016, though up in each of the last eight months.",
                    )),
                    Block::Text(officer.clone()),
                    Block::Points(vec![
                        Text::of_record("p/1", "Improved: children seen alone, 94% (310 of 330)."),
                        officer,
                        Text::of_record("p/2", "No real change: re-referrals."),
                    ]),
                    Block::Table(plan, vec![]),
                ],
            ),
            section(
                "areas",
                "Districts side by side",
                2,
                vec![
                    Block::Chart(areas()),
                    Block::Table(wide_table(8), vec![]),
                    Block::Table(wide_table(13), vec![]),
                ],
            ),
            section("measures", "Measures", 2, charted),
            section(
                "wide",
                "Every month",
                1,
                vec![Block::Table(wide_table(28), vec![])],
            ),
        ],
        figures,
        acronyms: vec![
            ("CIN".into(), "child in need".into()),
            ("SSD".into(), "short-stay dwelling, an invented term".into()),
        ],
        missing: vec![Missing {
            measure: "health-assessment-in-time".into(),
            title: "Health assessments in time".into(),
            asked: "Improvement Board, 14 February 2018".into(),
            reason: String::new(),
            known: true,
        }],
        budget: None,
        overrides: vec![Override {
            rule: "missing-measure".into(),
            about: "health-assessment-in-time".into(),
            by: "Alex Thorne, Director".into(),
            reason: "The health trust sends its figures in May.".into(),
        }],
    }
}

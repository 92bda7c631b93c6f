//! A paper of an invented county, for every test of what becomes of papers.

use crate::given::*;
use waymark_data::{Month, Period};
use waymark_report::chart::{Drawn, Lines, series_table, xmr};
use waymark_report::paper::{
    Block, Chart, Evidence, Figure, Hand, Meeting, Missing, Override, Paper, Return, Section, Text,
};
use waymark_report::{Audience, Cell, Heading, Reading, Table, amount, definition};

/// A monthly summary of Wayshire's board: text of the record and of an officer, lists, tables, charts, everything its
/// appendices can hold.
pub(crate) fn paper() -> Paper {
    let late = fall_then_rise().read();
    let reviews = steady(&REVIEWS, 170, 20).read();
    let mut figures = figures_of(&late);
    figures.extend(figures_of(&reviews));
    let latest = figures_of(&late).pop().unwrap();
    Paper {
        template: "monthly-summary".into(),
        title: "Performance summary, August 2017".into(),
        council: "Wayshire County Council".into(),
        audience: Audience::Board,
        committee: "Wayshire Improvement Board".into(),
        meeting: Some(Meeting {
            reference: "MTG-9".into(),
            title: "Improvement Board".into(),
            on: day("2017-09-21"),
        }),
        period: "January 2016 to August 2017".into(),
        as_at: day("2017-08-31"),
        annex: None,
        cut: vec![returned("2017-08-31", "9f"), returned("2017-07-31", "a0")],
        made_on: day("2017-09-11"),
        sections: vec![
            positives(&latest),
            next_areas(&late, &reviews, &latest),
            asked(),
        ],
        figures,
        acronyms: vec![
            ("MASH".into(), "multi-agency safeguarding hub".into()),
            ("DCS".into(), "director of children's services".into()),
        ],
        missing: vec![Missing {
            measure: "health-assessment-in-time".into(),
            title: "Health assessments held in time".into(),
            asked: "Scrutiny Committee, 4 July 2017".into(),
            reason: "The health trust has not sent August's dates.".into(),
            known: false,
        }],
        budget: None,
        overrides: vec![Override {
            rule: "fresh".into(),
            about: "assessment-over-45".into(),
            by: "Ana North".into(),
            reason: "September's return is due after the meeting.".into(),
        }],
    }
}

/// A board pack: as many charts as wanted, each in a section of its own within ten papers, with a text and its figures.
pub(crate) fn pack(charts: usize) -> Paper {
    let late = fall_then_rise().read();
    let mut paper = paper();
    paper.title = format!("Board pack of {charts} charts");
    paper.sections.clear();
    for at in 0..charts {
        if at % 6 == 0 {
            paper.sections.push(Section {
                key: format!("paper-{at}"),
                heading: format!("Paper {}", at / 6 + 1),
                depth: 1,
                blocks: vec![Block::Text(record("paper", "What this paper is about."))],
            });
        }
        let drawn = xmr(&late, &format!("chart-{at}"), Lines::default());
        let title = format!("Late assessments in area {}", at + 1);
        paper.sections.push(Section {
            key: format!("area-{at}"),
            heading: title.clone(),
            depth: 2,
            blocks: vec![
                Block::Text(record("area", &drawn.sentence)),
                Block::Chart(chart(&title, drawn, &[])),
            ],
        });
        paper
            .figures
            .extend(figures_of(&late).into_iter().map(|it| Figure {
                key: format!("{}-{at}", it.key),
                group: format!("Area {}", at + 1),
                ..it
            }));
    }
    paper
}

fn returned(as_at: &str, hash: &str) -> Return {
    Return {
        as_at: day(as_at),
        hash: hash.repeat(32),
    }
}

fn record(key: &str, words: &str) -> Text {
    Text::of_record(key, words)
}

fn positives(latest: &Figure) -> Section {
    let fewer = record(
        "positives/1",
        "40% (180 of 450) of assessments were late in January 2016; 21% (96 of 457) were in August 2017.",
    );
    let mut visits = record(
        "positives/2",
        "The MASH answered every contact within a working day; the DCS reads a sample of MASH decisions weekly.",
    );
    visits.by = Hand::Officer {
        name: "Ana North".into(),
        on: day("2017-09-12"),
        instead_of: "The MASH answered 97% (194 of 200) of contacts within a working day.".into(),
    };
    Section {
        key: "positives".into(),
        heading: "Positives".into(),
        depth: 1,
        blocks: vec![
            Block::Text(fewer.figure(&latest.key)),
            Block::Points(vec![
                visits,
                record(
                    "positives/3",
                    "Reviews of children looked after are held in time.",
                )
                .evidence(Evidence {
                    reference: "FND-3".into(),
                    title: "Reviews are timely".into(),
                    on: Some(day("2017-05-03")),
                    gone: false,
                }),
            ]),
        ],
    }
}

fn next_areas(late: &Reading, reviews: &Reading, latest: &Figure) -> Section {
    let up = record(
        "next/1",
        "Late assessments have gone up in each of the last eight months.",
    );
    Section {
        key: "next-areas".into(),
        heading: "Next areas to focus on".into(),
        depth: 1,
        blocks: vec![
            Block::Text(up.figure(&latest.key)),
            Block::Chart(chart(
                "Assessments that took longer than 45 working days",
                xmr(late, "late", Lines::default()),
                &[&latest.key],
            )),
            Block::Heading("Reviews".into()),
            Block::Chart(chart(
                "Reviews of children looked after held in time",
                xmr(reviews, "reviews", Lines::default()),
                &[],
            )),
            Block::Table(areas(), vec![latest.key.clone()]),
        ],
    }
}

fn asked() -> Section {
    let mut decision = record(
        "asked/1",
        "The Board is asked to note the rise and to hear from the service in October.",
    );
    decision.by = Hand::Template;
    let mut table = Table::new(
        "What you asked last time and what was done",
        [
            Heading::words("Asked"),
            Heading::words("Done"),
            Heading::words("On"),
        ],
    );
    table.rows.push(vec![
        Cell::words("How many children wait longer than 60 days?"),
        Cell::words("=SUM(A1) was in the last answer by mistake; it is 31 children."),
        Cell::day(day("2017-08-14")),
    ]);
    Section {
        key: "asked".into(),
        heading: "What you asked last time".into(),
        depth: 1,
        blocks: vec![Block::Table(table, Vec::new()), Block::Text(decision)],
    }
}

/// Areas with a hidden one, a signed change, a month and a share.
fn areas() -> Table {
    let mut table = Table::new(
        "Late assessments by area",
        [
            Heading::words("Area"),
            Heading::numbers("Late"),
            Heading::numbers("Assessments"),
            Heading::numbers("Per cent"),
            Heading::numbers("Change since July"),
            Heading::words("Month"),
        ],
    );
    let month = Month::of(day("2017-08-31"));
    for (area, late, cases, change) in [("North", 1041, 4957, 12), ("South", 30, 210, -9)] {
        #[allow(clippy::cast_precision_loss)]
        let share = late as f64 * 100.0 / cases as f64;
        table.rows.push(vec![
            Cell::words(area),
            Cell::whole(late),
            Cell::whole(cases),
            Cell::decimal(share),
            Cell::signed(change),
            Cell::month(month),
        ]);
    }
    let mut hidden = vec![Cell::words("-West")];
    hidden.extend(["c", "c", "c", ""].map(Cell::words));
    hidden.push(Cell::month(month));
    table.rows.push(hidden);
    table
}

pub(crate) fn chart(title: &str, drawn: Drawn, figures: &[&String]) -> Chart {
    Chart {
        title: title.into(),
        sentence: drawn.sentence,
        svg: drawn.wide,
        narrow: drawn.narrow,
        table: drawn.table,
        figures: figures.iter().map(|it| (*it).clone()).collect(),
    }
}

/// A figure for each month of a reading.
pub(crate) fn figures_of(reading: &Reading) -> Vec<Figure> {
    let measure = reading.measure();
    assert!(!series_table(reading).rows.is_empty());
    let each = reading.series.points.iter().map(|point| {
        let Period { from, to } = point.period;
        Figure {
            key: format!("{}:{to}", measure.id),
            measure: measure.id.into(),
            title: measure.title.into(),
            group: String::new(),
            basis: "month".into(),
            from,
            to,
            shown: amount(measure, point.count, &point.parts),
            unit: "percent".into(),
            value: point.parts.value,
            numerator: point.parts.numerator,
            denominator: point.parts.denominator,
            source: format!("Annex A list {}", measure.lists[0]),
            definition: definition(measure.page),
            as_at: Some(point.as_at),
            provisional: !point.mature,
            verdict: "worse".into(),
            target: Some(10.0),
        }
    });
    each.collect()
}

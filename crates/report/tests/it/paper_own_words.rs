//! What Waymark says by itself breaks no rule of a paper: every template that comes with it, and its sentences even in an
//! officer's hand.

use crate::given::*;
use crate::groups::by_locality;
use crate::paper_given::{officers, paper};
use waymark_measures::signals::Change;
use waymark_measures::{By, Measure};
use waymark_programme::Records;
use waymark_report::paper::compose::compose;
use waymark_report::paper::lint::{Context, Shown, Weight, as_text, lint};
use waymark_report::paper::material::Material;
use waymark_report::paper::{Block, Figure, templates};
use waymark_report::{Audience, Breakdown, Reading, Series, focus};

fn context() -> Context<'static> {
    Context {
        on: day("2017-09-21"),
        data_days: Some(56),
        fresher: None,
        shown: &[],
        reading_age: 14,
        population: None,
    }
}

/// Twenty months of every kind of number, changing, steady, young and small.
fn county(audience: Audience) -> Vec<Reading> {
    let small =
        |measure: &'static Measure| months(measure, &[(3, 7), (4, 9), (6, 8), (2, 6)].repeat(5));
    let all = [
        Series {
            target: Some(15.0),
            ..fall_then_rise()
        },
        Series {
            target: Some(90.0),
            ..steady(&REVIEWS, 170, 20)
        },
        steady(&REFERRALS, 120, 20),
        steady(&RATE, 120, 20),
        steady(&LOOKED_AFTER, 150, 8),
        steady(&NET, 10, 20),
        steady(&MEDIAN, 150, 20),
        small(&IN_TIME),
    ];
    let of_the_last_return = |mut it: Series| {
        it.points
            .iter_mut()
            .for_each(|it| it.as_at = day("2017-08-31"));
        it
    };
    all.into_iter()
        .map(of_the_last_return)
        .map(|it| Series { audience, ..it }.read())
        .collect()
}

#[test]
fn every_template_that_comes_with_waymark_makes_a_paper_without_a_finding() {
    let mut texts = 0;
    for template in templates::all(&[]).templates {
        let readings = county(template.audience);
        let records = Records::default();
        let breakdown = |measure: &'static Measure, by: By| {
            let groups = [("North", 62, 160), ("Central", 19, 150), ("East", 15, 147)];
            Some(Breakdown {
                audience: template.audience,
                by,
                ..by_locality(measure, &groups)
            })
        };
        let paper = compose(
            &template,
            &Material {
                council: "Wayshire County Council",
                audience: template.audience,
                as_at: day("2017-08-31"),
                cut: Vec::new(),
                annex: None,
                made_on: day("2017-09-11"),
                readings: readings.iter().collect(),
                focus: focus(&readings),
                breakdown: &breakdown,
                in_area: &|_, _| None,
                districts: Vec::new(),
                signals: &|_| Vec::new(),
                why: &|_| Vec::new(),
                events: &|_| Vec::new(),
                records: &records,
                committee: None,
                meeting: None,
                paper: None,
                parts: &[],
                earlier: &[],
            },
        );
        texts += paper.texts().count();
        let found = lint(&paper, &context());
        assert!(found.is_empty(), "{}: {}", template.name, as_text(&found));
    }
    assert!(texts > 50, "only {texts} texts were looked at");
}

/// Its sentences, charts and tables, with an officer's sentence among them.
#[test]
fn a_sample_paper_and_a_pack_give_no_finding() {
    for paper in [crate::sample::paper(), crate::sample::pack(60)] {
        let found = lint(&paper, &context());
        assert!(found.is_empty(), "{}", as_text(&found));
    }
}

/// Sixty charts of twenty months, two years of such packs shown before, fifty sentences by officers.
#[test]
fn a_pack_beside_two_years_of_packs_gives_no_finding() {
    let mut pack = crate::sample::pack(60);
    for n in 0..50 {
        officers(
            &mut pack,
            &format!("area-0/+{n}"),
            "The Board is asked to note that 21% (96 of 457) were late in August 2017.",
        );
    }
    let shown: Vec<Shown> = (0..24)
        .flat_map(|n| {
            pack.figures.iter().map(move |figure| Shown {
                paper: format!("PAP-{n}"),
                issued: day("2017-09-01").plus_days(n),
                audience: Audience::Board,
                figure: figure.clone(),
            })
        })
        .collect();
    let context = Context {
        shown: &shown,
        ..context()
    };
    let found = lint(&pack, &context);
    assert!(found.is_empty(), "{}", as_text(&found));
}

fn verdict(change: Change) -> &'static str {
    match change {
        Change::Improved(_) => "improved",
        Change::Worse(_) => "worse",
        Change::Higher(_) => "higher",
        Change::Lower(_) => "lower",
        Change::NoRealChange => "no real change",
        Change::TooEarly(_) => "too early to say",
        Change::NotJudged(_) => "not judged",
    }
}

/// An officer may copy any of its sentences: nothing is refused that the signals allow.
#[test]
fn honest_sentences_stay_honest_in_an_officers_hand() {
    for reading in county(Audience::Board) {
        let said = waymark_report::sentences(&reading);
        let mut paper = paper();
        paper.figures = crate::sample::figures_of(&reading);
        let last = paper.figures.len() - 1;
        for (at, figure) in paper.figures.iter_mut().enumerate() {
            *figure = Figure {
                verdict: if at == last {
                    verdict(reading.verdict.change)
                } else {
                    ""
                }
                .to_owned(),
                target: reading.series.target,
                ..figure.clone()
            };
        }
        let latest = paper.figures[last].key.clone();
        for (n, words) in said.page.iter().chain([&said.home]).enumerate() {
            officers(&mut paper, &format!("test/{n}"), words);
        }
        for block in &mut paper.sections[0].blocks {
            if let Block::Text(text) = block {
                text.figures.push(latest.clone());
            }
        }
        let mut found = lint(&paper, &context());
        // The figures here are all written as percentages; their numbers are looked at elsewhere.
        found.retain(|it| it.weight == Weight::Refuses && it.rule != "figure-incomplete");
        assert!(found.is_empty(), "{}", as_text(&found));
    }
}

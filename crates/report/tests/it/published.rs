//! Papers for the public, one after another: what they would give away together is hidden.

mod reader;
mod together;

use crate::given::*;
use waymark_data::{Month, Period};
use waymark_measures::{Basis, By, Count, Measure, figure};
use waymark_report::paper::{
    self, Beneath, Block, Chart, Earlier, Figure, Hand, Paper, Section, Text,
};
use waymark_report::{Audience, Breakdown, Row, Table};

/// As it may be published after papers of which nothing is known but what they print.
fn publish(paper: Paper, earlier: &[Paper]) -> (Paper, Vec<String>) {
    let beneath = Beneath::default();
    let earlier: Vec<Earlier<'_>> = earlier
        .iter()
        .map(|paper| Earlier {
            paper,
            beneath: &beneath,
        })
        .collect();
    let published = paper::publish(paper, &beneath, &earlier);
    (published.paper, published.said)
}

/// A paper of January 2018 on with these figures and blocks.
fn paper(number: i32, figures: Vec<Figure>, blocks: Vec<Block>) -> Paper {
    let made_on = day("2018-04-01").plus_days(number);
    Paper {
        template: "briefing-note".into(),
        title: format!("Briefing note {number}"),
        council: "Wayshire".into(),
        audience: Audience::Public,
        committee: String::new(),
        meeting: None,
        period: String::new(),
        as_at: day("2018-03-31"),
        annex: None,
        cut: Vec::new(),
        made_on,
        sections: vec![Section {
            key: "all".into(),
            heading: "All".into(),
            depth: 1,
            blocks,
        }],
        figures,
        acronyms: Vec::new(),
        missing: Vec::new(),
        overrides: Vec::new(),
        budget: None,
    }
}

/// A figure as a paper for the public shows it by itself.
fn shown(measure: &'static Measure, group: &str, period: Period, count: Count) -> Figure {
    let parts = figure::parts(measure.unit, count, None, None);
    let hidden = Audience::Public.hides(measure, count, &parts);
    let is_share = parts.denominator.is_some();
    let is_month = period == period.to.month().period();
    let basis = if is_month { "month" } else { "return" };
    let of = if group.is_empty() {
        String::new()
    } else {
        format!("@{group}")
    };
    let title = if group.is_empty() {
        measure.title.to_owned()
    } else {
        format!("{}: {group}", measure.title)
    };
    Figure {
        key: format!("{}{of}:{basis}:{}", measure.name(), period.to),
        measure: measure.name(),
        title,
        group: group.into(),
        basis: basis.into(),
        from: period.from,
        to: period.to,
        shown: match (hidden, is_share) {
            (true, _) => "hidden (c)".into(),
            (false, true) => format!(
                "{}% ({} of {})",
                parts.value.unwrap_or(0.0).round(),
                count.hits,
                count.cases
            ),
            (false, false) => count.hits.to_string(),
        },
        unit: if is_share { "percent" } else { "count" }.into(),
        value: parts.value.filter(|_| !hidden),
        numerator: (!hidden).then_some(i64::from(count.hits)),
        denominator: parts.denominator.filter(|_| !hidden),
        source: "Annex A list 4".into(),
        definition: String::new(),
        as_at: Some(day("2018-03-31")),
        provisional: false,
        verdict: "no real change".into(),
        target: None,
    }
}

/// A table by district as a paper for the public holds it.
fn by_district(measure: &'static Measure, period: Period, counts: &[(&str, Count)]) -> Table {
    let row = |name: &str, count: Count| Row {
        name: name.into(),
        count,
        parts: figure::parts(measure.unit, count, None, None),
    };
    let sum = |of: fn(&Count) -> i64| counts.iter().map(|it| of(&it.1)).sum::<i64>();
    let all = Count {
        hits: i32::try_from(sum(|it| i64::from(it.hits))).unwrap(),
        cases: u32::try_from(sum(|it| i64::from(it.cases))).unwrap(),
    };
    let is_month = period == period.to.month().period();
    Breakdown {
        measure,
        by: By::District,
        basis: if is_month {
            Basis::Month
        } else {
            Basis::Return
        },
        period,
        all: row("All", all),
        rows: counts.iter().map(|it| row(it.0, it.1)).collect(),
        comparators: Vec::new(),
        target: None,
        audience: Audience::Public,
    }
    .table()
}

fn january() -> Period {
    Month::new(2018, 1).period()
}

fn of(hits: i32, cases: u32) -> Count {
    Count { hits, cases }
}

fn cells(table: &Table) -> Vec<String> {
    let shown = |row: &Vec<waymark_report::Cell>| {
        row.iter()
            .take(2)
            .map(|it| it.shown.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    };
    table.rows.iter().map(shown).collect()
}

const DISTRICTS: [(&str, i32); 3] = [("North", 3), ("South", 20), ("East", 9)];

fn districts() -> Table {
    let counts = DISTRICTS.map(|(name, hits)| (name, of(hits, 60)));
    by_district(&REFERRALS, january(), &counts)
}

#[test]
fn a_district_that_an_earlier_paper_showed_cannot_hide_another() {
    let east = shown(&REFERRALS, "East", january(), of(9, 60));
    let first = publish(paper(0, vec![east], Vec::new()), &[]).0;
    assert_eq!(
        cells(&districts()),
        ["All 32", "North c", "South 20", "East c"],
        "by itself"
    );
    let second = paper(1, Vec::new(), vec![Block::Table(districts(), Vec::new())]);
    let (second, said) = publish(second, &[first]);
    let table = second.tables().next().unwrap();
    assert_eq!(cells(table), ["All 32", "North c", "South c", "East c"]);
    assert_eq!(
        said,
        [
            "Hidden (c): Referrals in January 2018, South. With what the public has had it would give a small number away."
        ]
    );
}

#[test]
fn what_one_paper_hid_the_next_does_not_show() {
    let first = paper(0, Vec::new(), vec![Block::Table(districts(), Vec::new())]);
    let first = publish(first, &[]).0;
    let east = shown(&REFERRALS, "East", january(), of(9, 60));
    let (second, said) = publish(paper(1, vec![east], Vec::new()), &[first]);
    assert!(second.figures[0].is_hidden());
    assert_eq!(said.len(), 1);
}

#[test]
fn a_hidden_figure_leaves_sentences_tables_and_charts() {
    let first = paper(0, Vec::new(), vec![Block::Table(districts(), Vec::new())]);
    let first = publish(first, &[]).0;
    let east = shown(&REFERRALS, "East", january(), of(9, 60));
    let key = east.key.clone();
    let says = |by, words: &str| Text {
        by,
        ..Text::of_record("all/1", words).figure(key.clone())
    };
    let officer = Hand::Officer {
        name: "An Officer".into(),
        on: day("2018-04-02"),
        instead_of: "It was 9.".into(),
    };
    let chart = Chart {
        title: "Referrals by district".into(),
        sentence: "East had 9.".into(),
        svg: "<svg>9</svg>".into(),
        narrow: String::new(),
        table: {
            let mut careless = districts();
            careless.rows[3][1] = waymark_report::Cell::whole(9);
            careless
        },
        figures: vec![key.clone()],
    };
    let blocks = vec![
        Block::Text(says(
            Hand::Record,
            "Referrals: East: 9 in January 2018, within limits of 4.1 to 13.2.",
        )),
        Block::Text(says(
            officer,
            "In 2019 the 9 referrals of the East were not 19.",
        )),
        Block::Chart(chart),
    ];
    let (second, _) = publish(paper(1, vec![east], blocks), &[first]);
    let texts: Vec<&str> = second.texts().map(|it| it.1.words.as_str()).collect();
    assert_eq!(
        texts,
        [
            "Referrals in January 2018: hidden (c), because with other published numbers it would tell of few children.",
            "In 2019 the hidden (c) referrals of the East were not 19.",
            "Referrals by district: no chart is drawn, because it would show a number that is hidden (c). What can be told is in the table."
        ]
    );
    assert_eq!(second.charts().count(), 0);
    let frozen = second.frozen();
    assert!(
        !frozen.contains("It was 9.") && !frozen.contains("<svg>") && !frozen.contains("13.2"),
        "{frozen}"
    );
    assert!(cells(second.tables().next().unwrap()).contains(&"East c".to_owned()));
}

#[test]
fn a_share_is_hidden_whole() {
    // 44 of 46 in the county, of which the papers showed 40 of 40 in two districts: the third has 4 of 6.
    let late = |name, hits, cases| shown(&LATE, name, january(), of(hits, cases));
    let first = paper(
        0,
        vec![late("North", 20, 20), late("South", 20, 20)],
        Vec::new(),
    );
    let first = publish(first, &[]).0;
    let counts = [
        ("North", of(20, 20)),
        ("South", of(20, 20)),
        ("East", of(14, 20)),
    ];
    let table = by_district(&LATE, january(), &counts);
    let (second, said) = publish(
        paper(1, Vec::new(), vec![Block::Table(table, Vec::new())]),
        &[first],
    );
    let seen = cells(second.tables().next().unwrap());
    assert_eq!(
        seen,
        ["All 90.0", "North 100.0", "South 100.0", "East 70.0"],
        "{said:?}"
    );
    let counts = [
        ("North", of(20, 20)),
        ("South", of(20, 20)),
        ("East", of(4, 20)),
    ];
    let table = by_district(&LATE, january(), &counts);
    let first = publish(
        paper(
            0,
            vec![late("North", 20, 20), late("South", 20, 20)],
            Vec::new(),
        ),
        &[],
    )
    .0;
    let (second, said) = publish(
        paper(1, Vec::new(), vec![Block::Table(table, Vec::new())]),
        &[first],
    );
    let seen = cells(second.tables().next().unwrap());
    assert_eq!(
        (seen[0].as_str(), seen[3].as_str()),
        ("All c", "East c"),
        "{said:?} {seen:?}"
    );
}

#[test]
fn the_board_sees_everything() {
    let mut board = paper(
        0,
        vec![shown(&REFERRALS, "", january(), of(9, 60))],
        Vec::new(),
    );
    board.audience = Audience::Board;
    assert_eq!(
        publish(board.clone(), &[board.clone()]),
        (board, Vec::new())
    );
}

#[test]
fn what_lies_beneath_a_paper_is_kept_apart_from_it() {
    let mut beneath = Beneath::default();
    for (name, hits) in DISTRICTS {
        let count = of(hits, 60);
        beneath.figure(&Figure {
            numerator: Some(i64::from(hits)),
            shown: hits.to_string(),
            ..shown(&REFERRALS, name, january(), count)
        });
    }
    let table = Block::Table(districts(), Vec::new());
    let done = paper::publish(paper(0, Vec::new(), vec![table]), &beneath, &[]);
    let kept = done.beneath.sealed();
    // North's 3 and the 9 of the East, which hides it; the South's 20 is public.
    assert!(
        kept.contains("North") && kept.contains("\"value\":3"),
        "{kept}"
    );
    assert!(
        kept.contains("\"value\":9") && !kept.contains("South"),
        "{kept}"
    );
    assert_eq!(Beneath::unsealed(&kept).unwrap(), done.beneath);
    let frozen: serde_json::Value = serde_json::from_str(&done.paper.frozen()).unwrap();
    let rows = frozen["sections"][0]["blocks"][0]["Table"][0]["rows"].to_string();
    for number in ["\"3\"", "3.0", "\"9\"", "9.0"] {
        assert!(!rows.contains(number), "{rows}");
    }
    assert!(rows.contains("\"20\""), "{rows}");
    assert_eq!(format!("{:?}", done.beneath), "Beneath(2 numbers)");
    let wrong = Beneath::unsealed("{\"North\":{\"value\":\"3\"}}").unwrap_err();
    assert_eq!(wrong, "what lies beneath a paper cannot be read");
}

/// The East is restated from 2 to 12, which is no small number; the South beside it stays hidden, for the East's 2.
#[test]
fn what_was_hidden_is_protected_as_it_was_when_it_is_restated() {
    let told = |hits: [i32; 3]| {
        let counts = [
            ("North", of(hits[0], 60)),
            ("South", of(hits[1], 60)),
            ("East", of(hits[2], 60)),
        ];
        let mut beneath = Beneath::default();
        for (name, count) in counts {
            beneath.figure(&Figure {
                numerator: Some(i64::from(count.hits)),
                shown: count.hits.to_string(),
                ..shown(&REFERRALS, name, january(), count)
            });
        }
        (by_district(&REFERRALS, january(), &counts), beneath)
    };
    let (then, beneath) = told([40, 20, 2]);
    let first = paper::publish(
        paper(0, Vec::new(), vec![Block::Table(then, Vec::new())]),
        &beneath,
        &[],
    );
    assert_eq!(
        cells(first.paper.tables().next().unwrap()),
        ["All 62", "North 40", "South c", "East c"]
    );
    // The South did not change: shown now, with all of then it would give the East's 2 of then.
    let (now, beneath) = told([40, 20, 12]);
    let earlier = Earlier {
        paper: &first.paper,
        beneath: &first.beneath,
    };
    let second = paper::publish(
        paper(1, Vec::new(), vec![Block::Table(now, Vec::new())]),
        &beneath,
        &[earlier],
    );
    assert_eq!(
        cells(second.paper.tables().next().unwrap())[1..],
        ["North 40", "South c", "East c"]
    );
    assert!(
        second
            .said
            .iter()
            .all(|it| !it.starts_with("Not protected"))
    );
    // What the East was is still told apart from what it is.
    assert!(second.beneath.sealed().contains("\"value\":12"));
    assert!(first.beneath.sealed().contains("\"value\":2"));
}

//! Measures that a reader adds up with one another.

use super::{of, paper as a_paper, shown};
use crate::given::day;
use waymark_data::{Month, Period};
use waymark_measures::{Count, Measure, catalogue};
use waymark_report::paper::{self, Beneath, Earlier, Figure, Paper, Published};

fn measure(name: &str) -> &'static Measure {
    catalogue::all().find(|it| it.name() == name).unwrap()
}

fn january() -> Period {
    Month::new(2018, 1).period()
}

/// A measure's figure of January 2018, as a paper for the public shows it by itself and as it is.
fn told(name: &str, count: Count) -> [Figure; 2] {
    let seen = |small| {
        let it = shown(measure(name), "", january(), count);
        if small && it.is_hidden() {
            let value = f64::from(count.hits);
            return Figure {
                shown: count.hits.to_string(),
                value: Some(value),
                numerator: Some(i64::from(count.hits)),
                ..it
            };
        }
        it
    };
    [seen(false), seen(true)]
}

/// Children looked after on a day.
fn stock(on: &str, hits: i32) -> [Figure; 2] {
    let on = day(on);
    told("cla-number", of(hits, 0)).map(|it| Figure {
        key: format!("cla-number:snapshot:{on}"),
        basis: "snapshot".into(),
        from: on,
        to: on,
        ..it
    })
}

/// How many more came than went.
fn net(more: i32) -> [Figure; 2] {
    told("cla-net-change", of(more, 9)).map(|it| Figure {
        unit: "net".into(),
        shown: more.to_string(),
        value: Some(f64::from(more)),
        numerator: Some(i64::from(more)),
        denominator: None,
        ..it
    })
}

/// A paper that shows these, with the truth beneath it of these and of others.
fn publish(all: &[[Figure; 2]], others: &[[Figure; 2]], earlier: &[Published]) -> Published {
    let mut beneath = Beneath::default();
    all.iter()
        .chain(others)
        .for_each(|it| beneath.figure(&it[1]));
    let number = i32::try_from(earlier.len()).unwrap();
    let shown = all.iter().map(|it| it[0].clone()).collect();
    let earlier: Vec<Earlier<'_>> = earlier
        .iter()
        .map(|it| Earlier {
            paper: &it.paper,
            beneath: &it.beneath,
        })
        .collect();
    paper::publish(a_paper(number, shown, Vec::new()), &beneath, &earlier)
}

fn seen(paper: &Paper) -> Vec<&str> {
    paper.figures.iter().map(|it| it.shown.as_str()).collect()
}

#[test]
fn who_came_can_be_worked_out_from_who_was_there_and_who_went() {
    let (before, after) = (stock("2017-12-31", 1954), stock("2018-01-31", 1950));
    let many = [
        told("cla-started", of(41, 0)),
        told("cla-ceased", of(45, 0)),
    ];
    let all = [
        before.clone(),
        after.clone(),
        many[0].clone(),
        many[1].clone(),
        net(-4),
    ];
    let open = publish(&all, &[], &[]);
    assert_eq!(
        seen(&open.paper),
        ["1954", "1950", "41", "45", "-4"],
        "{:?}",
        open.said
    );
    // Three came and seven went.
    let few = [told("cla-started", of(3, 0)), told("cla-ceased", of(7, 0))];
    let all = [before, after, few[0].clone(), few[1].clone()];
    let held = publish(&all, &[], &[]);
    let seen = seen(&held.paper);
    assert_eq!(seen[2], "hidden (c)");
    assert!(
        seen.iter().filter(|it| it.contains("(c)")).count() > 1,
        "{seen:?}"
    );
}

#[test]
fn what_an_earlier_paper_showed_of_another_measure_counts() {
    let first = publish(
        &[stock("2017-12-31", 1954), stock("2018-01-31", 1950)],
        &[],
        &[],
    );
    let came = told("cla-started", of(3, 0));
    let went = publish(
        &[told("cla-ceased", of(7, 0))],
        &[came, stock("2017-12-31", 1954), stock("2018-01-31", 1950)],
        &[first],
    );
    assert!(went.paper.figures[0].is_hidden(), "{:?}", went.said);
}

#[test]
fn a_difference_is_shown_unless_it_gives_away_who_came() {
    let alone = publish(&[net(-4)], &[], &[]);
    assert_eq!(seen(&alone.paper), ["-4"]);
    let few = [told("cla-started", of(3, 0)), told("cla-ceased", of(7, 0))];
    let held = publish(&[few[0].clone(), few[1].clone(), net(-4)], &[], &[]);
    let hidden = |it: &&&str| it.contains("(c)");
    assert!(
        seen(&held.paper).iter().filter(hidden).count() > 1,
        "{:?}",
        seen(&held.paper)
    );
}

/// 192 of 242 were in suitable accommodation and 46 were not: of 4 it is not known.
#[test]
fn the_few_in_no_part_of_a_whole_are_not_given_away() {
    let parts = |suitable, unsuitable| {
        let all = [
            told("cl-suitable", of(suitable, 242)),
            told("cl-unsuitable", of(unsuitable, 242)),
        ];
        let paper = publish(&all, &[], &[]).paper;
        paper.figures.iter().filter(|it| it.is_hidden()).count()
    };
    assert_eq!(parts(192, 46), 1);
    assert_eq!(parts(192, 30), 0);
    assert_eq!(parts(192, 50), 0, "nobody is in neither");
}

/// A count and the number above the line of its rate are one number.
#[test]
fn what_is_hidden_of_a_count_is_hidden_of_its_rate() {
    let count = told("referrals", of(30, 0));
    let mut hidden = count.clone();
    hidden[0].shown = "hidden (c)".into();
    (hidden[0].value, hidden[0].numerator) = (None, None);
    let first = publish(&[hidden], &[], &[]);
    let rate = told("referral-rate", of(30, 0)).map(|it| Figure {
        unit: "rate".into(),
        ..it
    });
    let second = publish(&[rate], &[count], &[first]);
    assert!(second.paper.figures[0].is_hidden(), "{:?}", second.said);
}

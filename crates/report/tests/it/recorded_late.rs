//! Months that are recorded late: what is said, drawn and tabled of them, and how little of it the public is told.

use crate::given::*;
use waymark_data::Month;
use waymark_measures::history::{Point, Said};
use waymark_measures::{Count, Measure, figure};
use waymark_report::chart::{Lines, series_table, xmr};
use waymark_report::{
    Audience, Reading, Series, State, recorded_late, recorded_late_by, sentences,
};

/// The month that many after January 2016 as returns of so many months later told it: months later, number, cases.
fn told(measure: &Measure, n: i32, returns: &[(i32, i32, u32)]) -> Point {
    let of = Month::new(2016, 1).plus(n);
    let said = |(after, hits, cases): (i32, i32, u32)| {
        let count = Count { hits, cases };
        Said {
            as_at: of.plus(after).last(),
            count,
            parts: figure::parts(measure.unit, count, Some(246_777), None),
        }
    };
    let mut earlier: Vec<Said> = returns.iter().map(|it| said(*it)).collect();
    let now = earlier.pop().unwrap();
    Point {
        count: now.count,
        parts: now.parts,
        as_at: now.as_at,
        earlier,
        ..month(measure, n, 0, 0)
    }
}

/// Eighteen months of visits of which 15 or 16 in a hundred are written down in the month after; the last two were told
/// by one return less each.
fn visits() -> Series {
    let points = (0..18)
        .map(|n| {
            let hits = 180 + n % 2 * 2;
            let all = [(0, hits - 30, 200), (1, hits, 200), (3, hits, 200)];
            let returns = usize::try_from(18 - n).unwrap().min(3);
            told(&IN_TIME, n, &all[..returns])
        })
        .collect();
    Series::new(&IN_TIME, waymark_measures::Basis::Month, points)
}

fn public(series: Series) -> Reading {
    let audience = Audience::Public;
    Series { audience, ..series }.read()
}

#[test]
fn the_latest_month_waits_for_what_is_still_being_recorded_and_the_one_before_is_judged() {
    let reading = visits().read();
    assert_eq!(reading.slots[17].state, State::Provisional(76.0));
    assert_eq!(reading.slots[16].state, State::Judged(90.0));
    assert_eq!(reading.latest_slot(), Some(16));
    // Judged, its fall by 15 percentage points would have been a signal that is none.
    let said = sentences(&reading);
    assert!(said.home.starts_with("No real change"), "{}", said.home);
    assert_eq!(
        said.notes[0],
        "June 2017 is provisional and is not judged: 76% (152 of 200) so far. In 12 of the last 12 months the figure told \
         within two weeks moved later by more than 1 percentage point or one case (number +30). Expect 91%."
    );
}

#[test]
fn months_that_every_return_tells_alike_and_months_told_once_are_judged() {
    let mut alike = visits();
    for (n, point) in (0..).zip(&mut alike.points) {
        let hits = 180 + n % 2 * 2;
        *point = told(
            &IN_TIME,
            n,
            &[(0, hits, 200), (1, hits, 200), (3, hits, 200)],
        );
    }
    let judged = |reading: &Reading| reading.slots.iter().all(|it| it.state.judged().is_some());
    assert!(judged(&alike.read()));
    let mut once = visits();
    for point in &mut once.points {
        point.earlier.clear();
    }
    let once = once.read();
    assert!(judged(&once));
    assert_eq!(
        recorded_late(&once).unwrap().sentence,
        "Not known: fewer than 6 past months were told by several returns, so no month is called provisional for late \
         recording."
    );
}

#[test]
fn the_table_says_what_part_was_known_at_each_age() {
    let late = recorded_late(&visits().read()).unwrap();
    assert_eq!(
        late.sentence,
        "A month settles 1 month after its end and is provisional until then: of the figures told within two weeks, 12 of \
         the last 12 moved later by more than 1 percentage point or one case."
    );
    let table = late.table.unwrap();
    let row = |at: usize| {
        let cells = table.rows[at].iter().map(|it| it.shown.as_str());
        cells.collect::<Vec<_>>().join(" | ")
    };
    // 151 of 181 is 83.4%.
    assert_eq!(row(0), "Within two weeks | 12 | 12 | 83.4 | 100.0 | +15");
    assert_eq!(row(1), "A month on | 12 | 0 | 100.0 | 100.0 | 0");
}

#[test]
fn the_chart_draws_where_it_is_expected_and_the_table_says_it() {
    let reading = visits().read();
    let drawn = xmr(&reading, "x", Lines::default());
    assert!(drawn.wide.contains("Where past months came to"));
    assert!(drawn.narrow.contains("Where past months came to"));
    let table = series_table(&reading);
    let note = table.rows[17].last().unwrap();
    assert_eq!(note.shown, "Provisional. Expect 91%");
    let steady = xmr(&steady(&IN_TIME, 100, 18).read(), "x", Lines::default());
    assert!(!steady.wide.contains("Where past months came to"));
}

#[test]
fn the_public_is_told_that_it_is_provisional_and_not_by_how_much() {
    let reading = public(visits());
    assert_eq!(reading.slots[17].state, State::Provisional(76.0));
    assert_eq!(
        sentences(&reading).notes[0],
        "June 2017 is provisional and is not judged: 76% (152 of 200) so far. Later returns have often moved such a figure."
    );
    assert!(reading.expected(17).is_none() && recorded_late(&reading).is_none());
    assert_eq!(
        series_table(&reading).rows[17].last().unwrap().shown,
        "Provisional"
    );
    assert!(
        !xmr(&reading, "x", Lines::default())
            .wide
            .contains("Where past months came to")
    );
}

#[test]
fn what_hidden_months_came_to_changes_nothing_the_public_sees() {
    // Each month counts 20 or 30 when first told, and 1 to 5 once settled: hidden, so nobody may learn by how much.
    let of = |settled: i32| {
        let months =
            (0..12).map(|n| told(&REFERRALS, n, &[(0, 20 + n % 2 * 10, 0), (3, settled, 0)]));
        let last = told(&REFERRALS, 12, &[(0, 20, 0)]);
        let points = months.chain([last]).collect();
        public(Series::new(
            &REFERRALS,
            waymark_measures::Basis::Month,
            points,
        ))
    };
    let first = of(1);
    assert_eq!(first.slots[0].state, State::Hidden);
    assert_eq!(first.slots[12].state, State::Judged(20.0));
    for settled in 2..=5 {
        let other = of(settled);
        assert_eq!(first.lag, other.lag);
        assert_eq!(sentences(&first), sentences(&other));
    }
}

#[test]
fn teams_side_by_side_show_which_records_late() {
    let of = |name: &str, series: Series| {
        let group = Some(name.to_owned());
        Series { group, ..series }.read()
    };
    let mut once = visits();
    for point in &mut once.points {
        point.earlier.clear();
    }
    let groups = [of("Duty", visits()), of("New team", once)];
    let table = recorded_late_by(&groups, "Team").unwrap();
    let row = |at: usize| {
        let cells = table.rows[at].iter().map(|it| it.shown.as_str());
        cells.collect::<Vec<_>>().join(" | ")
    };
    assert_eq!(row(0), "Duty | 83.4 | After 1 month | Expect 91%");
    assert_eq!(row(1), "New team |  | Not known | ");
    assert!(recorded_late_by(&groups[1..], "Team").is_none());
}

#[test]
fn a_month_whose_follow_up_runs_says_both() {
    let mut series = visits();
    series.measure = &REVIEWS;
    series.points[17].mature = false;
    assert_eq!(
        sentences(&series.read()).notes[0],
        "June 2017 is not complete until 20 July 2017 and is not judged: 76% (152 of 200) so far. In 12 of the last 12 \
         months the figure told within two weeks moved later by more than 1 percentage point or one case (number +30). \
         Expect 91%."
    );
}

#[test]
fn a_paper_says_that_the_figure_is_provisional() {
    let reading = visits().read();
    let figure =
        |slot| waymark_report::paper::compose::figure(&reading, reading.point(slot).unwrap());
    assert_eq!(
        (figure(16).provisional, figure(17).provisional),
        (false, true)
    );
}

#[test]
fn a_part_for_the_public_teaches_nothing() {
    let series = Series {
        group: Some("North".to_owned()),
        ..visits()
    };
    assert!(public(series).lag.ages().is_empty());
}

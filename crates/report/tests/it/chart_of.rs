//! Charts made of a reading or a breakdown.

use crate::charts::drawn_words;
use crate::given::{LATE, NET, months, steady};
use crate::groups::by_locality;
use crate::invented::of;
use waymark_data::Month;
use waymark_report::chart::*;
use waymark_report::{Audience, State};

#[test]
fn charts_of_what_was_read_show_no_more_than_their_audience_may_see() {
    let mut series = months(
        &LATE,
        &[(40, 200), (3, 200), (44, 210), (90, 93), (41, 205)],
    );
    series.audience = Audience::Public;
    series.points[4].mature = false;
    let reading = series.read();
    let counted = CountedMonths::of(&reading).unwrap();
    assert_eq!(
        counted.months,
        [
            of(40, 200),
            Tally::Hidden,
            of(44, 210),
            Tally::Hidden, // three of 93 were in time
            Tally::Incomplete { count: 41, of: 205 },
        ]
    );
    let way = Trajectory::of(&reading, Vec::new());
    assert_eq!(way.months[1], State::Hidden);
    assert_eq!(
        HeatCell::of(&reading, Month::new(2016, 2)).state,
        State::Hidden
    );
    assert_eq!(HeatCell::of(&reading, Month::new(2031, 2)), HeatCell::EMPTY);
    for svg in [
        pchart(&counted, "x").wide,
        trajectory(&way, "x").wide,
        xmr(&reading, "x", Lines::default()).wide,
    ] {
        assert_eq!(drawn_words(&svg).iter().filter(|it| *it == "c").count(), 2);
    }
}

#[test]
fn a_funnel_of_a_breakdown_says_of_each_area_what_the_breakdown_says() {
    let areas = by_locality(
        &LATE,
        &[
            ("North", 62, 160),
            ("Central", 30, 170),
            ("East", 5, 9),
            ("West", 0, 0),
        ],
    );
    let drawn = funnel(&Funnel::of(&areas).unwrap(), "x");
    for (one, other) in drawn
        .table
        .rows
        .iter()
        .zip(areas.table().rows.iter().skip(1))
    {
        let (said, before) = (&one[8].shown, &other[6].shown);
        assert_eq!(one[0], other[0]);
        if one[0].shown != "West" {
            assert_eq!(said, before);
        }
    }
    assert!(Funnel::of(&by_locality(&NET, &[("North", 4, 5)])).is_none());
}

#[test]
fn panels_begin_together_and_hold_the_mean_of_the_whole() {
    let group = |name: &str, skipped: usize| {
        let mut series = steady(&LATE, 50, 18);
        series.points.drain(..skipped);
        series.group = Some(name.into());
        series.read()
    };
    let groups = [group("North", 0), group("South", 4)];
    let whole = steady(&LATE, 60, 18).read();
    let made = Multiples::of(&groups, ("district", "districts")).unwrap();
    let made = made.beside("County mean", &whole);
    assert_eq!(made.from, Month::new(2016, 1));
    assert_eq!(
        made.panels[1].months[..5]
            .iter()
            .filter(|it| **it == State::Empty)
            .count(),
        4
    );
    assert_eq!(
        made.mean,
        Some(("County mean".into(), whole.chart.limits().unwrap().mean))
    );
    assert!(
        multiples(&made, "x")
            .sentence
            .contains("two districts, January 2016 to June 2017")
    );
}

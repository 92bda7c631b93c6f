//! Late recording as a practitioner sees it: each example's answer can be worked out by hand.

#![allow(clippy::unwrap_used)]

use super::*;
use crate::figure::parts;
use waymark_data::Month;

/// What the return of so many months after a month's end said of it: number and cases.
type Telling = (i32, (i32, u32));

fn said(unit: Unit, month: Month, (after, (hits, cases)): Telling) -> Said {
    let count = Count { hits, cases };
    Said {
        as_at: month.plus(after).last(),
        count,
        parts: parts(unit, count, Some(200_000), Some(f64::from(hits))),
    }
}

/// The month that many after January 2017, as each return told it.
fn month(unit: Unit, n: i32, told: &[Telling]) -> Point {
    let month = Month::new(2017, 1).plus(n);
    let mut all: Vec<Said> = told.iter().map(|it| said(unit, month, *it)).collect();
    let now = all.pop().unwrap();
    Point {
        period: month.period(),
        count: now.count,
        parts: now.parts,
        as_at: now.as_at,
        mature: true,
        earlier: all,
        summed_from: Vec::new(),
    }
}

/// So many months that were all told alike.
fn alike(unit: Unit, months: i32, told: &[Telling]) -> Vec<Point> {
    (0..months).map(|n| month(unit, n, told)).collect()
}

fn learned(unit: Unit, points: &[Point]) -> Lag {
    Lag::of(unit, points, |_, _| true)
}

/// Of 100 visits due 80 are known at the month's end, 95 a month later, 96 from then on.
const VISITS: [Telling; 4] = [
    (0, (80, 100)),
    (1, (95, 100)),
    (2, (96, 100)),
    (3, (96, 100)),
];

#[test]
fn visits_are_written_down_in_the_month_after() {
    let mut points = alike(Unit::Percent, 8, &VISITS);
    points.push(month(Unit::Percent, 8, &VISITS[..2]));
    points.push(month(Unit::Percent, 9, &[(0, (78, 100))]));
    let lag = learned(Unit::Percent, &points);
    let of = |at: &AtAge| (at.age, at.months, at.close, at.number_known, at.number);
    let known = |part: f64| Some(part * 100.0 / 96.0);
    let moved = |by: i64| Some(Spread { low: by, high: by });
    assert_eq!(
        lag.ages().iter().map(of).collect::<Vec<_>>(),
        [
            (0, 8, 0, known(80.0), moved(16)),
            (1, 8, 8, known(95.0), moved(1)),
            (2, 8, 8, known(96.0), moved(0)),
        ]
    );
    // A month on, the figure is within a percentage point of what it comes to.
    assert_eq!(lag.settles_at(), Some(1));
    assert!(lag.expected(&points[8]).is_none());
    let expected = lag.expected(&points[9]).unwrap();
    assert_eq!((expected.at.age, expected.at.moved()), (0, 8));
    assert_eq!(
        expected.value,
        Some(Spread {
            low: 94.0,
            high: 94.0
        })
    );
}

#[test]
fn one_in_ten_is_left_out_at_either_end() {
    // Twelve months whose plans ended were counted at once but for 3 to 9 of 60; one was out by 30.
    let late = [3, 4, 4, 5, 5, 6, 6, 7, 8, 9, 30, 1];
    let points: Vec<Point> = (0..)
        .zip(late)
        .map(|(n, more)| month(Unit::Count, n, &[(0, (60, 60)), (3, (60 + more, 60))]))
        .collect();
    let lag = learned(Unit::Count, &points);
    let at = &lag.ages()[0];
    assert_eq!(at.number, Some(Spread { low: 3, high: 9 }));
    assert_eq!((at.months, at.close), (12, 1));
    let now = month(Unit::Count, 12, &[(0, (50, 50))]);
    assert_eq!(
        lag.expected(&now).unwrap().value,
        Some(Spread {
            low: 53.0,
            high: 59.0
        })
    );
}

#[test]
fn nine_in_ten_close_is_settled_and_fewer_is_not() {
    let of = |late: i32| {
        let told = |n: i32| {
            let more = if n < late { 20 } else { 0 };
            month(
                Unit::Count,
                n,
                &[(0, (100, 100)), (3, (100 + more, 100 + 20))],
            )
        };
        let points: Vec<Point> = (0..10).map(told).collect();
        learned(Unit::Count, &points).settles_at()
    };
    assert_eq!((of(1), of(2)), (Some(0), None));
}

#[test]
fn five_past_months_teach_nothing_and_six_do() {
    let of = |months| learned(Unit::Percent, &alike(Unit::Percent, months, &VISITS));
    let now = month(Unit::Percent, 20, &[(0, (80, 100))]);
    assert!(of(5).ages().is_empty());
    assert!(of(5).expected(&now).is_none());
    assert!(of(6).expected(&now).is_some());
}

#[test]
fn the_last_year_counts_and_what_was_before_does_not() {
    // Visits were late for a year; then they were written down at once.
    let at_once: [Telling; 2] = [(0, (96, 100)), (3, (96, 100))];
    let mut points = alike(Unit::Percent, 12, &VISITS);
    points.extend((12..24).map(|n| month(Unit::Percent, n, &at_once)));
    let lag = learned(Unit::Percent, &points);
    assert_eq!((lag.ages()[0].months, lag.ages()[0].close), (12, 12));
    assert_eq!(lag.settles_at(), Some(0));
}

#[test]
fn a_month_settles_with_the_return_three_months_on_whatever_later_ones_say() {
    // Returns of five months on no longer see the referral before the last: not late recording.
    let told: [Telling; 4] = [
        (0, (20, 100)),
        (2, (20, 100)),
        (3, (20, 100)),
        (5, (10, 100)),
    ];
    let lag = learned(Unit::Percent, &alike(Unit::Percent, 6, &told));
    assert_eq!(
        lag.ages().iter().map(|it| it.age).collect::<Vec<_>>(),
        [0, 2]
    );
    assert!(lag.ages().iter().all(AtAge::is_close));
    // Months that no return has told three months on teach nothing yet.
    assert!(
        learned(Unit::Percent, &alike(Unit::Percent, 6, &told[..2]))
            .ages()
            .is_empty()
    );
}

#[test]
fn one_case_is_close_however_few_there_are() {
    // One of 20 is 5 percentage points.
    let few: [Telling; 2] = [(0, (10, 20)), (3, (11, 20))];
    assert_eq!(
        learned(Unit::Percent, &alike(Unit::Percent, 6, &few)).settles_at(),
        Some(0)
    );
    let two: [Telling; 2] = [(0, (10, 20)), (3, (12, 20))];
    assert_eq!(
        learned(Unit::Percent, &alike(Unit::Percent, 6, &two)).settles_at(),
        None
    );
    // 2% of 1,000 contacts are 20.
    let contacts = |more| [(0, (1000 - more, 0)), (3, (1000, 0))];
    let settles = |more| learned(Unit::Count, &alike(Unit::Count, 6, &contacts(more))).settles_at();
    assert_eq!((settles(20), settles(21)), (Some(0), None));
    // One child more among 200,000 is close in a rate as well.
    let rate = |more| [(0, (10, 10)), (3, (10 + more, 10))];
    let settles = |more| learned(Unit::Rate, &alike(Unit::Rate, 6, &rate(more))).settles_at();
    assert_eq!((settles(1), settles(2)), (Some(0), None));
}

#[test]
fn months_with_nobody_to_count_are_close_and_have_no_value_to_move() {
    let none: [Telling; 2] = [(0, (0, 0)), (3, (0, 0))];
    let lag = learned(Unit::Percent, &alike(Unit::Percent, 6, &none));
    let at = &lag.ages()[0];
    assert_eq!((at.close, at.value, at.number_known), (6, None, None));
    // The first case comes late: one is close, three are not, and there is still no value that moved.
    let first = |cases| [(0, (0, 0)), (3, (0, cases))];
    let of = |cases| learned(Unit::Percent, &alike(Unit::Percent, 6, &first(cases)));
    assert_eq!(of(1).ages()[0].close, 6);
    assert_eq!(of(3).ages()[0].close, 0);
    let now = month(Unit::Percent, 9, &[(0, (1, 2))]);
    assert_eq!(of(3).expected(&now).unwrap().value, None);
}

#[test]
fn what_a_reader_may_not_see_teaches_nothing() {
    let points = alike(Unit::Percent, 8, &VISITS);
    let seen = |count: Count, _: &Parts| count.hits != 80;
    let lag = Lag::of(Unit::Percent, &points, seen);
    assert_eq!(
        lag.ages().iter().map(|it| it.age).collect::<Vec<_>>(),
        [1, 2]
    );
    let settled_hidden = |count: Count, _: &Parts| count.hits != 96;
    assert!(
        Lag::of(Unit::Percent, &points, settled_hidden)
            .ages()
            .is_empty()
    );
}

#[test]
fn months_that_no_return_told_and_returns_that_were_not_made_leave_the_others_as_they_are() {
    // Every other month is missing, and there was no return a month on.
    let told = [VISITS[0], VISITS[2], VISITS[3]];
    let points: Vec<Point> = (0..6).map(|n| month(Unit::Percent, n * 2, &told)).collect();
    let lag = learned(Unit::Percent, &points);
    assert_eq!(
        lag.ages().iter().map(|it| it.age).collect::<Vec<_>>(),
        [0, 2]
    );
    // Of an age that nothing is known of nothing is claimed.
    let now = month(Unit::Percent, 12, &[(1, (80, 100))]);
    assert!(lag.expected(&now).is_none());
}

#[test]
fn a_percentage_settles_between_none_and_all() {
    let lag = learned(Unit::Percent, &alike(Unit::Percent, 6, &VISITS));
    let now = month(Unit::Percent, 9, &[(0, (95, 100))]);
    assert_eq!(
        lag.expected(&now).unwrap().value,
        Some(Spread {
            low: 100.0,
            high: 100.0
        })
    );
}

#[test]
fn ages_are_months_to_the_nearest() {
    let day = |text: &str| text.parse::<Day>().unwrap();
    let end = day("2018-01-31");
    let of = |text: &str| age(end, day(text));
    assert_eq!(
        [
            "2018-01-30",
            "2018-01-31",
            "2018-02-15",
            "2018-02-28",
            "2018-04-30"
        ]
        .map(of),
        [None, Some(0), Some(0), Some(1), Some(3)]
    );
}

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }

    fn count(&mut self, end: u64) -> i32 {
        i32::try_from(self.below(end)).unwrap()
    }

    /// A series of up to 30 months, each told by up to six returns.
    fn points(&mut self, unit: Unit, restates: bool) -> Vec<Point> {
        (0..self.count(30))
            .map(|n| {
                let mut now = (self.count(50), 60);
                let returns = 1 + self.count(6);
                let told: Vec<Telling> = (0..returns)
                    .map(|after| {
                        if restates {
                            now = (self.count(60), 60);
                        }
                        (after, now)
                    })
                    .collect();
                month(unit, n, &told)
            })
            .collect()
    }
}

const UNITS: [Unit; 7] = [
    Unit::Count,
    Unit::Net,
    Unit::Percent,
    Unit::Share,
    Unit::Rate,
    Unit::MeanDays,
    Unit::MedianWorkingDays,
];

#[test]
fn a_series_that_was_never_restated_has_no_lag() {
    let mut dice = Dice(7);
    for turn in 0..700 {
        let unit = UNITS[turn % UNITS.len()];
        let points = dice.points(unit, false);
        let lag = learned(unit, &points);
        for at in lag.ages() {
            assert_eq!(at.close, at.months);
            assert!(at.number.is_none_or(|it| (it.low, it.high) == (0, 0)));
        }
        assert!(points.iter().all(|it| lag.expected(it).is_none()));
    }
}

#[test]
fn the_order_of_months_and_returns_does_not_matter() {
    let mut dice = Dice(11);
    for turn in 0..700 {
        let unit = UNITS[turn % UNITS.len()];
        let points = dice.points(unit, true);
        let mut shuffled = points.clone();
        shuffled.reverse();
        for point in &mut shuffled {
            point.earlier.reverse();
        }
        assert_eq!(learned(unit, &points), learned(unit, &shuffled));
    }
}

#[test]
fn every_age_keeps_its_bounds_whatever_the_returns_say() {
    let mut dice = Dice(13);
    let mut provisional = 0;
    for turn in 0..700 {
        let unit = UNITS[turn % UNITS.len()];
        let points = dice.points(unit, true);
        let lag = learned(unit, &points);
        for at in lag.ages() {
            assert!((FEWEST..=LEARNED_FROM).contains(&at.months) && at.close <= at.months);
            assert!(at.age < SETTLED_AFTER);
        }
        for point in &points {
            if let Some(expected) = lag.expected(point) {
                let band = expected.value.unwrap();
                assert!(band.low <= band.high);
                assert!(unit != Unit::Percent || (band.low >= 0.0 && band.high <= 100.0));
                provisional += 1;
            }
        }
    }
    assert!(provisional > 100, "{provisional}");
}

//! One chart of every kind, of invented data.

use crate::given::{LATE, REVIEWS, day, fall_then_rise, steady, was};
use waymark_data::Month;
use waymark_measures::Unit;
use waymark_measures::signals::{Good, Kind};
use waymark_report::chart::*;
use waymark_report::{Rebase, Series, State};

pub(crate) fn all() -> Vec<(&'static str, Drawn)> {
    vec![
        ("xmr", xmr_of_all()),
        ("pchart", pchart(&late(), "pchart")),
        ("pprime", pchart(&widened(), "pprime")),
        ("uchart", pchart(&incidents(), "uchart")),
        ("cchart", pchart(&complaints(), "cchart")),
        ("funnel", funnel(&districts(), "funnel")),
        ("rates", funnel(&rates(), "rates")),
        ("grades", grades(&audits(), "grades")),
        ("multiples", multiples(&by_district(), "multiples")),
        ("heat", heat(&measures_by_district(), "heat")),
        ("heatmonths", heat(&measures_by_month(), "heatmonths")),
        ("burndown", burndown(&statements(), "burndown")),
        ("trajectory", trajectory(&looked_after(), "trajectory")),
        ("trajectoryshort", trajectory(&in_time(), "trajectoryshort")),
    ]
}

pub(crate) fn of(count: u64, of: u64) -> Tally {
    Tally::Of { count, of }
}

/// Everything on one chart: target, trajectory, limits drawn anew twice, events, months not complete, a figure restated.
pub(crate) fn xmr_of_all() -> Drawn {
    let mut reviews = steady(&REVIEWS, 150, 30);
    for (n, point) in reviews.points.iter_mut().enumerate().skip(12) {
        let hits = i32::try_from(if n < 22 {
            162 + n % 4 * 2
        } else {
            172 + n % 3 * 3
        })
        .unwrap();
        *point = crate::given::month(&REVIEWS, i32::try_from(n).unwrap(), hits, 200);
    }
    reviews
        .points
        .iter_mut()
        .rev()
        .take(2)
        .for_each(|it| it.mature = false);
    was(&mut reviews.points[9], &REVIEWS, "2016-12-31", 90, 180);
    let rebase = |n, reason: &str| Rebase {
        from: Month::new(2016, 1).plus(n),
        reason: reason.into(),
    };
    let reading = Series {
        target: Some(95.0),
        rebases: vec![
            rebase(12, "A new team"),
            rebase(22, "Reviews held at school"),
        ],
        ..reviews
    }
    .read();
    let happened = [
        Event {
            day: day("2016-12-12"),
            words: "Four more reviewing officers".into(),
        },
        Event {
            day: day("2017-10-02"),
            words: "Reviews are held at school where the child wishes it".into(),
        },
    ];
    let aim = |n, value| Aim {
        month: Month::new(2016, 1).plus(n),
        value,
    };
    let besides = Besides {
        happened: &happened,
        trajectory: &[aim(12, 76.0), aim(24, 88.0), aim(36, 95.0)],
    };
    xmr_with(&reading, "xmr", Lines::default(), besides)
}

pub(crate) fn late() -> CountedMonths {
    let mut months: Vec<Tally> = [
        (9, 41),
        (12, 60),
        (7, 28),
        (14, 66),
        (10, 45),
        (8, 36),
        (16, 70),
        (11, 22),
        (9, 40),
        (13, 58),
        (6, 31),
        (12, 52),
        (10, 44),
        (31, 70),
        (12, 50),
        (9, 48),
        (11, 46),
        (10, 12),
        (0, 30),
        (13, 61),
    ]
    .into_iter()
    .map(|(count, cases)| of(count, cases))
    .collect();
    months[6] = Tally::Hidden;
    months.push(Tally::Incomplete { count: 4, of: 39 });
    CountedMonths {
        title: LATE.title.into(),
        counting: Counting::Share,
        from: Month::new(2016, 1),
        months,
        baseline: None,
        target: Some(15.0),
        good: Good::Down,
    }
}

fn widened() -> CountedMonths {
    let months = (0..24)
        .map(|n| of(4_000 + (n * 7 % 5) * 260, 10_000 + n * 30))
        .collect();
    CountedMonths {
        title: "Contacts answered within one working day".into(),
        counting: Counting::ShareWidened,
        months,
        target: None,
        good: Good::Up,
        ..late()
    }
}

fn incidents() -> CountedMonths {
    let counts = [31, 42, 28, 35, 40, 77, 33, 29, 38, 41, 30, 36, 27, 12];
    CountedMonths {
        title: "Missing incidents".into(),
        counting: Counting::Rate {
            per: 100.0,
            of: "children looked after".into(),
        },
        months: (0..)
            .zip(counts)
            .map(|(n, count)| of(count, 1_700 + n * 14))
            .collect(),
        target: None,
        ..late()
    }
}

fn complaints() -> CountedMonths {
    CountedMonths {
        title: "Complaints".into(),
        counting: Counting::Number,
        months: [7, 9, 12, 8, 10, 6, 11, 24, 9, 7, 8, 13]
            .into_iter()
            .map(|count| of(count, 0))
            .collect(),
        target: None,
        good: Good::Neither,
        ..late()
    }
}

pub(crate) fn districts() -> Funnel {
    let area = |name: &str, tally| Area {
        name: name.into(),
        tally,
    };
    Funnel {
        title: format!("{}, August 2017", LATE.title),
        compared: Compared::Share,
        areas: vec![
            area("Ashcombe", of(12, 61)),
            area(
                "Brackenford and the Upper Valley of the Long Water",
                of(38, 70),
            ),
            area("Coldwell", of(9, 45)),
            area("Dunmore", of(4, 8)),
            area("Eastleigh Vale", of(7, 52)),
            area("Farrow", of(8, 46)),
            area("Greyhurst", of(14, 60)),
            area("Holm", of(31, 150)),
            area("Ingleby", Tally::Hidden),
            area("Kestrel Bay", of(22, 58)),
            area("Longmere", of(9, 44)),
            area("Marsh End", of(11, 49)),
        ],
        centre: None,
        good: Good::Down,
    }
}

fn rates() -> Funnel {
    let sizes = [
        14_200, 21_500, 18_900, 9_400, 30_100, 25_600, 12_800, 41_000,
    ];
    let counts = [80, 140, 122, 29, 190, 131, 88, 370];
    Funnel {
        title: "Children looked after, 31 March 2018".into(),
        compared: Compared::Rate {
            per: 10_000.0,
            of: "children".into(),
        },
        areas: districts()
            .areas
            .into_iter()
            .zip(counts.into_iter().zip(sizes))
            .map(|(area, (count, size))| Area {
                tally: of(count, size),
                ..area
            })
            .collect(),
        centre: Some(66.7),
        good: Good::Neither,
    }
}

pub(crate) fn audits() -> Grades {
    let bar = |name: &str, counts: [u64; 4]| Bar {
        name: name.into(),
        counts: counts.into_iter().map(Some).collect(),
    };
    let mut bars = vec![
        bar("October 2016", [1, 7, 31, 11]),
        bar("January 2017", [2, 14, 36, 8]),
        bar("April 2017", [0, 5, 2, 0]),
        bar("July 2017", [0, 1, 5, 2]),
        bar("October 2017", [6, 41, 18, 3]),
    ];
    bars[1].counts[0] = None;
    Grades {
        title: "Case file audits".into(),
        by: "Month".into(),
        grades: ["Outstanding", "Good", "Requires improvement", "Inadequate"]
            .map(str::to_owned)
            .to_vec(),
        top: (2, "good or better".into()),
        bars,
    }
}

pub(crate) fn by_district() -> Multiples {
    let story: Vec<f64> = fall_then_rise()
        .points
        .iter()
        .filter_map(|it| it.parts.value)
        .collect();
    let mut panels: Vec<Panel> = districts()
        .areas
        .into_iter()
        .zip(0_u8..)
        .map(|(area, n)| Panel {
            name: area.name,
            months: story
                .iter()
                .zip(0_u8..)
                .map(|(value, at)| {
                    State::Judged(
                        value + f64::from((at * 7 + n * 5) % 11) - 5.0 + f64::from(n) / 2.0,
                    )
                })
                .collect(),
        })
        .collect();
    panels[3].months[5..9].fill(State::Hidden);
    panels[6].months[11] = State::Empty;
    for panel in &mut panels {
        if let Some(State::Judged(value)) = panel.months.pop() {
            panel.months.push(State::Provisional(value));
        }
    }
    Multiples {
        title: LATE.title.into(),
        unit: Unit::Percent,
        by: ("district".into(), "districts".into()),
        from: Month::new(2016, 1),
        panels,
        mean: Some(("County mean".into(), 24.6)),
        target: Some(10.0),
    }
}

pub(crate) fn measures_by_district() -> Heat {
    let cell = |row: u8, column: u8| {
        let n = row * 5 + column * 3;
        let value = match column {
            3 => 900.0 + f64::from(n) * 13.0,
            4 => 31.2 + f64::from(n),
            _ => 12.0 + f64::from(n % 37) * 2.1,
        };
        let state = match (row, column) {
            (2, 1) | (2, 2) | (7, 1) => State::Hidden,
            (4, 4) => State::Empty,
            (_, 5) => State::Provisional(value),
            _ => State::Judged(value),
        };
        let signal = match n % 11 {
            1 => Kind::Improvement,
            5 => Kind::Concern,
            8 if column > 2 => Kind::Neutral,
            _ => Kind::CommonCause,
        };
        HeatCell { state, signal }
    };
    let columns = [
        "Assessments later than 45 working days",
        "Reviews in time",
        "Visits in time",
        "Referrals",
        "Referral rate",
        "Health assessments within 20 working days",
    ];
    Heat {
        title: "Latest month, by district".into(),
        rows_are: "District".into(),
        columns_are: "Measure".into(),
        columns: columns.map(str::to_owned).to_vec(),
        rows: districts()
            .areas
            .into_iter()
            .zip(0_u8..)
            .map(|(area, row)| HeatRow {
                name: area.name,
                cells: (0..6).map(|column| cell(row, column)).collect(),
            })
            .collect(),
        units: Units::Columns(vec![
            Unit::Percent,
            Unit::Percent,
            Unit::Percent,
            Unit::Count,
            Unit::Rate,
            Unit::Percent,
        ]),
    }
}

fn measures_by_month() -> Heat {
    let columns: Vec<String> = (0..18)
        .map(|n| Month::new(2016, 4).plus(n).short())
        .collect();
    let of = measures_by_district();
    let row = |name: &str, n: usize| HeatRow {
        name: name.into(),
        cells: (0..18)
            .map(|column| of.rows[(column + n) % 12].cells[n])
            .collect(),
    };
    Heat {
        title: "Measures by month".into(),
        rows_are: "Measure".into(),
        columns_are: "Month".into(),
        columns,
        rows: vec![
            row("Assessments later than 45 working days", 0),
            row("Reviews in time", 1),
            row("Referrals", 3),
        ],
        units: Units::Rows(vec![Unit::Percent, Unit::Percent, Unit::Count]),
    }
}

pub(crate) fn statements() -> Burndown {
    Burndown {
        title: "Statements to transfer to education, health and care plans".into(),
        things: ("statement".into(), "statements".into()),
        remaining: [
            ("2017-03-31", Some(2_640)),
            ("2017-04-30", Some(2_490)),
            ("2017-05-31", Some(2_310)),
            ("2017-06-30", None),
            ("2017-07-31", Some(1_990)),
            ("2017-08-31", Some(1_900)),
            ("2017-09-30", Some(1_690)),
            ("2017-10-31", Some(1_450)),
        ]
        .into_iter()
        .map(|(on, left)| (day(on), left))
        .collect(),
        deadline: day("2018-03-31"),
    }
}

pub(crate) fn looked_after() -> Trajectory {
    let values = [
        1_861, 1_870, 1_874, 1_880, 1_878, 1_890, 1_901, 1_899, 1_912, 1_920, 1_925, 1_923, 1_930,
        1_926, 1_941, 1_939, 1_950, 1_958, 1_961, 1_955,
    ];
    let aim = |year, month, value| Aim {
        month: Month::new(year, month),
        value,
    };
    Trajectory {
        title: "Children looked after".into(),
        unit: Unit::Count,
        good: Good::Down,
        from: Month::new(2017, 1),
        months: values.map(|it| State::Judged(f64::from(it))).to_vec(),
        start: None,
        aims: vec![
            aim(2017, 12, 1_923.0),
            aim(2018, 10, 1_850.0),
            aim(2020, 10, 1_646.0),
        ],
    }
}

fn in_time() -> Trajectory {
    let mut months: Vec<State> = [71.0, 74.5, 73.0, 76.1, 79.9, 78.0, 82.4]
        .map(State::Judged)
        .to_vec();
    months[2] = State::Hidden;
    months.push(State::Provisional(70.2));
    Trajectory {
        title: "Health assessments within 20 working days".into(),
        unit: Unit::Percent,
        good: Good::Up,
        from: Month::new(2017, 9),
        months,
        start: Some(Aim {
            month: Month::new(2017, 9),
            value: 71.0,
        }),
        aims: vec![Aim {
            month: Month::new(2018, 9),
            value: 90.0,
        }],
    }
}

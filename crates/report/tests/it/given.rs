//! Invented measures and series for the examples.

use waymark_data::{Day, Month, Period};
use waymark_measures::history::{Point, Said};
use waymark_measures::{Basis, Count, FollowUp, Good, Measure, Standing, Theme, Unit, figure};
use waymark_report::Series;

pub(crate) static LATE: Measure = Measure {
    id: "assessment-over-45",
    title: "Assessments that took longer than 45 working days",
    theme: Theme::Assessments,
    unit: Unit::Percent,
    good: Good::Down,
    standing: Standing::Guidance,
    source: "Working Together to Safeguard Children",
    why: "Until the assessment is done nobody has decided what help the child needs.",
    lists: &[4],
    page: "# Assessments\n\nAssessments that were\nauthorised late.\n\nMore.",
    ..Measure::PLAIN
};

pub(crate) static IN_TIME: Measure = Measure {
    id: "assessment-45",
    title: "Assessments completed within 45 working days",
    good: Good::Up,
    ..LATE
};

pub(crate) static REVIEWS: Measure = Measure {
    id: "cla-review-on-time",
    title: "Reviews of children looked after held in time",
    theme: Theme::LookedAfter,
    standing: Standing::Statutory,
    lists: &[8],
    follow_up: Some(FollowUp::Days(20)),
    ..IN_TIME
};

pub(crate) static REFERRALS: Measure = Measure {
    id: "referrals",
    title: "Referrals",
    unit: Unit::Count,
    good: Good::Neither,
    ..LATE
};

pub(crate) static RATE: Measure = Measure {
    id: "referral-rate",
    title: "Referrals per 10,000 children",
    unit: Unit::Rate,
    good: Good::Neither,
    ..LATE
};

pub(crate) static LOOKED_AFTER: Measure = Measure {
    id: "cla-number",
    title: "Children looked after",
    unit: Unit::Count,
    good: Good::Neither,
    periods: &[Basis::SnapshotMonthly],
    ..LATE
};

pub(crate) static NET: Measure = Measure {
    id: "cla-net-change",
    title: "Net change in children looked after",
    unit: Unit::Net,
    good: Good::Neither,
    ..LATE
};

pub(crate) static MEDIAN: Measure = Measure {
    id: "assessment-median-days",
    title: "Median working days of an assessment",
    unit: Unit::MedianWorkingDays,
    ..LATE
};

pub(crate) static MEAN: Measure = Measure {
    id: "adoption-a10",
    title: "Mean days from entering care to moving in with an adoptive family",
    unit: Unit::MeanDays,
    periods: &[Basis::Return],
    ..LATE
};

pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub(crate) fn point_of(
    measure: &Measure,
    period: Period,
    count: Count,
    extra: (Option<u32>, Option<f64>),
) -> Point {
    Point {
        period,
        count,
        parts: figure::parts(measure.unit, count, extra.0, extra.1),
        as_at: period.to,
        mature: true,
        earlier: Vec::new(),
        summed_from: Vec::new(),
    }
}

/// A point in the month that many months after January 2016.
pub(crate) fn month(measure: &Measure, n: i32, hits: i32, cases: u32) -> Point {
    let period = Month::new(2016, 1).plus(n).period();
    point_of(
        measure,
        period,
        Count { hits, cases },
        (Some(246_777), None),
    )
}

/// A monthly series from January 2016.
pub(crate) fn months(measure: &'static Measure, counts: &[(i32, u32)]) -> Series {
    let points = (0..)
        .zip(counts)
        .map(|(n, (hits, cases))| month(measure, n, *hits, *cases))
        .collect();
    Series::new(measure, Basis::Month, points)
}

/// Steady months: 200 cases each, a little above and below `hits` in turn.
pub(crate) fn steady(measure: &'static Measure, hits: i32, number: usize) -> Series {
    let counts: Vec<(i32, u32)> = (0..number)
        .map(|n| (hits + [2, 3, -2, -3][n % 4], 200))
        .collect();
    months(measure, &counts)
}

/// The story of the demo county: 40 per cent late in January 2016, 13.5 in January 2017, 21 (96 of 457) in August 2017.
pub(crate) fn fall_then_rise() -> Series {
    let hits = [
        180, 173, 167, 162, 153, 144, 133, 122, 108, 95, 83, 72, 61, 65, 70, 74, 79, 83, 88, 96,
    ];
    let cases = [
        450, 449, 451, 450, 450, 450, 451, 452, 450, 452, 449, 450, 452, 448, 452, 448, 451, 449,
        451, 457,
    ];
    let counts: Vec<(i32, u32)> = hits.into_iter().zip(cases).collect();
    months(&LATE, &counts)
}

/// Says that a point was published differently before.
pub(crate) fn was(point: &mut Point, measure: &Measure, as_at: &str, hits: i32, cases: u32) {
    let count = Count { hits, cases };
    point.earlier.push(Said {
        as_at: day(as_at),
        count,
        parts: figure::parts(measure.unit, count, Some(246_777), None),
    });
}

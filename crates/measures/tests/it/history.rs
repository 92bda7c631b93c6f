//! A series over several cuts: the latest that can answer speaks, what was said before stays beside, years are added up.

use waymark_data::annex_a::{self, Cut, Data};
use waymark_data::{Areas, Day, Place, Raw, TableReader, Words};
use waymark_measures::history::{CutFigures, Point, Whom, series};
use waymark_measures::{Basis, Settings, catalogue};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// A cut of list 4: assessments by start and authorisation.
fn cut(as_at: &str, scope_months: u32, assessments: &[(&str, &str, &str)]) -> CutFigures {
    let spec = annex_a::list(4).unwrap();
    let headings = [
        "Child Unique ID",
        "Continuous Assessment Start Date",
        "Continuous Assessment Date of Authorisation",
    ];
    let mut words = Words::default();
    let mut reader = TableReader::new(spec, Place::default(), 1, &headings);
    for (line, (child, start, end)) in (2..).zip(assessments) {
        reader.row(line, [*child, *start, *end].map(Raw::Text), &mut words);
    }
    let cut = Cut {
        as_at: day(as_at),
        scope_months,
    };
    CutFigures::of(
        &Data::join(&[reader.finish()], words, cut, &Areas::default()),
        &Settings::default(),
    )
}

fn points(cuts: &[&CutFigures], basis: Basis) -> Vec<Point> {
    let measure = catalogue::find("assessment-45").unwrap();
    series(cuts, &Areas::default(), measure, None, basis, Whom::All)
}

#[test]
fn the_latest_cut_speaks_and_what_was_said_before_stays_beside_it() {
    let january = cut("2018-01-31", 1, &[("a", "2018-01-02", "2018-01-20")]);
    // In February one more assessment of January has been recorded, a late one.
    let february = cut(
        "2018-02-28",
        2,
        &[
            ("a", "2018-01-02", "2018-01-20"),
            ("b", "2017-10-02", "2018-01-30"),
        ],
    );
    let january_point = &points(&[&february, &january], Basis::Month)[0];
    assert_eq!(
        (
            january_point.parts.numerator,
            january_point.parts.denominator
        ),
        (Some(1), Some(2))
    );
    assert_eq!(january_point.as_at, day("2018-02-28"));
    let first = january_point.restated_from().unwrap();
    assert_eq!(
        (first.as_at, first.parts.numerator, first.parts.denominator),
        (day("2018-01-31"), Some(1), Some(1))
    );
}

#[test]
fn a_month_that_every_cut_tells_alike_is_not_restated() {
    let january = cut("2018-01-31", 1, &[("a", "2018-01-02", "2018-01-20")]);
    let february = cut("2018-02-28", 2, &[("a", "2018-01-02", "2018-01-20")]);
    let point = &points(&[&january, &february], Basis::Month)[0];
    assert_eq!((point.earlier.len(), point.restated_from()), (1, None));
}

#[test]
fn twelve_months_of_several_cuts_are_added_up_when_all_twelve_are_there() {
    let rows = |month: u8| {
        [(
            "a",
            format!("2017-{month:02}-01"),
            format!("2017-{month:02}-20"),
        )]
    };
    let of = |as_at: &str, from: u8, to: u8| {
        let all: Vec<_> = (from..=to).flat_map(rows).collect();
        let all: Vec<(&str, &str, &str)> = all
            .iter()
            .map(|(a, b, c)| (*a, b.as_str(), c.as_str()))
            .collect();
        cut(as_at, 6, &all)
    };
    let (first, second) = (of("2017-06-30", 1, 6), of("2017-12-31", 7, 12));
    assert!(points(&[&first], Basis::Rolling12).is_empty());
    let year = points(&[&first, &second], Basis::Rolling12);
    assert_eq!(year.len(), 1);
    assert_eq!(
        (year[0].parts.numerator, year[0].parts.denominator),
        (Some(12), Some(12))
    );
    assert_eq!(year[0].summed_from, [day("2017-06-30"), day("2017-12-31")]);
    assert_eq!(year[0].period.words(), "1 January 2017 to 31 December 2017");
}

#[test]
fn a_year_that_one_cut_can_give_is_not_added_up() {
    let all = cut("2017-12-31", 12, &[("a", "2017-03-01", "2017-03-20")]);
    let year = points(&[&all], Basis::Rolling12);
    assert_eq!((year.len(), year[0].summed_from.len()), (1, 0));
}

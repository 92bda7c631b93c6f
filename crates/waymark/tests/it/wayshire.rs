//! The demo county through the product: what the sources say comes out true of it.

use std::collections::BTreeMap;
use waymark_data::annex_a::{Cut, Data};
use waymark_data::areas::District;
use waymark_data::{Areas, Day};
use waymark_import::InputFile;
use waymark_measures::{By, Figure, Groups, Outcome, Settings, catalogue, figures};
use waymark_wayshire::{AREAS, SCOPE_MONTHS, SEED, wayshire};

/// The cut of a day, loaded from the files that anyone may open.
fn cuts(days: &[&str]) -> BTreeMap<String, Data> {
    let county = wayshire(SEED);
    days.iter()
        .map(|day| {
            let as_at: Day = day.parse().unwrap();
            let zip = county.cut(as_at).csv_zip().unwrap();
            let found = waymark_import::read(&[InputFile::new("Wayshire.zip", zip)]).unwrap();
            let cut = Cut {
                as_at,
                scope_months: SCOPE_MONTHS,
            };
            (
                (*day).to_owned(),
                Data::join(&found.tables, found.words, cut, &areas()),
            )
        })
        .collect()
}

fn areas() -> Areas {
    let districts = AREAS
        .iter()
        .map(|it| District {
            name: it.name.into(),
            locality: it.locality.into(),
            populations: vec![(2016, it.population_0_17)],
        })
        .collect();
    Areas {
        districts,
        populations: Vec::new(),
    }
}

struct Told {
    all: (i64, i64),
    value: f64,
    groups: BTreeMap<String, (i64, i64)>,
}

/// A measure's figure whose last day is this, by locality and district.
fn told(data: &Data, measure: &str, basis: &str, to: &str) -> Told {
    let measure = catalogue::find(measure).unwrap();
    let groups = Groups::of(data);
    let Outcome::Figures(all) = figures(measure, data, &groups, &Settings::default()) else {
        panic!("not run")
    };
    let figure: &Figure = all
        .iter()
        .find(|it| it.basis.code() == basis && it.period.to.to_string() == to)
        .expect("there is such a figure");
    let parts = figure.parts();
    let of = |by: By| {
        groups.in_breakdown(by).map(|group| {
            let (_, name) = groups.label(group).unwrap();
            let count = figure.groups[group];
            (
                name.to_owned(),
                (i64::from(count.hits), i64::from(count.cases)),
            )
        })
    };
    Told {
        all: (parts.numerator.unwrap_or(0), parts.denominator.unwrap_or(0)),
        value: parts.value.unwrap(),
        groups: of(By::Locality).chain(of(By::District)).collect(),
    }
}

/// One decimal, halves up, as figures are shown.
fn shown(value: f64) -> f64 {
    (value * 10.0 + 0.5).floor() / 10.0
}

#[test]
fn assessments_over_45_days_fell_from_40_percent_then_rose_for_eight_months_driven_by_the_north() {
    let months = [
        "2016-01-31",
        "2016-12-31",
        "2017-01-31",
        "2017-02-28",
        "2017-03-31",
        "2017-04-30",
        "2017-05-31",
        "2017-06-30",
        "2017-07-31",
        "2017-08-31",
    ];
    let cuts = cuts(&months);
    let late: Vec<Told> = months
        .iter()
        .map(|day| told(&cuts[*day], "assessment-over-45", "month", day))
        .collect();
    let percent: Vec<f64> = late.iter().map(|it| it.value).collect();
    assert_eq!(percent[0].round() as i64, 40, "January 2016: {percent:?}");
    assert_eq!(percent[9].round() as i64, 21, "August 2017: {percent:?}");
    assert!(
        percent[1..].windows(2).all(|pair| pair[0] < pair[1]),
        "eight rising months: {percent:?}"
    );
    let share =
        |it: &Told, locality: &str| it.groups[locality].0 as f64 / it.groups[locality].1 as f64;
    let (before, after) = (&late[1], &late[9]);
    let rise = |locality| share(after, locality) - share(before, locality);
    assert!(rise("North") > rise("Central") && rise("North") > rise("East"));
    assert!(
        share(after, "North") > share(after, "Central")
            && share(after, "North") > share(after, "East")
    );
}

#[test]
fn children_looked_after_number_what_the_minutes_say() {
    let cuts = cuts(&[
        "2016-03-31",
        "2017-06-30",
        "2017-08-31",
        "2017-09-30",
        "2018-03-31",
    ]);
    for (day, children) in [
        ("2016-03-31", 1691),
        ("2017-06-30", 1875),
        ("2017-08-31", 1923),
        ("2018-03-31", 1949),
    ] {
        assert_eq!(
            told(&cuts[day], "cla-number", "snapshot", day).all.0,
            children,
            "{day}"
        );
    }
    let rate = told(&cuts["2017-08-31"], "cla-rate", "snapshot", "2017-08-31");
    assert_eq!((rate.all.1, shown(rate.value)), (246_777, 77.9));
    let parents = told(
        &cuts["2017-08-31"],
        "cla-placed-with-parents",
        "snapshot",
        "2017-08-31",
    );
    assert_eq!(parents.all, (365, 1923));
    let net = told(&cuts["2017-09-30"], "cla-net-change", "month", "2017-09-30");
    assert_eq!(net.groups["North"].0 + net.groups["East"].0, -5);
}

#[test]
fn the_front_door_of_august_2017() {
    let cuts = cuts(&["2017-08-31", "2017-09-30"]);
    let august = &cuts["2017-08-31"];
    let referrals = told(august, "referral-rate", "month", "2017-08-31");
    assert_eq!((referrals.all.0, shown(referrals.value)), (770, 31.2));
    let converted = told(
        &cuts["2017-09-30"],
        "contact-to-referral",
        "month",
        "2017-08-31",
    );
    assert_eq!(shown(converted.value), 29.8);
    let no_service = told(august, "police-referral-no-service", "return", "2017-08-31");
    assert!(
        (65.0..75.0).contains(&no_service.value),
        "{}",
        no_service.value
    );
    let contacts = told(august, "contacts", "month", "2017-08-31").all.0;
    let police = told(august, "police-contacts", "month", "2017-08-31").all.0;
    assert!(
        police * 3 > contacts,
        "the police send more than a third: {police} of {contacts}"
    );
    assert_eq!(
        told(august, "assessment-nfa", "month", "2017-08-31")
            .value
            .round() as i64,
        25
    );
}

#[test]
fn children_in_need_and_on_plans_in_march_2018() {
    let cuts = cuts(&["2016-03-31", "2018-03-31"]);
    let march = &cuts["2018-03-31"];
    assert_eq!(
        told(&cuts["2016-03-31"], "cpp-number", "snapshot", "2016-03-31")
            .all
            .0,
        1443
    );
    assert_eq!(
        told(march, "cpp-number", "snapshot", "2018-03-31").all.0,
        1314
    );
    assert_eq!(
        told(march, "cin-number/plan", "snapshot", "2018-03-31")
            .all
            .0,
        1908
    );
    let visited = told(march, "cin-visit-28d", "snapshot", "2018-03-31").groups["North"];
    assert_eq!(
        visited,
        (567, 667),
        "in the North 100 of 667 were not visited in four weeks"
    );
}

#[test]
fn health_assessments_rose_from_22_to_50_percent_in_four_months() {
    let cuts = cuts(&["2017-11-30", "2018-03-31"]);
    let on_time = |day: &str| {
        told(&cuts[day], "iha-on-time/20wd", "month", day)
            .value
            .round() as i64
    };
    assert_eq!((on_time("2017-11-30"), on_time("2018-03-31")), (22, 50));
}

#[test]
fn care_leavers_homes_and_work() {
    let cuts = cuts(&["2017-05-31", "2017-07-31", "2018-03-31"]);
    let march = &cuts["2018-03-31"];
    assert_eq!(
        told(march, "cl-suitable", "snapshot", "2018-03-31").all.1,
        244
    );
    assert_eq!(
        told(march, "cl-unsuitable", "snapshot", "2018-03-31").all.0,
        44
    );
    let may = told(&cuts["2017-05-31"], "cl-eet", "snapshot", "2017-05-31");
    let july = told(&cuts["2017-07-31"], "cl-eet", "snapshot", "2017-07-31");
    let fell: Vec<&String> = may
        .groups
        .iter()
        .filter(|(name, count)| **count == (17, 33) && july.groups[*name] == (5, 17))
        .map(|(name, _)| name)
        .collect();
    assert_eq!(fell.len(), 1, "one district fell from 17 of 33 to 5 of 17");
    assert_eq!(shown(july.value), 53.2);
}

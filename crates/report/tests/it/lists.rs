//! A board's two lists.

use crate::given::*;
use waymark_measures::Measure;
use waymark_report::{Reading, Series, focus};

fn titles(of: &[&Reading]) -> Vec<&'static str> {
    of.iter().map(|it| it.measure().id).collect()
}

fn jump(measure: &'static Measure, hits: i32) -> Reading {
    let mut series = steady(measure, 100, 18);
    series.points.push(month(measure, 18, hits, 200));
    series.read()
}

static PRACTICE: Measure = Measure {
    id: "supervision",
    title: "Supervisions held",
    standing: waymark_measures::Standing::Practice,
    ..IN_TIME
};

static OTHER: Measure = Measure {
    id: "visits",
    title: "Visits in time",
    ..IN_TIME
};

#[test]
fn statutory_comes_before_guidance_and_practice_and_more_children_before_fewer() {
    let readings = [
        jump(&PRACTICE, 20),
        jump(&OTHER, 60),
        jump(&IN_TIME, 50),
        jump(&REVIEWS, 70),
    ];
    let found = focus(&readings);
    assert_eq!(
        titles(&found.next_areas),
        [
            "cla-review-on-time",
            "assessment-45",
            "visits",
            "supervision"
        ],
        "150 late assessments before 140 late visits"
    );
}

#[test]
fn a_signal_comes_before_a_target_that_will_keep_being_missed() {
    let missing = Series {
        target: Some(90.0),
        ..steady(&REVIEWS, 100, 18)
    }
    .read();
    let meeting = Series {
        target: Some(10.0),
        ..steady(&OTHER, 100, 18)
    }
    .read();
    let readings = [missing, meeting, jump(&PRACTICE, 20), jump(&IN_TIME, 150)];
    let found = focus(&readings);
    assert_eq!(
        titles(&found.next_areas),
        ["supervision", "cla-review-on-time"]
    );
    assert_eq!(titles(&found.positives), ["assessment-45", "visits"]);
}

#[test]
fn what_is_in_neither_list_is_counted_beside_what_chance_gives() {
    let readings = [
        steady(&REVIEWS, 100, 18).read(),
        steady(&IN_TIME, 100, 5).read(),
        jump(&REFERRALS, 190),
        months(&OTHER, &[]).read(),
    ];
    let found = focus(&readings);
    assert!(found.next_areas.is_empty() && found.positives.is_empty());
    assert_eq!(
        found.counted.sentence(),
        "No real change: 1. Changed, where neither way is good: 1. Too early to say: 1. No figure: 1. Of 2 measures \
         judged, 1 has a signal; chance alone would flag hardly any."
    );
}

#[test]
fn the_same_cases_from_both_ends_are_told_once() {
    let in_time = jump(&IN_TIME, 60);
    let late: Vec<(i32, u32)> = in_time
        .series
        .points
        .iter()
        .map(|it| {
            (
                i32::try_from(it.count.cases).unwrap() - it.count.hits,
                it.count.cases,
            )
        })
        .collect();
    let readings = [in_time, months(&LATE, &late).read()];
    assert_eq!(titles(&focus(&readings).next_areas), ["assessment-45"]);
}

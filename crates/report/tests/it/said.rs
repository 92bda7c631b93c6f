//! Sentences that a board member can read, for the series that give them.

use crate::given::*;
use waymark_data::{Month, Period};
use waymark_measures::{Basis, Count};
use waymark_report::{About, Audience, NotAnew, Rebase, Sentences, Series, data_age, sentences};

fn said(series: Series) -> Sentences {
    sentences(&series.read())
}

#[test]
fn better_over_the_whole_time_and_worse_lately_are_both_said() {
    let said = said(Series {
        target: Some(15.0),
        ..fall_then_rise()
    });
    assert_eq!(
        said.home,
        "Worse: 21% (96 of 457) in August 2017, down from 40% (180 of 450) in January 2016 but up in each of the last \
         seven months, from 13.5% (61 of 452) in January 2017."
    );
    assert_eq!(
        said.page[1],
        "It fell from 40% (180 of 450) in January 2016 to 13.5% (61 of 452) in January 2017, then rose to 21% (96 of \
         457) in August 2017: a steadily moving measure, so limits around one average say little and single signals are \
         not counted."
    );
    assert_eq!(
        said.page[2],
        "August 2017 misses the target of at most 15%; whether it will go on so cannot be said yet, because the measure \
         is moving."
    );
}

#[test]
fn a_point_below_the_limits_that_has_risen_for_months_is_not_plainly_improved() {
    let mut counts: Vec<(i32, u32)> = fall_then_rise()
        .points
        .iter()
        .map(|it| (it.count.hits, it.count.cases))
        .collect();
    counts.pop();
    let said = said(months(&LATE, &counts));
    assert!(
        said.home.starts_with(
            "Improved over the whole time, worse lately: 19.5% (88 of 451) in July 2017, down from 40% (180 of 450) in \
             January 2016 but up "
        ),
        "{}",
        said.home
    );
}

#[test]
fn a_move_inside_the_limits_is_no_real_change_and_has_no_reason() {
    let said = said(Series {
        target: Some(51.0),
        ..steady(&IN_TIME, 100, 18)
    });
    assert_eq!(
        said.home,
        "No real change: 51.5% (103 of 200) in June 2017, within its limits of 46.3% to 54%; on its target of at least \
         51% by luck."
    );
    assert_eq!(
        said.page,
        [
            "No real change: 51.5% (103 of 200) in June 2017, within its limits of 46.3% to 54%.",
            "That is up by 0.5 percentage points, about 1 of the 200, from 51% (102 of 200) in May 2017: no more than \
             it varies by anyway.",
            "It is on target (at least 51%) by luck: with nothing changed, some months will meet it and some will not.",
        ]
    );
}

#[test]
fn a_target_beyond_the_limits_will_keep_being_missed() {
    let with = |target| {
        said(Series {
            target: Some(target),
            ..steady(&IN_TIME, 100, 18)
        })
    };
    assert!(
        with(90.0).home.ends_with(
            "; it will keep missing its target of at least 90% unless something changes."
        )
    );
    assert_eq!(
        with(90.0).page[2],
        "It will keep missing its target of at least 90% unless something changes: an ordinary month has 46.3% to \
         54%."
    );
    assert!(
        with(30.0)
            .home
            .ends_with("; it keeps meeting its target of at least 30%.")
    );
    assert!(
        with(53.0).page[2].starts_with("June 2017 misses the target of at least 53%, by luck:"),
        "{}",
        with(53.0).page[2]
    );
}

#[test]
fn each_signal_says_what_it_is() {
    let then = |more: &[(i32, u32)]| {
        let mut series = steady(&IN_TIME, 100, 18);
        for (n, (hits, cases)) in (18..).zip(more) {
            series.points.push(month(&IN_TIME, n, *hits, *cases));
        }
        said(series).home
    };
    assert_eq!(
        then(&[(140, 200)]),
        "Improved: 70% (140 of 200) in July 2017, above its limits of 47.4% to 55%."
    );
    assert_eq!(
        then(&[(60, 200)]),
        "Worse: 30% (60 of 200) in July 2017, below its limits of 45.2% to 52.9%."
    );
    let run = then(&[
        (103, 200),
        (104, 200),
        (103, 200),
        (104, 200),
        (103, 200),
        (104, 200),
    ]);
    assert!(
        run.starts_with("Improved: 52% (104 of 200) in December 2017, above its average of ")
            && run.ends_with(" for eight months in a row."),
        "the two months before belong to the run: {run}"
    );
    let rise = then(&[
        (97, 200),
        (98, 200),
        (99, 200),
        (100, 200),
        (101, 200),
        (102, 200),
        (103, 200),
    ]);
    assert_eq!(
        rise,
        "Improved: 51.5% (103 of 200) in January 2018, up in each of the last six months, from 48.5% (97 of 200) in July \
         2017."
    );
}

#[test]
fn a_better_average_after_limits_are_drawn_anew_is_an_improvement() {
    let mut series = steady(&LATE, 100, 16);
    for n in 16..32 {
        let hits = 60 + [2, 3, -2, -3][usize::try_from(n % 4).unwrap()];
        series.points.push(month(&LATE, n, hits, 200));
    }
    series.rebases = vec![Rebase {
        from: Month::new(2017, 5),
        reason: "A second assessment team started".into(),
    }];
    assert_eq!(
        said(series).home,
        "Improved: 28.5% (57 of 200) in August 2018, on average 30% since May 2017, 50% before."
    );
}

#[test]
fn a_file_says_where_limits_are_drawn_anew_and_what_is_to_be_reached_by_when() {
    let mut series = steady(&LATE, 100, 16);
    for n in 16..32 {
        let hits = 60 + [2, 3, -2, -3][usize::try_from(n % 4).unwrap()];
        series.points.push(month(&LATE, n, hits, 200));
    }
    // Nobody has decided anything: it is suggested, and nothing is said of it.
    let from = Month::new(2017, 5);
    let reading = series.clone().read();
    assert_eq!(reading.may_draw_anew(from), Ok(()));
    assert_eq!(
        reading.suggested_month().map(|it| (it.from, it.months)),
        Some((from, 16))
    );
    assert_eq!(
        reading.may_draw_anew(Month::new(2018, 1)),
        Err(NotAnew::FewAfter(8))
    );
    assert_eq!(
        reading.may_draw_anew(Month::new(2016, 9)),
        Err(NotAnew::FewBefore(8))
    );
    assert_eq!(
        reading.may_draw_anew(Month::new(2017, 1)),
        Err(NotAnew::NoShift)
    );
    series.rebases = vec![Rebase {
        from,
        reason: "A second assessment team started".into(),
    }];
    let day = |text: &str| text.parse().unwrap();
    let aims = [(day("2018-07-01"), 25.0), (day("2018-12-01"), 20.0)];
    let reading = series.with_dated_targets(&aims).read();
    assert_eq!(reading.may_draw_anew(from), Err(NotAnew::Already));
    let notes = About::reading(&reading, "Wayshire", day("2018-09-10")).notes;
    for told in [
        "Limits are drawn anew from May 2017 (A second assessment team started).",
        "Targets on the way: 25% by July 2018; 20% by December 2018.",
    ] {
        assert!(notes.iter().any(|it| it == told), "{notes:?}");
    }
}

#[test]
fn limits_drawn_anew_without_a_real_shift_are_no_improvement() {
    let mut series = steady(&IN_TIME, 100, 32);
    series.rebases = vec![Rebase {
        from: Month::new(2017, 6),
        reason: "A mistake".into(),
    }];
    assert!(said(series).home.starts_with("No real change: "));
}

#[test]
fn few_months_and_few_children_are_said_to_be_few() {
    assert_eq!(
        said(steady(&IN_TIME, 100, 5)).home,
        "Too early to say: 51% (102 of 200) in May 2016; five months are not enough to tell a change from chance (12 \
         are)."
    );
    assert_eq!(
        said(steady(&IN_TIME, 100, 1)).home,
        "Too early to say: 51% (102 of 200) in January 2016; one month is not enough to tell a change from chance (12 \
         are)."
    );
    let few: Vec<(i32, u32)> = (0..18).map(|n| (n % 3, 6)).collect();
    assert_eq!(
        said(months(&IN_TIME, &few)).home,
        "Too few to judge: 33.3% (2 of 6) in June 2017."
    );
    assert_eq!(
        said(months(&IN_TIME, &[])).home,
        "No figure yet: no return that has been loaded can answer it."
    );
    assert_eq!(
        said(months(&IN_TIME, &[(0, 0)])).home,
        "No figure: there was nobody to count."
    );
}

#[test]
fn thirteen_months_have_trial_limits_and_say_so() {
    let said = said(steady(&IN_TIME, 100, 13));
    assert_eq!(
        said.notes,
        ["The limits rest on 13 months and will move as more come."]
    );
}

#[test]
fn a_month_that_may_still_be_answered_is_not_judged() {
    let mut series = steady(&REVIEWS, 100, 19);
    let last = series.points.last_mut().unwrap();
    last.mature = false;
    last.count = Count {
        hits: 4,
        cases: 150,
    };
    last.parts = waymark_measures::figure::parts(REVIEWS.unit, last.count, None, None);
    let said = said(series);
    assert!(
        said.home
            .starts_with("No real change: 51.5% (103 of 200) in June 2017")
    );
    assert_eq!(
        said.notes,
        [
            "July 2017 is not complete until 20 August 2017 and is not judged: 2.7% (4 of 150) so far."
        ]
    );
}

#[test]
fn a_series_with_no_finished_month_is_too_early() {
    let mut series = steady(&REVIEWS, 100, 2);
    series.points.iter_mut().for_each(|it| it.mature = false);
    assert_eq!(
        said(series).home,
        "Too early to say: 51.5% (103 of 200) in February 2016; not complete until 20 March 2016."
    );
}

#[test]
fn a_year_added_up_from_several_returns_says_so() {
    let mut series = steady(&IN_TIME, 100, 18);
    let period = Period {
        from: day("2016-07-01"),
        to: day("2017-06-30"),
    };
    let mut year = point_of(
        &IN_TIME,
        period,
        Count {
            hits: 1204,
            cases: 2400,
        },
        (None, None),
    );
    year.summed_from = vec![day("2016-12-31"), day("2017-06-30")];
    series.years = vec![year];
    assert_eq!(
        said(series).notes,
        [
            "In the 12 months to 30 June 2017: 50.2% (1,204 of 2,400), added up from 2 returns, because no single one \
             covers all twelve months."
        ]
    );
}

#[test]
fn a_restated_month_says_what_was_published_and_what_is_so_now() {
    let mut series = steady(&IN_TIME, 100, 18);
    was(&mut series.points[17], &IN_TIME, "2017-06-30", 96, 200);
    assert_eq!(
        said(series.clone()).notes,
        [
            "June 2017 has been restated: published 48%, now 51.5%: numerator 96 then, 103 now; denominator 200 both \
             times."
        ]
    );
    was(&mut series.points[16], &IN_TIME, "2017-05-31", 90, 190);
    let notes = said(series.clone()).notes;
    assert!(
        notes[0].starts_with(
            "2 months have been restated since they were first published. The latest is June 2017:"
        ),
        "{notes:?}"
    );
    let public = said(Series {
        audience: Audience::Public,
        ..series
    });
    assert!(
        !public.notes[0].contains("96")
            && public.notes[0].ends_with("in the papers that showed it."),
        "nobody published the 96: {:?}",
        public.notes
    );
}

#[test]
fn every_unit_has_its_own_words() {
    let one = |measure, basis, count: (i32, u32), extra| {
        let period = match basis {
            Basis::SnapshotMonthly => Period {
                from: day("2018-03-31"),
                to: day("2018-03-31"),
            },
            Basis::Return => Period {
                from: day("2017-04-01"),
                to: day("2018-03-31"),
            },
            _ => Month::new(2018, 3).period(),
        };
        let count = Count {
            hits: count.0,
            cases: count.1,
        };
        let point = point_of(measure, period, count, extra);
        let home = said(Series::new(measure, basis, vec![point])).home;
        let (_, figure) = home.split_once(": ").unwrap();
        figure.split(';').next().unwrap().to_owned()
    };
    let children = (Some(246_777), None);
    for (sentence, figure) in [
        (
            "1,923 at 31 March 2018",
            one(
                &LOOKED_AFTER,
                Basis::SnapshotMonthly,
                (1923, 1923),
                (None, None),
            ),
        ),
        (
            "412 in March 2018",
            one(&REFERRALS, Basis::Month, (412, 412), (None, None)),
        ),
        (
            "31.2 per 10,000 children (770 among 246,777) in the month of March 2018",
            one(&RATE, Basis::Month, (770, 770), children),
        ),
        (
            "26 more started than ended in March 2018",
            one(&NET, Basis::Month, (26, 100), (None, None)),
        ),
        (
            "22 more ended than started in March 2018",
            one(&NET, Basis::Month, (-22, 100), (None, None)),
        ),
        (
            "as many started as ended in March 2018",
            one(&NET, Basis::Month, (0, 100), (None, None)),
        ),
        (
            "a median of 32.5 working days (457 cases) in March 2018",
            one(&MEDIAN, Basis::Month, (0, 457), (None, Some(32.5))),
        ),
        (
            "a mean of 534.2 days (12,821 days over 24 cases) from 1 April 2017 to 31 March 2018, because its periods \
             overlap.",
            one(&MEAN, Basis::Return, (12_821, 24), (None, None)),
        ),
    ] {
        assert_eq!(figure, sentence);
    }
}

#[test]
fn a_missing_month_breaks_the_line_and_is_told() {
    let mut series = steady(&IN_TIME, 100, 18);
    series.points.remove(5);
    let reading = series.read();
    assert_eq!(reading.slots.len(), 18);
    assert_eq!(reading.slots[5].state, waymark_report::State::Empty);
    assert_eq!(
        sentences(&reading).notes,
        ["One month has no figure: the line is broken there."]
    );
}

#[test]
fn of_two_returns_in_a_month_the_later_stands_for_it() {
    let snapshot = |text: &str, hits| {
        let period = Period {
            from: day(text),
            to: day(text),
        };
        point_of(
            &LOOKED_AFTER,
            period,
            Count { hits, cases: 0 },
            (None, None),
        )
    };
    let points = vec![snapshot("2018-03-15", 1900), snapshot("2018-03-31", 1949)];
    let reading = Series::new(&LOOKED_AFTER, Basis::SnapshotMonthly, points).read();
    assert_eq!(reading.slots.len(), 1);
    assert_eq!(reading.latest().unwrap().count.hits, 1949);
}

#[test]
fn data_age_is_told_in_words() {
    let age = |today: &str| data_age(day("2018-03-31"), day(today));
    assert_eq!(age("2018-03-31"), "Data to 31 March 2018, today.");
    assert_eq!(age("2018-04-01"), "Data to 31 March 2018, yesterday.");
    assert_eq!(age("2018-04-08"), "Data to 31 March 2018, 8 days old.");
    assert_eq!(
        age("2018-07-30"),
        "Data to 31 March 2018, more than 3 months old: what has happened since is not here."
    );
    assert_eq!(
        age("2018-03-30"),
        "Data to 31 March 2018, which is still to come."
    );
}

#[test]
fn no_sentence_of_any_series_gives_a_reason() {
    let all = [
        fall_then_rise(),
        steady(&IN_TIME, 100, 18),
        steady(&LATE, 20, 30),
        steady(&REFERRALS, 400, 24),
    ];
    for series in all {
        let said = said(series);
        for text in said.page.iter().chain([&said.home]) {
            for word in ["due to", "thanks to", "as a result", "owing to"] {
                assert!(!text.contains(word), "{text}");
            }
            assert!(
                text.ends_with('.') && !text.contains("  ") && !text.contains("NaN"),
                "{text}"
            );
        }
    }
}

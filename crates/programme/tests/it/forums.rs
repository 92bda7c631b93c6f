//! What is owed on a cycle, and what is late.

use crate::council::{Council, day};
use waymark_programme::forums::{delays, health, next_report, reports_owed, watch_list};
use waymark_programme::kinds::{BODY, DELAY, HEALTH_CHECK, PLAN, PLAN_LINE, REPORT_BACK, WATCH};
use waymark_programme::link::{ABOUT, PART_OF};

const MASH: &str = "MASH and Early Help Board";

#[test]
fn a_forum_that_is_late_stands_first_written_down_or_not() {
    let mut council = Council::default();
    for (name, last) in [
        (MASH, "2017-10-01"),
        ("Corporate Parenting Board", "2018-03-01"),
    ] {
        council.make(
            &BODY,
            &[
                ("name", name),
                ("sort", "forum"),
                ("reports_to", "Improvement Board"),
                ("report_weeks", "12"),
            ],
        );
        council.make_in(
            &REPORT_BACK,
            "given",
            &[
                ("text", "Update"),
                ("owners", name),
                ("to", "improvement board"),
                ("date", last),
            ],
        );
    }
    council.make(
        &REPORT_BACK,
        &[
            ("text", "Briefing note"),
            ("owners", "Improvement Board"),
            ("to", "Scrutiny"),
            ("due", "2018-04-01"),
        ],
    );
    let records = council.records();
    let told: Vec<(String, Option<u32>)> = reports_owed(&records, day("2018-04-08"))
        .into_iter()
        .map(|it| (it.by, it.days_late))
        .collect();
    assert_eq!(
        told,
        [
            (MASH.to_owned(), Some(105)),
            ("Improvement Board".to_owned(), Some(7)),
            ("Corporate Parenting Board".to_owned(), None),
        ]
    );
}

#[test]
fn a_report_owed_again_and_again_names_its_next() {
    let mut council = Council::default();
    let given = council.make_in(
        &REPORT_BACK,
        "given",
        &[
            ("text", "Quarterly briefing note"),
            ("owners", "The director"),
            ("to", "Scrutiny"),
            ("due", "2018-01-01"),
            ("date", "2018-01-20"),
            ("every_weeks", "13"),
        ],
    );
    let once = council.make_in(
        &REPORT_BACK,
        "given",
        &[
            ("text", "Once"),
            ("owners", "A"),
            ("to", "B"),
            ("date", "2018-01-20"),
        ],
    );
    let records = council.records();
    let next = next_report(&records, records.get(given).unwrap()).unwrap();
    assert_eq!(
        next.text("due"),
        "2018-04-02",
        "the cycle runs from the day it was due, not the day it came"
    );
    assert!(!next.has("date") && !next.has("said"));
    assert_eq!(next_report(&records, records.get(once).unwrap()), None);
}

#[test]
fn a_health_check_is_due_twelve_weeks_after_the_last() {
    let mut council = Council::default();
    let plan = council.make_in(
        &PLAN,
        "in-force",
        &[("title", "Plan"), ("date", "2017-10-10")],
    );
    let of = |council: &Council, today: &str| {
        let records = council.records();
        let found = health(&records, day(today));
        (found[0].due, found[0].days_late)
    };
    assert_eq!(of(&council, "2017-12-01"), (Some(day("2018-01-02")), None));
    let held = council.make_in(
        &HEALTH_CHECK,
        "held",
        &[
            ("title", "First"),
            ("due", "2018-01-02"),
            ("date", "2018-01-16"),
            ("found", "Holds"),
        ],
    );
    council.link(held, &PART_OF, plan);
    assert_eq!(
        of(&council, "2018-04-12"),
        (Some(day("2018-04-10")), Some(2))
    );
    let later = council.make(&HEALTH_CHECK, &[("title", "Second"), ("due", "2018-05-30")]);
    council.link(later, &PART_OF, plan);
    assert_eq!(
        of(&council, "2018-04-12").1,
        Some(2),
        "putting it down for May does not make it less late"
    );
}

#[test]
fn the_watch_list_says_how_long_and_when_it_ends() {
    let mut council = Council::default();
    let watch = |council: &mut Council, state: &str, since: &str| {
        let made = council.make_in(
            &WATCH,
            state,
            &[
                ("text", "Police queue"),
                ("owners", "MASH Steering Group"),
                ("date", since),
                ("why", "Long"),
                ("exit_rule", "four weeks below 60"),
                ("due", "2018-04-01"),
            ],
        );
        council.link(made, &ABOUT, "police-contacts");
    };
    watch(&mut council, "watching", "2018-03-01");
    watch(&mut council, "watching", "2018-02-01");
    watch(&mut council, "ended", "2017-01-01");
    let records = council.records();
    let list = watch_list(&records, day("2018-04-08"));
    assert_eq!(list.iter().map(|it| it.days).collect::<Vec<_>>(), [66, 38]);
    assert_eq!(list[0].measures, ["police-contacts"]);
    assert_eq!(list[0].days_late, Some(7));
}

#[test]
fn a_delay_without_a_decision_stands_first_and_what_was_delivered_not_at_all() {
    let mut council = Council::default();
    for (state, cause, now) in [
        ("going", "Building works", Some("2018-06-30")),
        ("going", "Nobody decides", None),
        ("delivered", "Long past", Some("2017-06-30")),
    ] {
        let line = council.make_in(&PLAN_LINE, state, &[("text", "Open the home")]);
        let mut values = vec![
            ("cause", cause),
            ("date", "2018-01-09"),
            ("due_was", "2018-01-31"),
        ];
        values.extend(now.map(|it| ("due_now", it)));
        let made = council.make_in(
            &DELAY,
            if now.is_some() { "decided" } else { "told" },
            &values,
        );
        council.link(made, &PART_OF, line);
    }
    let records = council.records();
    let told: Vec<(&str, Option<i32>)> = delays(&records)
        .iter()
        .map(|it| (it.delay.title(), it.days))
        .collect();
    assert_eq!(
        told,
        [("Nobody decides", None), ("Building works", Some(150))]
    );
}

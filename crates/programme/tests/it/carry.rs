//! From one meeting to the next.

use crate::council::{Council, day};
use waymark_programme::carry::{NotYet, next_date, next_meeting};
use waymark_programme::gate::pass;
use waymark_programme::kinds::{
    ACTION, AGENDA_ITEM, BODY, MATTER_ARISING, MEETING, PRIORITY, QUESTION, REPORT_BACK, RESOLUTION,
};
use waymark_programme::link::{ABOUT, CAME_FROM, CONTINUES, PART_OF, PROMISED_FOR};
use waymark_programme::meetings::items;
use waymark_programme::record::{Author, RecordId};
use waymark_programme::{Asker, Changes, Records, Role};

const BOARD: &str = "Improvement Board";

fn clerk() -> Author {
    Author {
        account: None,
        name: "Marcus Bell".to_owned(),
    }
}

fn board(council: &mut Council) -> RecordId {
    council.make(
        &BODY,
        &[
            ("name", BOARD),
            ("sort", "board"),
            ("cadence_weeks", "5"),
            ("starts", "14:30"),
            ("place", "Committee Room B"),
            ("quorum", "8"),
            ("papers_days", "5"),
            (
                "standing",
                "Welcome and apologies; 5; Chair\nMinutes and matters arising; 10; Chair\nPerformance; 30; Director\nAny other business; 5; Chair",
            ),
        ],
    )
}

fn held(council: &mut Council, on: &str, state: &str) -> RecordId {
    council.make_in(
        &MEETING,
        state,
        &[
            ("title", on),
            ("body", BOARD),
            ("date", on),
            ("chair", "Judith Amble"),
        ],
    )
}

fn titles(records: &Records, meeting: RecordId) -> Vec<String> {
    items(records, meeting)
        .iter()
        .map(|it| format!("{} {} {}", it.text("starts"), it.text("number"), it.title()))
        .collect()
}

#[test]
fn the_next_day_keeps_to_the_cadence_and_off_bank_holidays() {
    let mut council = Council::default();
    board(&mut council);
    let march = held(&mut council, "2018-03-20", "held");
    let before_christmas = held(&mut council, "2017-11-21", "held");
    let records = council.records();
    assert_eq!(
        next_date(&records, records.get(march).unwrap()),
        Some(day("2018-04-24"))
    );
    assert_eq!(
        next_date(&records, records.get(before_christmas).unwrap()),
        Some(day("2017-12-27")),
        "five weeks on is Boxing Day"
    );
}

#[test]
fn one_step_makes_the_next_meeting_with_everything_carried_over() {
    let mut council = Council::default();
    let body = board(&mut council);
    let march = held(&mut council, "2018-03-20", "drafted");
    let item = |council: &mut Council, title: &str, state: &str, sort: &str| {
        let made = council.make_in(&AGENDA_ITEM, state, &[("title", title), ("sort", sort)]);
        council.link(made, &PART_OF, march);
        made
    };
    let minutes = item(
        &mut council,
        "Minutes and matters arising",
        "taken",
        "standing",
    );
    let performance = item(&mut council, "Performance", "taken", "standing");
    council.link(performance, &ABOUT, "assessment-45");
    let homes = item(&mut council, "Residential strategy", "deferred", "decision");
    let priority = council.make(&PRIORITY, &[("title", "Homes")]);
    council.link(homes, &ABOUT, priority);
    let resolution = council.make(&RESOLUTION, &[("text", "the report"), ("verb", "noted")]);
    council.link(resolution, &PART_OF, performance);
    let action = |council: &mut Council, text: &str, due: &str, state: &str| {
        let made = council.make_in(
            &ACTION,
            state,
            &[("text", text), ("owners", "Sam Okoro"), ("due", due)],
        );
        council.link(made, &CAME_FROM, resolution);
        made
    };
    let overdue = action(&mut council, "Overdue", "2018-01-31", "open");
    let due = action(&mut council, "Due by then", "2018-04-20", "accepted");
    action(&mut council, "Later", "2018-06-01", "open");
    action(&mut council, "Closed", "2018-01-31", "closed");
    let promise = council.make(
        &MATTER_ARISING,
        &[("text", "Academy update"), ("due", "2018-04-24")],
    );
    council.link(promise, &PART_OF, minutes);
    council.make(
        &REPORT_BACK,
        &[
            ("text", "Quarterly report"),
            ("owners", "MASH and Early Help Board"),
            ("to", "improvement board"),
            ("due", "2018-04-10"),
        ],
    );
    let records = council.records();
    let changes = next_meeting(&records, records.get(march).unwrap(), clerk()).unwrap();
    let asker = Asker {
        role: Some(Role::DemocraticServices),
        name: "Marcus Bell",
        areas: &[],
    };
    assert_eq!(
        pass(&asker, &records, &changes, day("2018-04-08")),
        Ok(()),
        "a clerk may hand it in as it is"
    );

    let made = council.keep(changes);
    let records = council.records();
    let next = records.get(made[0]).unwrap();
    assert_eq!(next.title(), "Improvement Board, 24 April 2018");
    assert_eq!(next.text("papers_due"), "2018-04-17");
    assert_eq!(
        (next.text("chair"), next.text("quorum")),
        ("Judith Amble", "8")
    );
    assert_eq!(records.whole(next.id).map(|it| it.id), Some(body));
    assert_eq!(
        titles(&records, next.id),
        [
            "14:30 1 Welcome and apologies",
            "14:35 2 Minutes and matters arising",
            "14:45 3 Performance",
            "15:15 4 Residential strategy",
            " 5 MASH and Early Help Board: Quarterly report",
            " 6 Any other business",
        ]
    );
    let agenda = items(&records, next.id);
    let about = |at: usize| -> Vec<RecordId> {
        records
            .leads_to(agenda[at].id, &ABOUT)
            .map(|it| it.id)
            .collect()
    };
    assert_eq!(about(1), [march, overdue, due, promise]);
    assert_eq!(
        records.measures_of(agenda[2].id).collect::<Vec<_>>(),
        ["assessment-45"]
    );
    assert_eq!(about(3), [priority]);
    assert_eq!(records.get(homes).unwrap().state.word, "carried");
    assert_eq!(
        records
            .leads_to(agenda[3].id, &CONTINUES)
            .next()
            .map(|it| it.id),
        Some(homes)
    );
    assert_eq!(
        next_meeting(&records, records.get(march).unwrap(), clerk()).unwrap_err(),
        NotYet::Made(next.id)
    );
}

#[test]
fn a_meeting_already_in_the_calendar_is_filled_and_not_doubled() {
    let mut council = Council::default();
    board(&mut council);
    let march = held(&mut council, "2018-03-20", "held");
    let planned = held(&mut council, "2018-05-01", "planned");
    let ours = council.make(
        &AGENDA_ITEM,
        &[
            ("title", "performance"),
            ("sort", "standing"),
            ("number", "1"),
        ],
    );
    council.link(ours, &PART_OF, planned);
    let promise = council.make(&MATTER_ARISING, &[("text", "For that meeting")]);
    council.link(promise, &PART_OF, march);
    council.link(promise, &PROMISED_FOR, planned);
    let records = council.records();
    let changes = next_meeting(&records, records.get(march).unwrap(), clerk()).unwrap();
    council.keep(changes);
    let records = council.records();
    assert_eq!(records.of(&MEETING).count(), 2);
    assert_eq!(items(&records, planned).len(), 4);
    let matters = items(&records, planned)
        .into_iter()
        .find(|it| it.title().contains("matters"))
        .unwrap();
    assert!(
        records
            .leads_to(matters.id, &ABOUT)
            .any(|it| it.id == promise)
    );
}

#[test]
fn nothing_goes_on_from_a_meeting_that_was_not_held() {
    let mut council = Council::default();
    let april = held(&mut council, "2018-04-24", "circulated");
    let records = council.records();
    assert_eq!(
        next_meeting(&records, records.get(april).unwrap(), clerk()).unwrap_err(),
        NotYet::NotHeld
    );
}

/// What a clerk may hand in as it is.
fn let_through(records: &Records, changes: &Changes) {
    let asker = Asker {
        role: Some(Role::DemocraticServices),
        name: "Marcus Bell",
        areas: &[],
    };
    assert_eq!(pass(&asker, records, changes, day("2018-04-08")), Ok(()));
}

#[test]
fn a_standing_item_that_was_deferred_comes_up_once_and_the_next_meeting_can_be_made() {
    let mut council = Council::default();
    board(&mut council);
    let march = held(&mut council, "2018-03-20", "held");
    let put_off = council.make_in(
        &AGENDA_ITEM,
        "deferred",
        &[("title", "Performance"), ("sort", "standing")],
    );
    council.link(put_off, &PART_OF, march);
    let records = council.records();
    let changes = next_meeting(&records, records.get(march).unwrap(), clerk()).unwrap();
    let_through(&records, &changes);
    let made = council.keep(changes);
    let records = council.records();
    let agenda = items(&records, made[0]);
    let titles: Vec<&str> = agenda.iter().map(|it| it.title()).collect();
    assert_eq!(
        titles,
        [
            "Welcome and apologies",
            "Minutes and matters arising",
            "Performance",
            "Any other business"
        ]
    );
    assert_eq!(records.get(put_off).unwrap().state.word, "carried");
    let goes_on_from: Vec<RecordId> = records
        .leads_to(agenda[2].id, &CONTINUES)
        .map(|it| it.id)
        .collect();
    assert_eq!(goes_on_from, [put_off]);
}

#[test]
fn one_item_takes_up_what_was_deferred_twice() {
    let mut council = Council::default();
    board(&mut council);
    let february = held(&mut council, "2018-02-13", "held");
    let march = held(&mut council, "2018-03-20", "held");
    let put_off: Vec<RecordId> = [february, march]
        .into_iter()
        .map(|meeting| {
            let item = council.make_in(
                &AGENDA_ITEM,
                "deferred",
                &[("title", "Residential strategy"), ("sort", "decision")],
            );
            council.link(item, &PART_OF, meeting);
            item
        })
        .collect();
    let records = council.records();
    let changes = next_meeting(&records, records.get(march).unwrap(), clerk()).unwrap();
    let_through(&records, &changes);
    let made = council.keep(changes);
    let records = council.records();
    let taken_up: Vec<&str> = items(&records, made[0])
        .into_iter()
        .map(|it| it.title())
        .filter(|it| it.starts_with("Residential"))
        .collect();
    assert_eq!(taken_up.len(), 1);
    for item in put_off {
        assert_eq!(records.get(item).unwrap().state.word, "carried");
    }
}

#[test]
fn what_has_no_day_and_what_waits_to_be_confirmed_is_carried_too() {
    let mut council = Council::default();
    board(&mut council);
    let march = held(&mut council, "2018-03-20", "held");
    let item = council.make_in(
        &AGENDA_ITEM,
        "taken",
        &[("title", "Performance"), ("sort", "standing")],
    );
    council.link(item, &PART_OF, march);
    let asked = council.make(&QUESTION, &[("text", "How many waited over 20 days?")]);
    council.link(asked, &PART_OF, item);
    let answered = council.make_in(&QUESTION, "answered", &[("text", "Why only the North?")]);
    council.link(answered, &PART_OF, item);
    let action = |council: &mut Council, state: &str, due: &str| {
        let made = council.make_in(
            &ACTION,
            state,
            &[("text", "Bring it"), ("owners", "Sam Okoro"), ("due", due)],
        );
        council.link(made, &CAME_FROM, item);
        made
    };
    let no_day = action(&mut council, "open", "");
    let done_early = action(&mut council, "evidenced", "2018-09-01");
    let later = action(&mut council, "accepted", "2018-09-01");
    let elsewhere = council.make(
        &ACTION,
        &[("text", "Of another body"), ("owners", "Ann Marsh")],
    );
    let scrutiny = council.make_in(
        &MEETING,
        "held",
        &[
            ("title", "Scrutiny"),
            ("body", "Scrutiny"),
            ("date", "2018-03-21"),
        ],
    );
    council.link(elsewhere, &CAME_FROM, scrutiny);
    let records = council.records();
    let changes = next_meeting(&records, records.get(march).unwrap(), clerk()).unwrap();
    let made = council.keep(changes);
    let records = council.records();
    let matters = items(&records, made[0])[1].id;
    let about: Vec<RecordId> = records.leads_to(matters, &ABOUT).map(|it| it.id).collect();
    assert_eq!(about, [march, asked, no_day, done_early]);
    assert!(!about.contains(&later));
}

#[test]
fn what_is_open_comes_up_even_where_a_body_has_no_standing_items() {
    let mut council = Council::default();
    let march = held(&mut council, "2018-03-20", "held");
    let promise = council.make(&MATTER_ARISING, &[("text", "Academy update")]);
    council.link(promise, &PART_OF, march);
    let records = council.records();
    let changes = next_meeting(&records, records.get(march).unwrap(), clerk()).unwrap();
    let made = council.keep(changes);
    let records = council.records();
    let agenda = items(&records, made[0]);
    assert_eq!(agenda[0].title(), "Matters arising");
    assert!(
        records
            .leads_to(agenda[0].id, &ABOUT)
            .any(|it| it.id == promise)
    );
}

//! From one meeting to the next.

use crate::council::{Council, day};
use waymark_programme::carry::{NotYet, next_date, next_meeting};
use waymark_programme::gate::pass;
use waymark_programme::kinds::{
    ACTION, AGENDA_ITEM, BODY, MATTER_ARISING, MEETING, PRIORITY, REPORT_BACK, RESOLUTION,
};
use waymark_programme::link::{ABOUT, CAME_FROM, CONTINUES, PART_OF, PROMISED_FOR};
use waymark_programme::meetings::items;
use waymark_programme::record::{Author, RecordId};
use waymark_programme::{Asker, Records, Role};

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
        pass(&asker, &records, &changes),
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

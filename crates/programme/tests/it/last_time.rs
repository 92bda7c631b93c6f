//! What the board said last time.

use crate::council::{Council, day};
use waymark_programme::Records;
use waymark_programme::kinds::{
    ACTION, AGENDA_ITEM, MATTER_ARISING, MEETING, PLAN_LINE, PREDICTION, PRIORITY, RESOLUTION,
};
use waymark_programme::last_time::{LastTime, last_time};
use waymark_programme::link::{ABOUT, CAME_FROM, CONTINUES, MEASURED_BY, PART_OF, PROMISED_FOR};
use waymark_programme::record::RecordId;

fn meeting(council: &mut Council, on: &str) -> RecordId {
    council.make(
        &MEETING,
        &[("title", on), ("body", "Improvement Board"), ("date", on)],
    )
}

fn item(council: &mut Council, meeting: RecordId, title: &str) -> RecordId {
    let item = council.make(&AGENDA_ITEM, &[("title", title), ("sort", "update")]);
    council.link(item, &PART_OF, meeting);
    item
}

/// July: re-referrals were asked for. October: the Academy was promised for November, and supervision was predicted.
struct Story {
    council: Council,
    october: RecordId,
    november_minutes: RecordId,
    november_dcs: RecordId,
}

fn story() -> Story {
    let mut council = Council::default();
    let july = meeting(&mut council, "2017-07-25");
    let october = meeting(&mut council, "2017-10-10");
    let november = meeting(&mut council, "2017-11-14");
    let dcs = item(&mut council, july, "DCS progress and update");
    let action = council.make(
        &ACTION,
        &[
            ("text", "Report re-referrals with step-down"),
            ("owners", "Director"),
            ("due", "2017-09-12"),
        ],
    );
    council.link(action, &CAME_FROM, dcs);
    let minutes = item(
        &mut council,
        october,
        "Minutes and actions from the last meeting",
    );
    let promise = council.make(
        &MATTER_ARISING,
        &[
            ("text", "Academy: a further update"),
            ("said_by", "L Storey"),
        ],
    );
    council.link(promise, &PART_OF, minutes);
    council.link(promise, &PROMISED_FOR, november);
    let agreement = council.make_in(
        &MATTER_ARISING,
        "kept",
        &[("text", "Agreement: kept already")],
    );
    council.link(agreement, &PART_OF, minutes);
    let dcs = item(&mut council, october, "DCS progress and  Update");
    let resolution = council.make(
        &RESOLUTION,
        &[
            ("text", "the approach"),
            ("verb", "approved"),
            ("date", "2017-10-10"),
        ],
    );
    council.link(resolution, &PART_OF, dcs);
    let next_plan = council.make(
        &ACTION,
        &[
            ("text", "Plan for the North"),
            ("owners", "Director"),
            ("due", "2018-01-09"),
        ],
    );
    council.link(next_plan, &CAME_FROM, resolution);
    let supervision = council.make(
        &PREDICTION,
        &[
            ("text", "Supervision rises in September"),
            ("date", "2017-10-10"),
            ("due", "2017-11-14"),
        ],
    );
    council.link(supervision, &PART_OF, dcs);
    let november_minutes = item(
        &mut council,
        november,
        "Minutes and actions from the last meeting",
    );
    let november_dcs = item(&mut council, november, "DCS progress and update");
    let todays = council.make(
        &RESOLUTION,
        &[
            ("text", "today's"),
            ("verb", "noted"),
            ("date", "2017-11-14"),
        ],
    );
    council.link(todays, &PART_OF, november_dcs);
    Story {
        council,
        october,
        november_minutes,
        november_dcs,
    }
}

fn texts<'a>(found: &'a LastTime<'a>) -> Vec<(&'a str, Option<u32>)> {
    found
        .said
        .iter()
        .map(|it| (it.record.title(), it.days_over))
        .collect()
}

fn ask(records: &Records, id: RecordId, today: &str) -> Vec<(String, Option<u32>)> {
    let found = last_time(records, records.get(id).unwrap(), day(today), |_| true);
    texts(&found)
        .into_iter()
        .map(|it| (it.0.to_owned(), it.1))
        .collect()
}

#[test]
fn under_a_standing_item_stands_what_was_said_under_it_before_overdue_first() {
    let story = story();
    let records = story.council.records();
    assert_eq!(
        ask(&records, story.november_dcs, "2017-11-10"),
        [
            ("Report re-referrals with step-down".to_owned(), Some(59)),
            ("Supervision rises in September".to_owned(), None),
            ("Plan for the North".to_owned(), None),
            ("the approach".to_owned(), None),
        ]
    );
    let found = last_time(
        &records,
        records.get(story.november_dcs).unwrap(),
        day("2017-11-10"),
        |_| true,
    );
    assert_eq!(found.last, Some(day("2017-10-10")));
    assert_eq!(found.said[3].meeting.map(|it| it.id), Some(story.october));
    assert!(found.said.iter().all(|it| it.same_item));
}

#[test]
fn a_promise_for_this_meeting_is_there_and_one_that_was_kept_is_not() {
    let story = story();
    let records = story.council.records();
    assert_eq!(
        ask(&records, story.november_minutes, "2017-11-14"),
        [("Academy: a further update".to_owned(), None)]
    );
    assert_eq!(
        ask(&records, story.november_minutes, "2017-11-20"),
        [("Academy: a further update".to_owned(), Some(6))],
        "overdue six days after the meeting it was promised for"
    );
}

#[test]
fn what_a_reader_may_not_read_is_not_told() {
    let story = story();
    let records = story.council.records();
    let found = last_time(
        &records,
        records.get(story.november_dcs).unwrap(),
        day("2017-11-10"),
        |it| it.is(&RESOLUTION),
    );
    assert_eq!(texts(&found), [("the approach", None)]);
}

#[test]
fn what_was_said_elsewhere_about_the_same_plan_or_measure_counts() {
    let mut council = Council::default();
    let priority = council.make(&PRIORITY, &[("title", "Permanence")]);
    let line = council.make(&PLAN_LINE, &[("text", "A plan by the second review")]);
    council.link(line, &PART_OF, priority);
    council.link(line, &MEASURED_BY, "no-permanence-plan");
    let earlier = meeting(&mut council, "2017-06-13");
    let elsewhere = item(&mut council, earlier, "Looked After Children");
    let action = council.make(
        &ACTION,
        &[("text", "List the children"), ("owners", "Director")],
    );
    council.link(action, &CAME_FROM, elsewhere);
    council.link(action, &ABOUT, "no-permanence-plan");
    let other = council.make(
        &ACTION,
        &[("text", "Something else"), ("owners", "Director")],
    );
    council.link(other, &CAME_FROM, elsewhere);
    let now = meeting(&mut council, "2017-09-12");
    let item = item(&mut council, now, "Permanence");
    council.link(item, &ABOUT, priority);
    let records = council.records();
    let found = last_time(
        &records,
        records.get(item).unwrap(),
        day("2017-09-12"),
        |_| true,
    );
    assert_eq!(texts(&found), [("List the children", None)]);
    assert!(!found.said[0].same_item);
    assert_eq!(found.measures, ["no-permanence-plan"]);
    // Asked of the line itself, the same.
    let of_line = last_time(
        &records,
        records.get(line).unwrap(),
        day("2017-09-12"),
        |_| true,
    );
    assert_eq!(texts(&of_line), [("List the children", None)]);
}

#[test]
fn a_promise_made_again_says_when_it_was_first_made() {
    let mut council = Council::default();
    let mut before: Option<RecordId> = None;
    for on in ["2017-06-13", "2017-07-25", "2017-09-12"] {
        let at = meeting(&mut council, on);
        let item = item(&mut council, at, "Matters arising");
        let state = if on == "2017-09-12" {
            "promised"
        } else {
            "again"
        };
        let promise = council.make_in(&MATTER_ARISING, state, &[("text", "Academy update")]);
        council.link(promise, &PART_OF, item);
        if let Some(before) = before {
            council.link(promise, &CONTINUES, before);
        }
        before = Some(promise);
    }
    let at = meeting(&mut council, "2017-10-10");
    let item = item(&mut council, at, "Matters arising");
    let records = council.records();
    let found = last_time(
        &records,
        records.get(item).unwrap(),
        day("2017-10-10"),
        |_| true,
    );
    assert_eq!(found.said.len(), 1);
    assert_eq!(
        (found.said[0].times, found.said[0].first_said),
        (3, Some(day("2017-06-13")))
    );
}

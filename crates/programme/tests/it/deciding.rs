//! At which meeting something can be decided: one that was held, of the right body, not before it was said.

use crate::council::{Council, day};
use waymark_programme::deciding::meetings;
use waymark_programme::kinds::{ACTION, AGENDA_ITEM, BODY, MEETING, RESOLUTION};
use waymark_programme::link::{CAME_FROM, PART_OF, PROMISED_FOR};
use waymark_programme::permit::lacking;
use waymark_programme::record::RecordId;

const TODAY: &str = "2018-04-08";

fn meeting(council: &mut Council, body: &str, on: &str, state: &str) -> RecordId {
    council.make_in(
        &MEETING,
        state,
        &[("title", on), ("body", body), ("date", on)],
    )
}

/// Done, with evidence, agreed at this meeting.
fn done(council: &mut Council, agreed: RecordId, owner: &str) -> RecordId {
    let action = council.make_in(
        &ACTION,
        "evidenced",
        &[
            ("text", "Report re-referrals"),
            ("owners", owner),
            ("evidence", "Item 5 of today"),
        ],
    );
    council.link(action, &CAME_FROM, agreed);
    action
}

/// What stands against this move of a record, decided at a meeting.
fn against(council: &Council, record: RecordId, step: &str, at: RecordId) -> String {
    let records = council.records();
    let record = records.get(record).unwrap();
    let step = record.kind.way(step).unwrap();
    lacking(&records, record, step, "Why", Some(at), day(TODAY))
        .into_iter()
        .map(|it| it.words)
        .collect::<Vec<_>>()
        .join("; ")
}

#[test]
fn an_action_is_closed_at_a_meeting_that_was_held() {
    let mut council = Council::default();
    let march = meeting(&mut council, "Improvement Board", "2018-03-13", "held");
    let today = meeting(&mut council, "Improvement Board", TODAY, "circulated");
    let june = meeting(&mut council, "Improvement Board", "2018-06-19", "planned");
    let missed = meeting(&mut council, "Improvement Board", "2018-03-27", "planned");
    let off = meeting(&mut council, "Improvement Board", "2018-04-03", "cancelled");
    let action = done(&mut council, march, "Ann Marsh");
    for (at, said) in [
        (march, ""),
        (today, ""),
        (
            june,
            "That meeting is still to be held on 19 June 2018. Choose one that was held",
        ),
        (
            missed,
            "The meeting on 27 March 2018 is not recorded as held. Record that first, or choose another",
        ),
        (
            off,
            "The meeting on 3 April 2018 was cancelled. Choose another",
        ),
    ] {
        assert_eq!(against(&council, action, "close", at), said);
        assert_eq!(against(&council, action, "withdraw", at), said);
    }
    let records = council.records();
    let action = records.get(action).unwrap();
    let close = action.kind.way("close").unwrap();
    let offered: Vec<RecordId> = meetings(&records, action, close, day(TODAY))
        .map(|it| it.id)
        .collect();
    assert_eq!(offered, [today, march], "only these are offered");
}

#[test]
fn an_action_is_not_closed_before_it_was_agreed_nor_by_another_body() {
    let mut council = Council::default();
    for (name, reports_to) in [
        ("Improvement Board", ""),
        ("Corporate Parenting Board", "Improvement Board"),
        ("Scrutiny Committee", ""),
    ] {
        council.make(
            &BODY,
            &[
                ("name", name),
                ("sort", "other"),
                ("reports_to", reports_to),
            ],
        );
    }
    let before = meeting(&mut council, "Improvement Board", "2017-06-20", "approved");
    let agreed = meeting(&mut council, "Improvement Board", "2017-07-25", "approved");
    let later = meeting(&mut council, "Improvement Board", "2018-03-13", "held");
    let forum = meeting(
        &mut council,
        "Corporate Parenting Board",
        "2018-03-20",
        "held",
    );
    let scrutiny = meeting(&mut council, "Scrutiny Committee", "2018-03-21", "held");
    let other = "That is a meeting of another body. Choose one of the body that asked for the action, or of its forum";
    let action = done(&mut council, agreed, "Ann Marsh");
    assert_eq!(
        against(&council, action, "close", before),
        "That meeting was before the action was agreed. Choose a later one"
    );
    assert_eq!(against(&council, action, "close", agreed), "");
    assert_eq!(against(&council, action, "close", later), "");
    assert_eq!(against(&council, action, "close", forum), "");
    assert_eq!(against(&council, action, "close", scrutiny), other);
    let from_forum = done(&mut council, forum, "Ann Marsh");
    let board = meeting(&mut council, "Improvement Board", "2018-04-03", "held");
    assert_eq!(
        against(&council, from_forum, "close", board),
        "",
        "the forum reports to the board"
    );
    // Who was asked to do it may confirm it, and so may the body it was promised to.
    let theirs = done(&mut council, agreed, "Scrutiny Committee");
    assert_eq!(against(&council, theirs, "close", scrutiny), "");
    let promised = done(&mut council, agreed, "Ann Marsh");
    council.link(promised, &PROMISED_FOR, scrutiny);
    assert_eq!(against(&council, promised, "close", scrutiny), "");
}

#[test]
fn minutes_are_approved_at_a_later_meeting_of_the_same_body_that_was_held() {
    let mut council = Council::default();
    let march = council.make_in(
        &MEETING,
        "drafted",
        &[
            ("title", "March"),
            ("body", "Improvement Board"),
            ("date", "2018-03-13"),
            ("minutes", "1. Welcome"),
            ("approved_text", "1. Welcome"),
        ],
    );
    let item = council.make_in(
        &AGENDA_ITEM,
        "taken",
        &[("title", "Welcome"), ("sort", "standing")],
    );
    council.link(item, &PART_OF, march);
    let resolution = council.make(&RESOLUTION, &[("text", "the report"), ("verb", "noted")]);
    council.link(resolution, &PART_OF, item);
    let february = meeting(&mut council, "Improvement Board", "2018-02-13", "held");
    let april = meeting(&mut council, "Improvement Board", "2018-04-03", "held");
    let may = meeting(&mut council, "Improvement Board", "2018-05-22", "planned");
    let scrutiny = meeting(&mut council, "Scrutiny Committee", "2018-04-03", "held");
    for (record, step) in [
        (march, "approve"),
        (item, "confirm"),
        (resolution, "confirm"),
    ] {
        assert_eq!(against(&council, record, step, april), "");
        assert_eq!(
            against(&council, record, step, may),
            "That meeting is still to be held on 22 May 2018. Choose one that was held"
        );
        assert_eq!(
            against(&council, record, step, february),
            "That meeting was before the one the minutes are of. Choose a later one"
        );
        assert_eq!(
            against(&council, record, step, march),
            "Minutes are approved at a later meeting, not at their own"
        );
        assert_eq!(
            against(&council, record, step, scrutiny),
            "That is a meeting of another body. Choose one of the body whose minutes these are"
        );
    }
}

#[test]
fn a_meeting_is_not_held_before_its_day() {
    let mut council = Council::default();
    let today = meeting(&mut council, "Improvement Board", TODAY, "planned");
    let april = meeting(
        &mut council,
        "Improvement Board",
        "2018-04-24",
        "circulated",
    );
    assert_eq!(against(&council, today, "hold", today), "");
    assert_eq!(
        against(&council, april, "hold", april),
        "The day of the meeting has not come yet: record that it was held once it was"
    );
}

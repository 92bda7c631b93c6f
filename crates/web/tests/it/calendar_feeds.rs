//! Calendars: what is written is read back by another library; a feed opens for its address alone.

use crate::board::{action, keep, meeting, member, now, person, records, site, tie};
use crate::site::Visitor;
use axum::http::header;
use icalendar::{Calendar, CalendarComponent, Component};
use waymark_programme::{Change, Changes, Readers, kinds, link};
use waymark_store::Role;
use waymark_web::mail::Settings;

/// The entries of a calendar by their ids.
fn entries(text: &str) -> Vec<(String, CalendarComponent)> {
    let calendar: Calendar = text.parse().unwrap();
    let mut found: Vec<(String, CalendarComponent)> = calendar
        .components
        .into_iter()
        .map(|it| {
            let id = match &it {
                CalendarComponent::Event(it) => it.get_uid(),
                CalendarComponent::Todo(it) => it.get_uid(),
                other => panic!("{other:?}"),
            };
            (id.unwrap().to_owned(), it)
        })
        .collect();
    found.sort_by(|a, b| a.0.cmp(&b.0));
    found
}

fn value(entry: &CalendarComponent, name: &str) -> String {
    let found = match entry {
        CalendarComponent::Event(it) => it.property_value(name),
        CalendarComponent::Todo(it) => it.property_value(name),
        _ => None,
    };
    found.unwrap_or("").to_owned()
}

/// Makes a feed and gives its path.
async fn feed_of(who: &mut Visitor) -> String {
    let page = who.post("/calendar", &[]).await;
    page.is(200).says("shown this once");
    let at = page.body.find("/calendar/feed/").unwrap();
    page.body[at..]
        .chars()
        .take_while(|it| *it != '"')
        .collect()
}

#[tokio::test]
async fn a_feed_holds_meetings_and_what_is_due_from_its_person() {
    let site = site(Settings::default()).await;
    let board = meeting(&site, "Improvement Board; April, 2018", "2018-04-24").await;
    let old = meeting(&site, "Years ago", "2015-01-20").await;
    member(&site, "Ruth Kell", "", "Wayshire Constabulary", "").await;
    let hers = keep(
        &site,
        &kinds::ACTION,
        "accepted",
        action("Review live cases", "Wayshire Constabulary"),
    )
    .await;
    tie(&site, hers, &link::PROMISED_FOR, board).await;
    keep(
        &site,
        &kinds::ACTION,
        "open",
        action("Somebody else's", "Ann Marsh").with("due", "2018-05-01"),
    )
    .await;
    let mut ruth = person(&site, "Ruth Kell", Role::Member).await;
    let feed = feed_of(&mut ruth).await;
    let answer = site.nobody().get(&feed).await;
    answer.is(200);
    assert_eq!(
        answer.headers[header::CONTENT_TYPE],
        "text/calendar; charset=utf-8"
    );
    let found = entries(&answer.body);
    let ids: Vec<&str> = found.iter().map(|it| it.0.as_str()).collect();
    let host = "waymark.wayshire.example";
    assert_eq!(
        ids,
        [
            format!("action-{hers}-day@{host}"),
            format!("action-{hers}-due@{host}"),
            format!("meeting-{board}-meeting@{host}"),
        ]
    );
    let (day, due, event) = (&found[0].1, &found[1].1, &found[2].1);
    assert_eq!(value(day, "DTSTART"), "20180424");
    assert_eq!(value(due, "DUE"), "20180424");
    assert_eq!(value(due, "STATUS"), "IN-PROCESS");
    assert_eq!(
        value(due, "SUMMARY"),
        format!("ACT-{hers}: Review live cases")
    );
    // Half past two in April is half past one in UTC.
    assert_eq!(
        (value(event, "DTSTART"), value(event, "DTEND")),
        ("20180424T133000Z".into(), "20180424T153000Z".into())
    );
    assert!(
        answer
            .body
            .contains("SUMMARY:Improvement Board\\; April\\, 2018\r\n")
    );
    assert!(
        answer
            .body
            .replace("\r\n ", "")
            .contains("LOCATION:Cabinet Room B\\, County Hall\r\n")
    );
    assert!(!answer.body.contains(&format!("meeting-{old}")));
    assert_eq!(
        answer.body,
        site.nobody().get(&feed).await.body,
        "the same until something changes"
    );
    ruth.get("/calendar")
        .await
        .is(200)
        .says("A program last read it on")
        .never_says("/calendar/feed/");
}

#[tokio::test]
async fn an_entry_keeps_its_id_and_counts_its_changes() {
    let site = site(Settings::default()).await;
    let board = meeting(&site, "Improvement Board", "2018-04-24").await;
    let mut chair = site.visitor(Role::Chair).await;
    let path = format!("/calendar/meetings/{board}");
    let before = entries(&chair.get(&path).await.body);
    let record = now(&site, board).await;
    let mut changes = Changes::by(crate::board::clerk());
    changes.list.push(Change::Edit {
        record: board,
        read: 1,
        readers: Readers::Board,
        values: record
            .values
            .clone()
            .with("date", "2018-05-01")
            .with("starts", ""),
    });
    site.store().keep(&changes).await.unwrap();
    let after = entries(&chair.get(&path).await.body);
    assert_eq!(before[0].0, after[0].0);
    assert_eq!(
        (
            value(&before[0].1, "SEQUENCE"),
            value(&after[0].1, "SEQUENCE")
        ),
        ("0".into(), "1".into())
    );
    assert_eq!(
        value(&after[0].1, "DTSTART"),
        "20180501",
        "all day while its time is not known"
    );
    let winter = meeting(&site, "In winter", "2018-01-23").await;
    let winter = entries(
        &chair
            .get(&format!("/calendar/meetings/{winter}"))
            .await
            .body,
    );
    assert_eq!(value(&winter[0].1, "DTSTART"), "20180123T143000Z");
}

#[tokio::test]
async fn a_feed_shows_what_its_person_may_read_at_that_moment() {
    let site = site(Settings::default()).await;
    let mut changes = Changes::by(crate::board::clerk());
    let secret = now(
        &site,
        meeting(&site, "Open to the board", "2018-04-24").await,
    )
    .await
    .values
    .with("title", "Under legal advice");
    changes.make_as(&kinds::MEETING, "planned", Readers::Restricted, secret);
    site.store().keep(&changes).await.unwrap();
    let mut member = person(&site, "Omar Reid", Role::Member).await;
    let feed = feed_of(&mut member).await;
    let body = site.nobody().get(&feed).await.body;
    assert!(body.contains("Open to the board") && !body.contains("legal advice"));
    let mut clerk = site.visitor(Role::DemocraticServices).await;
    let feed = feed_of(&mut clerk).await;
    assert!(
        site.nobody()
            .get(&feed)
            .await
            .body
            .contains("Under legal advice")
    );
    let restricted = records(&site).await.of(&kinds::MEETING).last().unwrap().id;
    member
        .get(&format!("/calendar/meetings/{restricted}"))
        .await
        .is(404);
}

#[tokio::test]
async fn an_ended_replaced_or_guessed_address_opens_nothing() {
    let site = site(Settings::default()).await;
    let mut ruth = person(&site, "Ruth Kell", Role::Partner).await;
    let first = feed_of(&mut ruth).await;
    let second = feed_of(&mut ruth).await;
    let mut program = site.nobody();
    program.get(&first).await.is(404);
    program.get(&second).await.is(200);
    ruth.post("/calendar/end", &[]).await.is(303);
    program.get(&second).await.is(404);
    let third = feed_of(&mut ruth).await;
    let account = site
        .store()
        .find_by_sign_in_name("ruth.kell")
        .await
        .unwrap()
        .unwrap()
        .0;
    site.store().set_active(account.id, false).await.unwrap();
    program.get(&third).await.is(404);
    for number in 0..60 {
        program
            .get(&format!("/calendar/feed/{number:064x}.ics"))
            .await;
    }
    program.get("/calendar/feed/x.ics").await.is(429);
}

#[tokio::test]
async fn titles_that_would_begin_lines_stay_text() {
    let site = site(Settings::default()).await;
    let title = "x\r\nEND:VTODO\r\nATTENDEE:mailto:all@elsewhere.example 👩‍👧 \u{202e}اختبار";
    let id = keep(
        &site,
        &kinds::ACTION,
        "open",
        action(title, "Ann").with("due", "2018-05-01"),
    )
    .await;
    let mut chair = site.visitor(Role::Chair).await;
    let body = chair.get(&format!("/calendar/actions/{id}")).await.body;
    assert_eq!(entries(&body).len(), 2);
    for line in body.split("\r\n") {
        assert!(line.len() <= 75 && !line.starts_with("ATTENDEE"), "{line}");
    }
}

//! Every record at one moment: found by number, reference, words; links both ways; what is due.

use crate::people::{CLERK, MANAGER, SCRUTINY};
use crate::written::Written;
use waymark_programme::check::check;
use waymark_programme::{End, Link, News, Readers, Role, Values, kinds, link};

fn action(text: &str) -> Values {
    Values::new()
        .with("text", text)
        .with_list("owners", ["Louise Marsh"])
}

fn board(day: &str) -> Values {
    Values::new()
        .with("title", format!("Improvement Board, {day}"))
        .with("body", "Improvement Board")
        .with("date", day)
}

#[test]
fn a_promise_for_a_meeting_is_due_on_its_day() {
    let mut written = Written::default();
    let meeting = written.add(&kinds::MEETING, "planned", board("2018-03-20"));
    let promised = written.add(&kinds::ACTION, "open", action("Bring the heat maps"));
    written.link(promised, &link::PROMISED_FOR, meeting);
    let done = written.add(
        &kinds::ACTION,
        "closed",
        action("Circulate the list").with("due", "2018-03-01"),
    );
    let records = written.records();
    let today = "2018-04-08".parse().unwrap();
    assert_eq!(
        records.days_over(records.get(promised).unwrap(), today),
        Some(19)
    );
    assert_eq!(records.days_over(records.get(done).unwrap(), today), None);
    let owed: Vec<_> = records
        .led_here(meeting, &link::PROMISED_FOR)
        .map(|it| it.id)
        .collect();
    assert_eq!(owed, [promised]);
}

#[test]
fn search_finds_words_in_any_case_and_references() {
    let mut written = Written::default();
    let maps = written.add(
        &kinds::ACTION,
        "open",
        action("Bring the Heat Maps on recruitment"),
    );
    written.add(&kinds::ACTION, "open", action("Something else"));
    let records = written.records();
    let found = |words: &str| records.search(words).map(|it| it.id).collect::<Vec<_>>();
    assert_eq!(found("heat maps"), [maps]);
    assert_eq!(found("recruit BRING"), [maps]);
    assert_eq!(found("louise").len(), 2);
    assert_eq!(found("act-1"), [maps]);
    assert!(found("heat unknown").is_empty());
    // Words in quotation marks stand together as they are written; a mark that is not closed opens the rest.
    assert_eq!(found("\"heat maps\""), [maps]);
    assert_eq!(found("“heat  maps” bring"), [maps]);
    assert_eq!(found("\"heat maps"), [maps]);
    assert!(found("\"maps heat\"").is_empty());
    assert_eq!(records.cited("act-1").map(|it| it.id), Some(maps));
    assert!(records.cited("F-1").is_none(), "it is no finding");
}

#[test]
fn news_takes_links_away_and_leaves_the_earlier_state_as_it_was() {
    let mut written = Written::default();
    let one = written.add(&kinds::ACTION, "open", action("One"));
    let two = written.add(&kinds::ACTION, "open", action("Two"));
    written.link(two, &link::CONTINUES, one);
    written.link(two, &link::MEASURED_BY, End::Measure("caseload".into()));
    let before = written.records();
    let mut now = before.get(two).unwrap().clone();
    now.version = 2;
    let after = before.with(News {
        seq: before.seq + 1,
        records: vec![now],
        links: vec![Link {
            from: two,
            kind: &link::ABOUT,
            to: End::Record(one),
        }],
    });
    assert_eq!(before.links_to(one)[0].kind, &link::CONTINUES);
    assert_eq!(after.links_to(one).len(), 1);
    assert_eq!(after.links_to(one)[0].kind, &link::ABOUT);
    assert_eq!(before.links_to_measure("caseload").len(), 1);
    assert!(after.links_to_measure("caseload").is_empty());
    assert_eq!((before.links(), after.links()), (2, 1));
}

#[test]
fn what_is_written_must_fit_its_field() {
    let wrong = |field: &str, value: &str| {
        let mistakes = check(&kinds::MEETING, &board("2018-03-20").with(field, value));
        mistakes
            .into_iter()
            .map(|it| it.words)
            .collect::<Vec<_>>()
            .join("; ")
    };
    assert_eq!(wrong("place", "Committee Room B"), "");
    assert_eq!(
        wrong("date", "2018-02-30"),
        "Date: write a real day, such as 31 3 2018"
    );
    assert_eq!(
        wrong("starts", "25:00"),
        "Starts at: write a time of day, such as 14:30"
    );
    assert_eq!(
        wrong("quorum", "-1"),
        "Quorum: write a whole number, such as 12"
    );
    assert_eq!(wrong("place", "two\nlines"), "Place: keep it to one line");
    assert_eq!(
        wrong("place", "bell\u{7}"),
        "Place: take out the characters that cannot be shown"
    );
    assert_eq!(
        wrong("place", &"x".repeat(301)),
        "Place: shorten it to 300 characters or fewer"
    );
    assert_eq!(wrong("colour", "green"), "A meeting has no field “colour”");
    let list = board("2018-03-20").with_list("place", ["A room"]);
    assert_eq!(
        check(&kinds::MEETING, &list)[0].words,
        "Place: this holds one value, not a list"
    );
}

#[test]
fn what_is_restricted_is_for_few_and_for_its_owner() {
    let mut written = Written::default();
    let id = written.add_for(
        Readers::Restricted,
        &kinds::ACTION,
        "open",
        action("A family's complaint"),
    );
    let records = written.records();
    let record = records.get(id).unwrap();
    assert!(CLERK.may_read(record) && !MANAGER.may_read(record) && !SCRUTINY.may_read(record));
    let owner = waymark_programme::Asker {
        role: Some(Role::Partner),
        name: "louise  MARSH",
        areas: &[],
    };
    assert!(owner.may_read(record) && !owner.may_edit(record));
    assert!(!waymark_programme::Asker::PUBLIC.may_read(record));
}

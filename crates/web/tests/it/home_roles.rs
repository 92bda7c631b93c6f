//! Home by role: what each person came for stands first.

use crate::findings_register::changes;
use crate::site::Site;
use jiff::{SignedDuration, Timestamp};
use waymark_programme::kinds::{
    ACTION, AGENDA_ITEM, AUDIT, BODY, FINDING, MEETING, PAPER, PLAN_LINE, QUESTION,
};
use waymark_programme::link::{PART_OF, PRESENTED_AT};
use waymark_programme::{Readers, Values};
use waymark_store::Role;

/// A board before its meeting of 24 April 2018: seven papers, two actions overdue, a line without effect.
async fn board(site: &Site) {
    let mut made = changes();
    let body = Values::new()
        .with("name", "Improvement Board")
        .with("sort", "board");
    let body = made.make(&BODY, body);
    let meeting = Values::new()
        .with("title", "Improvement Board, 24 April 2018")
        .with("body", "Improvement Board")
        .with("date", "2018-04-24")
        .with("starts", "14:30")
        .with("papers_due", "2018-04-13");
    let meeting = made.make(&MEETING, meeting);
    made.link(meeting, &PART_OF, body);
    let item = Values::new()
        .with("title", "Performance")
        .with("sort", "standing");
    let item = made.make(&AGENDA_ITEM, item);
    made.link(item, &PART_OF, meeting);
    for number in 0..7 {
        let values = Values::new()
            .with("title", format!("Paper {number}"))
            .with_list("owners", ["Head of audit"]);
        let state = if number < 3 { "received" } else { "awaited" };
        let paper = made.make_as(&PAPER, state, PAPER.readers, values);
        made.link(paper, &PRESENTED_AT, item);
    }
    let action = |text: &str, owner: &str, due: &str| {
        Values::new()
            .with("text", text)
            .with_list("owners", [owner])
            .with("due", due)
    };
    made.make(
        &ACTION,
        action("Bring the caseload figures", "Some member", "2018-03-24")
            .with("first_due", "2018-02-24"),
    );
    made.make(
        &ACTION,
        action("Write to headteachers", "Ruth Kell", "2018-04-07"),
    );
    made.make(
        &ACTION,
        action("Plan the summer", "Some member", "2018-05-30"),
    );
    let done = Values::new()
        .with("text", "Train every team")
        .with("area", "North")
        .with("done_on", "2018-02-01");
    made.make_as(&PLAN_LINE, "delivered", PLAN_LINE.readers, done);
    let finding = Values::new()
        .with("said", "Visits come too late")
        .with("body", "Ofsted")
        .with("sense", "improve");
    made.make(&FINDING, finding);
    site.store().keep(&made).await.unwrap();
}

#[tokio::test]
async fn a_chair_finds_the_next_meeting_what_is_overdue_what_does_not_move_and_what_no_line_answers()
 {
    let site = Site::new().await;
    board(&site).await;
    let home = site.visitor(Role::Chair).await.get("/").await;
    home.is(200)
        .says("Next meeting: Improvement Board, 24 April 2018 , 24 April 2018, 2.30 pm, in 16 days")
        .says("3 of 7 papers are in; the others are due on 13 April 2018, in 5 days.")
        .says("Overdue (2) Bring the caseload figures Open 15 days over: due 24 March 2018")
        .says("First promised for 24 February 2018")
        .says("Not moving (1)")
        .says("Train every team Delivery: Delivered Effect: Not yet measurable")
        .says("Findings without a plan line (1) Visits come too late")
        .never_says("Yours to do");
}

#[tokio::test]
async fn an_owner_finds_their_own_actions_first_by_day() {
    let site = Site::new().await;
    board(&site).await;
    let home = site.visitor(Role::Member).await.get("/").await;
    home.is(200)
        .says("Yours to do (2) Bring the caseload figures Open 15 days over")
        .says("Plan the summer Open Due 30 May 2018, in 52 days");
    let text = home.text();
    assert!(text.find("Yours to do").unwrap() < text.find("Overdue (2)").unwrap());
}

#[tokio::test]
async fn a_manager_finds_the_lines_of_their_areas_and_nobody_elses() {
    let site = Site::new().await;
    board(&site).await;
    let mut made = changes();
    let south = Values::new()
        .with("text", "Open a hub")
        .with("area", "South");
    made.make(&PLAN_LINE, south);
    site.store().keep(&made).await.unwrap();
    let home = site.visitor(Role::Manager).await.get("/").await;
    home.is(200)
        .says("Your lines of the plan (1) Train every team")
        .never_says("Open a hub");
}

#[tokio::test]
async fn democratic_services_find_what_waits_to_be_minuted_approved_published_and_answered() {
    let site = Site::new().await;
    board(&site).await;
    let mut made = changes();
    let meeting = |title: &str, date: &str| {
        Values::new()
            .with("title", title)
            .with("body", "Improvement Board")
            .with("date", date)
    };
    for (state, title, date) in [
        ("held", "March meeting", "2018-03-20"),
        ("planned", "Forgotten meeting", "2018-04-03"),
        ("drafted", "February meeting", "2018-02-20"),
        ("approved", "January meeting", "2018-01-20"),
    ] {
        made.make_as(&MEETING, state, Readers::Board, meeting(title, date));
    }
    made.make_as(
        &MEETING,
        "approved",
        Readers::Public,
        meeting("December meeting", "2017-12-20"),
    );
    site.store().keep(&made).await.unwrap();
    let records = site.house.records().await.unwrap();
    let action = records.of(&ACTION).next().unwrap().id;
    let now = Timestamp::now();
    for (name, hours) in [("Ruth Kell", 24), ("Sam Reed", -1)] {
        let to = (name, "someone@police.example");
        let ends = now + SignedDuration::from_hours(hours);
        site.store()
            .make_ask(action, to, None, now, ends)
            .await
            .unwrap();
    }
    let home = site.visitor(Role::DemocraticServices).await.get("/").await;
    home.is(200)
        .says("What waits for you To be minuted (2) Forgotten meeting Planned 3 April 2018, 5 days ago March meeting")
        .says("To be approved (1) February meeting")
        .says("To be published (1) January meeting")
        .says("Papers due (4) Paper 3 Improvement Board, 24 April 2018. Head of audit. due 13 April 2018, in 5 days")
        .says("Links sent and not answered (2) Bring the caseload figures Sam Reed.")
        .says("The link has ended: send another")
        .never_says("December meeting");
}

#[tokio::test]
async fn scrutiny_finds_what_it_asked_and_what_it_was_told() {
    let site = Site::new().await;
    board(&site).await;
    let mut made = changes();
    let question = |text: &str| {
        Values::new()
            .with("text", text)
            .with("asked_by", "Councillor Lowe")
            .with("date", "2018-01-15")
    };
    made.make(
        &QUESTION,
        question("How many children wait?").with("due", "2018-03-01"),
    );
    // A member of the board asked this one, at a meeting of the board: it is not scrutiny's.
    let held = made.make_as(
        &MEETING,
        "held",
        MEETING.readers,
        Values::new()
            .with("title", "Improvement Board, 13 March 2018")
            .with("body", "Improvement Board")
            .with("date", "2018-03-13"),
    );
    let boards = made.make(&QUESTION, question("What did the police say?"));
    made.link(boards, &PART_OF, held);
    made.make(
        &QUESTION,
        Values::new()
            .with("text", "When do the nurses join?")
            .with("asked_by", "Nita Shah"),
    );
    let told = question("Who audits?").with("answer", "An auditor of each district");
    made.make_as(&QUESTION, "answered", QUESTION.readers, told);
    site.store().keep(&made).await.unwrap();
    let home = site.visitor(Role::Scrutiny).await.get("/").await;
    home.is(200)
        .says("What we asked and still wait for (1) How many children wait? Awaiting an answer")
        .says("Asked by Councillor Lowe on 15 January 2018. Due on 1 March 2018, 38 days ago")
        .says("What we were told (1) Who audits? Answered")
        .says("An auditor of each district")
        .never_says("What did the police say?")
        .never_says("When do the nurses join?")
        .never_says("Findings without a plan line")
        .never_says("Overdue (");
}

#[tokio::test]
async fn an_auditor_finds_the_audits_to_be_done() {
    let site = Site::new().await;
    let mut made = changes();
    let audit = Values::new()
        .with("title", "Supervision in the North")
        .with("due", "2018-04-30");
    made.make(&AUDIT, audit);
    site.store().keep(&made).await.unwrap();
    site.visitor(Role::Auditor)
        .await
        .get("/")
        .await
        .is(200)
        .says("Audits to be done and moderated (1) Supervision in the North Planned")
        .says("Due on 30 April 2018, in 22 days");
}

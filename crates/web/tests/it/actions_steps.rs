//! Each step of an action: accepted, evidenced, confirmed at a meeting; a date proposed, moved, kept; sent back.

use crate::board::{action, keep, meeting, now, person, site, tie};
use crate::html;
use crate::site::{Answer, Site, Visitor};
use axum::body::Body;
use axum::http::{Request, header};
use waymark_programme::{RecordId, Values, kinds, link};
use waymark_store::Role;
use waymark_web::mail::Settings;

/// The version a form was made from.
fn read(page: &str) -> String {
    let tags = html::tags(page);
    let field = tags.iter().find(|it| it.get("name") == "read").unwrap();
    field.get("value").to_owned()
}

/// Opens a step's form and sends it.
async fn step(who: &mut Visitor, id: RecordId, step: &str, fields: &[(&str, &str)]) -> Answer {
    let path = format!("/actions/{id}/steps/{step}");
    let form = who.get(&path).await;
    form.is(200);
    let read = read(&form.body);
    let mut all = vec![("read", read.as_str())];
    all.extend(fields);
    who.post(&path, &all).await
}

async fn begun() -> (Site, RecordId, RecordId) {
    let site = site(Settings::default()).await;
    let board = meeting(&site, "Improvement Board, 3 April 2018", "2018-04-03").await;
    let id = keep(
        &site,
        &kinds::ACTION,
        "open",
        action("Review live cases", "Ruth Kell").with("due", "2018-03-31"),
    )
    .await;
    tie(&site, id, &link::CAME_FROM, board).await;
    (site, id, board)
}

#[tokio::test]
async fn from_accepted_to_closed_at_a_meeting() {
    let (site, id, board) = begun().await;
    let mut ruth = person(&site, "Ruth Kell", Role::Member).await;
    step(&mut ruth, id, "accept", &[]).await.is(303);
    step(
        &mut ruth,
        id,
        "progress",
        &[("progress", "Four cases seen")],
    )
    .await
    .is(303);
    let page = step(&mut ruth, id, "done", &[("evidence", "")]).await;
    page.is(422).says("Write what was done");
    step(&mut ruth, id, "done", &[("evidence", "Minutes of 4 April")])
        .await
        .is(303);
    assert_eq!(now(&site, id).await.state.word, "evidenced");
    // The owner cannot confirm it themselves.
    ruth.get(&format!("/actions/{id}/steps/close"))
        .await
        .is(403);
    let mut chair = site.visitor(Role::Chair).await;
    step(&mut chair, id, "close", &[("minute", "")])
        .await
        .is(422)
        .says("Choose the meeting");
    // Only a meeting that was held closes it, of the body that asked for it: others are not offered, nor taken.
    let june = meeting(&site, "Improvement Board, 19 June 2018", "2018-06-19").await;
    let scrutiny = keep(
        &site,
        &kinds::MEETING,
        "held",
        Values::new()
            .with("title", "Scrutiny, 4 April 2018")
            .with("body", "Scrutiny")
            .with("date", "2018-04-04"),
    )
    .await;
    chair
        .get(&format!("/actions/{id}/steps/close"))
        .await
        .says("Improvement Board, 3 April 2018")
        .never_says("19 June 2018")
        .never_says("Scrutiny, 4 April 2018");
    for (at, why) in [
        (june, "That meeting is still to be held on 19 June 2018."),
        (scrutiny, "That is a meeting of another body."),
    ] {
        step(&mut chair, id, "close", &[("minute", &at.to_string())])
            .await
            .is(422)
            .says(why);
    }
    step(&mut chair, id, "close", &[("minute", &board.to_string())])
        .await
        .is(303);
    let closed = now(&site, id).await;
    assert_eq!(closed.state.word, "closed");
    let history = site.store().history_of(id).await.unwrap();
    let last = history.last().unwrap().body.as_ref().unwrap();
    assert_eq!(last.minute, Some(board));
    assert_eq!(last.by.name, "Some chair");
    chair
        .get(&format!("/actions/{id}"))
        .await
        .is(200)
        .says("Four cases seen")
        .says("Minutes of 4 April")
        .says("Improvement Board, 3 April 2018");
}

#[tokio::test]
async fn each_of_several_owners_accepts_for_themselves() {
    let site = site(Settings::default()).await;
    let owners = ["Ruth Kell", "Nita Shah", "Helen Farrow"];
    let id = keep(
        &site,
        &kinds::ACTION,
        "open",
        Values::new()
            .with("text", "Bring the maps")
            .with_list("owners", owners),
    )
    .await;
    let mut ruth = person(&site, "Ruth Kell", Role::Member).await;
    let mut nita = person(&site, "Nita Shah", Role::Member).await;
    let page = format!("/actions/{id}");
    step(&mut ruth, id, "accept", &[]).await.is(303);
    assert_eq!(now(&site, id).await.state.word, "open");
    ruth.get(&page)
        .await
        .says("Accepted by Ruth Kell")
        .says("Not accepted yet by Nita Shah, Helen Farrow")
        .never_says(&format!("{page}/steps/accept"));
    nita.get(&page).await.says("Accept it");
    step(&mut nita, id, "accept", &[]).await.is(303);
    let mut helen = person(&site, "Helen Farrow", Role::Member).await;
    step(&mut helen, id, "accept", &[]).await.is(303);
    assert_eq!(now(&site, id).await.state.word, "accepted");
}

#[tokio::test]
async fn evidence_comes_with_its_file() {
    let (site, id, _) = begun().await;
    let mut ruth = person(&site, "Ruth Kell", Role::Member).await;
    let path = format!("/actions/{id}/steps/done");
    let form = ruth.get(&path).await;
    let body = |csrf: &str, name: &str| {
        let mut body = String::new();
        for (field, value) in [
            ("csrf", csrf),
            ("read", &read(&form.body)),
            ("evidence", "See the notes"),
        ] {
            body.push_str(&format!(
                "--XX\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n"
            ));
        }
        body.push_str(&format!(
            "--XX\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\nContent-Type: text/html\r\n\r\nfour cases\r\n--XX--\r\n"
        ));
        body
    };
    let send = async |who: &mut Visitor, body: String| {
        let request =
            Request::post(&path).header(header::CONTENT_TYPE, "multipart/form-data; boundary=XX");
        who.send(request, Body::from(body)).await
    };
    let csrf = ruth.csrf.clone();
    send(&mut ruth, body("forged", "notes.txt")).await.is(403);
    send(&mut ruth, body(&csrf, "notes.html"))
        .await
        .is(422)
        .says("Choose a PDF");
    assert!(site.store().files_of(id).await.unwrap().is_empty());
    send(&mut ruth, body(&csrf, "notes.txt")).await.is(303);
    let files = site.store().files_of(id).await.unwrap();
    assert_eq!(
        now(&site, id).await.values.list("evidence_files"),
        [files[0].id.to_string()]
    );
    let file = ruth
        .get(&format!("/actions/{id}/files/{}", files[0].id))
        .await;
    file.is(200);
    assert_eq!(file.body, "four cases");
    assert_eq!(file.headers[header::CONTENT_TYPE], "text/plain");
    assert!(
        file.headers[header::CONTENT_DISPOSITION]
            .to_str()
            .unwrap()
            .starts_with("attachment")
    );
    person(&site, "Pat Field", Role::Partner)
        .await
        .get(&format!("/actions/{id}/files/{}", files[0].id))
        .await
        .is(404);
}

#[tokio::test]
async fn a_date_is_proposed_and_decided() {
    let (site, id, _) = begun().await;
    let mut ruth = person(&site, "Ruth Kell", Role::Member).await;
    let june = [
        ("date-day", "1"),
        ("date-month", "6"),
        ("date-year", "2018"),
    ];
    step(&mut ruth, id, "propose", &june)
        .await
        .is(422)
        .says("Say why you need another date");
    let mut with_reason = june.to_vec();
    with_reason.push(("reason", "Two officers are away"));
    step(&mut ruth, id, "propose", &with_reason).await.is(303);
    let proposed = now(&site, id).await;
    assert_eq!(
        (proposed.text("due"), proposed.text("proposed_due")),
        ("2018-03-31", "2018-06-01")
    );
    ruth.get(&format!("/actions/{id}/steps/date")).await.is(403);
    let mut clerk = site.visitor(Role::DemocraticServices).await;
    clerk
        .get(&format!("/actions/{id}"))
        .await
        .says("Ruth Kell proposes 1 June 2018 instead: Two officers are away");
    step(
        &mut clerk,
        id,
        "date",
        &[("decide", "keep"), ("reason", "")],
    )
    .await
    .is(422);
    step(&mut clerk, id, "date", &with_reason).await.is(303);
    let moved = now(&site, id).await;
    assert_eq!(
        (
            moved.text("due"),
            moved.text("first_due"),
            moved.text("proposed_due")
        ),
        ("2018-06-01", "2018-03-31", "")
    );
    clerk
        .get(&format!("/actions/{id}"))
        .await
        .says("How the date moved")
        .says("First promised for 31 March 2018; slipped once, by 62 days")
        .says("Two officers are away");
    step(&mut ruth, id, "propose", &with_reason).await.is(303);
    step(
        &mut clerk,
        id,
        "date",
        &[("decide", "keep"), ("reason", "It is late already")],
    )
    .await
    .is(303);
    let kept = now(&site, id).await;
    assert_eq!(
        (kept.text("due"), kept.text("proposed_due")),
        ("2018-06-01", "")
    );
}

#[tokio::test]
async fn what_somebody_else_wrote_meanwhile_is_shown_and_not_lost() {
    let (site, id, _) = begun().await;
    let mut ruth = person(&site, "Ruth Kell", Role::Member).await;
    let mut clerk = site.visitor(Role::DemocraticServices).await;
    let path = format!("/actions/{id}/steps/progress");
    let old = read(&ruth.get(&path).await.body);
    step(
        &mut clerk,
        id,
        "progress",
        &[("progress", "The clerk's words")],
    )
    .await
    .is(303);
    let both = ruth
        .post(&path, &[("read", &old), ("progress", "Her own words")])
        .await;
    both.is(409)
        .says("The clerk's words")
        .says("Her own words")
        .says("not kept yet");
    assert_eq!(now(&site, id).await.text("progress"), "The clerk's words");
    let read = read(&both.body);
    ruth.post(&path, &[("read", &read), ("progress", "Both our words")])
        .await
        .is(303);
}

#[tokio::test]
async fn several_are_confirmed_at_once_on_the_evidence_that_was_shown() {
    let (site, _, board) = begun().await;
    let mut ids = Vec::new();
    for text in ["Tell the schools", "Tell the nurseries", "Tell the clinics"] {
        let values = action(text, "Ann Marsh").with("evidence", format!("Told: {text}"));
        ids.push(keep(&site, &kinds::ACTION, "evidenced", values).await);
    }
    let mut clerk = site.visitor(Role::DemocraticServices).await;
    let form = clerk
        .get(&format!("/actions/confirm?meeting={board}"))
        .await;
    form.is(200).says("Told: Tell the schools");
    let ticked: Vec<String> = ids.iter().map(|it| format!("{it}-1")).collect();
    let minute = board.to_string();
    // One of them was asked for on 4 April: a meeting of the day before cannot have confirmed it, and says which it is.
    let asked_at = meeting(&site, "Improvement Board, 4 April 2018", "2018-04-04").await;
    tie(&site, ids[0], &link::CAME_FROM, asked_at).await;
    let early = [
        ("minute", minute.as_str()),
        ("actions", &ticked[0]),
        ("actions", &ticked[1]),
    ];
    clerk
        .post("/actions/confirm", &early)
        .await
        .is(422)
        .says(&format!(
            "ACT-{}: That meeting was before the action was agreed.",
            ids[0]
        ));
    let minute = asked_at.to_string();
    clerk
        .post("/actions/confirm", &[("minute", &minute)])
        .await
        .is(422)
        .says("Tick the actions");
    clerk
        .post("/actions/confirm", &[("actions", &ticked[0])])
        .await
        .is(422)
        .says("Choose the meeting");
    // Evidence that came after the page was shown has to be looked at first.
    step(
        &mut clerk,
        ids[2],
        "evidence",
        &[("evidence", "Something else")],
    )
    .await
    .is(303);
    let all = [
        ("minute", minute.as_str()),
        ("actions", &ticked[0]),
        ("actions", &ticked[2]),
    ];
    clerk.post("/actions/confirm", &all).await.is(409);
    assert_eq!(
        now(&site, ids[0]).await.state.word,
        "evidenced",
        "none of them"
    );
    let two = [
        ("minute", minute.as_str()),
        ("actions", &ticked[0]),
        ("actions", &ticked[1]),
    ];
    clerk.post("/actions/confirm", &two).await.is(303);
    assert_eq!(now(&site, ids[1]).await.state.word, "closed");
    assert_eq!(now(&site, ids[2]).await.state.word, "evidenced");
}

#[tokio::test]
async fn an_action_is_carried_into_the_plan_with_its_origin() {
    let (site, id, _) = begun().await;
    let mut clerk = site.visitor(Role::DemocraticServices).await;
    let answer = clerk.post(&format!("/actions/{id}/carry"), &[]).await;
    answer.is(303);
    let line: i64 = answer.to().rsplit('/').next().unwrap().parse().unwrap();
    let records = site.house.records().await.unwrap();
    let line = records.get(RecordId(line)).unwrap();
    assert!(line.is(&kinds::PLAN_LINE));
    assert!(
        records
            .leads_to(line.id, &link::CAME_FROM)
            .any(|it| it.id == id)
    );
}

#[tokio::test]
async fn who_owns_nothing_and_runs_nothing_takes_no_step() {
    let (site, id, _) = begun().await;
    let mut member = person(&site, "Omar Reid", Role::Member).await;
    for step in [
        "accept",
        "progress",
        "done",
        "propose",
        "date",
        "close",
        "send-back",
        "withdraw",
    ] {
        let path = format!("/actions/{id}/steps/{step}");
        member.get(&path).await.is(403);
        let fields = [
            ("read", "2"),
            ("progress", "x"),
            ("evidence", "x"),
            ("reason", "x"),
            ("minute", "1"),
        ];
        member.post(&path, &fields).await.is(403);
    }
    member
        .get(&format!("/actions/{id}/steps/burn"))
        .await
        .is(404);
    assert_eq!(now(&site, id).await.version, 1);
}

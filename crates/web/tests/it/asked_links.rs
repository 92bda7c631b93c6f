//! A partner's link: opened by anybody, answered once, and one page for every link that opens nothing.

use crate::board::{action, keep, meeting, now, records, site, tie};
use crate::post_office::PostOffice;
use crate::site::{Answer, Site, Visitor, secret_in};
use axum::http::header;
use jiff::{SignedDuration, Timestamp};
use waymark_programme::{Changes, RecordId, Values, kinds, link};
use waymark_store::Role;
use waymark_web::mail::Settings;

const RUTH: (&str, &str) = ("Ruth Kell", "ruth.kell@police.example");

async fn begun() -> (Site, RecordId) {
    let site = site(Settings::default()).await;
    let board = meeting(&site, "Improvement Board, 23 January 2018", "2018-01-23").await;
    let resolved = keep(
        &site,
        &kinds::RESOLUTION,
        "recorded",
        Values::new()
            .with("text", "that live cases be reviewed together")
            .with("verb", "agreed"),
    )
    .await;
    tie(&site, resolved, &link::PART_OF, board).await;
    let values = action("Review live cases", "Wayshire Constabulary")
        .with("due", "2018-03-31")
        .with("why", "So that children are seen sooner");
    let id = keep(&site, &kinds::ACTION, "open", values).await;
    tie(&site, id, &link::CAME_FROM, resolved).await;
    (site, id)
}

/// A link that ends in so many hours.
async fn link_for(site: &Site, id: RecordId, hours: i64) -> String {
    let now = Timestamp::now();
    let ends = now + SignedDuration::from_hours(hours);
    let made = now - SignedDuration::from_hours(100);
    let (_, token) = site
        .store()
        .make_ask(id, RUTH, None, made, ends)
        .await
        .unwrap();
    format!("/asked/{}", token.reveal())
}

/// Opens a link and answers it.
async fn answer(who: &mut Visitor, path: &str, fields: &[(&str, &str)]) -> Answer {
    let page = who.get(path).await;
    page.is(200);
    let secret = secret_in(&page.body);
    let mut all = vec![("csrf", secret.as_str())];
    all.extend(fields);
    who.post_bare(path, &all).await
}

#[tokio::test]
async fn the_page_says_what_why_what_was_decided_and_by_when() {
    let (site, id) = begun().await;
    let path = link_for(&site, id, 24).await;
    let mut ruth = site.nobody();
    let page = ruth.get(&path).await;
    page.is(200)
        .says("Wayshire County Council asks Ruth Kell")
        .says("Review live cases")
        .says("So that children are seen sooner")
        .says("Improvement Board, 23 January 2018. Agreed: that live cases be reviewed together")
        .says("31 March 2018")
        .says("Overdue");
    assert!(
        !page.body.contains("<nav") && !page.body.contains("/sign-out"),
        "no menu"
    );
    assert!(!page.headers.contains_key(header::SET_COOKIE), "no cookie");
    assert_eq!(page.headers[header::REFERRER_POLICY], "no-referrer");
    assert_eq!(page.headers["x-robots-tag"], "noindex, nofollow");
    assert_eq!(page.headers[header::CACHE_CONTROL], "no-store");
    // Whoever is signed in sees the same, and answers under the name the link was made for.
    let mut chair = site.visitor(Role::Chair).await;
    let same = chair.get(&path).await;
    assert!(!same.body.contains("/sign-out") && same.body == page.body);
}

#[tokio::test]
async fn opening_does_not_use_a_link_up_and_answering_does() {
    let (site, id) = begun().await;
    let path = link_for(&site, id, 24).await;
    let mut ruth = site.nobody();
    for _ in 0..5 {
        ruth.get(&path).await.is(200);
    }
    answer(&mut ruth, &path, &[("answer", "accept")])
        .await
        .is(200)
        .says("Thank you");
    let accepted = now(&site, id).await;
    assert_eq!(
        (accepted.state.word, accepted.by.as_str()),
        ("accepted", "Ruth Kell (by link)")
    );
    let history = site.store().history_of(id).await.unwrap();
    let last = history.last().unwrap().body.as_ref().unwrap();
    assert_eq!(
        (last.by.account, last.by.name.as_str()),
        (None, "Ruth Kell (by link)")
    );
    ruth.get(&path).await.is(404);
    assert!(site.store().verify().await.unwrap().faults.is_empty());
}

#[tokio::test]
async fn a_mistake_does_not_use_it_up_and_loses_nothing_typed() {
    let (site, id) = begun().await;
    let path = link_for(&site, id, 24).await;
    let mut ruth = site.nobody();
    let date = |year| {
        [
            ("answer", "date"),
            ("date-day", "31"),
            ("date-month", "6"),
            ("date-year", year),
            ("why", "Two are away"),
        ]
    };
    answer(&mut ruth, &path, &date("2018"))
        .await
        .is(422)
        .says("Write a real day")
        .says("Two are away");
    let past = [
        ("answer", "date"),
        ("date-day", "1"),
        ("date-month", "6"),
        ("date-year", "2017"),
        ("why", "x"),
    ];
    answer(&mut ruth, &path, &past)
        .await
        .is(422)
        .says("not past");
    answer(&mut ruth, &path, &[("answer", "done"), ("evidence", " ")])
        .await
        .is(422)
        .says("Write what was done");
    answer(&mut ruth, &path, &[("answer", "burn")])
        .await
        .is(422)
        .says("Choose one of the answers");
    let long = "x".repeat(301);
    answer(
        &mut ruth,
        &path,
        &[("answer", "question"), ("question", &long)],
    )
    .await
    .is(422)
    .says("300 characters");
    let right = [
        ("answer", "date"),
        ("date-day", "30"),
        ("date-month", "6"),
        ("date-year", "2018"),
        ("why", "Two are away"),
    ];
    answer(&mut ruth, &path, &right)
        .await
        .is(200)
        .says("The board decides about the date");
    let proposed = now(&site, id).await;
    assert_eq!(
        (
            proposed.text("proposed_due"),
            proposed.text("proposed_by"),
            proposed.text("due")
        ),
        ("2018-06-30", "Ruth Kell", "2018-03-31")
    );
}

#[tokio::test]
async fn evidence_is_added_to_what_stands_and_awaits_a_meeting() {
    let (site, id) = begun().await;
    let mut changes = Changes::by(crate::board::clerk());
    let before = now(&site, id).await;
    changes.list.push(waymark_programme::Change::Edit {
        record: id,
        read: before.version,
        readers: before.readers,
        values: before.values.clone().with("evidence", "Seen in March"),
    });
    site.store().keep(&changes).await.unwrap();
    let path = link_for(&site, id, 24).await;
    let mut ruth = site.nobody();
    let words = "Four cases, see <b>minutes</b>\r\nof 4 April";
    answer(&mut ruth, &path, &[("answer", "done"), ("evidence", words)])
        .await
        .is(200);
    let done = now(&site, id).await;
    assert_eq!(done.state.word, "evidenced");
    assert_eq!(
        done.text("evidence"),
        "Seen in March\n\n8 April 2018, Ruth Kell: Four cases, see <b>minutes</b>\nof 4 April"
    );
    let page = site
        .visitor(Role::Chair)
        .await
        .get(&format!("/actions/{id}"))
        .await;
    page.says("see <b>minutes</b>");
    assert!(!page.body.contains("<b>minutes"));
}

#[tokio::test]
async fn evidence_brings_its_file() {
    let (site, id) = begun().await;
    let path = link_for(&site, id, 24).await;
    let mut ruth = site.nobody();
    let secret = secret_in(&ruth.get(&path).await.body);
    let body = |name: &str, bytes: &[u8]| {
        let mut body = Vec::new();
        for (field, value) in [
            ("csrf", secret.as_str()),
            ("answer", "done"),
            ("evidence", "See it"),
        ] {
            body.extend(
                format!(
                    "--XX\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n"
                )
                .into_bytes(),
            );
        }
        body.extend(
            format!(
                "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n"
            )
            .into_bytes(),
        );
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--XX--\r\n");
        body
    };
    let send = async |who: &mut Visitor, body: Vec<u8>| {
        let request = axum::http::Request::post(&path)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=XX");
        who.send(request, axum::body::Body::from(body)).await
    };
    send(&mut ruth, body("run.exe", b"MZ"))
        .await
        .is(422)
        .says("Choose a PDF");
    send(&mut ruth, body("big.pdf", &vec![b'x'; 10_000_001]))
        .await
        .is(422)
        .says("10 MB or less");
    assert!(site.store().files_of(id).await.unwrap().is_empty());
    send(&mut ruth, body("notes.pdf", b"%PDF-1.7"))
        .await
        .is(200);
    let files = site.store().files_of(id).await.unwrap();
    assert_eq!(
        (files.len(), files[0].by.as_str()),
        (1, "Ruth Kell (by link)")
    );
    assert_eq!(
        now(&site, id).await.values.list("evidence_files"),
        [files[0].id.to_string()]
    );
}

#[tokio::test]
async fn a_question_is_a_record_about_the_action() {
    let (site, id) = begun().await;
    let path = link_for(&site, id, 24).await;
    answer(
        &mut site.nobody(),
        &path,
        &[
            ("answer", "question"),
            ("question", "Which cases?\r\nAll of them?"),
        ],
    )
    .await
    .is(200);
    let records = records(&site).await;
    let question = records.of(&kinds::QUESTION).next().unwrap();
    assert_eq!(
        (question.title(), question.text("asked_by")),
        ("Which cases? All of them?", "Ruth Kell")
    );
    assert!(
        records
            .leads_to(question.id, &link::ABOUT)
            .any(|it| it.id == id)
    );
    // Whoever opens the action, or what happened to it, reads that it was asked.
    let mut clerk = site.visitor(Role::DemocraticServices).await;
    clerk
        .get(&format!("/actions/{id}"))
        .await
        .says("Asked about it Which cases? All of them?");
    let history = site.store().history_of(id).await.unwrap();
    let last = history.last().unwrap().body.clone().unwrap();
    assert_eq!(
        (last.by.name.as_str(), last.reason.as_str()),
        (
            "Ruth Kell (by link)",
            "Asked through a link: Which cases? All of them?"
        )
    );
}

#[tokio::test]
async fn an_action_agreed_under_an_item_is_asked_with_what_was_resolved_there() {
    let (site, _) = begun().await;
    let board = meeting(&site, "Improvement Board, 13 March 2018", "2018-03-13").await;
    let item = Values::new()
        .with("title", "Police referrals")
        .with("sort", "update");
    let item = keep(&site, &kinds::AGENDA_ITEM, "taken", item).await;
    tie(&site, item, &link::PART_OF, board).await;
    for (verb, text) in [
        ("noted", "the report presented"),
        ("requested", "a joint look at live cases"),
    ] {
        let values = Values::new().with("text", text).with("verb", verb);
        let resolved = keep(&site, &kinds::RESOLUTION, "recorded", values).await;
        tie(&site, resolved, &link::PART_OF, item).await;
    }
    let values = action("Look at live cases", "Wayshire Constabulary");
    let id = keep(&site, &kinds::ACTION, "open", values).await;
    tie(&site, id, &link::CAME_FROM, item).await;
    let path = link_for(&site, id, 24).await;
    site.nobody()
        .get(&path)
        .await
        .says("13 March 2018. Noted: the report presented; Requested: a joint look at live cases");
}

#[tokio::test]
async fn forged_answered_revoked_and_old_links_get_one_and_the_same_page() {
    let (site, id) = begun().await;
    let mut ruth = site.nobody();
    let answered = link_for(&site, id, 24).await;
    answer(&mut ruth, &answered, &[("answer", "accept")])
        .await
        .is(200);
    let revoked = link_for(&site, id, 24).await;
    let secret = secret_in(&ruth.get(&revoked).await.body);
    let ask = site.store().asks_of(id).await.unwrap()[0].id;
    let mut clerk = site.visitor(Role::DemocraticServices).await;
    clerk
        .get(&format!("/actions/{id}"))
        .await
        .says("Revoke this link");
    clerk
        .post(&format!("/actions/{id}/links/{ask}/revoke"), &[])
        .await
        .is(303);
    let old = link_for(&site, id, -1).await;
    let forged = format!("/asked/{}", "0123456789abcdef".repeat(4));
    let mut pages = Vec::new();
    let before = now(&site, id).await;
    for path in [
        &answered,
        &revoked,
        &old,
        &forged,
        &"/asked/x".to_owned(),
        &format!("{forged}0"),
    ] {
        let page = ruth.get(path).await;
        page.is(404)
            .says("This link cannot be used")
            .says("turn to democratic services");
        pages.push((page.body, format!("{:?}", page.headers)));
        // Nor with a form that was right once.
        for csrf in [secret.as_str(), "forged", ""] {
            ruth.post_bare(
                path,
                &[("csrf", csrf), ("answer", "done"), ("evidence", "x")],
            )
            .await
            .is(404);
        }
    }
    assert!(
        pages.windows(2).all(|it| it[0] == it[1]),
        "nothing tells them apart"
    );
    assert_eq!(now(&site, id).await, before);
}

#[tokio::test]
async fn a_form_without_the_secret_of_its_link_is_refused() {
    let (site, id) = begun().await;
    let (one, other) = (link_for(&site, id, 24).await, link_for(&site, id, 24).await);
    let mut ruth = site.nobody();
    let others = secret_in(&ruth.get(&other).await.body);
    let token = one.rsplit('/').next().unwrap();
    for forged in ["", "x", token, &others] {
        ruth.post_bare(&one, &[("csrf", forged), ("answer", "accept")])
            .await
            .is(403);
    }
    let request = axum::http::Request::post(&one)
        .header("sec-fetch-site", "cross-site")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let secret = secret_in(&ruth.get(&one).await.body);
    let body = axum::body::Body::from(format!("csrf={secret}&answer=accept"));
    ruth.send(request, body).await.is(403);
    assert_eq!(now(&site, id).await.state.word, "open");
    answer(&mut ruth, &one, &[("answer", "accept")])
        .await
        .is(200);
}

#[tokio::test]
async fn of_two_answers_at_once_one_is_kept() {
    let (site, id) = begun().await;
    let path = link_for(&site, id, 24).await;
    let mut ruth = site.nobody();
    let secret = secret_in(&ruth.get(&path).await.body);
    let mut both = Vec::new();
    for number in 0..6 {
        let (mut ruth, path, secret) = (ruth.clone(), path.clone(), secret.clone());
        both.push(tokio::spawn(async move {
            let words = format!("Answer {number}");
            let fields = [
                ("csrf", secret.as_str()),
                ("answer", "done"),
                ("evidence", &words),
            ];
            ruth.post_bare(&path, &fields).await.status.as_u16()
        }));
    }
    let mut statuses = Vec::new();
    for one in both {
        statuses.push(one.await.unwrap());
    }
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 404, 404, 404, 404, 404]);
    assert_eq!(
        now(&site, id)
            .await
            .text("evidence")
            .matches("Answer")
            .count(),
        1
    );
}

#[tokio::test]
async fn an_answer_to_a_closed_action_is_not_needed_and_an_edit_meanwhile_is_not_overwritten() {
    let (site, id) = begun().await;
    let path = link_for(&site, id, 24).await;
    let mut ruth = site.nobody();
    let page = ruth.get(&path).await;
    let secret = secret_in(&page.body);
    let mut changes = Changes::by(crate::board::clerk());
    changes.list.push(waymark_programme::Change::Move {
        record: id,
        read: 1,
        to: "withdrawn",
    });
    site.store().keep(&changes).await.unwrap();
    ruth.get(&path).await.is(200).says("Nothing more is needed");
    ruth.post_bare(&path, &[("csrf", &secret), ("answer", "accept")])
        .await
        .is(200)
        .says("Nothing more is needed");
    assert_eq!(now(&site, id).await.state.word, "withdrawn");
}

#[tokio::test]
async fn guessing_links_is_slowed() {
    let (site, id) = begun().await;
    let good = link_for(&site, id, 24).await;
    let mut guesser = site.nobody();
    for number in 0..50 {
        guesser.get(&format!("/asked/{number:064x}")).await.is(404);
    }
    guesser.get(&format!("/asked/{:064x}", 51)).await.is(429);
    guesser.get(&good).await.is(429);
}

#[tokio::test]
async fn no_token_is_in_the_store() {
    let (site, id) = begun().await;
    let path = link_for(&site, id, 24).await;
    let token = path.rsplit('/').next().unwrap().to_owned();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("backup");
    site.store().backup_to(&file).await.unwrap();
    let bytes = std::fs::read(file).unwrap();
    assert!(!bytes.windows(token.len()).any(|it| it == token.as_bytes()));
}

#[tokio::test]
async fn a_link_is_sent_by_e_mail_and_answered_and_another_follows() {
    let post = PostOffice::open().await;
    let site = site(post.settings()).await;
    let id = keep(
        &site,
        &kinds::ACTION,
        "open",
        action("Review live cases", "Wayshire Constabulary"),
    )
    .await;
    crate::board::member(
        &site,
        RUTH.0,
        "Superintendent",
        "Wayshire Constabulary",
        RUTH.1,
    )
    .await;
    let mut clerk = site.visitor(Role::DemocraticServices).await;
    let path = format!("/actions/{id}/link");
    clerk
        .get(&path)
        .await
        .is(200)
        .says("Ruth Kell, Wayshire Constabulary");
    clerk
        .post(&path, &[("who", "other"), ("days", "0")])
        .await
        .is(422)
        .says("Enter their name")
        .says("1 to 90");
    let who = records(&site)
        .await
        .of(&kinds::MEMBER)
        .next()
        .unwrap()
        .id
        .to_string();
    clerk
        .post(&path, &[("who", &who), ("days", "14")])
        .await
        .is(303);
    let letter = post.only();
    assert_eq!(letter.to, [RUTH.1]);
    assert_eq!(letter.header("Subject"), "Waymark: a request to you");
    assert!(
        letter.text.contains("Review live cases")
            && letter.text.contains("Marcus Bell, 01632 960123")
    );
    let address = letter
        .text
        .lines()
        .find(|it| it.starts_with("https://"))
        .unwrap();
    assert!(letter.html.contains(&format!("href=\"{address}\"")));
    let link = address
        .strip_prefix("https://waymark.wayshire.example")
        .unwrap();
    let mut ruth = site.nobody();
    let thanks = answer(&mut ruth, link, &[("answer", "accept")]).await;
    thanks.is(200).says("Send me another link");
    let secret = secret_in(&thanks.body);
    let again = format!("{link}/again");
    ruth.post_bare(&again, &[("csrf", "forged")]).await.is(403);
    for _ in 0..3 {
        ruth.post_bare(&again, &[("csrf", &secret)])
            .await
            .is(200)
            .says("on its way");
    }
    let kept = post.kept();
    assert_eq!(
        kept.len(),
        2,
        "one other link, however often it is asked for"
    );
    let next = crate::post_office::Message::of(&kept[1]);
    assert_eq!(next.to, [RUTH.1]);
    let address = next
        .text
        .lines()
        .find(|it| it.starts_with("https://"))
        .unwrap();
    let link = address
        .strip_prefix("https://waymark.wayshire.example")
        .unwrap();
    answer(
        &mut ruth,
        link,
        &[("answer", "done"), ("evidence", "All seen")],
    )
    .await
    .is(200);
    assert_eq!(now(&site, id).await.state.word, "evidenced");
    clerk
        .get(&format!("/actions/{id}"))
        .await
        .says("Answered on");
    clerk
        .get("/actions/letters")
        .await
        .is(200)
        .says("link 1")
        .says("Sent")
        .never_says("Review live cases");
}

#[tokio::test]
async fn without_a_mail_server_the_link_is_shown_once() {
    let (site, id) = begun().await;
    let mut clerk = site.visitor(Role::DemocraticServices).await;
    let fields = [("name", RUTH.0), ("email", RUTH.1), ("days", "3")];
    let page = clerk.post(&format!("/actions/{id}/link"), &fields).await;
    page.is(200)
        .says("It is shown this once")
        .says("no mail server is set up");
    let at = page
        .body
        .find("https://waymark.wayshire.example/asked/")
        .unwrap();
    let link: String = page.body[at + 32..]
        .chars()
        .take_while(|it| *it != '"')
        .collect();
    site.nobody()
        .get(&link)
        .await
        .is(200)
        .says("Review live cases");
    clerk
        .get(&format!("/actions/{id}"))
        .await
        .never_says(link.rsplit('/').next().unwrap());
}

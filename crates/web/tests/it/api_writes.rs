//! Records as programs write them: nothing is lost, nothing is made twice, and what is wrong is named.

use crate::site::{Answer, Site, Visitor, asking, options};
use axum::body::Body;
use axum::http::header;
use serde_json::{Value, json};
use waymark_programme::{Values, kinds};
use waymark_store::Role;
use waymark_web::{House, Method, app};

async fn send(
    visitor: &mut Visitor,
    way: Method,
    path: &str,
    headers: &[(&str, &str)],
    body: &Value,
) -> (Answer, Value) {
    let mut request = asking(way, path).header("x-csrf-token", visitor.csrf.clone());
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let answer = visitor.send(request, Body::from(body.to_string())).await;
    let told = serde_json::from_str(&answer.body).unwrap_or(Value::Null);
    (answer, told)
}

fn action(text: &str) -> Value {
    json!({ "values": { "text": text, "owners": ["Louise Marsh"] } })
}

async fn made(visitor: &mut Visitor) -> String {
    let (answer, told) = send(
        visitor,
        Method::Post,
        "/api/v1/action",
        &[],
        &action("Bring the heat maps"),
    )
    .await;
    answer.is(201);
    assert_eq!(answer.headers[header::ETAG], "\"1\"");
    assert_eq!(
        answer.headers[header::LOCATION],
        told["url"].as_str().unwrap()
    );
    told["url"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_stale_write_writes_nothing_and_gives_back_what_stands() {
    let site = Site::new().await;
    let mut chair = site.visitor(Role::Chair).await;
    let mut analyst = site.as_analyst().await;
    let path = made(&mut chair).await;
    let (none, _) = send(&mut chair, Method::Put, &path, &[], &action("Mine")).await;
    none.is(428);
    let (any, _) = send(
        &mut chair,
        Method::Put,
        &path,
        &[("if-match", "*")],
        &action("Mine"),
    )
    .await;
    any.is(428);
    let first = [("if-match", "\"1\"")];
    let (kept, told) = send(&mut analyst, Method::Put, &path, &first, &action("Theirs")).await;
    kept.is(200);
    assert_eq!(told["version"], 2);
    let (stale, told) = send(&mut chair, Method::Put, &path, &first, &action("Mine")).await;
    stale.is(412);
    assert_eq!(stale.headers[header::ETAG], "\"2\"");
    assert_eq!(told["current"]["values"]["text"], "Theirs");
    let (kept, _) = send(
        &mut chair,
        Method::Put,
        &path,
        &[("if-match", "W/\"2\"")],
        &action("Both"),
    )
    .await;
    kept.is(200);
    let verified = site.store().verify().await.unwrap();
    assert!(verified.faults.is_empty());
}

#[tokio::test]
async fn of_ten_who_write_the_same_version_at_once_one_is_kept() {
    let site = Site::new().await;
    let mut chair = site.visitor(Role::Chair).await;
    let path = made(&mut chair).await;
    let mut writers = Vec::new();
    for n in 0..10 {
        let (mut chair, path) = (chair.clone(), path.clone());
        writers.push(tokio::spawn(async move {
            let text = action(&format!("Writer {n}"));
            let first = [("if-match", "\"1\"")];
            send(&mut chair, Method::Put, &path, &first, &text)
                .await
                .0
                .status
                .as_u16()
        }));
    }
    let mut answers = Vec::new();
    for writer in writers {
        answers.push(writer.await.unwrap());
    }
    answers.sort_unstable();
    assert_eq!(answers, [200, 412, 412, 412, 412, 412, 412, 412, 412, 412]);
}

#[tokio::test]
async fn what_is_wrong_is_named_by_field_and_never_repeated() {
    let site = Site::new().await;
    let mut chair = site.visitor(Role::Chair).await;
    let secret = "her uncle Barnaby";
    for (body, field) in [
        (json!({}), "values"),
        (json!({ "values": [secret] }), "values"),
        (json!({ "values": { "owners": [secret] } }), "values.text"),
        (
            json!({ "values": { "text": secret, "owners": secret } }),
            "values.owners",
        ),
        (
            json!({ "values": { "text": secret, "owners": [] } }),
            "values.owners",
        ),
        (
            json!({ "values": { "text": secret, "owners": ["a", ""] } }),
            "values.owners",
        ),
        (
            json!({ "values": { "text": [secret], "owners": ["a"] } }),
            "values.text",
        ),
        (
            json!({ "values": { "text": "", "owners": ["a"] } }),
            "values.text",
        ),
        (
            json!({ "values": { "text": "a\nb", "owners": ["a"] } }),
            "values.text",
        ),
        (
            json!({ "values": { "text": format!("{secret}\u{0}"), "owners": ["a"] } }),
            "values.text",
        ),
        (
            json!({ "values": { "text": secret.repeat(30), "owners": ["a"] } }),
            "values.text",
        ),
        (
            json!({ "values": { "text": secret, "owners": ["a"], "due": secret } }),
            "values.due",
        ),
        (
            json!({ "values": { "text": secret, "owners": ["a"], secret: "x" } }),
            "values",
        ),
        (
            json!({ "values": { "text": secret, "owners": ["a"], "evidence_files": ["1"] } }),
            "values.evidence_files",
        ),
        (
            json!({ "values": { "text": secret, "owners": ["a"] }, secret: 1 }),
            "",
        ),
        (
            json!({ "values": { "text": secret, "owners": ["a"] }, "readers": secret }),
            "readers",
        ),
        (
            json!({ "values": { "text": secret, "owners": ["a"] }, "minute": 99 }),
            "minute",
        ),
        (
            json!({ "values": { "text": secret, "owners": ["a"] }, "reason": 5 }),
            "reason",
        ),
    ] {
        let (answer, told) = send(&mut chair, Method::Post, "/api/v1/action", &[], &body).await;
        answer.is(422).never_says("Barnaby");
        assert_eq!(told["errors"][0]["field"], field, "{told}");
        assert!(!told["errors"][0]["detail"].as_str().unwrap().is_empty());
    }
    // An analyst cannot hide a record from themselves.
    let mut analyst = site.as_analyst().await;
    let mut sealed = action("x");
    sealed["readers"] = "restricted".into();
    let (answer, _) = send(&mut analyst, Method::Post, "/api/v1/action", &[], &sealed).await;
    answer.is(422);
    assert_eq!(site.house.records().await.unwrap().all().count(), 0);
}

#[tokio::test]
async fn a_request_sent_again_under_its_key_is_kept_once() {
    let site = Site::new().await;
    let mut chair = site.visitor(Role::Chair).await;
    let key = [("idempotency-key", "7f3c")];
    let (first, one) = send(
        &mut chair,
        Method::Post,
        "/api/v1/action",
        &key,
        &action("Once"),
    )
    .await;
    let (second, two) = send(
        &mut chair,
        Method::Post,
        "/api/v1/action",
        &key,
        &action("Once"),
    )
    .await;
    first.is(201);
    second.is(201);
    assert_eq!(one["id"], two["id"]);
    let (other, _) = send(
        &mut chair,
        Method::Post,
        "/api/v1/action",
        &key,
        &action("Twice"),
    )
    .await;
    other.is(422);
    let moves = format!("{}/moves/accept", one["url"].as_str().unwrap());
    let key = [("idempotency-key", "7f3d"), ("if-match", "\"1\"")];
    for _ in 0..2 {
        let (moved, told) = send(&mut chair, Method::Post, &moves, &key, &json!({})).await;
        moved.is(200);
        assert_eq!(
            (&told["state"], &told["version"]),
            (&json!("accepted"), &json!(2))
        );
    }
    assert_eq!(site.house.records().await.unwrap().all().count(), 1);
}

#[tokio::test]
async fn a_move_says_what_it_still_needs() {
    let site = Site::new().await;
    let mut chair = site.visitor(Role::Chair).await;
    let path = made(&mut chair).await;
    let moves: Value =
        serde_json::from_str(&chair.get(&format!("{path}/moves")).await.body).unwrap();
    let offer = moves["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["move"] == "offer-evidence");
    assert_eq!(offer.unwrap()["needs"][0]["field"], "evidence");
    let first = [("if-match", "\"1\"")];
    let offer = format!("{path}/moves/offer-evidence");
    let (missing, told) = send(&mut chair, Method::Post, &offer, &first, &json!({})).await;
    missing.is(422);
    assert_eq!(told["errors"][0]["field"], "values.evidence");
    let close = format!("{path}/moves/close");
    let (not_now, _) = send(&mut chair, Method::Post, &close, &first, &json!({})).await;
    not_now.is(409);
    let none = format!("{path}/moves/abolish");
    send(&mut chair, Method::Post, &none, &first, &json!({}))
        .await
        .0
        .is(404);
    let mut member = site.visitor(Role::Member).await;
    let accept = format!("{path}/moves/accept");
    send(&mut member, Method::Post, &accept, &first, &json!({}))
        .await
        .0
        .is(403);
}

#[tokio::test]
async fn programs_decide_at_meetings_that_were_held_too() {
    let site = Site::new().await;
    let june = crate::board::meeting(&site, "Improvement Board, 19 June 2018", "2018-06-19").await;
    let done = crate::board::action("Bring the heat maps", "Louise Marsh")
        .with("evidence", "In the pack of 3 April");
    let done = crate::board::keep(&site, &kinds::ACTION, "evidenced", done).await;
    let mut chair = site.visitor(Role::Chair).await;
    let first = [("if-match", "\"1\"")];
    let close = format!("/api/v1/action/{done}/moves/close");
    let at_june = json!({ "minute": june.0 });
    let (refused, told) = send(&mut chair, Method::Post, &close, &first, &at_june).await;
    refused.is(422);
    assert_eq!(
        told["errors"][0]["detail"],
        "That meeting is still to be held on 19 June 2018. Choose one that was held"
    );
    let planned = Values::new()
        .with("title", "Improvement Board, 24 April 2018")
        .with("body", "Improvement Board")
        .with("date", "2018-04-24");
    let planned = crate::board::keep(&site, &kinds::MEETING, "planned", planned).await;
    let hold = format!("/api/v1/meeting/{planned}/moves/hold");
    let (refused, told) = send(&mut chair, Method::Post, &hold, &first, &json!({})).await;
    refused.is(422);
    assert_eq!(told["errors"][0]["field"], "values.date");
}

#[tokio::test]
async fn deleting_needs_a_reason_and_can_be_undone() {
    let site = Site::new().await;
    let mut chair = site.visitor(Role::Chair).await;
    let path = made(&mut chair).await;
    let version = |n: u32| format!("\"{n}\"");
    let (why, _) = send(
        &mut chair,
        Method::Delete,
        &path,
        &[("if-match", &version(1))],
        &json!({}),
    )
    .await;
    why.is(422);
    let reason = json!({ "reason": "Entered twice" });
    let (gone, told) = send(
        &mut chair,
        Method::Delete,
        &path,
        &[("if-match", &version(1))],
        &reason,
    )
    .await;
    gone.is(200);
    assert_eq!(told["deleted"], true);
    let (again, _) = send(
        &mut chair,
        Method::Delete,
        &path,
        &[("if-match", &version(2))],
        &reason,
    )
    .await;
    again.is(409);
    let (edit, _) = send(
        &mut chair,
        Method::Put,
        &path,
        &[("if-match", &version(2))],
        &action("x"),
    )
    .await;
    edit.is(409);
    let restore = format!("{path}/restore");
    let (back, told) = send(
        &mut chair,
        Method::Post,
        &restore,
        &[("if-match", &version(2))],
        &reason,
    )
    .await;
    back.is(200);
    assert_eq!(
        (&told["deleted"], &told["version"]),
        (&json!(false), &json!(3))
    );
    let history: Value =
        serde_json::from_str(&chair.get(&format!("{path}/history")).await.body).unwrap();
    let acts: Vec<&str> = history["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["act"].as_str().unwrap())
        .collect();
    assert_eq!(acts, ["made", "deleted", "restored"]);
    assert_eq!(history["items"][1]["reason"], "Entered twice");
}

#[tokio::test]
async fn links_join_what_they_may_and_are_taken_away() {
    let site = Site::new().await;
    let mut chair = site.visitor(Role::Chair).await;
    let path = made(&mut chair).await;
    let finding = json!({ "values": { "said": "Thresholds are not understood", "body": "Ofsted", "sense": "improve" } });
    let (_, finding) = send(&mut chair, Method::Post, "/api/v1/finding", &[], &finding).await;
    let links = format!("{path}/links");
    for (body, field) in [
        (json!({ "link": "nonsense", "to": "1" }), "link"),
        (json!({ "link": "answers", "to": "F-999" }), "to"),
        (json!({ "link": "answers", "to": "no-such-measure" }), "to"),
        (
            json!({ "link": "part-of", "to": finding["reference"] }),
            "link",
        ),
    ] {
        let (wrong, told) = send(&mut chair, Method::Post, &links, &[], &body).await;
        wrong.is(422);
        assert_eq!(told["errors"][0]["field"], field, "{told}");
    }
    let answers = json!({ "link": "answers", "to": finding["reference"] });
    let (linked, told) = send(&mut chair, Method::Post, &links, &[], &answers).await;
    linked.is(201);
    assert_eq!(told["items"][0]["record"]["id"], finding["id"]);
    let measured = json!({ "link": "measured-by", "to": "contacts" });
    let (linked, told) = send(&mut chair, Method::Post, &links, &[], &measured).await;
    linked.is(201);
    assert_eq!(told["items"].as_array().unwrap().len(), 2);
    let one = format!("{links}/measured-by/contacts");
    send(&mut chair, Method::Delete, &one, &[], &json!({}))
        .await
        .0
        .is(204);
    send(&mut chair, Method::Delete, &one, &[], &json!({}))
        .await
        .0
        .is(404);
}

#[tokio::test]
async fn what_one_node_writes_is_on_the_other_nodes_next_page() {
    let site = Site::new().await;
    let other = House::new(site.store().clone(), options());
    other.reload().await.unwrap();
    let mut here = site.visitor(Role::Chair).await;
    let mut there = here.at(app(other));
    let path = made(&mut here).await;
    for version in 1..=6 {
        let (writer, reader) = if version % 2 == 0 {
            (&mut here, &mut there)
        } else {
            (&mut there, &mut here)
        };
        let read = [("if-match", format!("\"{version}\""))];
        let read: Vec<(&str, &str)> = read.iter().map(|it| (it.0, it.1.as_str())).collect();
        let text = action(&format!("Version {}", version + 1));
        let (kept, _) = send(writer, Method::Put, &path, &read, &text).await;
        kept.is(200);
        let seen = reader.get(&path).await;
        assert_eq!(seen.headers[header::ETAG], format!("\"{}\"", version + 1));
        reader
            .get("/api/v1/action")
            .await
            .says(&format!("Version {}", version + 1));
        let (stale, _) = send(reader, Method::Put, &path, &read, &text).await;
        stale.is(412);
    }
}

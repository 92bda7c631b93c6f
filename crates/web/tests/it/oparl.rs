//! OParl 1.1: what is public, without signing in, as other programs know it.

use crate::site::{Site, Visitor};
use serde_json::Value;
use waymark_programme::{Author, Change, Changes, Kind, Readers, RecordId, Values, kinds, link};
use waymark_store::Role;

fn clerk() -> Changes {
    Changes::by(Author {
        account: None,
        name: "Marcus Bell".into(),
    })
}

/// A public meeting with an item, its paper, its resolution and its action; and a paper that is not public.
async fn board() -> (Site, Vec<RecordId>) {
    let site = Site::new().await;
    let mut changes = clerk();
    let mut public = |kind: &'static Kind, values: &[(&str, &str)]| {
        let values = values
            .iter()
            .fold(Values::new(), |all, (name, text)| all.with(name, *text));
        let values = if kind == &kinds::ACTION {
            values.with_list("owners", ["Headteachers"])
        } else {
            values
        };
        changes.make_as(kind, kind.states[0].word, Readers::Public, values)
    };
    let body = public(&kinds::BODY, &[("name", "Improvement Board")]);
    let member = public(
        &kinds::MEMBER,
        &[
            ("name", "Jo Field"),
            ("agency", "Police"),
            ("role", "Chair"),
        ],
    );
    let meeting = public(
        &kinds::MEETING,
        &[
            ("title", "Improvement Board, 24 April 2018"),
            ("body", "improvement board"),
            ("date", "2018-04-24"),
            ("starts", "14:30"),
        ],
    );
    let second = public(
        &kinds::AGENDA_ITEM,
        &[("title", "Recruitment"), ("number", "10"), ("order", "2")],
    );
    let first = public(
        &kinds::AGENDA_ITEM,
        &[("title", "Apologies"), ("number", "9"), ("order", "1")],
    );
    let paper = public(
        &kinds::PAPER,
        &[("title", "Recruitment plan"), ("date", "2018-04-17")],
    );
    let resolution = public(
        &kinds::RESOLUTION,
        &[("text", "that the plan be endorsed"), ("verb", "endorsed")],
    );
    let action = public(&kinds::ACTION, &[("text", "Bring the heat maps")]);
    let sealed = changes.make(
        &kinds::PAPER,
        Values::new().with("title", "Sealed appendix"),
    );
    for (from, kind, to) in [
        (member, &link::PART_OF, body),
        (second, &link::PART_OF, meeting),
        (first, &link::PART_OF, meeting),
        (paper, &link::PRESENTED_AT, second),
        (sealed, &link::PRESENTED_AT, second),
        (resolution, &link::PART_OF, second),
        (action, &link::CAME_FROM, second),
    ] {
        changes.link(from, kind, to);
    }
    let made = site.store().keep(&changes).await.unwrap().made;
    (site, made)
}

async fn read(visitor: &mut Visitor, address: &str) -> Value {
    let path = address.trim_start_matches("http://localhost");
    let answer = visitor.get(path).await;
    answer.is(200).never_says("Sealed");
    assert_eq!(answer.headers["access-control-allow-origin"], "*");
    serde_json::from_str(&answer.body).unwrap()
}

async fn read_page(visitor: &mut Visitor, address: &str) {
    let path = address.trim_start_matches("http://localhost");
    visitor.get(path).await.is(200).never_says("Sealed");
}

/// Every object has its own address as its id, and a type.
fn held(object: &Value, name: &str, required: &[&str]) {
    assert_eq!(
        object["type"],
        format!("https://schema.oparl.org/1.1/{name}")
    );
    for field in ["id"].iter().chain(required) {
        assert!(
            !object[*field].is_null(),
            "{name} without {field}: {object}"
        );
    }
}

#[tokio::test]
async fn from_the_system_everything_is_reached_by_its_address() {
    let (site, _) = board().await;
    let mut nobody = site.nobody();
    let system = read(&mut nobody, "/oparl/v1/system").await;
    held(&system, "System", &["oparlVersion", "body"]);
    assert_eq!(system["oparlVersion"], "https://schema.oparl.org/1.1/");
    let bodies = read(&mut nobody, system["body"].as_str().unwrap()).await;
    let body = &bodies["data"][0];
    let lists = ["organization", "person", "meeting", "paper", "agendaItem"];
    held(body, "Body", &["name", "system", "legislativeTerm"]);
    assert_eq!(read(&mut nobody, body["id"].as_str().unwrap()).await, *body);
    for (list, name) in
        lists
            .iter()
            .zip(["Organization", "Person", "Meeting", "Paper", "AgendaItem"])
    {
        let page = read(&mut nobody, body[list].as_str().unwrap()).await;
        let data = page["data"].as_array().unwrap();
        assert_eq!(page["pagination"]["totalElements"], data.len());
        assert!(page["links"]["first"].is_string() && page["links"]["next"].is_null());
        for object in data {
            held(object, name, &["created", "modified"]);
            // Where a page is told of, anybody can open it.
            if let Some(page) = object["web"].as_str() {
                read_page(&mut nobody, page).await;
            }
            assert_eq!(
                read(&mut nobody, object["id"].as_str().unwrap()).await,
                *object
            );
        }
        assert!(!data.is_empty(), "{list}");
    }
    for empty in ["file", "locationList", "legislativeTermList"] {
        let page = read(&mut nobody, body[empty].as_str().unwrap()).await;
        assert_eq!(page["data"].as_array().unwrap().len(), 0);
    }
}

#[tokio::test]
async fn a_meeting_holds_its_agenda_in_order_with_what_was_resolved() {
    let (site, made) = board().await;
    let mut nobody = site.nobody();
    let meeting = read(&mut nobody, &format!("/oparl/v1/meeting/{}", made[2])).await;
    held(&meeting, "Meeting", &["name", "start"]);
    // In April the clocks stand an hour before UTC's.
    assert_eq!(meeting["start"], "2018-04-24T13:30:00Z");
    assert_eq!(meeting["cancelled"], false);
    assert_eq!(
        meeting["organization"][0],
        format!("http://localhost/oparl/v1/organization/{}", made[0])
    );
    let names: Vec<&str> = meeting["agendaItem"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["Apologies", "Recruitment"]);
    let item = &meeting["agendaItem"][1];
    held(item, "AgendaItem", &["meeting", "order", "name"]);
    assert_eq!(
        (&item["result"], &item["resolutionText"]),
        (&"endorsed".into(), &"that the plan be endorsed".into())
    );
    assert_eq!(item["waymark:action"][0]["name"], "Bring the heat maps");
    let consultation = read(&mut nobody, item["consultation"].as_str().unwrap()).await;
    held(
        &consultation,
        "Consultation",
        &["paper", "agendaItem", "meeting"],
    );
    assert_eq!(
        read(&mut nobody, "/oparl/v1/consultation").await["pagination"]["totalElements"],
        1
    );
}

#[tokio::test]
async fn what_is_not_public_is_not_there_whoever_asks() {
    let (site, made) = board().await;
    let sealed = format!("/oparl/v1/paper/{}", made[8]);
    site.nobody().get(&sealed).await.is(404);
    // Signed in too: the address answers the same to everybody.
    site.visitor(Role::Chair).await.get(&sealed).await.is(404);
    for path in [
        "/oparl/v1/none",
        "/oparl/v1/meeting/x",
        "/oparl/v1/meeting/999",
        "/oparl/v1/consultation/1-1",
    ] {
        site.nobody().get(path).await.is(404);
    }
    for query in ["page=0", "limit=x", "modified_since=yesterday"] {
        site.nobody()
            .get(&format!("/oparl/v1/paper?{query}"))
            .await
            .is(400);
    }
}

#[tokio::test]
async fn a_copy_elsewhere_hears_of_changes_and_deletions() {
    let (site, made) = board().await;
    let mut nobody = site.nobody();
    let since = jiff::Timestamp::now();
    let mut changes = clerk().because("Published by mistake");
    changes.list.push(Change::Delete {
        record: made[5],
        read: 1,
    });
    site.store().keep(&changes).await.unwrap();
    let none = read(&mut nobody, "/oparl/v1/paper").await;
    assert_eq!(none["pagination"]["totalElements"], 0);
    let news = read(
        &mut nobody,
        &format!("/oparl/v1/paper?modified_since={since}"),
    )
    .await;
    assert_eq!(news["data"][0]["deleted"], true);
    assert!(news["data"][0]["name"].is_null());
    let items = read(&mut nobody, "/oparl/v1/agendaItem?limit=1").await;
    assert_eq!(items["pagination"]["totalPages"], 2);
    let next = read(&mut nobody, items["links"]["next"].as_str().unwrap()).await;
    assert_ne!(next["data"][0]["id"], items["data"][0]["id"]);
    assert!(next["links"]["next"].is_null() && next["links"]["prev"].is_string());
}

//! Records as programs read them.

use crate::site::{Site, Visitor};
use axum::body::Body;
use axum::http::{Request, header};
use serde_json::Value;
use waymark_programme::{Author, Change, Changes, End, Readers, RecordId, Values, kinds, link};
use waymark_store::Role;

fn clerk() -> Changes {
    Changes::by(Author {
        account: None,
        name: "Marcus Bell".into(),
    })
}

fn action(text: &str) -> Values {
    Values::new()
        .with("text", text)
        .with_list("owners", ["Louise Marsh"])
}

async fn read(visitor: &mut Visitor, path: &str) -> Value {
    let answer = visitor.get(path).await;
    answer.is(200);
    serde_json::from_str(&answer.body).unwrap()
}

fn titles(list: &Value) -> Vec<&str> {
    let items = list["items"].as_array().unwrap();
    items
        .iter()
        .map(|it| it["title"].as_str().unwrap())
        .collect()
}

/// Twelve actions, of which one concerns the North and one is another's.
async fn twelve() -> (Site, Vec<RecordId>) {
    let site = Site::new().await;
    let mut changes = clerk();
    for n in 1..=12 {
        let mut values = action(&format!("Action {n:02}"));
        if n == 3 {
            values = values.with("area", "North");
        }
        if n == 4 {
            values = values.with_list("owners", ["Headteachers"]);
        }
        changes.make(&kinds::ACTION, values);
    }
    let made = site.store().keep(&changes).await.unwrap().made;
    (site, made)
}

#[tokio::test]
async fn a_list_is_read_page_by_page_and_each_record_comes_once() {
    let (site, _) = twelve().await;
    let mut member = site.visitor(Role::Member).await;
    let (mut next, mut found) = ("/api/v1/action?limit=5".to_owned(), Vec::new());
    loop {
        let answer = member.get(&next).await;
        let list: Value = serde_json::from_str(&answer.body).unwrap();
        assert_eq!(list["total"], 12);
        found.extend(titles(&list).into_iter().map(str::to_owned));
        let Some(more) = list["next"].as_str() else {
            assert!(!answer.headers.contains_key(header::LINK));
            break;
        };
        assert_eq!(
            answer.headers[header::LINK],
            format!("<{more}>; rel=\"next\"")
        );
        next = more.to_owned();
        // Made while the list is read, it stands at the end and moves nothing.
        if found.len() == 5 {
            let mut changes = clerk();
            changes.list.push(Change::Delete {
                record: RecordId(1),
                read: 1,
            });
            changes.make(&kinds::ACTION, action("Action 13"));
            site.store().keep(&changes).await.unwrap();
        }
        if found.len() >= 10 {
            break;
        }
    }
    let expected: Vec<String> = (1..=10).map(|n| format!("Action {n:02}")).collect();
    assert_eq!(found, expected);
}

#[tokio::test]
async fn a_list_is_narrowed() {
    let (site, made) = twelve().await;
    let mut member = site.visitor(Role::Member).await;
    assert_eq!(
        titles(&read(&mut member, "/api/v1/action?area=north").await),
        ["Action 03"]
    );
    let theirs = read(&mut member, "/api/v1/action?owner=headTEACHERS").await;
    assert_eq!(titles(&theirs), ["Action 04"]);
    let none = read(&mut member, "/api/v1/action?state=closed").await;
    assert!(titles(&none).is_empty());
    // What changed since, the deleted too.
    let since = jiff::Timestamp::now();
    let mut changes = clerk().because("Entered twice");
    changes.list.push(Change::Delete {
        record: made[6],
        read: 1,
    });
    site.store().keep(&changes).await.unwrap();
    let changed = read(
        &mut member,
        &format!("/api/v1/action?changed_since={since}"),
    )
    .await;
    assert_eq!(titles(&changed), ["Action 07"]);
    assert_eq!(changed["items"][0]["deleted"], true);
    assert_eq!(read(&mut member, "/api/v1/action").await["total"], 11);
}

#[tokio::test]
async fn what_has_not_changed_is_not_sent_again() {
    let (site, made) = twelve().await;
    let mut member = site.visitor(Role::Member).await;
    for path in [
        "/api/v1/action".to_owned(),
        format!("/api/v1/action/{}", made[0]),
    ] {
        let etag = member.get(&path).await.headers[header::ETAG].clone();
        let again = async |visitor: &mut Visitor| {
            let request = Request::get(&path).header(header::IF_NONE_MATCH, &etag);
            visitor.send(request, Body::empty()).await
        };
        let same = again(&mut member).await;
        same.is(304);
        assert!(same.body.is_empty());
        let mut changes = clerk();
        let records = site.house.records().await.unwrap();
        changes.list.push(Change::Edit {
            record: made[0],
            read: records.get(made[0]).unwrap().version,
            readers: Readers::Board,
            values: action("Another text"),
        });
        site.store().keep(&changes).await.unwrap();
        again(&mut member).await.is(200);
    }
    // A list depends on who asks.
    let etag = member.get("/api/v1/action").await.headers[header::ETAG].clone();
    let request = Request::get("/api/v1/action").header(header::IF_NONE_MATCH, &etag);
    let mut scrutiny = site.visitor(Role::Scrutiny).await;
    let theirs = scrutiny.send(request, Body::empty()).await;
    theirs.is(200);
    assert!(theirs.body.contains("\"items\":[]"));
}

#[tokio::test]
async fn links_and_the_thread_are_read_from_both_ends_and_show_nobody_what_is_not_theirs() {
    let site = Site::new().await;
    let mut changes = clerk();
    let finding = Values::new().with("said", "Thresholds are not understood");
    let finding = changes.make_as(&kinds::FINDING, "waiting", Readers::Public, finding);
    let open = changes.make_as(
        &kinds::ACTION,
        "open",
        Readers::Public,
        action("Open to all"),
    );
    let closed = changes.make_as(
        &kinds::ACTION,
        "open",
        Readers::Restricted,
        action("Sealed"),
    );
    changes.link(open, &link::ANSWERS, finding);
    changes.link(closed, &link::ANSWERS, finding);
    changes.link(open, &link::MEASURED_BY, End::Measure("contacts".into()));
    let kept = site.store().keep(&changes).await.unwrap();
    let (finding, open, closed) = (kept.number(finding), kept.number(open), kept.number(closed));

    let mut partner = site.visitor(Role::Partner).await;
    let links = read(&mut partner, &format!("/api/v1/finding/{finding}/links")).await;
    assert_eq!(links["items"].as_array().unwrap().len(), 1);
    assert_eq!(links["items"][0]["words"], "Answered by");
    assert_eq!(
        links["items"][0]["record"]["reference"],
        format!("ACT-{open}")
    );
    let out = read(&mut partner, &format!("/api/v1/action/{open}/links")).await;
    assert_eq!(out["items"].as_array().unwrap().len(), 2);
    let thread = read(&mut partner, &format!("/api/v1/thread/ACT-{open}")).await;
    assert_eq!(thread["steps"].as_array().unwrap().len(), 3);
    partner
        .get(&format!("/api/v1/action/{closed}"))
        .await
        .is(404);
    partner
        .get(&format!("/api/v1/thread/{closed}"))
        .await
        .is(404);
    let mut chair = site.visitor(Role::Chair).await;
    let links = read(&mut chair, &format!("/api/v1/finding/{finding}/links")).await;
    assert_eq!(links["items"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn history_keeps_what_was_written_when_fewer_might_read() {
    let site = Site::new().await;
    let mut changes = clerk().because("sealed reason");
    changes.make_as(
        &kinds::ACTION,
        "open",
        Readers::Restricted,
        action("Sealed text"),
    );
    let made = site.store().keep(&changes).await.unwrap().made[0];
    let mut changes = clerk().because("It may be known now");
    changes.list.push(Change::Edit {
        record: made,
        read: 1,
        readers: Readers::Public,
        values: action("Open text"),
    });
    site.store().keep(&changes).await.unwrap();
    let path = format!("/api/v1/action/{made}/history");
    let mut partner = site.visitor(Role::Partner).await;
    let answer = partner.get(&path).await;
    answer.is(200).never_says("ealed");
    let told: Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!(told["items"][0]["withheld"], true);
    assert_eq!(told["items"][1]["reason"], "It may be known now");
    let mut chair = site.visitor(Role::Chair).await;
    chair.get(&path).await.is(200).says("Sealed text");
}

#[tokio::test]
async fn search_finds_across_kinds_newest_first_and_is_narrowed() {
    let (site, _) = twelve().await;
    let mut changes = clerk();
    changes.make(
        &kinds::FINDING,
        Values::new()
            .with("said", "No action on thresholds")
            .with("date", "2018-01-10"),
    );
    site.store().keep(&changes).await.unwrap();
    let mut member = site.visitor(Role::Member).await;
    let found = read(&mut member, "/api/v1/search?q=ACTION&limit=2").await;
    assert_eq!(titles(&found), ["No action on thresholds", "Action 12"]);
    let next = found["next"].as_str().unwrap();
    assert_eq!(
        titles(&read(&mut member, next).await),
        ["Action 11", "Action 10"]
    );
    let kind = read(&mut member, "/api/v1/search?q=action&kind=finding").await;
    assert_eq!(kind["total"], 1);
    let dated = "/api/v1/search?q=action&from=2018-01-01&to=2018-01-31";
    assert_eq!(read(&mut member, dated).await["total"], 1);
    member.get("/api/v1/search?q=%20").await.is(400);
}

#[tokio::test]
async fn the_document_describes_every_kind() {
    let site = Site::new().await;
    let document = read(&mut site.nobody(), "/api/v1/openapi.json").await;
    assert_eq!(document["openapi"], "3.1.0");
    let schemas = &document["components"]["schemas"];
    for kind in kinds::KINDS {
        assert!(document["paths"][format!("/api/v1/{}", kind.word)]["post"].is_object());
        let held = &schemas[format!("{}-new", kind.word)]["properties"]["values"];
        for field in kind.fields.iter().filter(|it| it.required) {
            let needed = held["required"].as_array().unwrap();
            assert!(needed.iter().any(|it| it == field.name), "{}", field.name);
        }
    }
    site.nobody()
        .get("/api")
        .await
        .is(200)
        .says("/api/v1/plan-line");
}

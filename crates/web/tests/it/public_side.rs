//! The public side: for anyone, without a session, and only what somebody published.

use crate::figures_site::site;
use crate::papers::{begun, board, issued};
use axum::body::Body;
use axum::http::Request;
use waymark_programme::{Author, Changes, Readers, RecordId, Values, kinds};
use waymark_store::Role;

#[tokio::test]
async fn nothing_is_there_until_somebody_publishes_it() {
    let site = site().await;
    let meeting = board(&site, &["assessment-45"]).await;
    let mut anyone = site.nobody();
    for (path, says) in [
        ("/public", "No paper has been published yet"),
        ("/public/papers", "No paper has been published yet"),
        ("/public/decisions", "No decision has been published yet"),
        ("/public/actions", "No action has been published yet"),
        ("/public/measures", "No figure has been published yet"),
    ] {
        let page = anyone.get(path).await;
        page.is(200).says(says);
        assert!(
            page.headers["cache-control"]
                .to_str()
                .unwrap()
                .starts_with("public")
        );
    }
    let mut director = site.visitor(Role::Director).await;
    let paper = begun(&mut director, "scrutiny-report", meeting).await;
    let public = format!("/public{paper}");
    anyone.get(&public).await.is(404);
    issued(&mut director, &paper).await;
    anyone.get(&public).await.is(404);
    director
        .post(&format!("{paper}/publish"), &[])
        .await
        .is(303);
    anyone
        .get(&public)
        .await
        .is(200)
        .says("hidden (c)")
        .says("80% (40 of 50)")
        .never_says("33.3% (1 of 3)");
    anyone.get("/public").await.says("report to scrutiny");
    anyone
        .get("/public/measures/assessment-45")
        .await
        .is(200)
        .says("80% (40 of 50)");
    anyone.get("/public/measures/cpp-number").await.is(404);
    anyone
        .get("/public/feed.atom")
        .await
        .is(200)
        .says("report to scrutiny");
    // The files are those that were issued.
    let theirs = anyone.get(&format!("{public}/files/html")).await;
    let ours = director.get(&format!("{paper}/files/html")).await;
    assert_eq!(theirs.is(200).body, ours.body);
    // Whoever has it already is told so.
    let tag = anyone.get(&public).await.headers["etag"]
        .to_str()
        .unwrap()
        .to_owned();
    assert!(tag.starts_with('"'));
}

#[tokio::test]
async fn whoever_has_a_public_page_already_is_sent_nothing_again() {
    let site = site().await;
    let mut anyone = site.nobody();
    for path in [
        "/public",
        "/public/measures",
        "/public/meetings",
        "/public/feed.atom",
    ] {
        let first = anyone.get(path).await;
        let tag = first.is(200).headers["etag"].to_str().unwrap().to_owned();
        let having = |tag: &str| Request::get(path).header("if-none-match", tag);
        let again = anyone.send(having(&tag), Body::empty()).await;
        assert_eq!(again.is(304).body, "", "{path}");
        let other = anyone.send(having("\"other\""), Body::empty()).await;
        assert_eq!(other.is(200).body, first.body, "{path}");
    }
}

#[tokio::test]
async fn a_paper_of_the_boards_is_not_public_even_if_its_record_is() {
    let site = site().await;
    let meeting = board(&site, &["assessment-45"]).await;
    let mut director = site.visitor(Role::Director).await;
    let paper = begun(&mut director, "monthly-summary", meeting).await;
    issued(&mut director, &paper).await;
    let records = site.house.records().await.unwrap();
    let id: i64 = paper.rsplit('/').next().unwrap().parse().unwrap();
    let record = records.get(waymark_programme::RecordId(id)).unwrap();
    let mut changes = Changes::by(Author {
        account: None,
        name: "Somebody".into(),
    });
    changes.list.push(waymark_programme::Change::Edit {
        record: record.id,
        read: record.version,
        readers: Readers::Public,
        values: record.values.clone(),
    });
    site.store().keep(&changes).await.unwrap();
    site.nobody().get(&format!("/public{paper}")).await.is(404);
    site.nobody()
        .get("/public/measures/assessment-45")
        .await
        .is(404);
}

#[tokio::test]
async fn decisions_and_actions_are_there_once_they_are_for_everyone() {
    let site = site().await;
    let mut changes = Changes::by(Author {
        account: None,
        name: "Marcus Bell".into(),
    });
    let resolution = Values::new()
        .with("text", "the report presented")
        .with("verb", "noted")
        .with("body", "Scrutiny")
        .with("date", "2018-03-14");
    changes.make_as(
        &kinds::RESOLUTION,
        "recorded",
        Readers::Public,
        resolution.clone(),
    );
    changes.make_as(
        &kinds::RESOLUTION,
        "recorded",
        Readers::Scrutiny,
        resolution.with("text", "a matter of one family"),
    );
    let action = Values::new()
        .with("text", "Write to every school")
        .with_list("owners", ["Headteachers"]);
    changes.make_as(&kinds::ACTION, "open", Readers::Public, action);
    site.store().keep(&changes).await.unwrap();
    site.nobody()
        .get("/public/decisions")
        .await
        .says("Noted the report presented")
        .never_says("family");
    site.nobody()
        .get("/public/actions")
        .await
        .says("Write to every school");
}

#[tokio::test]
async fn the_whole_public_side_is_written_to_a_folder_whose_links_stay_within_it() {
    let site = site().await;
    let meeting = board(&site, &["assessment-45"]).await;
    let mut director = site.visitor(Role::Director).await;
    let paper = begun(&mut director, "scrutiny-report", meeting).await;
    issued(&mut director, &paper).await;
    director
        .post(&format!("{paper}/publish"), &[])
        .await
        .is(303);
    let files = waymark_web::pages::public::export(site.house.clone())
        .await
        .unwrap();
    let page = format!("public{paper}/index.html");
    for wanted in [
        "index.html",
        "public/index.html",
        "public/decisions/index.html",
        "public/feed.atom",
        page.as_str(),
    ] {
        assert!(
            files.contains_key(wanted),
            "{wanted} is not in {:?}",
            files.keys()
        );
    }
    for (name, bytes) in files
        .iter()
        .filter(|it| it.0.ends_with(".html") && it.0.contains('/'))
    {
        let text = String::from_utf8(bytes.clone()).unwrap();
        for lost in ["href=\"/", "src=\"/"] {
            assert!(!text.contains(lost), "{name} leads out of the folder");
        }
        for link in text
            .split("href=\"")
            .skip(1)
            .filter_map(|it| it.split('"').next())
            .filter(|it| it.starts_with(".."))
        {
            let depth = name.matches('/').count();
            let inside = link.trim_start_matches("../").split('#').next().unwrap();
            assert_eq!(link.matches("../").count(), depth, "{name}: {link}");
            assert!(
                files.contains_key(inside),
                "{name} leads to {inside}, which is not there"
            );
        }
    }
}

#[tokio::test]
async fn what_lies_beneath_a_published_paper_is_in_no_file_and_on_no_page() {
    let site = site().await;
    let meeting = board(&site, &["assessment-45"]).await;
    let mut director = site.visitor(Role::Director).await;
    let paper = begun(&mut director, "scrutiny-report", meeting).await;
    let id = RecordId(paper.trim_start_matches("/papers/").parse().unwrap());
    assert_eq!(
        site.store().sealed(id).await.unwrap(),
        None,
        "before it is issued"
    );
    issued(&mut director, &paper).await;
    director
        .post(&format!("{paper}/publish"), &[])
        .await
        .is(303);
    // Whoever makes the next paper is told that two in Sands were late, which this one does not say.
    let kept = site.store().sealed(id).await.unwrap().unwrap();
    let kept = String::from_utf8(kept).unwrap();
    let two = "Sands\\u001frest\":{\"value\":2,\"seen\":\"unprinted\"}";
    assert!(kept.contains(two), "{kept}");
    let next = begun(&mut director, "briefing-note", meeting).await;
    let is_told = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes);
        text.contains("\"seen\":") || text.contains("&quot;seen&quot;")
    };
    assert!(is_told(kept.as_bytes()));
    // Nobody else is.
    for file in site.store().files_of(id).await.unwrap() {
        let (file, bytes) = site.store().record_file(file.id).await.unwrap();
        assert!(!is_told(&bytes), "{}", file.name);
    }
    let files = waymark_web::pages::public::export(site.house.clone())
        .await
        .unwrap();
    for (name, bytes) in files {
        assert!(!is_told(&bytes), "{name}");
    }
    let record = format!("/records/paper/{id}");
    let address = format!("/api/v1/paper/{id}");
    for path in [
        &next,
        &paper,
        &record,
        &format!("{record}/history"),
        &address,
    ] {
        let answer = director.get(path).await;
        answer.is(200);
        assert!(!is_told(answer.body.as_bytes()), "{path}");
    }
}

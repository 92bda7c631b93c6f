//! Minutes that were published: for anyone, without an account, and nothing in them that is closed.

use crate::site::{Answer, Site};
use waymark_programme::{Author, Change, Changes, Readers, RecordId, Values, kinds, link};
use waymark_store::Role;

const TEXT: &str = "Wayshire Improvement Board\nMinutes of the meeting held on Tuesday, 24 April 2018\n\n\
    Present:\nAna North – Wayshire\nGrace Pell – Parents' forum\n\n\
    1. Welcome\n\nThe Chair welcomed all.\n\n\
    2. Recruitment\n\nResolved: The Board noted the report presented.\n\n\
    3. A serious case\n\nThe family of the Hill case was discussed.\n\n\
    4. Health\n\nThe plan was discussed.\n\nResolved: The Board approved a letter to the Corrigan family.\n";

/// Approved minutes of the board's, which nobody has published: the meeting, its items, who was there, its resolutions.
struct Minuted {
    site: Site,
    meeting: RecordId,
    items: Vec<RecordId>,
    parent: RecordId,
    letter: RecordId,
}

async fn minuted() -> Minuted {
    let site = Site::new().await;
    let mut changes = clerk();
    let body = Values::new()
        .with("name", "Wayshire Improvement Board")
        .with("sort", "board");
    let body = changes.make_as(&kinds::BODY, "active", Readers::Public, body);
    let values = Values::new()
        .with("title", "Wayshire Improvement Board, 24 April 2018")
        .with("body", "Wayshire Improvement Board")
        .with("date", "2018-04-24")
        .with("approved_text", TEXT);
    let meeting = changes.make_as(&kinds::MEETING, "approved", Readers::Board, values);
    changes.link(meeting, &link::PART_OF, body);
    let mut items = Vec::new();
    for (order, title) in ["Welcome", "Recruitment", "A serious case", "Health"]
        .iter()
        .enumerate()
    {
        let values = Values::new()
            .with("title", *title)
            .with("sort", "update")
            .with("order", (order + 1).to_string());
        let item = changes.make_as(&kinds::AGENDA_ITEM, "minuted", Readers::Board, values);
        changes.link(item, &link::PART_OF, meeting);
        items.push(item);
    }
    let values = Values::new()
        .with("name", "Grace Pell")
        .with("how", "present");
    let parent = changes.make_as(&kinds::ATTENDANCE, "recorded", Readers::Board, values);
    changes.link(parent, &link::PART_OF, meeting);
    let values = Values::new()
        .with("text", "a letter to the Corrigan family")
        .with("verb", "approved")
        .with("date", "2018-04-24");
    let letter = changes.make_as(&kinds::RESOLUTION, "confirmed", Readers::Board, values);
    changes.link(letter, &link::PART_OF, items[3]);
    let kept = site.store().keep(&changes).await.unwrap();
    Minuted {
        meeting: kept.number(meeting),
        items: items.into_iter().map(|it| kept.number(it)).collect(),
        parent: kept.number(parent),
        letter: kept.number(letter),
        site,
    }
}

fn clerk() -> Changes {
    Changes::by(Author {
        account: None,
        name: "Marcus Bell".into(),
    })
}

/// A link of the page leads there.
fn leads(page: &Answer, to: &str) {
    let link = format!("href=\"{to}\"");
    assert!(page.body.contains(&link), "no {link} in: {}", page.text());
}

impl Minuted {
    fn address(&self) -> String {
        format!("/public/meetings/{}", self.meeting)
    }

    /// As democratic services does it.
    async fn publish(&self) {
        let mut clerk = self.site.visitor(Role::DemocraticServices).await;
        let publish = format!("/meetings/{}/minutes/publish", self.meeting);
        clerk.post(&publish, &[]).await.is(303);
        // Whoever published them is told where they are.
        let page = clerk
            .get(&format!("/meetings/{}/minutes", self.meeting))
            .await;
        page.says("Everybody may read these minutes, without signing in");
        leads(&page, &self.address());
    }

    async fn close(&self, record: RecordId) {
        let records = self.site.house.records().await.unwrap();
        let now = records.get(record).unwrap();
        let mut changes = clerk().because("It names a family");
        changes.list.push(Change::Edit {
            record,
            read: now.version,
            readers: Readers::Restricted,
            values: now.values.clone(),
        });
        self.site.store().keep(&changes).await.unwrap();
    }
}

#[tokio::test]
async fn published_minutes_are_read_by_anybody_without_an_account() {
    let it = minuted().await;
    let mut anyone = it.site.nobody();
    anyone
        .get("/public/meetings")
        .await
        .is(200)
        .says("No minutes have been published yet.");
    anyone.get(&it.address()).await.is(404);
    let word = format!("{}/minutes.docx", it.address());
    anyone.get(&word).await.is(404);
    it.publish().await;
    for path in ["/public", "/public/meetings"] {
        let page = anyone.get(path).await;
        page.is(200)
            .says("Wayshire Improvement Board, 24 April 2018");
        leads(&page, &it.address());
    }
    let page = anyone.get(&it.address()).await;
    page.is(200)
        .says("Approved as an accurate record")
        .says("The Chair welcomed all.")
        .says("Resolved: The Board noted the report presented.")
        .says("sha256 of the text that was approved");
    leads(&page, &word);
    let file = anyone.get(&word).await;
    assert_eq!(
        file.is(200).headers["content-disposition"],
        "attachment; filename=\"minutes-2018-04-24.docx\""
    );
    assert!(file.bytes.starts_with(b"PK"));
    anyone
        .get("/public/feed.atom")
        .await
        .says("Minutes: Wayshire Improvement Board, 24 April 2018");
    // Whoever has the page already is told so.
    let tag = page.headers["etag"].to_str().unwrap().to_owned();
    assert!(tag.starts_with('"'), "{tag}");
}

#[tokio::test]
async fn what_was_closed_since_is_not_in_them() {
    let it = minuted().await;
    it.publish().await;
    let mut anyone = it.site.nobody();
    let address = it.address();
    anyone
        .get(&address)
        .await
        .says("The family of the Hill case")
        .says("Grace Pell")
        .says("the Corrigan family");
    // An item, somebody who was there, and a resolution under another item.
    for closed in [it.items[2], it.parent, it.letter] {
        it.close(closed).await;
    }
    anyone
        .get(&address)
        .await
        .says("The Chair welcomed all.")
        .says("2. Recruitment")
        .says("3. Not for publication.")
        .says("4. Health")
        .says("Ana North")
        .never_says("serious case")
        .never_says("Hill case")
        .never_says("Grace Pell")
        .never_says("Corrigan")
        // The hash is of a text that is not all there.
        .never_says("sha256");
    let file = anyone.get(&format!("{address}/minutes.docx")).await;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(file.bytes.as_slice())).unwrap();
    let mut xml = String::new();
    let mut document = archive.by_name("word/document.xml").unwrap();
    std::io::Read::read_to_string(&mut document, &mut xml).unwrap();
    assert!(xml.contains("Recruitment"));
    for closed in ["serious case", "Hill case", "Grace Pell", "Corrigan"] {
        assert!(!xml.contains(closed), "{closed} is in the Word file");
    }
    // Taken back whole, they are gone.
    it.close(it.meeting).await;
    anyone.get(&address).await.is(404);
    anyone
        .get("/public/meetings")
        .await
        .never_says("24 April 2018");
}

#[tokio::test]
async fn minutes_that_are_not_approved_are_nobodys_even_if_the_meeting_is_public() {
    let site = Site::new().await;
    let mut changes = clerk();
    let values = Values::new()
        .with("title", "Scrutiny Committee, 13 June 2018")
        .with("body", "Scrutiny Committee")
        .with("date", "2018-06-13")
        .with("minutes", "Scrutiny Committee\n\nA draft.");
    let meeting = changes.make_as(&kinds::MEETING, "drafted", Readers::Public, values);
    let meeting = site.store().keep(&changes).await.unwrap().number(meeting);
    let mut anyone = site.nobody();
    anyone
        .get(&format!("/public/meetings/{meeting}"))
        .await
        .is(404);
    anyone
        .get("/public/meetings")
        .await
        .never_says("13 June 2018");
    // Other programs hear of the meeting, and of no minutes.
    let told = anyone.get(&format!("/oparl/v1/meeting/{meeting}")).await;
    told.is(200)
        .never_says("resultsProtocol")
        .never_says("A draft");
    anyone
        .get(&format!("/oparl/v1/file/{meeting}"))
        .await
        .is(404);
}

#[tokio::test]
async fn other_programs_are_led_to_the_public_pages() {
    let it = minuted().await;
    let mut anyone = it.site.nobody();
    it.publish().await;
    let told = anyone
        .get(&format!("/oparl/v1/meeting/{}", it.meeting))
        .await;
    let meeting: serde_json::Value = serde_json::from_str(&told.is(200).body).unwrap();
    let here = |path: &str| format!("http://localhost{path}");
    assert_eq!(meeting["web"], here(&it.address()));
    assert_eq!(meeting["organization"].as_array().unwrap().len(), 1);
    assert_eq!(meeting["agendaItem"].as_array().unwrap().len(), 4);
    let minutes = &meeting["resultsProtocol"];
    assert_eq!(minutes["type"], "https://schema.oparl.org/1.1/File");
    let list = anyone.get("/oparl/v1/file").await;
    let list: serde_json::Value = serde_json::from_str(&list.body).unwrap();
    assert_eq!(&list["data"][0], minutes);
    // Every address that is told opens for anybody.
    for address in [
        &meeting["web"],
        &meeting["agendaItem"][0]["web"],
        &minutes["accessUrl"],
        &minutes["id"],
        &meeting["organization"][0],
    ] {
        let address = address.as_str().unwrap();
        anyone
            .get(address.trim_start_matches("http://localhost"))
            .await
            .is(200);
    }
    // What is closed later is not told in the file's text either.
    assert!(minutes["text"].is_null());
}

#[tokio::test]
async fn they_are_in_the_folder_of_files() {
    let it = minuted().await;
    it.publish().await;
    let files = waymark_web::pages::public::export(it.site.house.clone())
        .await
        .unwrap();
    let own = it.address().trim_start_matches('/').to_owned();
    for wanted in [
        "public/meetings/index.html".to_owned(),
        format!("{own}/index.html"),
        format!("{own}/minutes.docx"),
    ] {
        assert!(files.contains_key(&wanted), "{wanted}: {:?}", files.keys());
    }
    let page = String::from_utf8(files[&format!("{own}/index.html")].clone()).unwrap();
    assert!(page.contains(&format!("../../../{own}/minutes.docx")));
}

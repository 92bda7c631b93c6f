//! Whatever is written into a record shows as text: in every text field of every kind, on every page that shows it.

use crate::records_site::{by, join, keep};
use crate::site::{Answer, Site, Visitor};
use waymark_programme::kind::{Holds, Kind};
use waymark_programme::{Change, Changes, RecordId, Values, kinds, link};
use waymark_store::{NewRecordFile, Role};

/// Breaks out of text, attributes, text areas, titles and scripts, if anything does.
const LIVE: &str = "</title></textarea></script>\"'><b-live onclick=alert(1)><script>alert(1)</script><img src=x onerror=alert(1)>";

/// Hostile text wherever a kind takes text; something fitting everywhere else.
fn hostile(kind: &Kind) -> Values {
    let mut values = Values::new();
    for field in kind.fields {
        values = match field.holds {
            Holds::Line | Holds::Text | Holds::Area => values.with(field.name, LIVE),
            Holds::Lines => values.with_list(field.name, [LIVE, LIVE]),
            Holds::Day => values.with(field.name, "2018-04-03"),
            Holds::Time => values.with(field.name, "14:30"),
            Holds::Number => values.with(field.name, "3"),
            Holds::Decimal => values.with(field.name, "2.5"),
            Holds::Choice(choices) => values.with(field.name, choices[0].0),
            Holds::Choices(choices) => values.with_list(field.name, [choices[0].0]),
            Holds::Email => values.with(field.name, "a'b@example.org"),
            Holds::Address => values.with(field.name, "https://example.org/\"><b-live>"),
            Holds::Files => values,
        };
    }
    values
}

#[track_caller]
fn is_harmless(path: &str, answer: &Answer) {
    // What the visitor's own checks of every page refuse besides: handlers, inline scripts and styles, doubled ids.
    for tag in crate::html::tags(&answer.body) {
        assert!(
            tag.name != "b-live" && tag.name != "img",
            "{path}: <{}> is live",
            tag.name
        );
    }
    assert!(!answer.body.contains("<script>alert"), "{path}");
}

async fn shows(visitor: &mut Visitor, path: &str) {
    let answer = visitor.get(path).await;
    answer.is(200);
    is_harmless(path, &answer);
    assert!(
        answer.text().contains("<b-live"),
        "{path} shows what was written, as text"
    );
}

#[tokio::test]
async fn every_text_of_every_kind_is_only_ever_text() {
    let site = Site::new().await;
    let account = site.account(LIVE, Role::DemocraticServices, &[]).await;
    let mut clerk = site.signed_in(&account).await;
    let mut director = site.visitor(Role::Director).await;
    let meeting = keep(&site, &kinds::MEETING, hostile(&kinds::MEETING)).await;
    let mut before: Option<RecordId> = None;
    for kind in kinds::KINDS {
        let record = keep(&site, kind, hostile(kind)).await;
        // Said again by somebody whose name is hostile, for a hostile reason, from a hostile minute.
        let mut edit = Changes::by(waymark_programme::Author {
            account: None,
            name: LIVE.to_owned(),
        })
        .because(LIVE)
        .from_minute(meeting);
        let first = kind.fields[0].name;
        edit.list.push(Change::Edit {
            record,
            read: 1,
            readers: kind.readers,
            values: hostile(kind).with(first, format!("again {LIVE}")),
        });
        site.store().keep(&edit).await.unwrap();
        let file = NewRecordFile {
            record,
            name: format!("{LIVE}.html"),
            content_type: "text/html".to_owned(),
            bytes: LIVE.as_bytes().to_vec(),
        };
        let file = site.store().add_record_file(file, &by()).await.unwrap();
        join(&site, record, &link::CAME_FROM, meeting).await;
        if let Some(before) = before {
            join(&site, record, &link::ABOUT, before).await;
        }
        join(
            &site,
            record,
            &link::MEASURED_BY,
            waymark_programme::End::Measure(LIVE.to_owned()),
        )
        .await;

        let path = format!("/records/{}/{record}", kind.word);
        for page in ["", "/history", "/versions/1", "/thread"] {
            shows(&mut director, &format!("{path}{page}")).await;
        }
        shows(&mut director, &format!("/records/{}", kind.word)).await;
        shows(
            &mut director,
            &format!("/search?kind={}&q=again", kind.word),
        )
        .await;
        // Pages that are only there for whoever may write the kind.
        for page in ["/edit", "/links", "/links?says=out%3Acame-from", "/delete"] {
            let answer = director.get(&format!("{path}{page}")).await;
            assert!(matches!(answer.status.as_u16(), 200 | 403), "{path}{page}");
            is_harmless(&format!("{path}{page}"), &answer);
        }
        for step in kind.moves {
            let answer = clerk.get(&format!("{path}/moves/{}", step.word)).await;
            is_harmless(&format!("{path}/moves/{}", step.word), &answer);
        }
        for made in kinds::KINDS
            .iter()
            .filter(|it| it.writers.contains(&Role::Director))
        {
            if made.links.iter().any(|it| it.to.contains(&kind.word)) {
                let address = format!(
                    "/records/{}/new?from={}-{record}&link={}",
                    made.word, kind.prefix, made.links[0].link.word
                );
                is_harmless(&address, &director.get(&address).await);
            }
        }
        is_harmless(&path, &clerk.get(&path).await);
        let served = director.get(&format!("{path}/files/{}", file.id)).await;
        served.is(200);
        let header = |name: &str| served.headers[name].to_str().unwrap().to_owned();
        assert_eq!(header("content-type"), "application/octet-stream");
        assert_eq!(header("x-content-type-options"), "nosniff");
        assert!(header("content-disposition").starts_with("attachment; filename=\""));
        assert!(!header("content-disposition").contains('<'));
        before = Some(record);
    }
    // Typed into addresses and forms.
    for path in [
        "/search?q=%3Cb-live%3E&owner=%3Cb-live%3E&from=%3Cb-live%3E&kind=%3Cb-live%3E",
        "/records/action?q=%3Cb-live%3E&owner=%22%3E%3Cb-live%3E&area=%3Cb-live%3E&sort=%3Cb-live%3E",
        "/records/%3Cb-live%3E",
        "/records/action/new?from=%3Cb-live%3E&link=%3Cb-live%3E",
    ] {
        is_harmless(path, &director.get(path).await);
    }
    let mistaken = director
        .post(
            "/records/action/new",
            &[("f-text", LIVE), ("f-due-day", LIVE), ("f-area", LIVE)],
        )
        .await;
    mistaken.is(422);
    is_harmless("/records/action/new", &mistaken);
}

#[tokio::test]
async fn text_of_any_script_and_pictures_of_letters_come_through_whole() {
    let site = Site::new().await;
    let mut clerk = site.visitor(Role::DemocraticServices).await;
    let text = "شكوى الطفل \u{1F9D2}\u{1F3FD} \u{202E}reversed\u{202C} e\u{301}";
    let made = clerk
        .post(
            "/records/action/new",
            &[("f-text", text), ("f-owners", "רווחה\r\n\u{1F3E5}")],
        )
        .await;
    made.is(303);
    let page = clerk.get(made.to()).await;
    page.is(200).says(text).says("רווחה").says("\u{1F3E5}");
    clerk.get("/search?q=\u{1F9D2}").await.is(200);
    clerk.get("/search?q=%F0%9F%8F%A5").await.says("1 record");
    // Characters that cannot be shown are refused in words.
    clerk
        .post(
            "/records/action/new",
            &[("f-text", "a\u{0}b"), ("f-owners", "MASH")],
        )
        .await
        .is(422)
        .says("take out the characters that cannot be shown");
}

//! Minutes to take away: Word with headings, and the text with <AI> marks.

use crate::meetings_site::{board, meeting};
use crate::site::{Answer, Site, Visitor};
use std::io::{Cursor, Read};
use waymark_programme::Readers;
use waymark_programme::minutes::{self, Source};
use waymark_store::Role;

/// A meeting at which two things were resolved and one asked for.
async fn minuted(site: &Site) -> (Visitor, String) {
    let board = board(site).await;
    let [number, item] = meeting(site, &board, "2018-03-06", Readers::Board).await;
    meeting(site, &board, "2018-04-24", Readers::Board).await;
    let mut clerk = site.visitor(Role::DemocraticServices).await;
    let room = format!("/meetings/{number}/room/{item}");
    for form in [
        &[
            ("what", "minute"),
            ("read", "1"),
            (
                "minute",
                "Ana North welcomed all & sundry.\n\n<b>Apologies</b> were noted.",
            ),
        ][..],
        &[
            ("what", "resolution"),
            ("verb", "noted"),
            ("text", "the report presented"),
        ],
        &[
            ("what", "resolution"),
            ("verb", "endorsed"),
            ("text", "the focus of the next plan"),
        ],
        &[
            ("what", "action"),
            ("text", "Bring the heat maps"),
            ("owners", "Helen Farrow"),
            ("due_words", "the April meeting"),
        ],
    ] {
        clerk.post(&room, form).await.is(303);
    }
    (clerk, format!("/meetings/{number}"))
}

/// The text of a Word file's paragraphs with their styles.
fn paragraphs(word: &Answer) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(word.bytes.as_slice())).unwrap();
    let mut xml = String::new();
    archive
        .by_name("word/document.xml")
        .unwrap()
        .read_to_string(&mut xml)
        .unwrap();
    xml.split("<w:p>")
        .skip(1)
        .map(|it| {
            let style = it
                .split("<w:pStyle w:val=\"")
                .nth(1)
                .map_or("", |it| it.split('"').next().unwrap());
            let text: String = it
                .split("<w:t xml:space=\"preserve\">")
                .skip(1)
                .map(|it| it.split("</w:t>").next().unwrap())
                .collect();
            (style.to_owned(), text)
        })
        .collect()
}

#[tokio::test]
async fn a_word_file_has_real_headings_and_numbers_as_text() {
    let site = Site::new().await;
    let (mut clerk, meeting) = minuted(&site).await;
    let word = clerk.get(&format!("{meeting}/minutes.docx")).await;
    word.is(200);
    assert_eq!(
        word.headers["content-disposition"],
        "attachment; filename=\"minutes-2018-03-06.docx\""
    );
    let found = paragraphs(&word);
    let has = |style: &str, text: &str| {
        assert!(
            found.iter().any(|it| it.0 == style && it.1 == text),
            "{style} {text:?} is not in {found:?}"
        );
    };
    has("Title", "Wayshire Improvement Board");
    has("Heading1", "1. Minutes and matters arising");
    has("", "&lt;b&gt;Apologies&lt;/b&gt; were noted.");
    has("", "Resolved: The Board");
    has("", "(i)noted the report presented, and");
    has("", "Draft: not approved.");
}

#[tokio::test]
async fn the_printed_text_is_read_back_as_the_same_minutes() {
    let site = Site::new().await;
    let (mut clerk, meeting) = minuted(&site).await;
    let printed = clerk.get(&format!("{meeting}/minutes.txt")).await;
    printed.is(200);
    assert!(printed.body.contains("\n<AI1>\n"), "{}", printed.body);
    assert!(printed.body.contains("\n</AI1>\n"));
    let read = minutes::read(&Source::plain("minutes.txt", printed.body.as_str()));
    let whole: String = read
        .pieces
        .iter()
        .map(|it| &printed.body[it.at.start..it.at.end])
        .collect();
    assert_eq!(whole, printed.body);
    // Read back, they are the same minutes: one item, two clauses with their verbs, one action with its owner and day.
    let item = &read.items[0];
    assert_eq!(
        (item.number.as_str(), item.title.as_str()),
        ("1", "Minutes and matters arising")
    );
    let outcomes: Vec<String> = item
        .outcomes
        .iter()
        .map(|it| format!("{:?} {}", it.verb, it.mark))
        .collect();
    assert_eq!(outcomes, ["Noted (i)", "Endorsed (ii)"]);
    let action = &item.actions[0];
    assert!(
        action.text.starts_with("Bring the heat maps"),
        "{}",
        action.text
    );
    assert_eq!(action.owners, ["Helen Farrow"]);
    assert_eq!(action.due, Some("2018-04-24".parse().unwrap()));
}

#[tokio::test]
async fn what_people_wrote_shows_as_text_in_the_minutes() {
    let site = Site::new().await;
    let (mut clerk, meeting) = minuted(&site).await;
    clerk
        .get(&format!("{meeting}/minutes"))
        .await
        .says("<b>Apologies</b> were noted.")
        .never_says("<b>Apologies");
}

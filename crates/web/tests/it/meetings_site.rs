//! An improvement board of four members on the site, for the tests of meetings.

use crate::html;
use crate::site::{Answer, Site, Visitor};
use axum::body::Body;
use axum::http::{Request, header};
use std::sync::OnceLock;
use waymark_programme::{Author, Changes, Readers, RecordId, Values, kinds, link};

/// Who wrote the first records.
pub(crate) fn clerk() -> Author {
    Author {
        account: None,
        name: "Marcus Bell".to_owned(),
    }
}

/// The board and its members.
pub(crate) struct Board {
    pub(crate) body: RecordId,
    /// The chair, the director, the superintendent, the designated nurse.
    pub(crate) members: [RecordId; 4],
}

/// A board that meets every seven weeks, with a quorum of three and three standing items.
pub(crate) async fn board(site: &Site) -> Board {
    let mut changes = Changes::by(clerk());
    let body = changes.make(
        &kinds::BODY,
        Values::new()
            .with("name", "Wayshire Improvement Board")
            .with("short", "the Board")
            .with("sort", "board")
            .with("starts", "14:30")
            .with("place", "Committee Room B, County Hall")
            .with("chair", "Ana North")
            .with("cadence_weeks", "7")
            .with("quorum", "3")
            .with("papers_days", "5")
            .with_list(
                "standing",
                [
                    "Welcome and apologies; 5; Chair",
                    "Minutes and matters arising; 10; Chair",
                    "Any other business; 5",
                ],
            ),
    );
    let members = [
        ("Ana North", "Independent Chair", "Independent", "chair"),
        (
            "Helen Farrow",
            "Director of Children’s Services",
            "Wayshire County Council",
            "member",
        ),
        (
            "Ruth Kell",
            "Superintendent",
            "Wayshire Constabulary",
            "member",
        ),
        ("Nita Shah", "Designated Nurse", "Wayshire ICB", "member"),
    ]
    .map(|(name, role, agency, sort)| {
        let values = Values::new()
            .with("name", name)
            .with("role", role)
            .with("agency", agency)
            .with("sort", sort);
        let made = changes.make(&kinds::MEMBER, values);
        changes.link(made, &link::PART_OF, body);
        made
    });
    let kept = site.store().keep(&changes).await.unwrap();
    Board {
        body: kept.number(body),
        members: members.map(|it| kept.number(it)),
    }
}

/// A meeting in the calendar with one item, as its number and the item's.
pub(crate) async fn meeting(
    site: &Site,
    board: &Board,
    day: &str,
    readers: Readers,
) -> [RecordId; 2] {
    let mut changes = Changes::by(clerk());
    let values = Values::new()
        .with("title", format!("Wayshire Improvement Board, {day}"))
        .with("body", "Wayshire Improvement Board")
        .with("date", day)
        .with("starts", "14:30");
    let made = changes.make_as(&kinds::MEETING, "planned", readers, values);
    changes.link(made, &link::PART_OF, board.body);
    let values = Values::new()
        .with("title", "Minutes and matters arising")
        .with("sort", "standing")
        .with("order", "1")
        .with("planned_minutes", "10");
    let item = changes.make_as(&kinds::AGENDA_ITEM, "planned", readers, values);
    changes.link(item, &link::PART_OF, made);
    let kept = site.store().keep(&changes).await.unwrap();
    [kept.number(made), kept.number(item)]
}

static PLACES: OnceLock<[RecordId; 2]> = OnceLock::new();

/// What stands for `{meeting}` and `{item}` in the table of routes.
pub(crate) fn place(which: usize) -> String {
    PLACES
        .get()
        .map_or_else(String::new, |it| it[which].to_string())
}

/// A planned meeting that everybody may read, for the table of routes: the same numbers every time.
pub(crate) async fn prepared(site: &Site) {
    let board = board(site).await;
    let made = meeting(site, &board, "2018-04-24", Readers::Public).await;
    assert_eq!(*PLACES.get_or_init(|| made), made);
}

/// The value of a hidden box in the form that sends `what`.
pub(crate) fn read_of(page: &Answer, what: &str) -> String {
    let tags = html::tags(&page.body);
    let form = tags
        .iter()
        .position(|it| it.get("name") == "what" && it.get("value") == what)
        .unwrap_or_else(|| panic!("no form for {what}"));
    tags[form..]
        .iter()
        .find(|it| it.get("name") == "read")
        .map_or_else(String::new, |it| it.get("value").to_owned())
}

/// The value of the first box of this name.
pub(crate) fn value_of(page: &Answer, name: &str) -> String {
    html::tags(&page.body)
        .iter()
        .find(|it| it.get("name") == name)
        .unwrap_or_else(|| panic!("no box {name}"))
        .get("value")
        .to_owned()
}

/// Where links lead that read as these words.
pub(crate) fn link_to(page: &Answer, words: &str) -> String {
    page.body
        .match_indices("<a ")
        .map(|(at, _)| &page.body[at..])
        .find(|it| it[..it.find("</a>").unwrap_or(it.len())].contains(words))
        .and_then(|it| it.split("href=\"").nth(1)?.split('"').next())
        .unwrap_or_else(|| panic!("no link {words:?} in: {}", page.text()))
        .replace("&amp;", "&")
}

/// Sends a paper as a browser does.
pub(crate) async fn send_paper(
    visitor: &mut Visitor,
    path: &str,
    fields: &[(&str, &str)],
    file: Option<(&str, &[u8])>,
) -> Answer {
    let mut body = Vec::new();
    let csrf = visitor.csrf.clone();
    let mut all = vec![("csrf", csrf.as_str())];
    all.extend(fields);
    for (name, value) in all {
        body.extend_from_slice(
            format!("--XX\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
                .as_bytes(),
        );
    }
    if let Some((name, bytes)) = file {
        body.extend_from_slice(
            format!(
                "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
                 Content-Type: application/octet-stream\r\n\r\n"
            )
            .as_bytes(),
        );
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--XX--\r\n");
    let request =
        Request::post(path).header(header::CONTENT_TYPE, "multipart/form-data; boundary=XX");
    visitor.send(request, Body::from(body)).await
}

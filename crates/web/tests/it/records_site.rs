//! A board's records, small enough to know by heart.

use crate::site::{Answer, Site, Visitor};
use axum::body::Body;
use axum::http::{Request, header};
use waymark_programme::kind::Kind;
use waymark_programme::{Author, Changes, Readers, RecordId, Values, link};

pub(crate) fn by() -> Author {
    Author {
        account: None,
        name: "Ana Clerk".to_owned(),
    }
}

/// Keeps one record and gives its number.
pub(crate) async fn keep(site: &Site, kind: &'static Kind, values: Values) -> RecordId {
    keep_for(site, kind, kind.readers, values).await
}

/// The same for these readers.
pub(crate) async fn keep_for(
    site: &Site,
    kind: &'static Kind,
    readers: Readers,
    values: Values,
) -> RecordId {
    let mut changes = Changes::by(by());
    changes.make_as(kind, kind.states[0].word, readers, values);
    site.store().keep(&changes).await.unwrap().made[0]
}

pub(crate) async fn join(
    site: &Site,
    from: RecordId,
    kind: &'static link::LinkKind,
    to: impl Into<waymark_programme::End>,
) {
    let mut changes = Changes::by(by());
    changes.link(from, kind, to);
    site.store().keep(&changes).await.unwrap();
}

pub(crate) fn action(text: &str) -> Values {
    Values::new()
        .with("text", text)
        .with_list("owners", ["Head of MASH"])
}

pub(crate) fn finding(said: &str) -> Values {
    Values::new()
        .with("said", said)
        .with("body", "Ofsted")
        .with("sense", "improve")
}

pub(crate) fn meeting(title: &str, date: &str) -> Values {
    Values::new()
        .with("title", title)
        .with("body", "Improvement Board")
        .with("date", date)
}

/// The value that a control of a page holds.
pub(crate) fn value_of(page: &Answer, name: &str) -> String {
    crate::html::tags(&page.body)
        .iter()
        .find(|it| it.get("name") == name)
        .map_or_else(String::new, |it| it.get("value").to_owned())
}

/// The number at the end of an address.
pub(crate) fn number(path: &str) -> RecordId {
    RecordId(path.rsplit('/').next().unwrap().parse().unwrap())
}

impl Visitor {
    /// Adds a file to a record as a browser would.
    pub(crate) async fn add_file(&mut self, record: &str, name: &str, bytes: &[u8]) -> Answer {
        let mut body = format!(
            "--XX\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{}\r\n\
             --XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: text/html\r\n\r\n",
            self.csrf
        )
        .into_bytes();
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--XX--\r\n");
        let request = Request::post(format!("{record}/files"))
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=XX");
        self.send(request, Body::from(body)).await
    }
}

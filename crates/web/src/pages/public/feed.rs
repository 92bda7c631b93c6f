//! What is new, as an Atom feed (RFC 4287).

use super::published::papers;
use super::{for_anyone, meetings};
use crate::house::House;
use crate::pages::meetings::minutes;
use crate::problem::Problem;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use std::fmt::Write as _;

/// At most so many entries.
const MOST: usize = 50;

/// Something that was published.
struct Entry {
    title: String,
    href: String,
    /// When, as RFC 3339 has it, in UTC.
    updated: String,
    summary: String,
}

pub(super) async fn show(State(house): State<House>) -> Result<Response, Problem> {
    let records = house.records().await?;
    let all = papers(&house, &records).await?;
    let options = house.options();
    let home = format!("{}/public", options.address);
    let mut entries: Vec<Entry> = all
        .iter()
        .map(|it| Entry {
            title: it.issued.paper.title.clone(),
            href: it.href(),
            updated: format!("{}T00:00:00Z", it.on),
            summary: format!("Figures as at {}.", it.issued.paper.as_at.words()),
        })
        .collect();
    entries.extend(meetings::published(&records).into_iter().map(|it| Entry {
        title: format!("Minutes: {}", it.title()),
        href: minutes::address(it),
        updated: format!("{:.0}", it.changed),
        summary: "Approved as an accurate record.".to_owned(),
    }));
    entries.sort_by(|a, b| (&b.updated, &b.href).cmp(&(&a.updated, &a.href)));
    let updated = entries
        .first()
        .map_or("2000-01-01T00:00:00Z", |it| it.updated.as_str());
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en-GB\">\n\
         <title>{}: improving children’s services</title>\n<id>{home}</id>\n<link href=\"{home}\"/>\n\
         <link rel=\"self\" href=\"{home}/feed.atom\"/>\n<updated>{updated}</updated>\n<author><name>{}</name></author>\n",
        plain(&options.name),
        plain(&options.name),
    );
    for it in entries.iter().take(MOST) {
        let href = format!("{}{}", options.address, it.href);
        let _ = writeln!(
            out,
            "<entry><title>{}</title><id>{href}</id><link href=\"{href}\"/><updated>{}</updated>\
             <summary>{}</summary></entry>",
            plain(&it.title),
            it.updated,
            plain(&it.summary),
        );
    }
    out.push_str("</feed>\n");
    let mut response = out.into_response();
    response.headers_mut().insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/atom+xml; charset=utf-8"),
    );
    for_anyone(&mut response);
    Ok(response)
}

/// As text within XML, without what XML cannot hold.
fn plain(text: &str) -> String {
    let kept: String = text
        .chars()
        .filter(|it| !it.is_control() || matches!(it, '\t' | '\n'))
        .filter(|it| !matches!(it, '\u{fffe}' | '\u{ffff}'))
        .collect();
    crate::pages::records::cite::text(&kept).to_string()
}

//! What is new, as an Atom feed (RFC 4287).

use super::for_anyone;
use super::published::papers;
use crate::house::House;
use crate::problem::Problem;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use std::fmt::Write as _;

/// At most so many entries.
const MOST: usize = 50;

pub(super) async fn show(State(house): State<House>) -> Result<Response, Problem> {
    let records = house.records().await?;
    let all = papers(&house, &records).await?;
    let options = house.options();
    let home = format!("{}/public", options.address);
    let updated = all
        .first()
        .map_or_else(|| "2000-01-01".to_owned(), |it| it.on.to_string());
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en-GB\">\n\
         <title>{}: improving children’s services</title>\n<id>{home}</id>\n<link href=\"{home}\"/>\n\
         <link rel=\"self\" href=\"{home}/feed.atom\"/>\n<updated>{updated}T00:00:00Z</updated>\n<author><name>{}</name></author>\n",
        plain(&options.name),
        plain(&options.name),
    );
    for it in all.iter().take(MOST) {
        let href = format!("{}{}", options.address, it.href());
        let _ = writeln!(
            out,
            "<entry><title>{}</title><id>{href}</id><link href=\"{href}\"/><updated>{}T00:00:00Z</updated>\
             <summary>Figures as at {}.</summary></entry>",
            plain(&it.issued.paper.title),
            it.on,
            it.issued.paper.as_at.words(),
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

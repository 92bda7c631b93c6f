//! Minutes to take away: as a Word file with plain headings, and as the text with `<AI>` marks that committee systems print
//! and take.

use super::written::Part;
use crate::problem::Problem;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use waymark_report::docx::{Block, Document, docx};

/// As a Word file.
pub(super) fn word(
    council: &str,
    title: &str,
    parts: &[Part<'_>],
    foot: &str,
) -> Result<Vec<u8>, Problem> {
    let mut blocks = Vec::new();
    let mut first = title.to_owned();
    for part in parts {
        match part {
            Part::Title(text) => (*text).clone_into(&mut first),
            Part::Under(text) | Part::Paragraph(text) => {
                blocks.push(Block::Paragraph((*text).to_owned()));
            }
            Part::People(heading, people) => {
                blocks.push(Block::Heading(2, (*heading).to_owned()));
                let mut rows = vec![vec!["Name".to_owned(), "Agency".to_owned()]];
                rows.extend(
                    people
                        .iter()
                        .map(|(name, agency)| vec![(*name).to_owned(), (*agency).to_owned()]),
                );
                blocks.push(Block::Table(rows));
            }
            Part::Item(number, title) => blocks.push(Block::Heading(1, numbered(number, title))),
            Part::Heading(text) => blocks.push(Block::Heading(2, (*text).to_owned())),
            Part::Led(lead, rest) => {
                blocks.push(Block::Led((*lead).to_owned(), (*rest).to_owned()));
            }
            Part::Listed(mark, text) => {
                blocks.push(Block::Listed((*mark).to_owned(), (*text).to_owned()));
            }
        }
    }
    if !foot.is_empty() {
        blocks.push(Block::Paragraph(foot.to_owned()));
    }
    let document = Document {
        title: first,
        issuer: council.to_owned(),
        running: String::new(),
        blocks,
    };
    docx(&document).map_err(|_| Problem::Broken("a Word file could not be made"))
}

/// As printed for a committee system: each item between `<AI1>` and `</AI1>`.
pub(super) fn printed(parts: &[Part<'_>]) -> String {
    let mut out = String::new();
    let mut open = 0;
    for part in parts {
        match part {
            Part::Title(text) | Part::Under(text) => out.push_str(&format!("{text}\n")),
            Part::People(heading, people) => {
                out.push_str(&format!("{heading}:\n"));
                for (name, agency) in people {
                    out.push_str(&format!("\t{name}\n\n\t{agency}\n\n"));
                }
            }
            Part::Item(number, title) => {
                if open > 0 {
                    out.push_str(&format!("\n</AI{open}>\n"));
                }
                open += 1;
                let own = open.to_string();
                let number = if number.is_empty() {
                    own.as_str()
                } else {
                    number
                };
                out.push_str(&format!("\n<AI{open}>\n\n\t{number}.  \n\t{title}\n\n"));
            }
            Part::Heading(text) | Part::Paragraph(text) => out.push_str(&format!("\n{text}\n")),
            Part::Led(lead, rest) => {
                out.push_str(&format!("\n{}\n", format!("{lead} {rest}").trim()))
            }
            Part::Listed("·" | "•", text) => out.push_str(&format!("· {text}\n")),
            Part::Listed(mark, text) => out.push_str(&format!("\n{mark} {text}\n")),
        }
    }
    if open > 0 {
        out.push_str(&format!("\n</AI{open}>\n"));
    }
    out
}

/// "1. Welcome".
pub(super) fn numbered(number: &str, title: &str) -> String {
    if number.is_empty() {
        title.to_owned()
    } else {
        format!("{number}. {title}")
    }
}

/// A file to keep. Its name is made of fixed words and a day.
pub(super) fn file(bytes: Vec<u8>, content_type: &'static str, name: &str) -> Response {
    let disposition = HeaderValue::try_from(format!("attachment; filename=\"{name}\""))
        .unwrap_or(HeaderValue::from_static("attachment"));
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(content_type)),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    (headers, bytes).into_response()
}

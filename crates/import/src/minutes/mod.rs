//! Files of minutes to their text, with what each file says about parts of it.
//!
//! | form | the text |
//! |---|---|
//! | pasted, `.txt` | as it is, character for character |
//! | Word, HTML | a paragraph on a line, a blank line after it; an item of a list on a line, with the bullet or number it shows; a table's cell on a line after a tab, a blank line after its row |
//! | ModernGov's web service | as ModernGov's page shows it: number, title, purpose, "Decision:", "Minutes:", "Supporting documents:" |
//!
//! Nothing is fetched, and nothing a reader of the file sees is left out.

mod answers;
mod docx;
mod error;
mod html;
mod numbers;
mod page;

mod tree;

pub use error::MinutesError;

use crate::sniff::{Format, sniff};
use crate::text::decode;
use page::Page;
use std::panic::{AssertUnwindSafe, catch_unwind};
use waymark_programme::minutes::{Form, Source};

/// The most of a file that is read: a year's minutes of a county are below a tenth.
const MOST: usize = 32 << 20;

/// Reads a file of minutes, or pasted text, by what is in it. One file is one source; a list of meetings is one too, with
/// a mark where each meeting begins.
///
/// # Errors
/// When it is not text, a Word file, a web page or an answer of ModernGov's web service; when it is not whole, or larger
/// than minutes are.
pub fn read_minutes(name: &str, bytes: &[u8]) -> Result<Vec<Source>, MinutesError> {
    if bytes.len() > MOST {
        return Err(MinutesError::TooBig {
            file: name.to_owned(),
            megabytes: (MOST >> 20) as u64,
        });
    }
    // A parser that panics becomes an error: its message is not shown, for it may hold words of the file.
    let source = catch_unwind(AssertUnwindSafe(|| source(name, bytes))).unwrap_or_else(|_| {
        Err(MinutesError::Stumbled {
            file: name.to_owned(),
        })
    })?;
    if source.text.trim().is_empty() {
        return Err(MinutesError::Empty {
            file: name.to_owned(),
        });
    }
    Ok(vec![source])
}

fn source(name: &str, bytes: &[u8]) -> Result<Source, MinutesError> {
    let file = || name.to_owned();
    match sniff(bytes) {
        Format::Nothing => Err(MinutesError::Empty { file: file() }),
        Format::Word => docx::read(name, bytes),
        Format::Text | Format::Xml | Format::Page => text(name, bytes),
        Format::Locked => Err(MinutesError::Password { file: file() }),
        Format::HalfZip => Err(MinutesError::Half {
            file: file(),
            line: None,
        }),
        other => {
            let (is, instead) = refused(other);
            Err(MinutesError::NotMinutes {
                file: file(),
                is,
                instead,
            })
        }
    }
}

/// Text: as it is, or the page or answer that it holds.
fn text(name: &str, bytes: &[u8]) -> Result<Source, MinutesError> {
    let text = decode(bytes, None).text;
    let begins = text.trim_start();
    let lower = name.to_ascii_lowercase();
    let page = |text: &str| {
        let mut page = Page::default();
        html::write(&mut page, text);
        Ok(page.finish(name, Form::Html))
    };
    if [".html", ".htm", ".xhtml", ".aspx"]
        .iter()
        .any(|it| lower.ends_with(it))
        || is_page(begins)
    {
        return page(&text);
    }
    if begins.starts_with('<') && !is_printed(begins) {
        if is_xml(begins) {
            return match answers::read(name, &text)? {
                Some(source) => Ok(source),
                None => Err(MinutesError::NotMinutes {
                    file: name.to_owned(),
                    is: "XML of another kind than ModernGov's GetMeeting and GetMeetings",
                    instead: "Save the answer of one of these, or copy the text of the minutes and paste it.",
                }),
            };
        }
        if is_piece_of_page(begins) {
            return page(&text);
        }
    }
    Ok(Source::plain(name, text))
}

/// Whether text begins as a whole web page does.
fn is_page(text: &str) -> bool {
    let head: String = text
        .chars()
        .take(2000)
        .collect::<String>()
        .to_ascii_lowercase();
    head.starts_with("<!doctype html") || (head.starts_with('<') && head.contains("<html"))
}

/// Whether it begins with a mark of printed minutes: `<AI1>`, `<TRAILER_SECTION>`.
fn is_printed(text: &str) -> bool {
    let tag: String = text
        .chars()
        .skip(1)
        .take_while(|it| *it != '>')
        .take(40)
        .collect();
    let tag = tag.trim_start_matches('/');
    let item = tag.strip_prefix("AI");
    tag.contains('_') || item.is_some_and(|it| it.starts_with(|it: char| it.is_ascii_digit()))
}

/// Whether it is XML and not a piece of a web page.
fn is_xml(text: &str) -> bool {
    text.starts_with("<?xml") || !is_piece_of_page(text)
}

/// Whether it begins with an element of HTML.
fn is_piece_of_page(text: &str) -> bool {
    let name: String = text
        .chars()
        .skip(1)
        .take_while(char::is_ascii_alphanumeric)
        .collect::<String>()
        .to_ascii_lowercase();
    html::is_block(&name)
        || matches!(
            name.as_str(),
            "" | "a"
                | "b"
                | "strong"
                | "em"
                | "i"
                | "u"
                | "span"
                | "font"
                | "br"
                | "img"
                | "head"
                | "meta"
                | "link"
                | "style"
                | "script"
                | "title"
        )
}

/// What a file is that minutes are not read from, and what to do.
fn refused(format: Format) -> (&'static str, &'static str) {
    const PASTE: &str = "Open it, copy the text of the minutes and paste it, or give the Word file they were written in.";
    match format {
        Format::Other("a PDF document") => (
            "a PDF document",
            "A PDF keeps letters and places, not paragraphs. Give the Word file it was made from, or copy its text and paste it.",
        ),
        Format::Other("a picture") => (
            "a picture",
            "Give the Word file, or type or paste the text of the minutes.",
        ),
        Format::Other("a Word document") => (
            "a Word document of before 2007",
            "Open it in Word, save it as .docx, and give that; or copy its text and paste it.",
        ),
        Format::Other("a text document") => (
            "a document in rich text (.rtf)",
            "Open it in Word, save it as .docx, and give that; or copy its text and paste it.",
        ),
        Format::Other(words) => (words, PASTE),
        Format::Excel { .. } | Format::OldExcel => ("a workbook", PASTE),
        Format::OpenDocument => (
            "a LibreOffice document",
            "Save it as .docx and give that; or copy its text and paste it.",
        ),
        Format::Zip => (
            "a zip",
            "Unpack it, and give the files of minutes in it one at a time.",
        ),
        _ => ("not a file of minutes", PASTE),
    }
}

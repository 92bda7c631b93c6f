//! Word files: paragraphs, headings, lists with the numbers that Word shows, tables.

mod lists;
mod styles;

use super::MinutesError;
use super::page::Page;
use super::tree::{self, Element, Inside};
use lists::Lists;
use std::io::{Cursor, Read as _};
use styles::Styles;
use waymark_programme::minutes::{Form, Source, What};
use zip::ZipArchive;
use zip::result::ZipError;

/// The most that the parts of a Word file with words in them come to, in bytes. The minutes of a year are below a tenth.
const MOST: u64 = 64 << 20;

/// Reads a Word file.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Source, MinutesError> {
    let mut zip = Parts::open(name, bytes)?;
    let main = zip.main().ok_or_else(|| MinutesError::Damaged {
        file: name.to_owned(),
        why: "the part that holds the text of a Word file is not in it",
    })?;
    let document = zip.part(&main)?.unwrap_or_default();
    let styles = Styles::read(&zip.part("word/styles.xml")?.unwrap_or_default());
    let lists = Lists::read(&zip.part("word/numbering.xml")?.unwrap_or_default());
    let mut writer = Writer {
        page: Page::default(),
        styles,
        lists,
    };
    writer.blocks(&document);
    // What stands at the top and foot of pages, and notes: after the text, each once.
    let mut beside: Vec<String> = Vec::new();
    for part in zip.beside() {
        let Some(element) = zip.part(&part)? else {
            continue;
        };
        let mut words = String::new();
        all_words(&element, &mut words);
        let words = words.trim().to_owned();
        if !words.is_empty() && !beside.contains(&words) {
            writer.page.end_paragraph();
            writer.blocks(&element);
            beside.push(words);
        }
    }
    Ok(writer.page.finish(name, Form::Docx))
}

/// The zip behind a Word file.
struct Parts<'b> {
    name: String,
    zip: ZipArchive<Cursor<&'b [u8]>>,
    left: u64,
}

impl<'b> Parts<'b> {
    fn open(name: &str, bytes: &'b [u8]) -> Result<Self, MinutesError> {
        let name = name.to_owned();
        match ZipArchive::new(Cursor::new(bytes)) {
            Ok(zip) => Ok(Self {
                name,
                zip,
                left: MOST,
            }),
            Err(_) => Err(MinutesError::Half {
                file: name,
                line: None,
            }),
        }
    }

    /// The part with the text: "word/document.xml", or as some programs name it "word/document2.xml".
    fn main(&self) -> Option<String> {
        let mut names = self.names();
        names.retain(|it| it.starts_with("word/document") && it.ends_with(".xml"));
        names.into_iter().next()
    }

    /// Headers, footers and notes.
    fn beside(&self) -> Vec<String> {
        let mut names = self.names();
        names.retain(|it| {
            let part = it.strip_prefix("word/").unwrap_or_default();
            let begins = ["header", "footer", "footnotes", "endnotes", "comments."];
            part.ends_with(".xml") && begins.iter().any(|it| part.starts_with(it))
        });
        names
    }

    fn names(&self) -> Vec<String> {
        let names = self.zip.file_names_raw();
        let mut names: Vec<String> = names
            .map(|it| String::from_utf8_lossy(it).into_owned())
            .collect();
        names.sort_unstable();
        names
    }

    /// A part as a tree. What the zip says of its own sizes is not believed.
    fn part(&mut self, part: &str) -> Result<Option<Element>, MinutesError> {
        let file = self.name.clone();
        let entry = match self.zip.by_name(part) {
            Ok(entry) => entry,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::InvalidPassword) => return Err(MinutesError::Password { file }),
            Err(ZipError::UnsupportedArchive(what)) if what == ZipError::PASSWORD_REQUIRED => {
                return Err(MinutesError::Password { file });
            }
            Err(_) => return Err(MinutesError::Half { file, line: None }),
        };
        let mut bytes = Vec::new();
        let half = MinutesError::Half {
            file: file.clone(),
            line: None,
        };
        let read = entry.take(self.left + 1).read_to_end(&mut bytes);
        read.map_err(|_| half)?;
        self.left = self
            .left
            .checked_sub(bytes.len() as u64)
            .ok_or(MinutesError::TooBig {
                file: file.clone(),
                megabytes: MOST >> 20,
            })?;
        let text = crate::text::decode(&bytes, None).text;
        tree::read(&file, &text).map(Some)
    }
}

struct Writer {
    page: Page,
    styles: Styles,
    lists: Lists,
}

impl Writer {
    /// Paragraphs and tables, wherever they stand: in the body, in a box, in a field to fill in.
    fn blocks(&mut self, element: &Element) {
        for it in element.elements() {
            match it.name.as_str() {
                "p" => self.paragraph(it, true),
                "tbl" => self.table(it),
                // What is only for programs that cannot show the first choice says the same again.
                "Fallback" | "sectPr" | "pPr" | "rPr" | "tblPr" => {}
                "footnote" | "endnote" if it.attribute("type").is_some() => {}
                _ => self.blocks(it),
            }
        }
    }

    fn paragraph(&mut self, paragraph: &Element, apart: bool) {
        let about = self.styles.about(paragraph);
        let from = self.page.here();
        let level = about.list.and_then(|(list, level)| {
            let (level, label) = self.lists.next(list, level, &about.style)?;
            if !label.is_empty() {
                self.page.verbatim(&label);
                self.page.words(" ");
            }
            Some(u8::try_from(level + 1).unwrap_or(u8::MAX))
        });
        let words = self.page.here();
        self.runs(paragraph);
        if let Some(heading) = about.heading {
            self.page.mark(from, What::Heading(heading));
        } else if let Some(level) = level
            && self.page.wrote_since(words)
        {
            self.page.mark(from, What::ListItem(level));
        }
        if apart && !about.close {
            self.page.end_paragraph();
        } else {
            self.page.end_line();
        }
    }

    /// The words of a paragraph.
    fn runs(&mut self, element: &Element) {
        for it in element.elements() {
            match it.name.as_str() {
                "t" => self.page.verbatim(&it.text().replace('\n', " ")),
                "tab" | "ptab" => self.page.verbatim("\t"),
                "br" | "cr" => self.page.new_line(),
                "noBreakHyphen" => self.page.verbatim("\u{2011}"),
                "sym" => {
                    if let Some(letter) = symbol(it.attribute("char").unwrap_or_default()) {
                        self.page.verbatim(&letter.to_string());
                    }
                }
                // Taken out by a tracked change, or not for readers.
                "del" | "moveFrom" | "instrText" | "pPr" | "rPr" | "Fallback" => {}
                "txbxContent" => {
                    self.page.end_paragraph();
                    self.blocks(it);
                }
                _ => self.runs(it),
            }
        }
    }

    /// As printed minutes have it: each cell of one paragraph on a line of its own after a tab; a blank line ends a row.
    fn table(&mut self, table: &Element) {
        self.page.end_paragraph();
        let mut rows = Vec::new();
        gather(table, "tr", &mut rows);
        for (row, tr) in rows.iter().enumerate() {
            let mut cells = Vec::new();
            gather(tr, "tc", &mut cells);
            for (column, cell) in cells.iter().enumerate() {
                self.page.end_line();
                let from = self.page.here();
                let mut paragraphs = Vec::new();
                gather(cell, "p", &mut paragraphs);
                if cells.len() > 1 && paragraphs.len() < 2 && cell.first("tbl").is_none() {
                    self.page.verbatim("\t");
                    for it in paragraphs {
                        self.paragraph(it, false);
                    }
                } else {
                    self.blocks(cell);
                }
                if cells.len() > 1 {
                    self.page.mark(from, What::Cell { row, column });
                }
            }
            self.page.end_paragraph();
        }
    }
}

/// The nearest elements of this name below, not those of a table inside.
fn gather<'e>(element: &'e Element, name: &str, out: &mut Vec<&'e Element>) {
    for it in element.elements() {
        if it.name == name {
            out.push(it);
        } else if !matches!(it.name.as_str(), "tbl" | "Fallback") {
            gather(it, name, out);
        }
    }
}

fn all_words(element: &Element, out: &mut String) {
    for it in &element.inside {
        match it {
            Inside::Element(it) if it.name == "instrText" => {}
            Inside::Element(it) => all_words(it, out),
            Inside::Text(text) if element.name == "t" => out.push_str(text),
            Inside::Text(_) => {}
        }
    }
}

/// A letter of a font of symbols: Word keeps them from U+F000 on.
fn symbol(code: &str) -> Option<char> {
    let number = u32::from_str_radix(code, 16).ok()?;
    char::from_u32(number).map(plain)
}

/// A bullet from a font of symbols as it stands in text that was copied from Word.
fn plain(letter: char) -> char {
    match u32::from(letter) {
        number @ 0xf020..=0xf0ff => char::from_u32(number - 0xf000).unwrap_or(letter),
        _ => letter,
    }
}

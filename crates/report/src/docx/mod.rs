//! A document as a Word file: real headings, paragraphs, lists, tables, pictures, a contents list.
//!
//! Committee systems take a Word file by its headings and paragraphs, and lose a list whose numbers Word makes up. So the
//! numbers of minutes are written as text ([`Block::Listed`]). The same document always gives the same bytes.

mod contents;
mod paragraph;
mod parts;
mod picture;
mod table;

use std::io::{Cursor, Write};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

pub use picture::Picture;
pub use table::{Cell, Grid};

/// A document: what it is called, who issues it, and what it says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    /// Its title, as the file's properties say it and as its first line reads.
    pub title: String,
    /// Who issues it: the council.
    pub issuer: String,
    /// What stands at the head of every page, with the page's number at its foot; empty: neither.
    pub running: String,
    /// What it says, in order.
    pub blocks: Vec<Block>,
}

/// One part of a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading: 1 is the widest, 3 the narrowest.
    Heading(u8, String),
    /// A heading that [`Block::Contents`] lists.
    Part(Part),
    /// The list of all parts, under these words.
    Contents(String),
    /// A paragraph. Its line breaks are kept.
    Paragraph(String),
    /// A paragraph that stays on the page of what follows it.
    Leading(String),
    /// A paragraph whose first words stand out: "Resolved:".
    Led(String, String),
    /// A paragraph of a list, with the number or sign it begins with: "(i)", "•".
    Listed(String, String),
    /// A point of a list that Word knows as one.
    Point(String),
    /// What is said of the paragraph before, small; the flag: of a point.
    Note(String, bool),
    /// What a picture shows: its title, numbered.
    Caption(Caption),
    /// Rows of cells, the first row as heading.
    Table(Vec<Vec<String>>),
    /// A table with its caption.
    Grid(Grid),
    /// A picture.
    Picture(Picture),
}

/// A heading of the contents list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// 1 is the widest; the list holds 1 and 2.
    pub level: u8,
    /// Its words.
    pub words: String,
    /// Whether it begins a page.
    pub own_page: bool,
}

/// A numbered title: "Table 3: Late assessments by area".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caption {
    /// What is numbered: "Table", "Chart".
    pub what: &'static str,
    /// Its number, as Word would count.
    pub number: usize,
    /// Its words.
    pub words: String,
}

/// The document as a Word file (.docx).
///
/// # Errors
/// When the parts cannot be packed, which takes more than 4 GB of text.
pub fn docx(document: &Document) -> Result<Vec<u8>, ZipError> {
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    // A fixed time: the same document gives the same bytes, and its sha256 says something.
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    let packed = options.compression_method(CompressionMethod::Deflated);
    for (name, text) in parts::texts(document) {
        file.start_file(name, packed)?;
        file.write_all(text.as_bytes())?;
    }
    for (at, picture) in pictures(document).enumerate() {
        // Packed already.
        file.start_file(
            format!("word/media/chart{}.png", at + 1),
            options.compression_method(CompressionMethod::Stored),
        )?;
        file.write_all(&picture.png)?;
        file.start_file(format!("word/media/chart{}.svg", at + 1), packed)?;
        file.write_all(picture.svg.as_bytes())?;
    }
    Ok(file.finish()?.into_inner())
}

fn pictures(document: &Document) -> impl Iterator<Item = &Picture> {
    document.blocks.iter().filter_map(|it| match it {
        Block::Picture(picture) => Some(picture),
        _ => None,
    })
}

#[cfg(test)]
mod tests;

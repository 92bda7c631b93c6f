//! A paper as a Word file: real headings, paragraphs, lists numbered as plain text, tables.
//!
//! Committee systems take a Word file by its headings and paragraphs, and lose a list whose numbers Word makes up. So the
//! numbers of a list are written as text here. The same paper always gives the same bytes.

mod parts;

use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A paper: what it is called, who issues it, and what it says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Paper {
    /// Its title, as the file's properties say it and as its first line reads.
    pub title: String,
    /// Who issues it: the council.
    pub issuer: String,
    /// What it says, in order.
    pub blocks: Vec<Block>,
}

/// One part of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading: 1 is the widest, 3 the narrowest.
    Heading(u8, String),
    /// A paragraph. Its line breaks are kept.
    Paragraph(String),
    /// A paragraph whose first words stand out: "Resolved:".
    Led(String, String),
    /// A paragraph of a list, with the number or sign it begins with: "(i)", "•".
    Listed(String, String),
    /// Rows of cells, the first row as heading.
    Table(Vec<Vec<String>>),
}

/// The paper as a Word file (.docx).
///
/// # Errors
/// When the parts cannot be packed, which takes more than 4 GB of text.
pub fn docx(paper: &Paper) -> Result<Vec<u8>, zip::result::ZipError> {
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    // A fixed time: the same paper gives the same bytes, and its sha256 says something.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, text) in [
        ("[Content_Types].xml", parts::CONTENT_TYPES.to_owned()),
        ("_rels/.rels", parts::RELATIONS.to_owned()),
        ("docProps/core.xml", parts::properties(paper)),
        ("word/document.xml", parts::document(paper)),
        ("word/styles.xml", parts::STYLES.to_owned()),
        (
            "word/_rels/document.xml.rels",
            parts::DOCUMENT_RELATIONS.to_owned(),
        ),
    ] {
        file.start_file(name, options)?;
        file.write_all(text.as_bytes())?;
    }
    Ok(file.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use quick_xml::Reader;
    use quick_xml::events::Event;
    use std::io::Read;

    fn part(bytes: &[u8], name: &str) -> String {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        archive
            .by_name(name)
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
        text
    }

    fn paper() -> Paper {
        Paper {
            title: "Minutes of <the> Board & others".into(),
            issuer: "Wayshire".into(),
            blocks: vec![
                Block::Heading(1, "1. Welcome".into()),
                Block::Paragraph("The Chair welcomed all.\nApologies were noted.".into()),
                Block::Led("Resolved:".into(), "That the report be noted".into()),
                Block::Listed("(i)".into(), "noted \u{1} the report 👍".into()),
                Block::Table(vec![
                    vec!["Name".into(), "Agency".into()],
                    vec!["Ana North".into(), "Wayshire".into()],
                ]),
            ],
        }
    }

    #[test]
    fn every_part_is_well_formed_and_the_headings_are_headings() {
        let bytes = docx(&paper()).unwrap();
        for name in [
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/core.xml",
            "word/document.xml",
            "word/styles.xml",
            "word/_rels/document.xml.rels",
        ] {
            let text = part(&bytes, name);
            let mut reader = Reader::from_str(&text);
            reader.config_mut().check_end_names = true;
            loop {
                match reader.read_event() {
                    Ok(Event::Eof) => break,
                    Ok(_) => {}
                    Err(error) => panic!("{name}: {error}"),
                }
            }
        }
        let document = part(&bytes, "word/document.xml");
        assert!(document.contains(
            r#"<w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t xml:space="preserve">1. Welcome"#
        ));
        assert!(document.contains("Minutes of &lt;the&gt; Board &amp; others"));
        // A line break stays one, and what XML cannot hold is left out.
        assert!(document.contains("welcomed all.</w:t><w:br/>"));
        assert!(document.contains("noted  the report 👍"));
    }

    #[test]
    fn the_same_paper_gives_the_same_bytes() {
        assert_eq!(docx(&paper()).unwrap(), docx(&paper()).unwrap());
    }
}

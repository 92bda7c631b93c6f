//! The contents list: a field that Word can make anew, with its entries written already.
//!
//! Which page a part begins on is known only once the file is laid out, so the list gives links and no numbers.

use super::paragraph::{Shape, write, write_within};
use super::{Block, Document, Part};
use std::fmt::Write as _;

/// The list of a document's parts; nothing where there are none.
pub(super) fn list(out: &mut String, document: &Document, heading: &str) {
    let parts = document.blocks.iter().filter_map(|it| match it {
        Block::Part(part) => Some(part),
        _ => None,
    });
    // Numbered over all parts, those too deep to be listed among them: `part` counts so.
    let listed: Vec<(usize, &Part)> = (1..).zip(parts).filter(|it| it.1.level <= 2).collect();
    let Some(last) = listed.len().checked_sub(1) else {
        return;
    };
    let deepest = listed.iter().map(|it| it.1.level).max().unwrap_or(1);
    out.push_str(concat!(
        r#"<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>"#,
        "<w:sdtContent>"
    ));
    write(out, Shape::style("TOCHeading"), &[(heading, false)]);
    for (at, (number, part)) in listed.iter().enumerate() {
        let mut before = String::new();
        if at == 0 {
            let _ = write!(
                before,
                concat!(
                    r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r>"#,
                    r#"<w:r><w:instrText xml:space="preserve"> TOC \o "1-{}" \n \h </w:instrText></w:r>"#,
                    r#"<w:r><w:fldChar w:fldCharType="separate"/></w:r>"#,
                ),
                deepest
            );
        }
        let _ = write!(
            before,
            r#"<w:hyperlink w:anchor="_Toc{number:06}" w:history="1">"#
        );
        let mut after = String::from("</w:hyperlink>");
        if at == last {
            after.push_str(r#"<w:r><w:fldChar w:fldCharType="end"/></w:r>"#);
        }
        let style = if part.level > 1 { "TOC2" } else { "TOC1" };
        write_within(out, Shape::style(style), &part.words, (&before, &after));
    }
    out.push_str("</w:sdtContent></w:sdt>");
}

/// A part's heading, with the mark that the list leads to. `number` is its place among all parts, from 1.
pub(super) fn part(out: &mut String, part: &Part, number: usize) {
    let style = format!("Heading{}", part.level.clamp(1, 3));
    let shape = Shape {
        own_page: part.own_page,
        ..Shape::style(&style)
    };
    let begin = format!(r#"<w:bookmarkStart w:id="{number}" w:name="_Toc{number:06}"/>"#);
    let end = format!(r#"<w:bookmarkEnd w:id="{number}"/>"#);
    write_within(out, shape, &part.words, (&begin, &end));
}

//! The XML parts of a Word file: ECMA-376, Office Open XML, the few elements that a paper needs.

use super::paragraph::{Shape, caption, write as paragraph};
use super::table::cut;
use super::{Block, Document, contents, picture, pictures, table};
use crate::markup::escaped;
use std::fmt::Write as _;

const DECLARATION: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// Word knows a heading by the style's name, `heading 1`; the outline level puts it in the navigation pane and in a PDF's
/// bookmarks.
const STYLES: &str = include_str!("styles.xml");
const NUMBERING: &str = include_str!("numbering.xml");
const SETTINGS: &str = include_str!("settings.xml");

/// Every part that is text, by its name in the file.
pub(super) fn texts(document: &Document) -> Vec<(&'static str, String)> {
    let mut all = vec![
        ("[Content_Types].xml", content_types(document)),
        ("_rels/.rels", relations()),
        ("docProps/core.xml", properties(document)),
        ("word/document.xml", body(document)),
        ("word/styles.xml", STYLES.to_owned()),
        ("word/numbering.xml", NUMBERING.to_owned()),
        ("word/settings.xml", SETTINGS.to_owned()),
        ("word/_rels/document.xml.rels", document_relations(document)),
    ];
    if !document.running.is_empty() {
        all.push(("word/header1.xml", header(document)));
        all.push(("word/footer1.xml", footer()));
    }
    all
}

/// What each of Word's own parts is: its file, and the end of its type.
fn word_parts(document: &Document) -> Vec<(&'static str, &'static str)> {
    let mut all = vec![
        ("styles.xml", "styles"),
        ("numbering.xml", "numbering"),
        ("settings.xml", "settings"),
    ];
    if !document.running.is_empty() {
        all.extend([("header1.xml", "header"), ("footer1.xml", "footer")]);
    }
    all
}

fn content_types(document: &Document) -> String {
    let mut out = format!(
        concat!(
            r#"{}<Types xmlns="{}/content-types">"#,
            r#"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#,
            r#"<Default Extension="xml" ContentType="application/xml"/>"#,
            r#"<Default Extension="png" ContentType="image/png"/>"#,
            r#"<Default Extension="svg" ContentType="image/svg+xml"/>"#,
            r#"<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>"#,
        ),
        DECLARATION, PACKAGE
    );
    let main = [("document.xml", "document.main")];
    for (file, part) in main.into_iter().chain(word_parts(document)) {
        let _ = write!(
            out,
            r#"<Override PartName="/word/{file}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{part}+xml"/>"#
        );
    }
    out.push_str("</Types>");
    out
}

fn relations() -> String {
    format!(
        concat!(
            r#"{0}<Relationships xmlns="{1}/relationships">"#,
            r#"<Relationship Id="rId1" Type="{2}/officeDocument" Target="word/document.xml"/>"#,
            r#"<Relationship Id="rId2" Type="{1}/relationships/metadata/core-properties" Target="docProps/core.xml"/>"#,
            "</Relationships>"
        ),
        DECLARATION, PACKAGE, OFFICE
    )
}

fn document_relations(document: &Document) -> String {
    let mut out = format!(r#"{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">"#);
    for (file, part) in word_parts(document) {
        let _ = write!(
            out,
            r#"<Relationship Id="{part}" Type="{OFFICE}/{part}" Target="{file}"/>"#
        );
    }
    for (number, _) in (1..).zip(pictures(document)) {
        for kind in ["png", "svg"] {
            let _ = write!(
                out,
                r#"<Relationship Id="{kind}{number}" Type="{OFFICE}/image" Target="media/chart{number}.{kind}"/>"#
            );
        }
    }
    out.push_str("</Relationships>");
    out
}

fn properties(document: &Document) -> String {
    format!(
        concat!(
            r#"{}<cp:coreProperties xmlns:cp="{}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">"#,
            "<dc:title>{}</dc:title><dc:creator>{}</dc:creator><dc:language>en-GB</dc:language></cp:coreProperties>"
        ),
        DECLARATION,
        PACKAGE,
        // A property holds no more than 255 letters.
        escaped(cut(&document.title, 250)),
        escaped(cut(&document.issuer, 250))
    )
}

fn header(document: &Document) -> String {
    let mut out = format!(r#"{DECLARATION}<w:hdr xmlns:w="{WORD}">"#);
    paragraph(
        &mut out,
        Shape::style("Header"),
        &[(&document.running, false)],
    );
    out.push_str("</w:hdr>");
    out
}

fn footer() -> String {
    let field = |name: &str| {
        format!(r#"<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>"#)
    };
    let words = |text: &str| format!(r#"<w:r><w:t xml:space="preserve">{text}</w:t></w:r>"#);
    format!(
        r#"{DECLARATION}<w:ftr xmlns:w="{WORD}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{}{}{}{}</w:p></w:ftr>"#,
        words("Page "),
        field("PAGE"),
        words(" of "),
        field("NUMPAGES")
    )
}

fn body(document: &Document) -> String {
    let mut out = format!(
        concat!(
            r#"{}<w:document xmlns:w="{}" xmlns:r="{}" "#,
            r#"xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" "#,
            r#"xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" "#,
            r#"xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" "#,
            r#"xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"><w:body>"#,
        ),
        DECLARATION, WORD, OFFICE
    );
    paragraph(&mut out, Shape::style("Title"), &[(&document.title, false)]);
    let (mut parts, mut drawn) = (0, 0);
    for block in &document.blocks {
        match block {
            Block::Heading(level, text) => {
                let style = format!("Heading{}", (*level).clamp(1, 3));
                paragraph(&mut out, Shape::style(&style), &[(text, false)]);
            }
            Block::Part(part) => {
                parts += 1;
                contents::part(&mut out, part, parts);
            }
            Block::Contents(heading) => contents::list(&mut out, document, heading),
            Block::Paragraph(text) => paragraph(&mut out, Shape::default(), &[(text, false)]),
            Block::Leading(text) => {
                let shape = Shape {
                    with_next: true,
                    ..Shape::default()
                };
                paragraph(&mut out, shape, &[(text, false)]);
            }
            Block::Led(first, rest) => {
                let runs = [(first.as_str(), true), (" ", false), (rest, false)];
                paragraph(&mut out, Shape::default(), &runs);
            }
            Block::Listed(mark, text) => {
                let shape = Shape {
                    hanging: 567,
                    ..Shape::default()
                };
                paragraph(
                    &mut out,
                    shape,
                    &[(mark, false), ("\t", false), (text, false)],
                );
            }
            Block::Point(text) => paragraph(&mut out, Shape::style("ListBullet"), &[(text, false)]),
            Block::Note(text, of_point) => {
                let style = if *of_point { "PointNote" } else { "Note" };
                paragraph(&mut out, Shape::style(style), &[(text, false)]);
            }
            Block::Caption(it) => caption(&mut out, it),
            Block::Table(rows) => table::plain(&mut out, rows),
            Block::Grid(grid) => table::grid(&mut out, grid),
            Block::Picture(it) => {
                drawn += 1;
                picture::write(&mut out, it, drawn);
            }
        }
    }
    out.push_str("<w:sectPr>");
    if !document.running.is_empty() {
        out.push_str(concat!(
            r#"<w:headerReference w:type="default" r:id="header"/>"#,
            r#"<w:footerReference w:type="default" r:id="footer"/>"#,
        ));
    }
    // A4 in portrait with margins of 2 cm.
    out.push_str(concat!(
        r#"<w:pgSz w:w="11906" w:h="16838"/>"#,
        r#"<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>"#,
        "</w:sectPr></w:body></w:document>"
    ));
    out
}

//! The XML parts of a Word file: ECMA-376, Office Open XML, the few elements that a plain paper needs.

use super::{Block, Paper};
use crate::markup::escaped;
use std::fmt::Write as _;

pub(super) const CONTENT_TYPES: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#,
    r#"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#,
    r#"<Default Extension="xml" ContentType="application/xml"/>"#,
    r#"<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>"#,
    r#"<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>"#,
    r#"<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>"#,
    "</Types>"
);

pub(super) const RELATIONS: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
    r#"<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>"#,
    r#"<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>"#,
    "</Relationships>"
);

pub(super) const DOCUMENT_RELATIONS: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
    r#"<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>"#,
    "</Relationships>"
);

/// Word knows a heading by the style's name, `heading 1`; the outline level puts it in the navigation pane and in a PDF's
/// bookmarks.
pub(super) const STYLES: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">"#,
    r#"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/><w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>"#,
    r#"<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>"#,
    r#"<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>"#,
    r#"<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:rPr><w:b/><w:sz w:val="36"/><w:szCs w:val="36"/></w:rPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="320" w:after="120"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:styleId="Heading3"><w:name w:val="heading 3"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:outlineLvl w:val="2"/></w:pPr><w:rPr><w:b/><w:i/></w:rPr></w:style>"#,
    r#"<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>"#,
    "</w:styles>"
);

pub(super) fn properties(paper: &Paper) -> String {
    format!(
        concat!(
            r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
            r#"<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" "#,
            r#"xmlns:dc="http://purl.org/dc/elements/1.1/">"#,
            "<dc:title>{}</dc:title><dc:creator>{}</dc:creator><dc:language>en-GB</dc:language></cp:coreProperties>"
        ),
        escaped(&paper.title),
        escaped(&paper.issuer)
    )
}

pub(super) fn document(paper: &Paper) -> String {
    let mut out = String::from(concat!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
        r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>"#
    ));
    paragraph(
        &mut out,
        r#"<w:pStyle w:val="Title"/>"#,
        &[(&paper.title, false)],
    );
    for block in &paper.blocks {
        write_block(&mut out, block);
    }
    // A4 in portrait with margins of 2 cm.
    out.push_str(concat!(
        r#"<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>"#,
        r#"<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>"#,
        "</w:sectPr></w:body></w:document>"
    ));
    out
}

fn write_block(out: &mut String, block: &Block) {
    match block {
        Block::Heading(level, text) => {
            let style = format!(r#"<w:pStyle w:val="Heading{}"/>"#, (*level).clamp(1, 3));
            paragraph(out, &style, &[(text, false)]);
        }
        Block::Paragraph(text) => paragraph(out, "", &[(text, false)]),
        Block::Led(first, rest) => {
            paragraph(out, "", &[(first, true), (" ", false), (rest, false)])
        }
        Block::Listed(mark, text) => {
            let indent = r#"<w:ind w:left="567" w:hanging="567"/>"#;
            paragraph(out, indent, &[(mark, false), ("\t", false), (text, false)]);
        }
        Block::Table(rows) => table(out, rows),
    }
}

/// A paragraph of runs, some of them bold.
fn paragraph(out: &mut String, properties: &str, runs: &[(&str, bool)]) {
    out.push_str("<w:p>");
    if !properties.is_empty() {
        let _ = write!(out, "<w:pPr>{properties}</w:pPr>");
    }
    for (text, bold) in runs {
        out.push_str("<w:r>");
        if *bold {
            out.push_str("<w:rPr><w:b/></w:rPr>");
        }
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                out.push_str("<w:br/>");
            }
            for (at, piece) in line.trim_end_matches('\r').split('\t').enumerate() {
                if at > 0 {
                    out.push_str("<w:tab/>");
                }
                if !piece.is_empty() {
                    let _ = write!(out, r#"<w:t xml:space="preserve">{}</w:t>"#, escaped(piece));
                }
            }
        }
        out.push_str("</w:r>");
    }
    out.push_str("</w:p>");
}

fn table(out: &mut String, rows: &[Vec<String>]) {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    if columns == 0 {
        return;
    }
    // Fiftieths of a per cent of the page's width.
    let width = 5000 / columns;
    out.push_str(concat!(
        r#"<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/>"#,
        r#"<w:tblBorders><w:bottom w:val="single" w:sz="4" w:color="808080"/><w:insideH w:val="single" w:sz="4" w:color="808080"/></w:tblBorders>"#,
        "</w:tblPr><w:tblGrid>"
    ));
    for _ in 0..columns {
        let _ = write!(out, r#"<w:gridCol w:w="{}"/>"#, 9638 / columns);
    }
    out.push_str("</w:tblGrid>");
    for (at, row) in rows.iter().enumerate() {
        out.push_str("<w:tr>");
        if at == 0 {
            // The heading row comes again on every page, and screen readers know it for what it is.
            out.push_str("<w:trPr><w:tblHeader/></w:trPr>");
        }
        for column in 0..columns {
            let _ = write!(
                out,
                r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="pct"/></w:tcPr>"#
            );
            let text = row.get(column).map_or("", String::as_str);
            paragraph(out, r#"<w:spacing w:after="0"/>"#, &[(text, at == 0)]);
            out.push_str("</w:tc>");
        }
        out.push_str("</w:tr>");
    }
    out.push_str("</w:tbl>");
    // Word asks for a paragraph after a table.
    out.push_str("<w:p/>");
}

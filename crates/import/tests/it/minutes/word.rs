//! Word files, made here from their parts so that each can be read in the test.

use super::{shown, source, whole};
use waymark_import::{MinutesError, read_minutes};

const NUMBERING: &str = r#"<w:numbering xmlns:w="w">
  <w:abstractNum w:abstractNumId="1">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%2)"/></w:lvl>
  </w:abstractNum>
  <w:abstractNum w:abstractNumId="2">
    <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
    <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0D8;"/></w:lvl>
  </w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="1"/>
    <w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
</w:numbering>"#;

const STYLES: &str = r#"<w:styles xmlns:w="w">
  <w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
  <w:style w:styleId="ItemTitle"><w:name w:val="Item Title"/><w:basedOn w:val="berschrift1"/>
    <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
</w:styles>"#;

/// A Word file whose body is this.
pub(crate) fn docx(body: &str) -> Vec<u8> {
    let document = format!(r#"<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>"#);
    crate::zips::zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", document.as_bytes()),
        ("word/numbering.xml", NUMBERING.as_bytes()),
        ("word/styles.xml", STYLES.as_bytes()),
    ])
}

fn p(properties: &str, text: &str) -> String {
    format!(
        "<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>"
    )
}

fn listed(list: u8, level: u8) -> String {
    format!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>"#)
}

/// Minutes of an invented board with most of what Word can do.
pub(crate) fn a_board() -> Vec<u8> {
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", p("", text));
    docx(
        &[
            p(
                r#"<w:pStyle w:val="berschrift1"/>"#,
                "Wayshire Improvement Board",
            ),
            format!(
                "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>",
                cell("Ann Other"),
                cell("Independent Chair"),
                cell("CC Charles"),
                cell("Wayshire County Council")
            ),
            p(r#"<w:pStyle w:val="ItemTitle"/>"#, "Welcome and apologies"),
            p("", "Apologies were received from  Zo&#235; Quill."),
            p(r#"<w:pStyle w:val="ItemTitle"/>"#, "Performance"),
            p("", "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"),
            p(&listed(2, 0), "Caseloads fell."),
            p(&listed(2, 1), "In the north."),
            p("", "Resolved: That"),
            p(&listed(1, 1), "the report be noted; and"),
            p(&listed(1, 1), "a further report be received."),
            p(&listed(3, 0), "a list of its own"),
            p(r#"<w:numPr><w:numId w:val="0"/></w:numPr>"#, "in no list"),
        ]
        .concat(),
    )
}

#[test]
fn headings_lists_with_their_numbers_and_tables_come_out_as_word_shows_them() {
    let it = source("board.docx", &a_board());
    whole(&it);
    assert_eq!(
        it.text,
        "Wayshire Improvement Board\n\n\
         \tAnn Other\n\tIndependent Chair\n\n\tCC Charles\n\tWayshire County Council\n\n\
         1. Welcome and apologies\n\n\
         Apologies were received from  Zoë Quill.\n\n\
         2. Performance\n\n\
         · Caseloads fell.\nØ In the north.\n\
         Resolved: That\n\n\
         (i) the report be noted; and\n(ii) a further report be received.\n7. a list of its own\n\
         in no list\n"
    );
    let marks = shown(&it);
    for wanted in [
        "Heading(1): \"Wayshire Improvement Board\"",
        "Cell 1 1: \"Wayshire County Council\"",
        "Heading(1): \"2. Performance\"",
        "ListItem(2): \"Ø In the north.\"",
    ] {
        assert!(marks.contains(wanted), "{wanted} is not in\n{marks}");
    }
}

#[test]
fn boxes_fields_breaks_and_notes_are_read_once() {
    let body = "<w:p><w:r><w:t>Date:</w:t><w:tab/><w:t>10 May</w:t><w:br/><w:t>2.30 pm</w:t></w:r></w:p>\
        <w:p><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent>\
        </mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent></mc:Fallback>\
        </mc:AlternateContent></w:p>\
        <w:sdt><w:sdtContent><w:p><w:hyperlink><w:r><w:t>Filled in</w:t></w:r></w:hyperlink>\
        <w:r><w:instrText>PAGE</w:instrText></w:r></w:p></w:sdtContent></w:sdt>";
    let it = source("a.docx", &docx(body));
    assert_eq!(it.text, "Date:\t10 May\n2.30 pm\n\nIn a box\n\nFilled in\n");
}

#[test]
fn a_word_file_that_is_not_whole_says_so_wherever_it_is_cut() {
    let whole = a_board();
    for cut in (4..whole.len()).step_by(31) {
        let why = read_minutes("board.docx", &whole[..cut]).unwrap_err();
        assert!(
            matches!(why, MinutesError::Half { .. }),
            "cut at {cut}: {why}"
        );
    }
}

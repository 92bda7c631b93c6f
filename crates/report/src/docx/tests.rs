//! A Word file is what Word reads.

#![allow(clippy::unwrap_used)]
use super::*;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::io::Read as _;

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

fn names(bytes: &[u8]) -> Vec<String> {
    let archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names = archive.file_names().map(|it| it.unwrap().into_owned());
    names.collect()
}

fn document() -> Document {
    Document {
        title: "Minutes of <the> Board & others".into(),
        issuer: "Wayshire".into(),
        running: String::new(),
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
    let bytes = docx(&document()).unwrap();
    let all = docx(&full()).unwrap();
    let names = names(&all);
    for name in names.iter().filter(|it| !it.contains("media")) {
        let text = part(&all, name);
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
    assert_eq!(docx(&full()).unwrap(), docx(&full()).unwrap());
}

/// A document with all that a paper has.
fn full() -> Document {
    let number = |text: &str| (text.to_owned(), true);
    let words = |text: &str| (text.to_owned(), false);
    Document {
        running: "Summary, <Wayshire>".into(),
        blocks: vec![
            Block::Contents("Contents".into()),
            Block::Part(Part {
                level: 1,
                words: "Positives & more".into(),
                own_page: true,
            }),
            Block::Point("One".into()),
            Block::Note("Written by Ana North".into(), true),
            Block::Part(Part {
                level: 2,
                words: "Within".into(),
                own_page: false,
            }),
            Block::Caption(Caption {
                what: "Chart",
                number: 1,
                words: "Late \"assessments\"".into(),
            }),
            Block::Picture(Picture {
                name: "Chart 1".into(),
                words: "Worse: \"21%\" <96 of 457>".into(),
                png: b"\x89PNG\r\n".to_vec(),
                svg: "<svg/>".into(),
                width: 640.0,
                height: 320.0,
            }),
            Block::Grid(Grid {
                caption: Caption {
                    what: "Table",
                    number: 1,
                    words: "Late by area".into(),
                },
                headings: vec![words("Area"), number("Late")],
                rows: vec![vec![words("North"), number("96")], vec![words("צפון")]],
            }),
        ],
        ..document()
    }
}

#[test]
fn everything_that_is_named_is_in_the_file_and_nothing_else() {
    let bytes = docx(&full()).unwrap();
    let names = names(&bytes);
    let types = part(&bytes, "[Content_Types].xml");
    let relations = part(&bytes, "word/_rels/document.xml.rels");
    let body = part(&bytes, "word/document.xml");
    for relation in relations.split("<Relationship ").skip(1) {
        let value = |name: &str| {
            let rest = relation.split_once(&format!("{name}=\"")).unwrap().1;
            rest.split_once('"').unwrap().0.to_owned()
        };
        assert!(names.contains(&format!("word/{}", value("Target"))));
        let used = body.contains(&format!("\"{}\"", value("Id")));
        assert!(used || ["styles", "numbering", "settings"].contains(&&*value("Id")));
    }
    for name in names
        .iter()
        .filter(|it| it.starts_with("word/") && !it.contains("_rels"))
    {
        let target = name.trim_start_matches("word/");
        assert!(relations.contains(&format!("Target=\"{target}\"")) || target == "document.xml");
        let kind = target.rsplit('.').next().unwrap();
        assert!(
            types.contains(&format!("PartName=\"/{name}\""))
                || ["png", "svg"].contains(&kind)
                    && types.contains(&format!("Extension=\"{kind}\""))
        );
    }
}

#[test]
fn the_contents_list_leads_to_each_part_without_being_made_anew() {
    let body = part(&docx(&full()).unwrap(), "word/document.xml");
    for (number, words) in [(1, "Positives &amp; more"), (2, "Within")] {
        let link = format!("<w:hyperlink w:anchor=\"_Toc{number:06}\"");
        let listed = body.split_once(&link).unwrap().1;
        assert!(listed[..listed.find("</w:hyperlink>").unwrap()].contains(words));
        assert!(body.contains(&format!(
            "w:name=\"_Toc{number:06}\"/><w:r><w:t xml:space=\"preserve\">{words}"
        )));
    }
    for kind in ["begin", "separate", "end"] {
        assert_eq!(
            body.matches(&format!("w:fldCharType=\"{kind}\"")).count(),
            1
        );
    }
}

#[test]
fn a_picture_has_its_words_and_is_as_wide_as_the_page_at_most() {
    let body = part(&docx(&full()).unwrap(), "word/document.xml");
    assert!(body.contains("<wp:extent cx=\"6096000\" cy=\"3048000\"/>"));
    assert!(body.contains("descr=\"Worse: &quot;21%&quot; &lt;96 of 457&gt;\""));
    let mut wide = full();
    for block in &mut wide.blocks {
        if let Block::Picture(picture) = block {
            picture.width = 2560.0;
            picture.height = 1280.0;
        }
    }
    assert!(
        part(&docx(&wide).unwrap(), "word/document.xml")
            .contains("<wp:extent cx=\"6120000\" cy=\"3060000\"/>")
    );
}

#[test]
fn a_table_repeats_its_headings_and_a_text_from_right_to_left_stands_so() {
    let body = part(&docx(&full()).unwrap(), "word/document.xml");
    assert_eq!(body.matches("<w:tblHeader/>").count(), 1);
    assert!(body.contains("<w:tblCaption w:val=\"Late by area\"/>"));
    assert_eq!(body.matches("<w:bidi/>").count(), 1);
    let widths: usize = body
        .split("<w:gridCol w:w=\"")
        .skip(1)
        .map(|it| it.split_once('"').unwrap().0.parse::<usize>().unwrap())
        .sum();
    assert!((9600..=9640).contains(&widths), "{widths}");
    let header = part(&docx(&full()).unwrap(), "word/header1.xml");
    assert!(header.contains("Summary, &lt;Wayshire&gt;"));
    assert!(part(&docx(&full()).unwrap(), "word/footer1.xml").contains("PAGE"));
}

#[test]
fn a_stray_override_does_not_turn_the_rest_of_its_line() {
    let mut turned = document();
    turned
        .blocks
        .push(Block::Paragraph("after \u{202e}refer\u{202c} this".into()));
    let body = part(&docx(&turned).unwrap(), "word/document.xml");
    assert!(body.contains("after refer this"));
}

#[test]
fn minutes_have_neither_header_nor_footer() {
    let bytes = docx(&document()).unwrap();
    assert!(
        names(&bytes)
            .iter()
            .all(|it| !it.contains("header") && !it.contains("footer"))
    );
}

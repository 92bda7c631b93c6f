//! Whatever people write into any text of a paper, it comes out as text in every format.

use crate::sample;
use crate::tree::{Node, PNG, tree, unzipped};
use calamine::{Reader, Xlsx};
use serde_json::Value;
use std::io::Cursor;
use waymark_report::is_risky;
use waymark_report::paper::{Block, Paper, csvw, html, sheets, word};

/// What people and machines write.
fn texts() -> Vec<String> {
    let mut all: Vec<String> = [
        "👍🏽 Zoë 子供",
        "שלום עולם, ילדים",
        "\u{202e}txt.exe\u{2069}\u{2066}\u{2069}\u{2069}",
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "=1+1",
        "@SUM(A1)",
        "-1",
        "\"quoted\", 'single', comma,semicolon;",
        "#typst $x$ #eval(\"1+1\") \\ *bold* _under_ `raw` <label> @ref",
        "bell\u{7}, escape\u{1b}[31m, nothing\u{0}, next line\u{85}, nowhere\u{fffe}\u{ffff}\u{1fffe}",
        "]]> --> <!-- &amp; &lt; &#x41; </w:t></w:r> <?xml ?> <!DOCTYPE html>",
        "{{ name }} {% if %} ${HOME} %s %n _x0041_",
        "first line\nsecond line\r\nthird\tcolumn",
        "../../etc/passwd [a]:*?/\\b'c",
    ]
    .map(str::to_owned)
    .into();
    all.push("Unbroken".repeat(1250));
    all.push("A title of ten thousand letters. ".repeat(303));
    all
}

/// Fields that no reader sees: names by which a paper's parts find each other. (A section's key names its anchor.)
/// The figures of a table stand beside it.
const UNSEEN: [&str; 6] = ["group", "template", "key", "figures", "measure", "verdict"];

/// A small paper in whose every text field this text stands, with a mark that tells the fields apart; and the marks of
/// those that readers see.
pub(crate) fn paper_of(text: &str) -> (Paper, Vec<String>) {
    let mut paper = sample::paper();
    paper.figures.truncate(2);
    paper.figures[1].group = "North".into();
    for block in paper.sections.iter_mut().flat_map(|it| &mut it.blocks) {
        if let Block::Chart(chart) = block {
            chart.table.rows.truncate(2);
        }
    }
    let mut value = serde_json::to_value(&paper).unwrap();
    let mut places = Vec::new();
    find(&value, &mut String::new(), &mut places);
    let mut marks = Vec::new();
    for (at, place) in places.iter().enumerate() {
        let mark = format!("§{at} {place}§");
        let before = value.pointer(place).unwrap().clone();
        *value.pointer_mut(place).unwrap() = Value::String(format!("{text} {mark}"));
        if serde_json::from_value::<Paper>(value.clone()).is_err() {
            // Not a text but a day or one of a few words.
            *value.pointer_mut(place).unwrap() = before;
        } else if is_seen(place) {
            marks.push(mark);
        }
    }
    (serde_json::from_value(value).unwrap(), marks)
}

/// Whether what stands there is shown. What `figures` of a paper hold is, what names them within its sections is not.
fn is_seen(place: &str) -> bool {
    let within = place.strip_prefix("/figures").unwrap_or(place);
    !within.contains("/Table/1/") && !within.split('/').any(|it| UNSEEN.contains(&it))
}

/// The place of every string that may be a text.
fn find(value: &Value, at: &mut String, out: &mut Vec<String>) {
    let length = at.len();
    match value {
        // What a cell shows is its text only where it is words; a number's is made of the number.
        Value::Object(cell)
            if cell.len() == 2 && cell.contains_key("shown") && cell["value"] != "Words" => {}
        Value::Object(fields) => {
            for (name, it) in fields {
                // A drawing is no text: see `a_drawing_that_is_more_than_a_drawing_is_left_out`.
                if name == "svg" || name == "narrow" {
                    continue;
                }
                at.push('/');
                at.push_str(name);
                find(it, at, out);
                at.truncate(length);
            }
        }
        Value::Array(all) => {
            for (n, it) in all.iter().enumerate() {
                at.push_str(&format!("/{n}"));
                find(it, at, out);
                at.truncate(length);
            }
        }
        Value::String(_) => out.push(at.clone()),
        _ => {}
    }
}

/// The text as a format that cannot hold everything holds it.
pub(crate) fn held(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .filter(|it| matches!(it, '\n' | '\t') || !it.is_control())
        .filter(|it| !matches!(*it as u32 & 0xffff, 0xfffe | 0xffff))
        .collect()
}

/// That a text with a mark stands in what was read back for every field that readers see.
pub(crate) fn assert_all(read: &str, text: &str, marks: &[String], format: &str) {
    let text = held(text);
    // Isolates are put round what turns its neighbours, and close what it left open; a word processor is not given the
    // overrides, which it would carry on to the end of the line.
    let steers = |it| matches!(it, '\u{2066}'..='\u{2069}' | '\u{202a}'..='\u{202e}');
    let bare = |text: &str| text.replace(steers, "");
    let (read, text) = (bare(read), bare(&text));
    for mark in marks {
        assert!(
            read.contains(&format!("{text} {mark}")),
            "{format}: {mark} of {:.60}",
            text
        );
    }
}

#[test]
fn every_text_field_is_there() {
    let (_, marks) = paper_of("plain");
    assert!(marks.len() > 80, "{}", marks.len());
}

#[test]
fn a_page_holds_every_text_as_text() {
    let (plain, _) = paper_of("plain");
    let skeleton = tree(&html(&plain)).skeleton();
    for text in texts() {
        let (paper, marks) = paper_of(&text);
        let page = tree(&html(&paper));
        assert!(page.skeleton() == skeleton, "the elements of {text:.60}");
        assert_all(&page.text(), &text, &marks, "html");
    }
}

#[test]
fn a_word_file_holds_every_text_as_text() {
    let (plain, _) = paper_of("plain");
    let skeleton = |parts: &[Node]| parts.iter().map(skeleton_of_word).collect::<Vec<String>>();
    let plain = skeleton(&word_parts(&plain));
    for text in texts() {
        let (paper, marks) = paper_of(&text);
        let parts = word_parts(&paper);
        let body = parts[0].text();
        assert!(skeleton(&parts) == plain, "the elements of {text:.60}");
        assert_all(&body, &text, &marks, "word");
    }
}

/// The body, the header and the properties of a paper's Word file.
fn word_parts(paper: &Paper) -> Vec<Node> {
    let bytes = word(paper, &|_| Some(PNG.to_vec())).unwrap();
    ["word/document.xml", "word/header1.xml", "docProps/core.xml"]
        .map(|name| tree(&unzipped(&bytes, name)))
        .into()
}

/// What no words may change, apart from what says which way a text runs, where lines end and which rows may be broken.
fn skeleton_of_word(part: &Node) -> String {
    let skeleton = part.skeleton();
    [
        "w:bidi()",
        "w:rtl()",
        "w:cantSplit()",
        "w:rPr()",
        "w:t()",
        "w:t xml:space()",
        "w:trPr()",
    ]
    .iter()
    .fold(skeleton, |all, it| all.replace(it, ""))
}

/// Missing measures, overrides and evidence of sentences are on pages; a workbook and a zip hold what is in tables, and
/// what the paper is.
fn in_tables(marks: &[String]) -> Vec<String> {
    let of_text = |it: &String| {
        it.contains("/Text/")
            || it.contains("/Points/")
            || it.contains("/heading")
            || it.contains("/Heading")
    };
    marks.iter().filter(|it| !of_text(it)).cloned().collect()
}

#[test]
fn a_workbook_holds_every_text_of_its_tables_as_text() {
    for text in texts() {
        let (paper, marks) = paper_of(&text);
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(sheets(&paper).unwrap())).unwrap();
        let mut read = String::new();
        for name in book.sheet_names() {
            assert!(book.worksheet_formula(&name).unwrap().is_empty());
            for cell in book.worksheet_range(&name).unwrap().rows().flatten() {
                read.push_str(&cell.to_string().replace("\r\n", "\n"));
                read.push('\n');
            }
        }
        assert_all(&read, &text, &in_tables(&marks), "sheets");
    }
}

#[test]
fn a_zip_of_tables_holds_every_text_as_text() {
    for text in texts() {
        let (paper, marks) = paper_of(&text);
        let bytes = csvw(&paper).unwrap();
        let metadata: Value = serde_json::from_str(&unzipped(&bytes, "metadata.json")).unwrap();
        let mut read = String::new();
        strings(&metadata, &mut read);
        for table in metadata["tables"].as_array().unwrap() {
            let url = table["url"].as_str().unwrap();
            assert!(
                url.chars()
                    .all(|it| it.is_ascii_alphanumeric() || "-.".contains(it))
            );
            let file = unzipped(&bytes, url);
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .from_reader(file.as_bytes());
            for cell in reader
                .records()
                .flat_map(|it| it.unwrap().iter().map(str::to_owned).collect::<Vec<_>>())
            {
                assert!(
                    !is_risky(&cell) || cell.parse::<f64>().is_ok(),
                    "a spreadsheet would run {cell:.20}"
                );
                read.push_str(&cell);
                read.push('\n');
            }
        }
        // The committee, the meeting and the notes stand in a paper's heading block, which a zip of tables has not.
        let marks: Vec<String> = in_tables(&marks)
            .into_iter()
            .filter(|it| !it.contains(" /committee") && !it.contains(" /meeting"))
            .collect();
        assert_all(&held(&read), &text, &marks, "csv");
    }
}

/// Every string of a value, a line each.
fn strings(value: &Value, out: &mut String) {
    match value {
        Value::String(text) => {
            out.push_str(text);
            out.push('\n');
        }
        Value::Array(all) => all.iter().for_each(|it| strings(it, out)),
        Value::Object(all) => all.values().for_each(|it| strings(it, out)),
        _ => {}
    }
}

#[test]
fn a_drawing_that_is_more_than_a_drawing_is_left_out() {
    let begin = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\">";
    for (inside, fits) in [
        ("<rect id=\"a\" width=\"1\"/>", true),
        ("<script>alert(1)</script>", false),
        ("<rect onload=\"alert(1)\"/>", false),
        ("<rect style=\"fill:red\"/>", false),
        ("<foreignObject/>", false),
        ("<image href=\"https://example.org/a.png\"/>", false),
        ("<rect fill=\"url(https://example.org/a)\"/>", false),
        ("<a href=\"javascript:alert(1)\"/>", false),
        ("<g>", false),
        ("</svg><script/>", false),
        ("<!-- a -->", false),
    ] {
        let mut paper = sample::paper();
        for block in paper.sections.iter_mut().flat_map(|it| &mut it.blocks) {
            if let Block::Chart(chart) = block {
                chart.svg = format!("{begin}{inside}</svg>");
                chart.narrow = String::new();
            }
        }
        let page = tree(&html(&paper));
        assert_eq!(page.all("svg").len(), if fits { 2 } else { 0 }, "{inside}");
        assert_eq!(page.all("figure").len(), 2);
    }
}

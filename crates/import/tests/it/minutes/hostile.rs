//! Files made to break the reader, and thousands of small mistakes in good ones: an answer or a clear message, never a
//! panic. Longer runs: `cargo +nightly fuzz run minutes` in `fuzz/`.

use super::{source, whole, word};
use crate::fuzz::{Draw, spoil};
use waymark_import::{MinutesError, read_minutes};

#[test]
fn a_word_file_that_bursts_is_refused_before_it_fills_the_memory() {
    let large = "<w:p><w:r><w:t>aaaaaaaa</w:t></w:r></w:p>".repeat(1_800_000);
    let bytes = word::docx(&large);
    assert!(bytes.len() < 1 << 20, "the file itself is small");
    let why = read_minutes("large.docx", &bytes).unwrap_err();
    assert!(matches!(why, MinutesError::TooBig { .. }), "{why}");
}

#[test]
fn elements_that_nest_without_end_are_refused_in_xml_and_flattened_in_a_page() {
    let deep = |open: &str, close: &str| open.repeat(5000) + "Resolved" + &close.repeat(5000);
    let xml = format!("<meeting>{}</meeting>", deep("<a>", "</a>"));
    let why = read_minutes("a.xml", xml.as_bytes()).unwrap_err();
    assert!(matches!(why, MinutesError::Damaged { .. }), "{why}");
    for (open, close) in [
        ("<div>", "</div>"),
        ("<ul><li>", "</li></ul>"),
        ("<table><tr><td>", ""),
    ] {
        let page = format!("<html>{}</html>", deep(open, close));
        assert!(source("a.html", page.as_bytes()).text.contains("Resolved"));
    }
}

#[test]
fn a_file_that_defines_its_own_entities_gets_none() {
    let xml = "<!DOCTYPE meeting [<!ENTITY a \"boom\">]><meeting><meetingdate>&a;</meetingdate>\
               <agendaitems><agendaitem><agendaitemtitle>Budget</agendaitemtitle></agendaitem></agendaitems></meeting>";
    let it = source("a.xml", xml.as_bytes());
    assert!(
        it.text.contains("&a;") && !it.text.contains("boom"),
        "{}",
        it.text
    );
}

#[test]
fn plain_text_comes_out_character_for_character() {
    let text = "\t Ann\u{a0}Other\r\n\r\nResolved:\u{a0} that the the report \u{2013} be \u{201c}noted\u{201d}\r\n<AI1>\n";
    assert_eq!(source("a.txt", text.as_bytes()).text, text);
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(
        source("a.txt", &[b"\xff\xfe".as_slice(), &wide].concat()).text,
        text
    );
    assert_eq!(source("a.txt", b"Zo\xeb \x96 noted").text, "Zoë – noted");
}

#[test]
fn spoilt_files_never_panic() {
    let cases = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/minutes/cases");
    let seed = |it: &str| std::fs::read(cases.join(it)).unwrap();
    let seeds = [
        ("a.xml", seed("get_meeting/meeting.xml")),
        ("a.html", seed("moderngov_meeting_page/page.html")),
        ("a.docx", word::a_board()),
        ("a.txt", b"<AI1>\n\t1.  \n\tApologies\n</AI1>".to_vec()),
    ];
    let mut draw = Draw(0x5eed_3333_4444_5555);
    for round in 0..6000 {
        let (name, good) = &seeds[round % seeds.len()];
        match read_minutes(name, &spoil(good, &mut draw)) {
            Ok(all) => all.iter().for_each(whole),
            Err(why) => assert!(
                !matches!(why, MinutesError::Stumbled { .. }) || *name == "a.docx",
                "round {round}"
            ),
        }
    }
}

#[test]
fn spoilt_parts_of_a_word_file_never_panic() {
    let good = word::a_board();
    let mut draw = Draw(0x0dd_5eed);
    for part in ["word/document.xml", "word/numbering.xml", "word/styles.xml"] {
        for _ in 0..400 {
            let spoilt = crate::fuzz::spoil_inside(&good, part, &mut draw);
            if let Ok(all) = read_minutes("a.docx", &spoilt) {
                all.iter().for_each(whole);
            }
        }
    }
}

//! What people write comes out as text, whatever it is.

use crate::sample::{chart, day, paper};
use crate::tree::{read, title, tree};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use waymark_pdf::{pdf, png};
use waymark_report::paper::{
    Block, Evidence, Hand, Meeting, Missing, Override, Paper, Section, Text,
};
use waymark_report::{Cell, Heading, Table};

/// Text of every page, without spaces and breaks; none where pdftotext is not installed.
fn said(bytes: &[u8]) -> Option<String> {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let file = std::env::temp_dir().join(format!("waymark-{}-{count}.pdf", std::process::id()));
    std::fs::write(&file, bytes).unwrap();
    let said = Command::new("pdftotext")
        .arg("-raw")
        .arg(&file)
        .arg("-")
        .output();
    std::fs::remove_file(file).unwrap();
    let Ok(said) = said else {
        println!("the pages' text is not read: pdftotext is not installed");
        return None;
    };
    Some(bare(&String::from_utf8(said.stdout).unwrap()))
}

fn bare(text: &str) -> String {
    text.chars()
        .filter(|it| !it.is_whitespace() && *it != '\u{200b}')
        .collect()
}

/// The words of every heading, as the tags have them.
fn headings(bytes: &[u8]) -> Vec<String> {
    let tree = tree(&read(bytes));
    tree.all()
        .into_iter()
        .filter_map(|it| it.title.as_deref().map(bare))
        .collect()
}

/// The paper with these words wherever a person may have written some.
fn everywhere(words: &str) -> Paper {
    let mut paper = paper(0);
    let mut table = Table::new(words, [Heading::words(words), Heading::numbers(words)]);
    table
        .rows
        .push(vec![Cell::words(words), Cell::words(words)]);
    let text = Text {
        key: words.into(),
        words: words.into(),
        by: Hand::Officer {
            name: words.into(),
            on: day("2018-04-03"),
            instead_of: words.into(),
        },
        figures: vec![],
        evidence: vec![Evidence {
            reference: words.into(),
            title: words.into(),
            on: None,
            gone: false,
        }],
        stated: None,
    };
    let (mut drawn, mut figure) = chart(1);
    drawn.title = words.into();
    drawn.sentence = words.into();
    figure.title = words.into();
    figure.group = words.into();
    figure.definition = words.into();
    figure.source = words.into();
    figure.shown = words.into();
    paper.title = words.into();
    paper.council = words.into();
    paper.committee = words.into();
    paper.period = words.into();
    paper.meeting = Some(Meeting {
        reference: words.into(),
        title: words.into(),
        on: day("2018-04-19"),
    });
    paper.sections = vec![Section {
        key: words.into(),
        heading: words.into(),
        depth: 1,
        blocks: vec![
            Block::Heading(words.into()),
            Block::Text(text.clone()),
            Block::Points(vec![text]),
            Block::Table(table, vec![]),
            Block::Chart(drawn),
        ],
    }];
    paper.figures = vec![figure];
    paper.acronyms = vec![(words.into(), words.into())];
    paper.missing = vec![Missing {
        measure: words.into(),
        title: words.into(),
        asked: words.into(),
        reason: words.into(),
        known: false,
    }];
    paper.overrides = vec![Override {
        rule: words.into(),
        about: words.into(),
        by: words.into(),
        reason: words.into(),
    }];
    paper
}

#[test]
fn markup_of_every_kind_is_text() {
    for words in [
        "#panic(\"no\") #sys.version #include \"/etc/passwd\"",
        "$x^2$ *bold* _slanted_ `code` ```rust fn``` <label> @label",
        "= Heading\n- list\n+ numbered\n/ term: words",
        "\\u{41} \\ \\# // comment /* comment */ ~ -- ---",
        "<script>alert('no')</script> &amp; <svg><text>x</text></svg> ]]> -->",
        "\"quoted\" 'quoted' [brackets] {braces} (round) #{1+1} #[x]",
        "{\"kind\":\"heading\"}, paper.json, charts/0.svg",
    ] {
        let bytes = pdf(&everywhere(words)).unwrap();
        let expected = bare(words);
        let found = headings(&bytes)
            .iter()
            .filter(|it| **it == expected)
            .count();
        assert!(found >= 3, "{words}: {:?}", headings(&bytes));
        if let Some(text) = said(&bytes) {
            // pdftotext takes a backtick for an accent of the letter after it.
            let plain = |text: &str| text.replace(['`', '\u{300}'], "");
            let found = plain(&text).matches(&plain(&expected)).count();
            assert!(found >= 15, "{words}\n{text}");
        }
    }
}

#[test]
fn every_script_and_sign_can_be_set() {
    for words in [
        "שלום עולם (1) 2018",
        "مرحبا بالعالم 2018 لا إله",
        "中文 日本語 한국어",
        "বাংলা ਪੰਜਾਬੀ हिन्दी தமிழ்",
        "😀 👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 👍🏽 ❤️ ✓ ☎",
        "Zalgo: Z̸̡̛̝̪͇͈͎͉̞̤̮̦̟̖̭̙̒̏̾͒͗͝ą̵̹̮̰̖̲͙̖̼̗̬̖̈́̄̏̚l̶͖͇̤̦̍̾̿̀͂g̷̝̥͔͎̀̌̽͆o̶̡͔̾̏̐̋",
        "turn \u{202e}drawkcab\u{202c} and \u{2066}isolated",
        "nought \u{0}, bell \u{7}, mark \u{feff}, none \u{fffe}, private \u{e000}, line\u{2028}and\u{2029}paragraph\u{85}end",
        "   ",
        "\u{200b}\u{200d}",
        "",
    ] {
        pdf(&everywhere(words)).unwrap_or_else(|it| panic!("{words:?}: {it}"));
    }
    // These the fonts have: they are set as they are.
    for (words, number) in [
        ("שלום", "[U+05E9]"),
        ("مرحبا", "[U+0645]"),
        ("😀", "[U+1F600]"),
        ("Łódź", "[U+0141]"),
    ] {
        let headings = headings(&pdf(&everywhere(words)).unwrap());
        assert!(
            headings.contains(&words.to_owned()),
            "{words}: {headings:?}"
        );
        assert!(!headings.iter().any(|it| it.contains(number)));
    }
    let headings = headings(&pdf(&everywhere("中")).unwrap());
    assert!(headings.contains(&"[U+4E2D]".to_owned()), "{headings:?}");
}

/// Each letter of Unicode's first planes by itself: none may stop a paper.
#[test]
fn no_letter_stops_a_paper() {
    // Without the long stretches that are all alike: Han, Hangul, and what nobody has assigned.
    let letters: Vec<char> = ('\u{0}'..='\u{33ff}')
        .chain('\u{4dc0}'..='\u{4e2f}')
        .chain('\u{a640}'..='\u{abff}')
        .chain('\u{f8f0}'..='\u{105ff}')
        .chain('\u{1d000}'..='\u{1d7ff}')
        .chain('\u{1f000}'..='\u{1fbff}')
        .collect();
    let mut table = Table::new("Letters", [Heading::words("Letters")]);
    for some in letters.chunks(64) {
        let row: Vec<String> = some.iter().map(char::to_string).collect();
        table.rows.push(vec![Cell::words(row.join(" "))]);
    }
    let mut paper = paper(0);
    paper.sections[0].blocks = vec![Block::Table(table, vec![])];
    paper.sections.truncate(1);
    let bytes = pdf(&paper).unwrap();
    if let Some(text) = said(&bytes) {
        assert!(text.contains("[U+4E2D]"), "by its number");
        for letter in "ЖשمԱ≥✓😀".chars() {
            assert!(text.contains(letter), "{letter} as itself");
        }
    }
}

#[test]
fn ten_thousand_letters_fit_on_their_pages() {
    for words in [
        "w".repeat(10_000),
        "word ".repeat(2_000),
        "😀".repeat(10_000),
        "ש".repeat(10_000),
    ] {
        let mut long = everywhere("short");
        long.title.clone_from(&words);
        long.sections[0].heading.clone_from(&words);
        long.sections[0]
            .blocks
            .push(Block::Text(Text::of_record("x", words.as_str())));
        let Some(Block::Table(table, _)) = long.sections[0]
            .blocks
            .iter_mut()
            .find(|it| matches!(it, Block::Table(..)))
        else {
            panic!("it has a table");
        };
        table.rows[0][1] = Cell::words(words.as_str());
        let bytes = pdf(&long).unwrap();
        assert_eq!(title(&read(&bytes)).trim(), words.trim());
        assert!(headings(&bytes).contains(&bare(&words)));
    }
}

#[test]
fn a_paper_that_says_nothing_is_still_a_paper() {
    let mut nothing = paper(0);
    nothing.title.clear();
    nothing.council.clear();
    nothing.committee.clear();
    nothing.meeting = None;
    nothing.sections.clear();
    nothing.figures.clear();
    nothing.acronyms.clear();
    nothing.missing.clear();
    nothing.overrides.clear();
    nothing.cut.clear();
    let bytes = pdf(&nothing).unwrap();
    assert_eq!(title(&read(&bytes)), "Paper without a title");
}

#[test]
fn odd_shapes_are_set_too() {
    let mut odd = paper(0);
    let mut ragged = Table::new("", [Heading::words("One")]);
    ragged.rows = vec![
        vec![],
        vec![Cell::words("a"), Cell::words("beyond the headings")],
    ];
    let (mut wordless, _) = chart(1);
    wordless.title.clear();
    wordless.sentence.clear();
    wordless.table = Table::default();
    odd.sections = vec![Section {
        key: String::new(),
        heading: "Deep from the start".into(),
        depth: 2,
        blocks: vec![
            Block::Points(vec![]),
            Block::Table(Table::default(), vec![]),
            Block::Table(Table::new("No rows", [Heading::words("One")]), vec![]),
            Block::Table(ragged, vec![]),
            Block::Chart(wordless),
        ],
    }];
    let bytes = pdf(&odd).unwrap();
    if let Some(text) = said(&bytes) {
        assert!(text.contains("beyondtheheadings"), "{text}");
    }
    let tree = tree(&read(&bytes));
    assert!(
        tree.of("Figure")
            .iter()
            .all(|it| it.alt.as_ref().is_some_and(|it| !it.is_empty()))
    );
}

#[test]
fn a_chart_with_any_label_is_drawn() {
    let (chart, _) = chart(1);
    let mut hostile = paper(0);
    hostile.sections.truncate(1);
    for label in ["中😀שמ\u{e000}", "#x $y$ &lt;label&gt; \\"] {
        let mut other = chart.clone();
        other.svg = (chart.svg).replace("</text>", &format!("{label}</text>"));
        png(&other.svg, 1.0).unwrap();
        hostile.sections[0].blocks = vec![Block::Chart(other)];
        pdf(&hostile).unwrap();
    }
    // What is no drawing is left out; its sentence and its numbers stand alone.
    let mut broken = chart;
    broken.svg = "<svg".into();
    let sentence = bare(&broken.sentence);
    hostile.sections[0].blocks = vec![Block::Chart(broken)];
    let bytes = pdf(&hostile).unwrap();
    assert_eq!(tree(&read(&bytes)).of("Figure").len(), 0);
    if let Some(text) = said(&bytes) {
        assert!(text.contains(&sentence), "{text}");
    }
}

/// A chart asks for a file of the machine and for an address: it gets neither.
#[test]
fn a_chart_can_fetch_nothing() {
    let mut hostile = paper(0);
    hostile.sections.truncate(1);
    for wanted in [
        "/etc/hostname",
        "file:///etc/hostname",
        "https://example.org/x.png",
        "paper.json",
        "../../Cargo.toml",
    ] {
        let (mut other, _) = chart(1);
        other.svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"640\" height=\"300\"><image href=\"{wanted}\" width=\"9\" height=\"9\"/></svg>"
        );
        png(&other.svg, 1.0).unwrap();
        hostile.sections[0].blocks = vec![Block::Chart(other)];
        // It is no drawing of ours: it is left out, and nothing is read.
        let bytes = pdf(&hostile).unwrap();
        assert_eq!(tree(&read(&bytes)).of("Figure").len(), 0);
    }
}

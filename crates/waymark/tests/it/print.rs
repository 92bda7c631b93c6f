//! Printing in a process of its own.

use std::io::Write;
use std::process::{Command, Output, Stdio};
use waymark_report::Audience;
use waymark_report::paper::{Block, Paper, Section, Text};

fn print(value: &str) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_waymark"))
        .arg("print")
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // It may have refused what it was given before it has read all of it.
    let _ = program.stdin.take().unwrap().write_all(value.as_bytes());
    program.wait_with_output().unwrap()
}

fn paper() -> Paper {
    let day = "2018-04-10".parse().unwrap();
    Paper {
        template: "ours".into(),
        title: "Performance summary".into(),
        council: "Wayshire County Council".into(),
        audience: Audience::Board,
        committee: String::new(),
        meeting: None,
        period: "March 2018".into(),
        as_at: day,
        annex: None,
        cut: Vec::new(),
        made_on: day,
        sections: vec![Section {
            key: "all".into(),
            heading: "In short".into(),
            depth: 1,
            blocks: vec![Block::Text(Text::of_record("all/1", "Nobody waited."))],
        }],
        figures: Vec::new(),
        acronyms: Vec::new(),
        missing: Vec::new(),
        overrides: Vec::new(),
        budget: None,
    }
}

#[test]
fn a_papers_value_goes_in_and_its_pdf_comes_out() {
    let paper = paper();
    let printed = print(&paper.frozen());
    assert!(printed.status.success());
    assert!(printed.stdout.starts_with(b"%PDF-"));
    assert_eq!(printed.stdout, waymark_pdf::pdf(&paper).unwrap());
}

#[test]
fn what_is_no_paper_is_refused_without_its_words() {
    for value in ["", "{\"title\":\"Amber Stone\"}", "Amber Stone"] {
        let printed = print(value);
        let said = String::from_utf8(printed.stderr).unwrap();
        assert_eq!(printed.status.code(), Some(1), "{said}");
        assert!(printed.stdout.is_empty());
        assert!(
            said.contains("holds no paper") && !said.contains("Amber"),
            "{said}"
        );
    }
}

//! `waymark minutes` as a clerk or another program calls it.

use super::program::{shared, waymark};
use std::process::{Command, Stdio};

const PAGE: &str = "<html><body><h1>Agenda item</h1><h2>Progress</h2><p>Minutes:</p>\
                    <p>Resolved: That the report be noted.</p></body></html>";

fn read(name: &str, bytes: &[u8], more: &[&str]) -> std::process::Output {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(name);
    std::fs::write(&file, bytes).unwrap();
    let file = file.display().to_string();
    waymark(&[&["minutes", file.as_str()], more].concat())
}

fn json(output: &std::process::Output) -> serde_json::Value {
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).unwrap()
}

fn pieces(it: &serde_json::Value) -> String {
    let pieces = it["pieces"].as_array().unwrap();
    pieces
        .iter()
        .map(|it| it["text"].as_str().unwrap())
        .collect()
}

#[test]
fn json_has_every_part_that_is_promised_and_loses_no_character() {
    let text = "\u{a0}Resolved:\r\n\r\nthat the the report be noted.\r\n";
    let it = json(&read("a.txt", text.as_bytes(), &["--format", "json"]));
    for part in ["kind", "meeting", "people", "items", "pieces"] {
        assert!(!it[part].is_null(), "{part}");
    }
    for part in ["body", "date", "time", "place"] {
        assert!(it["meeting"].get(part).is_some(), "{part}");
    }
    assert_eq!(pieces(&it), text);
}

#[test]
fn the_sources_come_back_whole() {
    let Some(shared) = shared() else { return };
    let mut files: Vec<_> = std::fs::read_dir(shared.join("mission/seeds"))
        .unwrap()
        .map(|it| it.unwrap().path())
        .filter(|it| it.extension().is_some_and(|it| it == "txt"))
        .collect();
    files.sort();
    assert!(files.len() >= 5);
    for file in files {
        let name = file.display().to_string();
        let it = json(&waymark(&["minutes", &name, "--format", "json"]));
        assert_eq!(
            pieces(&it),
            std::fs::read_to_string(&file).unwrap(),
            "{name}"
        );
    }
}

#[test]
fn a_page_is_read_and_its_outline_printed() {
    let output = read("page.html", PAGE.as_bytes(), &[]);
    assert!(output.status.success());
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains("report be noted"), "{said}");
}

#[test]
fn text_on_standard_input_is_read_too() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_waymark"))
        .args(["minutes", "-", "--format", "json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    std::io::Write::write_all(
        &mut child.stdin.take().unwrap(),
        b"Resolved: that it be noted.",
    )
    .unwrap();
    assert_eq!(
        pieces(&json(&child.wait_with_output().unwrap())),
        "Resolved: that it be noted."
    );
}

#[test]
fn what_is_not_minutes_is_refused_with_what_it_is_and_what_to_do() {
    let output = read(
        "minutes.pdf",
        b"%PDF-1.7 secret-value",
        &["--format", "json"],
    );
    assert!(!output.status.success() && output.stdout.is_empty());
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    for wanted in ["waymark: minutes.pdf is a PDF document", "paste it"] {
        assert!(said.contains(wanted), "{said}");
    }
    assert!(!said.contains("secret-value"), "{said}");
    let output = waymark(&["minutes", "nowhere.txt"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("could not read nowhere.txt"));
}

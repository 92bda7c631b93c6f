//! Writes the papers of an invented county in every format into a folder, to look at, and says how long each took:
//! `cargo run -p waymark-report --example papers DIR`. Charts of the Word file are drawn by `rsvg-convert`, where it is
//! installed.

#![allow(clippy::unwrap_used, missing_docs, dead_code)]

#[path = "../tests/it/given.rs"]
mod given;
#[path = "../tests/it/sample.rs"]
mod sample;

use std::collections::HashMap;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Instant;
use waymark_report::paper::{Paper, csvw, html, sheets, word};

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).expect("a folder to write into"));
    for (name, paper) in [("summary", sample::paper()), ("pack", sample::pack(60))] {
        let drawn = drawn(&paper);
        let png = |svg: &str| drawn.get(svg).cloned();
        let write = |ending: &str, make: &dyn Fn() -> Vec<u8>| {
            let begun = Instant::now();
            let bytes = make();
            println!(
                "{name}.{ending}: {} bytes in {:?}",
                bytes.len(),
                begun.elapsed()
            );
            std::fs::write(folder.join(format!("{name}.{ending}")), bytes).unwrap();
        };
        write("html", &|| html(&paper).into_bytes());
        write("docx", &|| word(&paper, &png).unwrap());
        write("xlsx", &|| sheets(&paper).unwrap());
        write("zip", &|| csvw(&paper).unwrap());
    }
}

/// Every wide chart as PNG, by its SVG: drawn before anything is timed.
fn drawn(paper: &Paper) -> HashMap<String, Vec<u8>> {
    let each = paper
        .charts()
        .filter_map(|it| Some((it.svg.clone(), png(&it.svg)?)));
    each.collect()
}

fn png(svg: &str) -> Option<Vec<u8>> {
    let mut child = Command::new("rsvg-convert")
        .args(["--zoom", "2"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    child.stdin.take()?.write_all(svg.as_bytes()).ok()?;
    child.wait_with_output().ok().map(|it| it.stdout)
}

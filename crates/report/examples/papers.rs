//! Writes the papers of an invented county in every format into a folder, to look at, and says how long each took:
//! `cargo run -p waymark-report --example papers DIR`. Charts of the Word file are drawn by `rsvg-convert`, where it is
//! installed.

#![allow(clippy::unwrap_used, missing_docs, dead_code)]

#[path = "../tests/it/composed.rs"]
mod composed;
#[path = "../tests/it/given.rs"]
mod given;
#[allow(unused_imports)] // what only its tests need
#[path = "../tests/it/groups.rs"]
mod groups;
#[path = "../tests/it/sample.rs"]
mod sample;

use std::collections::HashMap;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Instant;
use waymark_report::paper::{Paper, csvw, html, sheets, templates, word};

/// Every chart that a template may put in.
const CHARTS: &str = "{areas names=assessment-over-45 as=funnel}

{areas names=assessment-over-45 as=panels}

{areas names=assessment-over-45,cla-review-on-time as=heat}

{measures names=assessment-over-45,assessment-45 charts=yes as=counts}

{burn-down name=cla-number deadline=2018-03-31 things=child-looked-after,children-looked-after}

{trajectory name=cla-number aims=2016-01:1900,2018-10:1570}

{audits months=12 charts=yes}

{budget}";

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).expect("a folder to write into"));
    let mut papers = vec![
        ("summary".to_owned(), sample::paper()),
        ("pack".to_owned(), sample::pack(60)),
    ];
    let mut council = composed::Council::default();
    council.audit("Case files", "2017-03-20", [1, 6, 11, 2]);
    council.audit("Case files", "2017-07-17", [2, 12, 8, 3]);
    // Each template that comes with Waymark, and one of every chart that a template may put in.
    let mut all = templates::all(&[]).templates;
    all.push(composed::template("board", CHARTS).unwrap());
    papers.extend(all.iter().map(|it| (it.name.clone(), council.composed(it))));
    for (name, paper) in papers {
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

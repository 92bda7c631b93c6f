//! Writes the papers of an invented county in every format into a folder, to look at:
//! `cargo run -p waymark-report --example papers DIR`.

#![allow(clippy::unwrap_used, missing_docs, dead_code)]

#[path = "../tests/it/given.rs"]
mod given;
#[path = "../tests/it/sample.rs"]
mod sample;

use waymark_report::paper::html;

fn main() {
    let folder = std::path::PathBuf::from(std::env::args().nth(1).expect("a folder to write into"));
    for paper in [sample::paper(), sample::pack(60)] {
        let name = if paper.sections.len() > 10 {
            "pack"
        } else {
            "summary"
        };
        let begun = std::time::Instant::now();
        let page = html(&paper);
        println!("{name}.html: {} bytes in {:?}", page.len(), begun.elapsed());
        std::fs::write(folder.join(format!("{name}.html")), page).unwrap();
    }
}

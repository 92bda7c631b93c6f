//! Writes every kind of chart, of invented data, into a folder, to look at:
//! `cargo run -p waymark-report --example charts -- OUTDIR`. `index.html` there holds all of them.

#![allow(clippy::unwrap_used, missing_docs, dead_code)]

#[path = "../tests/it/given.rs"]
mod given;
#[path = "../tests/it/invented.rs"]
mod invented;

use std::fmt::Write;

fn main() {
    let folder = std::path::PathBuf::from(std::env::args().nth(1).expect("a folder to write into"));
    std::fs::create_dir_all(&folder).unwrap();
    let mut page = String::from(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Charts of invented data</title>\
         <h1>Charts of invented data</h1>",
    );
    for (name, drawn) in invented::all() {
        for (size, svg) in [("wide", &drawn.wide), ("narrow", &drawn.narrow)] {
            std::fs::write(folder.join(format!("{name}-{size}.svg")), svg).unwrap();
        }
        println!("{name}: {}\n", drawn.sentence);
        let _ = write!(
            page,
            "<h2>{name}</h2><p>{}</p>{}{}<table border=\"1\"><tr>",
            drawn.sentence, drawn.wide, drawn.narrow
        );
        for heading in &drawn.table.headings {
            let _ = write!(page, "<th>{}</th>", heading.text);
        }
        for row in drawn.table.rows.iter().take(6) {
            page.push_str("<tr>");
            for cell in row {
                let _ = write!(page, "<td>{}</td>", cell.shown);
            }
        }
        page.push_str("</table>");
    }
    std::fs::write(folder.join("index.html"), page).unwrap();
}

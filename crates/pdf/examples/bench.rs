//! Sets papers of many charts and prints how long it took and how much memory it needed at most:
//! `cargo run --release -p waymark-pdf --example bench [CHARTS] [FILE]`.

#![allow(clippy::unwrap_used, missing_docs, dead_code)]

#[path = "../tests/it/sample.rs"]
mod sample;

use std::time::Instant;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let charts = arguments.next().map_or(60, |it| it.parse().unwrap());
    let paper = sample::paper(charts);
    println!("before: {}", memory());
    for name in ["cold", "warm", "warm"] {
        let start = Instant::now();
        let bytes = waymark_pdf::pdf(&paper).unwrap();
        println!(
            "{name}: {charts} charts in {:.2} s, {} KB; {}",
            start.elapsed().as_secs_f64(),
            bytes.len() / 1000,
            memory()
        );
    }
    let start = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| waymark_pdf::pdf(&paper).unwrap());
        }
    });
    println!(
        "two at once: {:.2} s; {}",
        start.elapsed().as_secs_f64(),
        memory()
    );
    let start = Instant::now();
    let pictures: usize = paper
        .charts()
        .map(|it| waymark_pdf::png(&it.svg, 2.0).unwrap().len())
        .sum();
    println!(
        "pictures of the charts: {:.2} s, {} KB",
        start.elapsed().as_secs_f64(),
        pictures / 1000
    );
    if let Some(file) = arguments.next() {
        std::fs::write(file, waymark_pdf::pdf(&paper).unwrap()).unwrap();
    }
}

/// Memory now and at most, as Linux counts it.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let of = |name: &str| {
        let line = status.lines().find(|it| it.starts_with(name))?;
        let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
        Some(kilobytes / 1024)
    };
    match (of("VmRSS:"), of("VmHWM:")) {
        (Some(now), Some(most)) => format!("{now} MB, at most {most} MB"),
        _ => "memory not known here".to_owned(),
    }
}

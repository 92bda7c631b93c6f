//! Times the reading of a return: `cargo run --release -p waymark-import --example time_read -- [--notes] PATH…`.
//!
//! Each path is read by itself: a file, or a folder with the files of one return. The best and the middle of nine
//! readings are printed in milliseconds, with the tables and rows read.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};
use waymark_import::{InputFile, read};

const READINGS: usize = 9;

fn main() -> ExitCode {
    let (flags, paths): (Vec<String>, Vec<String>) = std::env::args()
        .skip(1)
        .partition(|it| it.starts_with("--"));
    let mut good = true;
    for path in &paths {
        match timed(Path::new(path), flags.iter().any(|it| it == "--notes")) {
            Ok(line) => println!("{line}"),
            Err(why) => {
                good = false;
                eprintln!("{path}: {why}");
            }
        }
    }
    if good && !paths.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn timed(path: &Path, notes: bool) -> Result<String, Box<dyn std::error::Error>> {
    let mut files = Vec::new();
    gather(path, &mut files)?;
    let bytes: Vec<(String, Vec<u8>)> = files
        .iter()
        .map(|it| Ok((it.display().to_string(), fs::read(it)?)))
        .collect::<std::io::Result<_>>()?;
    let given: Vec<InputFile<'_>> = bytes
        .iter()
        .map(|(name, bytes)| InputFile::new(name.clone(), bytes.as_slice()))
        .collect();
    let mut times: Vec<Duration> = Vec::new();
    let mut last = None;
    for _ in 0..READINGS {
        drop(last.take());
        let start = Instant::now();
        let it = read(&given)?;
        times.push(start.elapsed());
        last = Some(it);
    }
    times.sort_unstable();
    let it = last.ok_or("nothing was read")?;
    if notes {
        for table in it.arrival() {
            println!(
                "  {} ({}): {} rows, {} unreadable",
                table.name, table.title, table.rows, table.unreadable
            );
        }
        for note in &it.notes {
            println!("  {note}");
        }
    }
    let size: usize = bytes.iter().map(|(_, it)| it.len()).sum();
    let rows: usize = it.tables.iter().map(waymark_data::Table::len).sum();
    let ms = |it: Duration| it.as_secs_f64() * 1000.0;
    Ok(format!(
        "{}: {}, {} tables, {rows} rows, {} KiB: best {:.1} ms, middle {:.1} ms",
        path.display(),
        it.kind,
        it.tables.len(),
        size / 1024,
        ms(times[0]),
        ms(times[READINGS / 2]),
    ))
}

/// The files of a folder and of those below it, by name.
fn gather(path: &Path, out: &mut Vec<PathBuf>) -> std::io::Result<()> {
    if !path.is_dir() {
        out.push(path.to_owned());
        return Ok(());
    }
    let mut inside: Vec<PathBuf> = fs::read_dir(path)?
        .map(|it| it.map(|it| it.path()))
        .collect::<std::io::Result<_>>()?;
    inside.sort();
    inside.iter().try_for_each(|it| gather(it, out))
}

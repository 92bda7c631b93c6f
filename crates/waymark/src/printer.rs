//! What writes papers: the pages know every format but PDF, which comes from a floor they do not reach.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use waymark_report::paper::Paper;
use waymark_web::papers::{Press, Printer};

/// Every format.
pub(crate) fn press() -> Press {
    Press(Some(Arc::new(Typst)))
}

/// Prints with Typst, in a process of its own ([`commands::print`](crate::commands::print)): what setting a paper needs, a
/// quarter of a gigabyte for sixty charts, is given back whole, and a paper that Typst cannot bear takes nothing with it.
#[derive(Debug)]
struct Typst;

impl Printer for Typst {
    fn pdf(&self, paper: &Paper) -> Result<Vec<u8>, String> {
        printed(paper).map_err(|it| format!("printing could not be begun: {it}"))?
    }

    fn png(&self, svg: &str) -> Option<Vec<u8>> {
        // Twice as fine as on a page: a printed Word file shows it sharp.
        waymark_pdf::png(svg, 2.0).ok()
    }
}

/// The PDF, or what the process said instead.
fn printed(paper: &Paper) -> std::io::Result<Result<Vec<u8>, String>> {
    let mut printing = Command::new(this_program()?)
        .arg("print")
        // It needs nothing of what this one was told: no password, no place of a store.
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let value = paper.frozen();
    let mut told = printing.stdin.take();
    let mut complaint = printing.stderr.take();
    let (telling, complaint) = std::thread::scope(|scope| {
        let telling = scope.spawn(move || match &mut told {
            Some(told) => told.write_all(value.as_bytes()),
            None => Ok(()),
        });
        let complaint = scope.spawn(move || {
            let mut said = String::new();
            // Where it cannot be read, the code it ends with is all there is.
            let _ = complaint
                .as_mut()
                .map(|it| it.take(MOST_SAID).read_to_string(&mut said));
            said
        });
        let mut pdf = Vec::new();
        let read = printing
            .stdout
            .as_mut()
            .map_or(Ok(0), |it| it.read_to_end(&mut pdf));
        let telling = telling.join().unwrap_or(Ok(())).and(read).map(|_| pdf);
        (telling, complaint.join().unwrap_or_default())
    });
    let ended = printing.wait()?;
    Ok(match telling {
        Ok(pdf) if ended.success() => Ok(pdf),
        _ => Err(complaint
            .trim()
            .strip_prefix("waymark: ")
            .map_or_else(|| format!("printing ended with {ended}"), str::to_owned)),
    })
}

/// Bytes of what a process may complain.
const MOST_SAID: u64 = 10_000;

/// The program that runs: the same even where a newer one was put in its place since.
fn this_program() -> std::io::Result<PathBuf> {
    let running = Path::new("/proc/self/exe");
    if running.exists() {
        return Ok(running.to_owned());
    }
    std::env::current_exe()
}

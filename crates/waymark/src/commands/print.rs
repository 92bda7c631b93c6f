//! Prints one paper for the server, in a process of its own: its value comes in, its PDF goes out.

use anyhow::Context;
use std::io::{Read, Write};
use waymark_report::paper::Paper;

/// Prints what standard input holds on standard output.
pub(crate) fn run() -> anyhow::Result<()> {
    let mut value = String::new();
    std::io::stdin()
        .read_to_string(&mut value)
        .context("the paper could not be read from standard input")?;
    // Whatever is wrong with it may be somebody's text.
    let paper = Paper::thawed(&value)
        .map_err(|_| anyhow::anyhow!("standard input holds no paper as Waymark keeps it"))?;
    let pdf = waymark_pdf::pdf(&paper)?;
    std::io::stdout()
        .write_all(&pdf)
        .context("the PDF could not be written to standard output")
}

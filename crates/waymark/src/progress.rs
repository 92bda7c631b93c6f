//! A progress bar for the terminal; silent where nobody watches.

use std::io::{IsTerminal, Write};

/// A bar of so many steps.
pub(crate) struct Progress {
    what: &'static str,
    steps: usize,
    watched: bool,
}

const WIDTH: usize = 40;

impl Progress {
    /// A bar that begins empty.
    pub(crate) fn new(what: &'static str, steps: usize) -> Self {
        let it = Self {
            what,
            steps,
            watched: std::io::stderr().is_terminal(),
        };
        it.step(0);
        it
    }

    /// This many steps are done.
    pub(crate) fn step(&self, done: usize) {
        if self.watched {
            let full = WIDTH * done / self.steps.max(1);
            eprint!(
                "\r{} [{}{}] {done} of {}",
                self.what,
                "#".repeat(full),
                "-".repeat(WIDTH - full),
                self.steps
            );
            let _ = std::io::stderr().flush();
        }
    }

    /// All done: the bar goes.
    pub(crate) fn done(&self) {
        if self.watched {
            eprint!("\r{}\r", " ".repeat(WIDTH + 40));
        }
    }
}

//! The program as a person or another program calls it.

use std::path::PathBuf;
use std::process::{Command, Output};

/// Runs `waymark` with these arguments.
pub(crate) fn waymark(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_waymark"))
        .args(arguments)
        .output()
        .unwrap()
}

/// The folder of shared reference material, where it is there.
pub(crate) fn shared() -> Option<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: there is no ../shared beside the project");
    None
}

//! Each folder beside this file is a page or paper of an invented council: `input.txt` and the outline of what is read.
//! `UPDATE=1 cargo test -p waymark-programme` writes the outlines again: read them before keeping them.

use super::outline::outline;
use std::path::{Path, PathBuf};
use waymark_programme::minutes::{Source, read};

/// The folders of the cases, in order.
pub(super) fn folders() -> Vec<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/minutes");
    let mut found: Vec<PathBuf> = std::fs::read_dir(here)
        .unwrap()
        .map(|it| it.unwrap().path())
        .filter(|it| it.join("input.txt").exists())
        .collect();
    found.sort();
    found
}

#[test]
fn every_case_is_read_as_its_outline_says() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut wrong = Vec::new();
    for folder in folders() {
        let input = std::fs::read_to_string(folder.join("input.txt")).unwrap();
        let found = read(&Source::plain("input.txt", input.as_str()));
        let joined: String = found.pieces.iter().map(|it| it.text.as_str()).collect();
        assert_eq!(joined, input, "{} lost characters", folder.display());
        let found = outline(&found);
        let expected = folder.join("expected.txt");
        if update {
            std::fs::write(&expected, &found).unwrap();
        } else if std::fs::read_to_string(&expected).unwrap_or_default() != found {
            wrong.push(format!("{}\n{found}", folder.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn there_is_a_case_for_every_pattern() {
    assert!(folders().len() >= 40, "{} cases", folders().len());
}

/// `MINUTES=file cargo test -p waymark-programme outline_of_a_file -- --nocapture` shows what is read of any file.
#[test]
fn outline_of_a_file() {
    let Some(file) = std::env::var_os("MINUTES") else {
        return;
    };
    let found = read(&Source::plain(
        "file",
        std::fs::read_to_string(file).unwrap(),
    ));
    println!("{}", outline(&found));
    for piece in &found.pieces {
        println!(
            "{:?} {:?} {:?} {:?}",
            piece.what, piece.item, piece.confidence, piece.text
        );
    }
}

//! Held to tools of others, where they are installed: qpdf for the file, pdfinfo for the tags, pdffonts for the letters.

use crate::sample::paper;
use std::process::Command;
use waymark_pdf::pdf;

/// What a program says of the file; none where it is not installed.
fn asked(program: &str, arguments: &[&str]) -> Option<(bool, String)> {
    match Command::new(program).args(arguments).output() {
        Ok(said) => {
            let text = String::from_utf8_lossy(&said.stdout).into_owned()
                + &String::from_utf8_lossy(&said.stderr);
            Some((said.status.success(), text))
        }
        Err(_) => {
            println!("skipped: {program} is not installed");
            None
        }
    }
}

#[test]
fn other_tools_find_nothing_wrong() {
    let folder = std::env::temp_dir().join(format!("waymark-pdf-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("paper.pdf");
    std::fs::write(&file, pdf(&paper(2)).unwrap()).unwrap();
    let file = file.to_str().unwrap();
    if let Some((well, said)) = asked("qpdf", &["--check", file]) {
        assert!(well, "{said}");
    }
    if let Some((well, said)) = asked("pdfinfo", &[file]) {
        assert!(well && said.contains("Tagged:          yes"), "{said}");
    }
    if let Some((well, said)) = asked("pdfinfo", &["-struct-text", file]) {
        assert!(well, "{said}");
        for expected in [
            "H1",
            "H2",
            "Table",
            "TH",
            "TD",
            "Caption",
            "Figure",
            "TOCI",
            "Written by Robin Marlow on 3 April 2018",
        ] {
            assert!(said.contains(expected), "{expected}\n{said}");
        }
    }
    if let Some((well, said)) = asked("pdffonts", &[file]) {
        assert!(well && said.lines().count() > 3, "{said}");
        for line in said.lines().skip(2) {
            assert!(line.contains("Noto") || line.contains("DejaVu"), "{line}");
            assert!(
                line.contains("yes yes yes"),
                "embedded, in part, with its letters: {line}"
            );
        }
    }
    std::fs::remove_dir_all(folder).unwrap();
}

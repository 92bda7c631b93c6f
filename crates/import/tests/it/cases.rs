//! A folder is a test: its files are read, and its `tables.txt` and `notes.txt`, or its `error.txt`, say what comes out.
//! `WAYMARK_WRITE=1` writes what comes out; read the difference before you keep it.

use crate::as_written::{notes, tables};
use std::fs;
use std::path::{Path, PathBuf};
use waymark_import::{InputFile, read};

#[test]
fn every_case_comes_out_as_its_folder_says() {
    let cases = folder("");
    assert!(cases.len() > 45, "the cases are gone");
    let mut wrong = Vec::new();
    for case in &cases {
        let mut given = Vec::new();
        for path in list(case) {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if !["tables.txt", "notes.txt", "error.txt"].contains(&name.as_str()) {
                given.push(InputFile::new(name, fs::read(&path).unwrap()));
            }
        }
        let said = match read(&given) {
            Ok(it) => vec![("tables.txt", tables(&it)), ("notes.txt", notes(&it))],
            Err(why) => vec![("error.txt", format!("{why}\n"))],
        };
        for name in ["tables.txt", "notes.txt", "error.txt"] {
            let path = case.join(name);
            let wanted = fs::read_to_string(&path).unwrap_or_default();
            let is = said.iter().find(|(it, _)| *it == name);
            let is = is.map_or("", |(_, text)| text.as_str());
            if std::env::var_os("WAYMARK_WRITE").is_some() {
                let _ = fs::remove_file(&path);
                if !is.is_empty() {
                    fs::write(&path, is).unwrap();
                }
            } else if wanted != is {
                wrong.push(format!(
                    "{}\n--- wanted\n{wanted}--- is\n{is}",
                    path.display()
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn folder(name: &str) -> Vec<PathBuf> {
    list(
        &Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/it/cases")
            .join(name),
    )
}

fn list(folder: &Path) -> Vec<PathBuf> {
    let mut out: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|it| it.unwrap().path())
        .collect();
    out.sort();
    out
}

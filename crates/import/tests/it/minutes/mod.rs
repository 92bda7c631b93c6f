//! A folder is a test: its file is read, and `source.txt` says what text came out and what its marks cover, or `error.txt`
//! why nothing did. `WAYMARK_WRITE=1` writes what comes out; read the difference before you keep it.

mod attendance;
mod hostile;
mod word;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use waymark_import::read_minutes;
use waymark_programme::minutes::{Source, What};

/// The one source that these bytes hold.
pub(crate) fn source(name: &str, bytes: &[u8]) -> Source {
    let mut all = read_minutes(name, bytes).unwrap();
    assert_eq!(all.len(), 1);
    all.remove(0)
}

/// The text between lines, then each mark and the words it covers.
pub(crate) fn shown(it: &Source) -> String {
    let mut out = format!("{:?}\n----\n{}\n----\n", it.form, it.text);
    for mark in &it.marks {
        let words = &it.text[mark.at.clone()];
        let what = match &mark.what {
            What::Person { attendance, role } => format!("Person {attendance:?} {role:?}"),
            What::Item { number, title } => format!("Item {number:?} {title:?}"),
            What::Document { kind, size } => format!("Document {kind:?} {size:?}"),
            What::Cell { row, column } => format!("Cell {row} {column}"),
            other => format!("{other:?}"),
        };
        let cut: String = words.chars().take(60).collect();
        let more = if cut.len() < words.len() { "…" } else { "" };
        writeln!(out, "{what}: {cut:?}{more}").unwrap();
    }
    out
}

/// Marks lie on the text, in order.
pub(crate) fn whole(it: &Source) {
    let mut last = 0;
    for mark in &it.marks {
        assert!(mark.at.start >= last && mark.at.start < mark.at.end);
        assert!(it.text.get(mark.at.clone()).is_some());
        last = mark.at.start;
    }
}

#[test]
fn every_case_comes_out_as_its_folder_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/minutes/cases");
    let cases = list(&root);
    assert!(cases.len() > 25, "the cases are gone");
    let mut wrong = Vec::new();
    for case in &cases {
        let ours = ["source.txt", "error.txt"];
        let given: Vec<PathBuf> = list(case)
            .into_iter()
            .filter(|it| !ours.contains(&it.file_name().unwrap().to_str().unwrap()))
            .collect();
        let [file] = given.as_slice() else {
            panic!("{} holds other than one file", case.display())
        };
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let (said, text) = match read_minutes(&name, &fs::read(file).unwrap()) {
            Ok(all) => {
                all.iter().for_each(whole);
                ("source.txt", all.iter().map(shown).collect())
            }
            Err(why) => ("error.txt", format!("{why}\n")),
        };
        for ours in ours {
            let path = case.join(ours);
            let is = if ours == said { text.as_str() } else { "" };
            let wanted = fs::read_to_string(&path).unwrap_or_default();
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

fn list(folder: &Path) -> Vec<PathBuf> {
    let mut out: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|it| it.unwrap().path())
        .collect();
    out.sort();
    out
}

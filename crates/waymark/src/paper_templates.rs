//! A council's own templates of papers: the files of the folder `papers` beside its configuration that end in .md.

use anyhow::{Context, Result};
use std::path::Path;
use waymark_report::paper::template::{Mistake, Template};
use waymark_report::paper::templates::{self, All};

/// The templates of papers: those that come with Waymark, and the council's own.
///
/// # Errors
/// When the folder cannot be looked into.
pub(crate) fn read(data: &Path) -> Result<All> {
    let folder = data.join("papers");
    let mut own = Vec::new();
    let mut unread = Vec::new();
    if folder.is_dir() {
        let looked = || format!("could not look into {}", folder.display());
        for entry in std::fs::read_dir(&folder).with_context(looked)? {
            let path = entry.with_context(looked)?.path();
            let is_one = path
                .extension()
                .is_some_and(|it| it.eq_ignore_ascii_case("md"));
            let Some(name) = path.file_stem().and_then(|it| it.to_str()) else {
                continue;
            };
            if !is_one {
                continue;
            }
            match std::fs::read_to_string(&path) {
                Ok(text) => own.push((name.to_owned(), text)),
                Err(why) => {
                    // Nothing stands in its place.
                    own.push((name.to_owned(), String::new()));
                    unread.push(Mistake {
                        file: format!("{name}.md"),
                        line: 1,
                        wrong: format!("it could not be read ({why})"),
                        expected: "a file of text in UTF-8".to_owned(),
                    });
                }
            }
        }
    }
    own.sort();
    let mut all = templates::all(&own);
    all.mistakes
        .retain(|it| !unread.iter().any(|unread| unread.file == it.file));
    all.mistakes.extend(unread);
    Ok(all)
}

/// The same, with what is wrong in them told on standard error: the others are there all the same.
///
/// # Errors
/// When the folder cannot be looked into.
pub(crate) fn told(data: &Path) -> Result<Vec<Template>> {
    let all = read(data)?;
    for mistake in &all.mistakes {
        eprintln!("papers/{mistake}");
    }
    Ok(all.templates)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_cannot_be_read_is_named_and_the_others_are_there() {
        let data = std::env::temp_dir().join(format!("waymark-papers-{}", std::process::id()));
        let folder = data.join("papers");
        std::fs::create_dir_all(&folder).unwrap();
        let good = "+++\ntitle = \"T\"\naudience = \"board\"\n+++\n## One\nWords.\n";
        std::fs::write(folder.join("ours.MD"), good).unwrap();
        std::fs::write(folder.join("wrong.md"), "## One").unwrap();
        std::fs::write(folder.join("health-check.md"), [0xff, 0xfe, 0x00]).unwrap();
        std::fs::write(folder.join("notes.txt"), "no template").unwrap();
        let all = read(&data).unwrap();
        std::fs::remove_dir_all(&data).unwrap();
        let has = |name: &str| all.templates.iter().any(|it| it.name == name);
        assert!(has("ours") && has("monthly-summary"));
        assert!(!has("health-check") && !has("notes"));
        let told: Vec<String> = all.mistakes.iter().map(ToString::to_string).collect();
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told[0].starts_with("wrong.md, line 1: the settings are missing"));
        assert!(told[1].starts_with("health-check.md, line 1: it could not be read"));
    }
}

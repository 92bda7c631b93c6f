//! The house: arrows go down, rooms stay pure, every file is registered, every path in the documents exists.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .canonicalize()
        .unwrap()
}

/// The `[dependencies]` of a crate, by name.
fn dependencies(name: &str) -> BTreeSet<String> {
    let text = fs::read_to_string(root().join("crates").join(name).join("Cargo.toml")).unwrap();
    let manifest: toml::Table = text.parse().unwrap();
    let table = manifest
        .get("dependencies")
        .and_then(toml::Value::as_table)
        .cloned()
        .unwrap_or_default();
    table.keys().cloned().collect()
}

fn crates() -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(root().join("crates"))
        .unwrap()
        .map(|it| it.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// Every file below a folder with this ending, build outputs and installed packages apart.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut out = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            if !matches!(
                name.as_str(),
                "target" | "node_modules" | ".git" | "assets" | "fuzz"
            ) {
                out.extend(files(&path, ending));
            }
        } else if name.ends_with(ending) {
            out.push(path);
        }
    }
    out
}

#[test]
fn arrows_go_down() {
    let may_use: BTreeMap<&str, &[&str]> = BTreeMap::from([
        ("data", &[][..]),
        ("govuk", &[]),
        ("wayshire", &["data", "programme"]),
        ("import", &["data", "programme"]),
        ("programme", &["data"]),
        ("rules", &["data"]),
        ("measures", &["data"]),
        ("store", &["programme"]),
        ("report", &["data", "measures", "programme"]),
        ("pdf", &["data", "report"]),
        (
            "web",
            &[
                "data",
                "govuk",
                "import",
                "rules",
                "measures",
                "programme",
                "store",
                "report",
            ],
        ),
        (
            "waymark",
            &[
                "data",
                "govuk",
                "import",
                "rules",
                "measures",
                "programme",
                "store",
                "report",
                "pdf",
                "wayshire",
                "web",
            ],
        ),
    ]);
    assert_eq!(
        crates(),
        may_use.keys().map(ToString::to_string).collect::<Vec<_>>(),
        "a crate has no floor"
    );
    for (name, below) in may_use {
        for used in dependencies(name)
            .iter()
            .filter_map(|it| it.strip_prefix("waymark-"))
        {
            assert!(
                below.contains(&used),
                "{name} uses {used}: that arrow does not go down"
            );
        }
    }
}

#[test]
fn thinking_rooms_know_no_async_files_sql_or_json() {
    for name in ["data", "rules", "measures", "programme"] {
        let uses = dependencies(name);
        for outside in [
            "tokio",
            "sqlx",
            "serde_json",
            "axum",
            "csv",
            "calamine",
            "reqwest",
        ] {
            assert!(!uses.contains(outside), "{name} must not use {outside}");
        }
        for file in files(&root().join("crates").join(name).join("src"), ".rs") {
            let text = fs::read_to_string(&file).unwrap();
            for word in ["std::fs", "std::net", "async fn", "select "] {
                assert!(!text.contains(word), "{} says `{word}`", file.display());
            }
        }
    }
}

#[test]
fn sql_stands_in_the_store_alone() {
    for name in crates().iter().filter(|it| *it != "store") {
        assert!(
            !dependencies(name).contains("sqlx"),
            "{name} must ask the store"
        );
    }
}

#[test]
fn every_measure_rule_and_clock_is_registered() {
    for (folder, registry) in [("measures/src", "MEASURES"), ("rules/src/annex_a", "RULES")] {
        for page in files(&root().join("crates").join(folder), ".md") {
            let shelf = page.parent().unwrap();
            let include = format!(
                "include_str!(\"{}\")",
                page.file_name().unwrap().to_string_lossy()
            );
            let code = files(shelf, ".rs")
                .into_iter()
                .find(|file| fs::read_to_string(file).unwrap().contains(&include))
                .unwrap_or_else(|| panic!("no code includes {}", page.display()));
            let module = code.file_stem().unwrap().to_string_lossy().into_owned();
            let shelf = fs::read_to_string(shelf.join("mod.rs")).unwrap();
            assert!(
                shelf.contains(registry) && shelf.contains(&format!("{module}::")),
                "{} is not in {registry}",
                code.display()
            );
        }
    }
    let clocks = root().join("crates/measures/src/clocks");
    let registry = fs::read_to_string(clocks.join("mod.rs")).unwrap();
    for file in files(&clocks, ".rs") {
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        assert!(
            name == "mod" || registry.contains(&format!("mod {name};")),
            "{name} is not registered"
        );
    }
}

#[test]
fn every_path_named_in_the_documents_exists() {
    for document in [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "DESIGN.md",
        "SECURITY.md",
        "CHANGELOG.md",
    ] {
        let text = fs::read_to_string(root().join(document))
            .unwrap_or_else(|_| panic!("there is no {document}"));
        for path in text.split('`').skip(1).step_by(2) {
            let is_path = path.starts_with("crates/")
                || path.starts_with("docs/")
                || path.starts_with("tests/");
            if is_path && !path.contains(['<', '*', ' ', '…']) {
                assert!(
                    root().join(path).exists(),
                    "{document} names {path}, which is not there"
                );
            }
        }
    }
}

#[test]
fn files_are_short_enough_to_read() {
    let sources = crates()
        .into_iter()
        .flat_map(|name| files(&root().join("crates").join(name).join("src"), ".rs"));
    let long: Vec<String> = sources
        .filter_map(|file| {
            let lines = fs::read_to_string(&file).unwrap().lines().count();
            (lines > 500).then(|| format!("{} has {lines} lines", file.display()))
        })
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}

/// A table component is its own scrolling region with its caption as its name: another around it would be a second landmark
/// of that name.
#[test]
fn no_page_puts_a_scrolling_region_around_a_table_that_is_one() {
    for file in files(&root().join("crates/web/src/pages"), ".html") {
        let text = fs::read_to_string(&file).unwrap();
        let mut regions = text.split("<div class=\"wm-scroll").skip(1);
        let nested = regions.any(|it| {
            let within = it.split_once('>').map_or("", |it| it.1).trim_start();
            within
                .strip_prefix("{{")
                .and_then(|it| it.split_once("}}"))
                .is_some_and(|(name, _)| name.trim().ends_with("table"))
        });
        assert!(!nested, "{}", file.display());
    }
}

#[test]
fn no_folder_is_called_after_nothing_in_particular() {
    for file in files(&root().join("crates"), ".rs") {
        for part in file.strip_prefix(root()).unwrap().components() {
            let name = part
                .as_os_str()
                .to_string_lossy()
                .trim_end_matches(".rs")
                .to_owned();
            let vague = [
                "util", "utils", "common", "helper", "helpers", "manager", "service", "misc",
            ];
            assert!(!vague.contains(&name.as_str()), "{}", file.display());
        }
    }
}

//! The public samples, where they are: each loads as the format it is, no list and no row lost.

use std::fs;
use std::path::{Path, PathBuf};
use waymark_import::{InputFile, Return, ReturnKind, Subject, read};

pub(crate) fn shared(path: &str) -> Option<PathBuf> {
    let it = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../shared")
        .join(path);
    if it.exists() {
        return Some(it);
    }
    println!("skipped: there is no ../shared/{path} beside the project");
    None
}

fn files(path: &Path) -> Vec<InputFile<'static>> {
    let paths: Vec<PathBuf> = if path.is_dir() {
        fs::read_dir(path)
            .unwrap()
            .map(|it| it.unwrap().path())
            .collect()
    } else {
        vec![path.to_owned()]
    };
    let name = |it: &PathBuf| it.file_name().unwrap().to_string_lossy().into_owned();
    let mut out: Vec<InputFile<'_>> = paths
        .iter()
        .map(|it| InputFile::new(name(it), fs::read(it).unwrap()))
        .collect();
    out.sort_by(|a, b| a.name.cmp(&b.name));
    out
}

fn rows(it: &Return) -> Vec<(&str, usize)> {
    it.tables
        .iter()
        .map(|it| (it.spec.name.as_str(), it.len()))
        .collect()
}

#[test]
fn the_messy_annex_a_loses_no_list() {
    let Some(path) = shared("samples/annex_a/Annex_A_messy.xlsx") else {
        return;
    };
    let it = read(&files(&path)).unwrap();
    assert_eq!(it.kind, ReturnKind::AnnexA);
    let counts: Vec<usize> = it.tables.iter().map(waymark_data::Table::len).collect();
    assert_eq!(counts, [5, 5, 6, 5, 5, 5, 7, 5, 6, 5, 5]);
    assert!(
        it.notes
            .iter()
            .any(|it| it.subject == Subject::Formulas && it.count == 46)
    );
}

#[test]
fn the_edge_cases_are_ten_lists_with_the_rows_of_their_files() {
    let Some(path) = shared("reference/edge_cases") else {
        return;
    };
    let given = files(&path);
    let it = read(&given).unwrap();
    assert_eq!((it.kind, it.tables.len()), (ReturnKind::AnnexA, 10));
    for table in &it.tables {
        let file = given.iter().find(|it| it.name == table.place.file).unwrap();
        let lines = file.bytes.split(|it| *it == b'\n');
        let filled = lines.filter(|it| it.iter().any(|it| !b",\r ".contains(it)));
        assert_eq!(table.len(), filled.count() - 1, "{}", table.place);
    }
}

#[test]
fn the_cin_samples_are_censuses() {
    let Some(path) = shared("samples/cin/fake_CIN_data.xml") else {
        return;
    };
    let it = read(&files(&path)).unwrap();
    let text = fs::read_to_string(&path).unwrap();
    let elements = |name: &str| text.matches(&format!("<{name}>")).count();
    let counts = rows(&it);
    for (table, element) in [
        ("ChildIdentifiers", "ChildIdentifiers"),
        ("Disabilities", "Disability"),
        ("CINdetails", "CINdetails"),
    ] {
        assert!(counts.contains(&(table, elements(element))), "{table}");
    }
    assert_eq!((it.kind, it.year), (ReturnKind::Cin, Some(2022)));
    for name in [
        "CIN_Census_2021.xml",
        "CIN_Census_2024.xml",
        "CIN_Census_2026.xml",
    ] {
        let it = read(&files(&path.with_file_name(name))).unwrap();
        assert_eq!(it.kind, ReturnKind::Cin, "{name}");
        assert!(
            it.tables.iter().filter(|it| !it.is_empty()).count() >= 11,
            "{name}"
        );
        assert!(
            it.notes.iter().any(|it| it.subject == Subject::LooseText),
            "{name}"
        );
    }
}

#[test]
fn the_ssda903_sample_reads_as_a_set_a_zip_and_xml() {
    let Some(path) = shared("samples/ssda903/fake903") else {
        return;
    };
    let given = files(&path);
    let set = read(&given).unwrap();
    assert_eq!((set.kind, set.tables.len()), (ReturnKind::Ssda903, 12));
    for table in &set.tables {
        let file = given.iter().find(|it| it.name == table.place.file).unwrap();
        let text = String::from_utf8_lossy(&file.bytes);
        assert_eq!(table.len(), text.lines().count() - 1, "{}", table.place);
        assert!(table.unknown.is_empty() && table.missing.is_empty());
    }
    let members: Vec<(&str, &[u8])> = given
        .iter()
        .map(|it| (it.name.as_str(), &*it.bytes))
        .collect();
    let packed = crate::zips::zip(&members);
    let zipped = read(&[InputFile::new("903.zip", packed)]).unwrap();
    assert_eq!(rows(&set), rows(&zipped));

    let xml = path.with_file_name("fake_903.xml");
    let it = read(&files(&xml)).unwrap();
    let text = fs::read_to_string(&xml).unwrap();
    let elements = |name: &str| text.matches(&format!("<{name}>")).count();
    let wanted = [
        ("Header", elements("HEADER")),
        ("Episodes", elements("EPISODE")),
        ("Reviews", elements("AREVIEW")),
        ("UASC", elements("DUC")),
        ("OC2", elements("OC2")),
        ("OC3", elements("IN_TOUCH")),
        ("AD1", elements("DATE_INT")),
        ("PlacedAdoption", elements("AD_PLACED")),
        ("PrevPerm", elements("PERMANENCE")),
        ("Missing", elements("AMISSING")),
    ];
    assert_eq!(rows(&it), wanted);
}

#[test]
fn public_tables_that_are_no_return_are_refused_with_what_was_looked_for() {
    for path in [
        "samples/ofsted/latest_outcomes.csv",
        "samples/ssda903/scp_fake.xlsx",
    ] {
        let Some(path) = shared(path) else { return };
        let why = read(&files(&path)).unwrap_err().to_string();
        assert!(
            why.starts_with("This is not a return that Waymark knows; it looked for"),
            "{why}"
        );
        let ofsteds = why.contains("it is loaded under \"Ofsted's findings\"");
        assert_eq!(ofsteds, why.contains("outcomes"), "{why}");
    }
}

//! The hand-worked answers: rows of an Annex A return, and for each child whether the measure finds it and whether it hits.

use super::program::{shared, waymark};
use serde_json::Value;
use std::fmt::Write as _;

#[test]
fn every_hand_worked_answer_agrees() {
    let Some(shared) = shared() else { return };
    let folder = shared.join("reference/edge_cases");
    let mut arguments = vec!["measures".to_owned()];
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|it| it == "csv") {
            arguments.push(path.display().to_string());
        }
    }
    arguments.extend(
        [
            "--as-at",
            "2018-03-31",
            "--scope-months",
            "24",
            "--cases",
            "--format",
            "json",
        ]
        .map(Into::into),
    );
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let output = waymark(&arguments);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    let wanted: Value =
        serde_json::from_slice(&std::fs::read(folder.join("expected.json")).unwrap()).unwrap();
    let cases = found["cases"].as_array().unwrap();
    let mut wrong = String::new();
    let mut held = 0;
    for want in wanted.as_array().unwrap() {
        let (measure, variant) = (want["measure"].as_str().unwrap(), want["variant"].as_str());
        let (period, child) = (
            want["period"].as_str().unwrap(),
            want["child"].as_str().unwrap(),
        );
        let in_period = |case: &Value| {
            let (from, to) = (case["from"].as_str().unwrap(), case["to"].as_str().unwrap());
            match (period.split_once('/'), period.len()) {
                (Some((first, last)), _) => from == first && to == last,
                (None, 7) => case["basis"] == "month" && from.starts_with(period),
                _ => from == period && to == period,
            }
        };
        let same_child = |case: &Value| case["child"].as_str().unwrap().eq_ignore_ascii_case(child);
        let hits: Vec<bool> = cases
            .iter()
            .filter(|case| case["measure"] == measure && case["variant"].as_str() == variant)
            .filter(|case| in_period(case) && same_child(case))
            .map(|case| case["hit"].as_bool().unwrap())
            .collect();
        let got = match hits.as_slice() {
            [] => "out",
            [true] => "hit",
            [false] => "miss",
            [true, true] => "twice",
            [false, false] => "miss twice",
            _ => "something else",
        };
        held += 1;
        if got != want["want"] {
            writeln!(
                wrong,
                "{measure} {variant:?} {period} {child}: found {got}, want {}",
                want["want"]
            )
            .unwrap();
        }
    }
    assert!(wrong.is_empty(), "of {held}:\n{wrong}");
}

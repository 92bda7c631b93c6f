//! Two papers point by point, and what was published beside what is now so.

use crate::paper_given::{day, late, officers, paper};
use waymark_measures::engine::behind::Reasons;
use waymark_report::paper::compare::{Change, compare, restated};
use waymark_report::paper::{Figure, Missing, Paper, Section};

fn september() -> Paper {
    let mut paper = paper();
    paper.figures.push(late());
    officers(&mut paper, "test/1", "Late assessments are worse.");
    officers(&mut paper, "test/2", "The Board is asked to note this.");
    paper.missing.push(Missing {
        measure: "health-assessment-in-time".to_owned(),
        title: "Health assessments in time".to_owned(),
        asked: String::new(),
        reason: "It follows".to_owned(),
        known: false,
    });
    paper
}

/// August restated, September new, in North besides.
fn october() -> Paper {
    let mut paper = paper();
    let august = Figure {
        shown: "22% (101 of 459)".to_owned(),
        value: Some(22.0),
        numerator: Some(101),
        denominator: Some(459),
        verdict: String::new(),
        ..late()
    };
    let september = Figure {
        key: "assessment-over-45:2017-09".to_owned(),
        from: day("2017-09-01"),
        to: day("2017-09-30"),
        shown: "23% (104 of 452)".to_owned(),
        value: Some(23.0),
        numerator: Some(104),
        denominator: Some(452),
        ..late()
    };
    let north = Figure {
        key: "assessment-over-45@North:2017-09".to_owned(),
        title: "Assessments over 45 working days: North".to_owned(),
        group: "North".to_owned(),
        shown: "30% (30 of 100)".to_owned(),
        ..september.clone()
    };
    let health = Figure {
        key: "health-assessment-in-time:2017-09".to_owned(),
        measure: "health-assessment-in-time".to_owned(),
        title: "Health assessments in time".to_owned(),
        ..september.clone()
    };
    paper.figures = vec![august, september, north, health];
    officers(
        &mut paper,
        "test/1",
        "Late assessments are worse and rising.",
    );
    officers(&mut paper, "test/3", "Another sentence.");
    paper.sections.push(Section {
        key: "districts".to_owned(),
        heading: "By district".to_owned(),
        depth: 1,
        blocks: Vec::new(),
    });
    paper
}

#[test]
fn each_measure_and_group_stands_then_beside_now() {
    let read = compare(&september(), &october());
    let said: Vec<_> = read
        .figures
        .iter()
        .map(|it| {
            let side = |it: &Option<waymark_report::paper::compare::Said>| {
                it.as_ref().map_or_else(
                    || "nothing".to_owned(),
                    |it| format!("{} in {}", it.shown, it.when),
                )
            };
            format!("{}: {}; {}", it.title, side(&it.then), side(&it.now))
        })
        .collect();
    assert_eq!(
        said,
        [
            "Assessments over 45 working days: 21% (96 of 457) in August 2017; 23% (104 of 452) in September 2017",
            "Assessments over 45 working days: North: nothing; 30% (30 of 100) in September 2017",
            "Health assessments in time: nothing; 23% (104 of 452) in September 2017",
        ]
    );
}

#[test]
fn a_month_that_says_something_else_now_is_restated() {
    let read = compare(&september(), &october());
    assert_eq!(read.restated.len(), 1);
    let it = &read.restated[0];
    assert_eq!(
        (it.title.as_str(), it.when.as_str(), it.says.as_str()),
        (
            "Assessments over 45 working days",
            "August 2017",
            "published 21% (96 of 457), now 22% (101 of 459)"
        )
    );
}

#[test]
fn why_it_says_something_else_stands_behind_it() {
    let says = |late, corrected, taken_out| {
        let why = Reasons {
            late,
            corrected,
            taken_out,
        };
        let it = compare(&september(), &october()).restated.remove(0);
        it.because(Some(why)).says
    };
    let plain = "published 21% (96 of 457), now 22% (101 of 459)";
    assert_eq!(
        says(6, 1, 0),
        format!("{plain}: 6 recorded late, 1 corrected")
    );
    assert_eq!(
        says(1_204, 0, 2),
        format!("{plain}: 1,204 recorded late, 2 no longer in the return")
    );
    // Where it cannot be told, no more is said than that it changed.
    assert_eq!(says(0, 0, 0), plain);
    let it = compare(&september(), &october()).restated.remove(0);
    assert_eq!(it.because(None).says, plain);
}

#[test]
fn sentences_sections_and_measures_that_came_and_went_are_named() {
    let read = compare(&september(), &october());
    let change = |key: &str, then: &str, now: &str| Change {
        key: key.to_owned(),
        then: then.to_owned(),
        now: now.to_owned(),
    };
    assert_eq!(
        read.texts,
        [
            change(
                "test/1",
                "Late assessments are worse.",
                "Late assessments are worse and rising."
            ),
            change("test/3", "", "Another sentence."),
            change("test/2", "The Board is asked to note this.", ""),
        ]
    );
    assert_eq!(read.sections_added, ["By district"]);
    assert!(read.sections_removed.is_empty());
    assert_eq!(read.measures_found, ["Health assessments in time"]);
    let back = compare(&october(), &september());
    assert_eq!(back.sections_removed, ["By district"]);
    assert_eq!(back.measures_lost, ["Health assessments in time"]);
}

#[test]
fn a_paper_beside_itself_differs_in_nothing() {
    let read = compare(&october(), &october());
    assert!(read.restated.is_empty() && read.texts.is_empty());
    assert!(read.sections_added.is_empty() && read.measures_lost.is_empty());
    assert!(read.figures.iter().all(|it| it.then == it.now));
}

#[test]
fn how_a_hidden_number_changed_is_hidden_too() {
    let hidden = Figure {
        shown: "hidden (c)".to_owned(),
        value: None,
        numerator: None,
        denominator: None,
        ..late()
    };
    assert!(restated(&september(), &[hidden]).is_empty());
}

#[test]
fn the_same_numbers_in_other_words_are_no_restatement() {
    let other = Figure {
        shown: "21.0% (96 of 457)".to_owned(),
        ..late()
    };
    assert!(restated(&september(), &[other]).is_empty());
}

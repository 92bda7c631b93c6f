//! The CIN census: its header, its children, and the blocks below them.

use crate::blocks::Blocks;
use crate::intake::Intake;
use crate::xml::{Element, Walker};
use crate::{ImportError, ReturnKind, Subject};
use waymark_data::field::day_in;
use waymark_data::{Day, Place, Words};

/// How many episodes, assessments and plans there have been: their ids in the tables.
#[derive(Default)]
struct Counters {
    episodes: u64,
    assessments: u64,
    plans: u64,
}

pub(crate) fn read(
    intake: &mut Intake<'_>,
    place: &Place,
    mut walker: Walker<'_>,
) -> Result<(), ImportError> {
    let mut blocks = Blocks::new(ReturnKind::Cin, place, walker.has_lines());
    let mut counters = Counters::default();
    let mut words = std::mem::take(&mut intake.words);
    let mut period: Option<(String, String)> = None;
    let enter = |depth: usize, name: &str| {
        depth == 0 || (depth == 1 && name.eq_ignore_ascii_case("Children"))
    };
    let walked = walker.each(enter, |element| {
        if element.name.eq_ignore_ascii_case("Child") {
            child(&element, &mut blocks, &mut counters, &mut words);
        } else if element.name.eq_ignore_ascii_case("Header") {
            let header = header(&element, &mut blocks, &mut words);
            period.get_or_insert(header);
        } else {
            blocks.unknown("Message", &element);
        }
    });
    intake.words = words;
    walked?;
    blocks.finish(intake, walker.loose, &[]);
    if let Some((year, reference)) = period {
        names_its_period(intake, place, &year, &reference);
    }
    Ok(())
}

/// The year and the reference date that the header names.
fn header(element: &Element, blocks: &mut Blocks, words: &mut Words) -> (String, String) {
    let mut flat = Element {
        name: element.name.clone(),
        line: element.line,
        ..Element::default()
    };
    for part in &element.children {
        if ["CollectionDetails", "Source"]
            .iter()
            .any(|it| it.eq_ignore_ascii_case(&part.name))
        {
            flat.children.extend(part.children.iter().cloned());
        } else if part.name.eq_ignore_ascii_case("Content") {
            // Says which blocks the file has; the blocks themselves say it better.
        } else {
            flat.children.push(part.clone());
        }
    }
    blocks.add("Header", &flat, &[], &[], words);
    (
        flat.text_of("Year").to_owned(),
        flat.text_of("ReferenceDate").to_owned(),
    )
}

fn names_its_period(intake: &mut Intake<'_>, place: &Place, year: &str, reference: &str) {
    let reference = day_in(reference);
    let year: Option<i16> = year.parse().ok().filter(|it| (1900..=2200).contains(it));
    intake.year = year.or_else(|| reference.map(|it| it.date().year()));
    intake.reference_date = reference;
    if let (Some(year), Some(reference)) = (year, reference)
        && Day::new(year, 3, 31) != Some(reference)
    {
        intake.note(place, Subject::YearsDiffer { year, reference });
    }
}

fn child(element: &Element, blocks: &mut Blocks, counters: &mut Counters, words: &mut Words) {
    let ids = || element.all("ChildIdentifiers");
    let id = ids()
        .map(|it| it.text_of("LAchildID"))
        .find(|it| !it.is_empty());
    if id.is_none() {
        blocks.no_id.add(element.line);
    }
    let child = [("LAchildID", id.unwrap_or(""))];
    for block in &element.children {
        match block.name.to_ascii_lowercase().as_str() {
            "childidentifiers" => {
                blocks.add("ChildIdentifiers", block, &child, &["LAchildID"], words)
            }
            "childcharacteristics" => {
                blocks.add(
                    "ChildCharacteristics",
                    block,
                    &child,
                    &["Disabilities"],
                    words,
                );
                for list in block.all("Disabilities") {
                    each_value("Disabilities", list, "Disability", &child, blocks, words);
                }
            }
            "cindetails" => episode(block, &child, blocks, counters, words),
            _ => blocks.unknown(&element.name, block),
        }
    }
}

fn episode(
    element: &Element,
    child: &[(&str, &str)],
    blocks: &mut Blocks,
    counters: &mut Counters,
    words: &mut Words,
) {
    const BELOW: [&str; 5] = [
        "Assessments",
        "CINPlanDates",
        "Section47",
        "ChildProtectionPlans",
        "PreProceedingsandFGDM",
    ];
    counters.episodes += 1;
    let number = counters.episodes.to_string();
    let ids = [child, &[("CINdetailsID", number.as_str())]].concat();
    blocks.add("CINdetails", element, &ids, &BELOW, words);
    for block in &element.children {
        match block.name.to_ascii_lowercase().as_str() {
            "assessments" => {
                counters.assessments += 1;
                let number = counters.assessments.to_string();
                let ids = [&ids[..], &[("AssessmentID", number.as_str())]].concat();
                let lists = ["FactorsIdentifiedAtAssessment", "AssessmentFactors"];
                blocks.add("Assessments", block, &ids, &lists, words);
                for list in block.all(lists[0]) {
                    each_value("AssessmentFactors", list, lists[1], &ids, blocks, words);
                }
                let loose: Vec<Element> = block.all(lists[1]).cloned().collect();
                let loose = Element {
                    name: block.name.clone(),
                    line: block.line,
                    children: loose,
                    text: String::new(),
                };
                each_value("AssessmentFactors", &loose, lists[1], &ids, blocks, words);
            }
            "cinplandates" => blocks.add("CINplanDates", block, &ids, &[], words),
            "section47" => blocks.add("Section47", block, &ids, &[], words),
            "childprotectionplans" => {
                counters.plans += 1;
                let number = counters.plans.to_string();
                let ids = [&ids[..], &[("CPPID", number.as_str())]].concat();
                blocks.add("ChildProtectionPlans", block, &ids, &["Reviews"], words);
                for reviews in block.all("Reviews") {
                    each_value("Reviews", reviews, "CPPreviewDate", &ids, blocks, words);
                }
            }
            "preproceedingsandfgdm" => {
                blocks.add("PreProceedingsandFGDM", block, &ids, &[], words);
            }
            _ => {}
        }
    }
}

/// A row for each element of a list: disabilities, factors, reviews. An empty list has none.
fn each_value(
    table: &str,
    list: &Element,
    name: &str,
    ids: &[(&str, &str)],
    blocks: &mut Blocks,
    words: &mut Words,
) {
    let column = if name == "AssessmentFactors" {
        "AssessmentFactor"
    } else {
        name
    };
    for value in &list.children {
        if !value.name.eq_ignore_ascii_case(name) {
            blocks.unknown(&list.name, value);
        } else if !value.text.trim().is_empty() {
            let row = Element {
                name: list.name.clone(),
                line: value.line,
                ..Element::default()
            };
            let cells = [ids, &[(column, value.text.trim())]].concat();
            blocks.add(table, &row, &cells, &[], words);
        }
    }
}

//! Makes a paper from a template and its material. Each thing that a template may put in is one file here.

mod actions;
mod annex;
mod areas;
mod asked;
mod audits;
mod budget;
mod burn_down;
mod changes;
mod decisions;
mod findings;
mod insert;
mod judgements;
mod lists;
mod measures;
mod must_include;
mod pack;
mod plan;
mod questions;
mod restated;
mod said;
mod trajectory;
mod visits;
mod wordings;
mod writer;

pub use budget::Budget;
pub use insert::{INSERTS, Known, insert_named};
pub(super) use judgements::WITHOUT_PLAN;
pub use judgements::themes;
pub use wordings::{ADDED, Place};

use super::material::Material;
use super::template::{Part, Template};
use super::{Block, Hand, Meeting, Paper, Section, Text};
use std::collections::BTreeSet;
use waymark_programme::Record;
use waymark_programme::kinds::TERM;
use writer::Writer;
pub(super) use writer::seen_by_the_board;
pub use writer::{basis_word, figure};

/// Makes a paper. The same template, material and day give the same paper.
#[must_use]
pub fn compose(template: &Template, material: &Material<'_>) -> Paper {
    let mut writer = Writer::new(material, &template.body);
    let mut sections = Vec::new();
    for section in &template.sections {
        writer.begin(&section.key);
        for part in &section.parts {
            match part {
                Part::Heading(heading) => writer.put(Block::Heading(named(heading, material))),
                Part::Paragraph(words) => {
                    let text = writer.template(&named(words, material));
                    writer.put(Block::Text(text));
                }
                Part::Points(points) => {
                    let texts = points
                        .iter()
                        .map(|it| writer.template(&named(it, material)))
                        .collect();
                    writer.put(Block::Points(texts));
                }
                Part::Insert(insert) => {
                    if let Some(known) = insert_named(&insert.name) {
                        (known.write)(&mut writer, insert);
                    }
                }
            }
        }
        let (blocks, parts) = writer.end();
        sections.push(Section {
            key: section.key.clone(),
            heading: named(&section.heading, material),
            depth: 1,
            blocks,
        });
        sections.extend(parts);
    }
    sections.extend(annex::write(&mut writer));
    let figures = writer.figures();
    let missing = must_include::missing(material, &figures);
    let mut paper = Paper {
        template: template.name.clone(),
        title: named(&template.title, material),
        council: material.council.to_owned(),
        audience: material.audience,
        committee: material
            .committee
            .map_or_else(String::new, |it| it.title().to_owned()),
        meeting: material.meeting.and_then(|it| {
            Some(Meeting {
                reference: it.reference(),
                title: it.title().to_owned(),
                on: it.date()?,
            })
        }),
        period: period(&figures),
        as_at: material.as_at,
        annex: material.annex.as_ref().map(|it| it.as_at),
        cut: material.cut.clone(),
        made_on: material.made_on,
        sections,
        figures,
        acronyms: Vec::new(),
        missing,
        overrides: Vec::new(),
        budget: None,
    };
    let budget = Budget::of(material.readings.iter().copied(), &paper.figures);
    say_budget(&mut paper, &writer.budgets, &budget.words());
    paper.budget = Some(budget);
    wordings::take(&mut paper, material);
    paper.acronyms = acronyms(&paper, material);
    paper
}

/// Puts the signal budget where the template wants it: it is of the whole paper, wherever it stands.
fn say_budget(paper: &mut Paper, keys: &[String], words: &str) {
    let blocks = paper.sections.iter_mut().flat_map(|it| &mut it.blocks);
    for block in blocks {
        if let Block::Text(text) = block
            && keys.contains(&text.key)
        {
            words.clone_into(&mut text.words);
        }
    }
}

/// "April 2016 to March 2018": the first day to the last that any figure speaks of.
fn period(figures: &[super::Figure]) -> String {
    let from = figures.iter().map(|it| it.from).min();
    let to = figures.iter().map(|it| it.to).max();
    from.zip(to).map_or_else(String::new, |(from, to)| {
        waymark_data::Period { from, to }.words()
    })
}

/// A template's words with what its names stand for.
fn named(words: &str, material: &Material<'_>) -> String {
    if !words.contains('{') {
        return words.to_owned();
    }
    let committee = material.committee.map_or("the committee", Record::title);
    let meeting = material.meeting.map_or("the next meeting", Record::title);
    words
        .replace("{month}", &material.as_at.month().words())
        .replace("{as-at}", &material.as_at.words())
        .replace("{committee}", committee)
        .replace("{council}", material.council)
        .replace("{meeting-date}", &material.on().words())
        .replace("{meeting}", meeting)
}

/// The acronyms of the glossary that the paper uses, by acronym.
fn acronyms(paper: &Paper, material: &Material<'_>) -> Vec<(String, String)> {
    let mut used: BTreeSet<&str> = BTreeSet::new();
    let headings = paper.sections.iter().map(|it| it.heading.as_str());
    let texts = paper.texts().map(|(_, text)| text.words.as_str());
    let captions = paper.tables().map(|it| it.caption.as_str());
    let cells = paper
        .tables()
        .flat_map(|it| it.rows.iter().flatten())
        .map(|it| it.shown.as_str());
    for words in headings.chain(texts).chain(captions).chain(cells) {
        used.extend(
            words
                .split(|it: char| !it.is_alphanumeric())
                .filter(|it| it.len() > 1),
        );
    }
    let mut known: Vec<(String, String)> = material
        .records
        .of(&TERM)
        .filter(|it| used.contains(it.text("short")) && !it.text("long").is_empty())
        .map(|it| (it.text("short").to_owned(), it.text("long").to_owned()))
        .collect();
    known.sort();
    known.dedup_by(|a, b| a.0 == b.0);
    known
}

/// A text of the council's template.
fn of_template(key: String, words: &str) -> Text {
    Text {
        by: Hand::Template,
        ..Text::of_record(key, words)
    }
}

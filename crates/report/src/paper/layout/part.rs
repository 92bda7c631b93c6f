//! The sections of a paper as parts, in the order they are read.

use super::acronyms::Acronyms;
use super::direction::isolated;
use super::picture::Pictures;
use super::{Grid, Part, Picture, Piece, Said};
use crate::paper::{Block, Chart, Evidence, Hand, Paper, Text};
use crate::table::Table;
use std::borrow::Cow;
use std::collections::HashSet;

/// Numbers what is numbered, and knows what has been met.
struct Reader<'a> {
    acronyms: Acronyms<'a>,
    pictures: Pictures,
    charts: usize,
    tables: usize,
}

/// The parts that a paper's sections make.
pub(super) fn parts(paper: &Paper) -> Vec<Part<'_>> {
    let mut reader = Reader {
        acronyms: Acronyms::new(&paper.acronyms),
        pictures: Pictures::default(),
        charts: 0,
        tables: 0,
    };
    let mut taken = HashSet::new();
    let mut deepest = 1;
    let sections = paper.sections.iter().map(|section| {
        let level = section.depth.clamp(1, deepest);
        deepest = (level + 1).min(3);
        Part {
            anchor: anchor(&section.key, &mut taken),
            level,
            own_page: level == 1,
            heading: Cow::Borrowed(&*section.heading),
            pieces: section.blocks.iter().map(|it| reader.piece(it)).collect(),
        }
    });
    sections.collect()
}

impl<'a> Reader<'a> {
    fn piece(&mut self, block: &'a Block) -> Piece<'a> {
        match block {
            Block::Heading(words) => Piece::Heading(Cow::Borrowed(words)),
            Block::Text(text) => Piece::Text(self.said(text)),
            Block::Points(points) => Piece::Points(points.iter().map(|it| self.said(it)).collect()),
            Block::Table(table, _) => Piece::Table(self.grid(table)),
            Block::Chart(chart) => Piece::Chart(Box::new(self.chart(chart))),
        }
    }

    fn said(&mut self, text: &'a Text) -> Said<'a> {
        let (by, instead_of) = match &text.by {
            Hand::Record | Hand::Template => (None, ""),
            Hand::Officer {
                name,
                on,
                instead_of,
            } => {
                let name = isolated(name);
                let by = format!("Written by {name} on {}", on.words());
                (Some(by), instead_of.as_str())
            }
        };
        Said {
            words: self.acronyms.in_full(&text.words),
            by,
            instead_of,
            evidence: evidence(&text.evidence),
        }
    }

    fn grid(&mut self, table: &'a Table) -> Grid<'a> {
        self.tables += 1;
        Grid {
            number: self.tables,
            caption: self.acronyms.in_full(&table.caption),
            table: Cow::Borrowed(table),
        }
    }

    fn chart(&mut self, chart: &'a Chart) -> Picture<'a> {
        self.charts += 1;
        Picture {
            number: self.charts,
            title: &chart.title,
            sentence: self.acronyms.in_full(&chart.sentence),
            wide: self.pictures.drawing(&chart.svg),
            narrow: self.pictures.drawing(&chart.narrow),
            data: self.grid(&chart.table),
        }
    }
}

fn evidence(all: &[Evidence]) -> Option<String> {
    let each = all.iter().map(|it| {
        let on = it
            .on
            .map_or_else(String::new, |on| format!(" ({})", on.words()));
        format!("{}, {}{on}", isolated(&it.reference), isolated(&it.title))
    });
    let each: Vec<String> = each.collect();
    (!each.is_empty()).then(|| format!("Evidence: {}", each.join("; ")))
}

/// Small letters, digits and hyphens, not taken yet.
fn anchor(key: &str, taken: &mut HashSet<String>) -> String {
    let mut slug = String::from("part");
    for word in key.split(|it: char| !it.is_ascii_alphanumeric()).take(12) {
        if !word.is_empty() {
            slug.push('-');
            slug.extend(word.chars().take(40).map(|it| it.to_ascii_lowercase()));
        }
    }
    let mut free = slug.clone();
    while !taken.insert(free.clone()) {
        // What is taken tells how many there are, so that this ends soon however many are alike.
        free = format!("{slug}-{}", taken.len() + 1);
    }
    free
}

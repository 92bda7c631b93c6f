//! A paper as the template reads it: pieces in reading order, every one of them text that stays text.

use crate::appendix;
use crate::cells::{Fitted, UPRIGHT, fitted};
use crate::words::{Letters, beginning, breakable, letters};
use serde::Serialize;
use waymark_report::Table;
use waymark_report::paper::{Block, Chart, Hand, Paper, Text};

/// A word of a paragraph may break after so many letters.
const WORD: usize = 30;
/// What a chart may be high on a page, in points: the page less its margins, its title and its sentence.
const HIGHEST: f64 = 560.0;

/// Everything the template is told.
#[derive(Serialize)]
pub(crate) struct Page {
    title: String,
    /// Of the document's properties.
    name: String,
    author: String,
    /// Above every page.
    running: String,
    /// Below every page.
    readers: String,
    facts: Vec<(String, String)>,
    pieces: Vec<Piece>,
}

/// A piece of a paper, in reading order.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(crate) enum Piece {
    Heading {
        level: u8,
        text: String,
        /// Whether the contents list it.
        listed: bool,
        /// Whether it begins a page.
        fresh: bool,
    },
    Text(Said),
    Points {
        points: Vec<Said>,
    },
    Table(Fitted),
    /// Pages on their side, for a table that is too wide, with the headings above it.
    Sideways {
        pieces: Vec<Piece>,
    },
    Chart {
        /// Its number: `charts/3.svg`.
        number: usize,
        alt: String,
        /// In points.
        width: f64,
    },
}

/// A text with what is said of it.
#[derive(Serialize)]
pub(crate) struct Said {
    text: String,
    /// Whether an officer wrote it.
    officer: bool,
    notes: Vec<String>,
}

/// What the template is told, and the charts as SVG.
pub(crate) fn page(paper: &Paper, allowed: Letters) -> (Page, Vec<String>) {
    let mut writer = Writer {
        allowed,
        pieces: Vec::new(),
        charts: Vec::new(),
        depth: 0,
        within: false,
    };
    let pack = paper.sections.iter().any(|it| it.depth > 1);
    for section in &paper.sections {
        let level = section.depth.max(1);
        writer.heading(level, &section.heading, true, pack && level == 1);
        let own = writer.depth;
        writer.within = false;
        for block in &section.blocks {
            writer.block(block, own);
        }
    }
    appendix::appendices(paper, &mut writer);
    let clean = |text: &str| letters(text, allowed);
    let title = clean(&paper.title);
    let title = or(&title, "Paper without a title");
    let page = Page {
        name: beginning(&title.replace('\n', " "), 10_000),
        title: writer.words(title),
        author: clean(&paper.council),
        running: running(&clean(&paper.council), title),
        readers: paper.audience.words().to_owned(),
        facts: facts(paper)
            .into_iter()
            .map(|(name, fact)| (name.to_owned(), writer.words(&fact)))
            .collect(),
        pieces: turned(writer.pieces),
    };
    (page, writer.charts)
}

/// The pieces with those gathered that stand on pages on their side. A heading goes with what follows it.
fn turned(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        if !matches!(&piece, Piece::Table(table) if table.sideways) {
            out.push(piece);
            continue;
        }
        let headings = out
            .iter()
            .rev()
            .take_while(|it| matches!(it, Piece::Heading { .. }))
            .count();
        let mut moved = out.split_off(out.len() - headings);
        // Pages on their side begin a page anyhow.
        for heading in &mut moved {
            if let Piece::Heading { fresh, .. } = heading {
                *fresh = false;
            }
        }
        moved.push(piece);
        match out.last_mut() {
            Some(Piece::Sideways { pieces }) => pieces.append(&mut moved),
            _ => out.push(Piece::Sideways { pieces: moved }),
        }
    }
    out
}

/// What stands under the title.
fn facts(paper: &Paper) -> Vec<(&'static str, String)> {
    let mut facts = vec![
        ("From", paper.council.clone()),
        ("For", paper.committee.clone()),
    ];
    if let Some(meeting) = &paper.meeting {
        let reference = if meeting.reference.is_empty() {
            String::new()
        } else {
            format!(" ({})", meeting.reference)
        };
        facts.push((
            "Meeting",
            format!("{}, {}{reference}", meeting.title, meeting.on.words()),
        ));
    }
    facts.extend([
        ("Period", paper.period.clone()),
        ("Figures as at", paper.as_at.words()),
        ("Who may read it", paper.audience.words().to_owned()),
        ("Made on", paper.made_on.words()),
    ]);
    facts.retain(|(_, fact)| !fact.trim().is_empty());
    facts
}

fn running(council: &str, title: &str) -> String {
    let parts = [beginning(council, 40), beginning(title, 60)];
    let said: Vec<String> = parts
        .into_iter()
        .filter(|it| !it.trim().is_empty())
        .collect();
    said.join(" – ").replace('\n', " ")
}

fn or<'a>(text: &'a str, otherwise: &'a str) -> &'a str {
    if text.trim().is_empty() {
        otherwise
    } else {
        text
    }
}

/// The pieces being written.
pub(crate) struct Writer {
    allowed: Letters,
    pieces: Vec<Piece>,
    charts: Vec<String>,
    /// The level of the last heading: the next may be one deeper at most, or a reader by ear loses the way.
    depth: u8,
    /// Whether a heading within the section has been written: charts stand under it.
    within: bool,
}

impl Writer {
    pub(crate) fn heading(&mut self, level: u8, text: &str, listed: bool, fresh: bool) {
        let level = level.clamp(1, self.depth + 1);
        self.depth = level;
        // Letters that cannot be seen may be all that a heading has.
        let words = self.words(text);
        let text = or(&words, "Without a heading").to_owned();
        self.pieces.push(Piece::Heading {
            level,
            text,
            listed,
            fresh,
        });
    }

    pub(crate) fn text(&mut self, words: &str) {
        let said = Said {
            text: self.words(words),
            officer: false,
            notes: Vec::new(),
        };
        self.pieces.push(Piece::Text(said));
    }

    pub(crate) fn table(&mut self, table: &Table) {
        if table.headings.is_empty() && table.rows.iter().all(Vec::is_empty) {
            self.text(&format!("{}: nothing to show.", table.caption));
            return;
        }
        self.pieces
            .extend(fitted(table, self.allowed).into_iter().map(Piece::Table));
    }

    /// A block of a section whose heading has this level.
    fn block(&mut self, block: &Block, own: u8) {
        match block {
            Block::Heading(text) => {
                self.heading(own + 1, text, false, false);
                self.within = true;
            }
            Block::Text(text) => {
                let said = self.said(text);
                self.pieces.push(Piece::Text(said));
            }
            Block::Points(points) => {
                let points: Vec<Said> = points.iter().map(|it| self.said(it)).collect();
                if !points.is_empty() {
                    self.pieces.push(Piece::Points { points });
                }
            }
            Block::Table(table, _) => self.table(table),
            Block::Chart(chart) => self.chart(chart, own),
        }
    }

    fn chart(&mut self, chart: &Chart, own: u8) {
        if !chart.title.trim().is_empty() {
            self.heading(own + 1 + u8::from(self.within), &chart.title, false, false);
        }
        let plain = |text: &str| letters(text, self.allowed);
        let said = format!(
            "Chart: {}",
            or(
                &chart.sentence,
                or(&chart.title, "described in the table below")
            )
        );
        self.pieces.push(Piece::Chart {
            number: self.charts.len(),
            alt: plain(&said),
            width: width(&chart.svg),
        });
        self.charts.push(plain(&chart.svg));
        if !chart.sentence.trim().is_empty() {
            self.text(&chart.sentence);
        }
        self.table(&chart.table);
    }

    fn said(&self, text: &Text) -> Said {
        let mut notes = Vec::new();
        if let Hand::Officer { name, on, .. } = &text.by {
            notes.push(self.words(&format!("Written by {name} on {}", on.words())));
        }
        if !text.evidence.is_empty() {
            let named: Vec<String> = (text.evidence.iter())
                .map(|it| {
                    let on = it
                        .on
                        .map_or_else(String::new, |on| format!(" ({})", on.words()));
                    format!("{} {}{on}", it.reference, it.title)
                })
                .collect();
            notes.push(self.words(&format!("Evidence: {}", named.join("; "))));
        }
        Said {
            text: self.words(&text.words),
            officer: text.is_officers(),
            notes,
        }
    }

    fn words(&self, text: &str) -> String {
        breakable(&letters(text, self.allowed), WORD)
    }
}

/// How wide a chart is set, in points: as wide as the page, less where it would be too high.
fn width(svg: &str) -> f64 {
    let wide = measure(svg, "width").unwrap_or(640.0);
    let high = measure(svg, "height").unwrap_or(360.0);
    // 640 units are drawn for the whole width; a narrower drawing keeps its letters' size.
    let width = UPRIGHT.min(wide * 0.75);
    if high / wide * width > HIGHEST {
        HIGHEST * wide / high
    } else {
        width
    }
}

/// An attribute of the first element that is a positive number.
fn measure(svg: &str, name: &str) -> Option<f64> {
    let element = svg.get(svg.find("<svg")?..)?;
    let element = element.get(..element.find('>')?)?;
    let (_, after) = element.split_once(&format!(" {name}=\""))?;
    let value: f64 = after.split_once('"')?.0.parse().ok()?;
    (value.is_finite() && value > 0.0).then_some(value)
}

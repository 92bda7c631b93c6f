//! A paper as the template reads it: pieces in reading order, every one of them text that stays text.

use crate::cells::{Fitted, UPRIGHT, fitted};
use crate::words::{Letters, beginning, breakable, letters};
use serde::Serialize;
use waymark_report::paper::Paper;
use waymark_report::paper::layout::{self as laid, Grid, Layout, Picture};

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
    let layout = Layout::for_pages(paper);
    let mut writer = Writer {
        allowed,
        pieces: Vec::new(),
        charts: Vec::new(),
        depth: 0,
        within: false,
    };
    for part in &layout.parts {
        writer.heading(part.level, &part.heading, true, part.own_page);
        let own = writer.depth;
        writer.within = false;
        for piece in &part.pieces {
            writer.piece(piece, own);
        }
    }
    let clean = |text: &str| letters(text, allowed);
    let title = clean(layout.title);
    let title = or(&title, "Paper without a title");
    let facts = layout.facts.iter().filter(|it| !it.1.trim().is_empty());
    let page = Page {
        name: beginning(&title.replace('\n', " "), 10_000),
        title: writer.words(title),
        author: clean(layout.council),
        running: running(&clean(layout.council), title),
        readers: paper.audience.words().to_owned(),
        facts: facts
            .map(|(name, fact)| ((*name).to_owned(), writer.words(fact)))
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
struct Writer {
    allowed: Letters,
    pieces: Vec<Piece>,
    charts: Vec<String>,
    /// The level of the last heading: the next may be one deeper at most, or a reader by ear loses the way.
    depth: u8,
    /// Whether a heading within the section has been written: charts stand under it.
    within: bool,
}

impl Writer {
    fn heading(&mut self, level: u8, text: &str, listed: bool, fresh: bool) {
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

    fn table(&mut self, grid: &Grid<'_>) {
        let caption = format!("Table {}: {}", grid.number, grid.caption);
        if grid.table.headings.is_empty() && grid.table.rows.iter().all(Vec::is_empty) {
            self.text(&format!("{caption} (nothing to show)"));
            return;
        }
        let parts = fitted(&caption, &grid.table, self.allowed);
        self.pieces.extend(parts.into_iter().map(Piece::Table));
    }

    /// A piece of a part whose heading has this level.
    fn piece(&mut self, piece: &laid::Piece<'_>, own: u8) {
        match piece {
            laid::Piece::Heading(text) => {
                self.heading(own + 1, text, false, false);
                self.within = true;
            }
            laid::Piece::Text(text) => {
                let said = self.said(text);
                self.pieces.push(Piece::Text(said));
            }
            laid::Piece::Points(points) => {
                let points: Vec<Said> = points.iter().map(|it| self.said(it)).collect();
                if !points.is_empty() {
                    self.pieces.push(Piece::Points { points });
                }
            }
            laid::Piece::Table(grid) => self.table(grid),
            laid::Piece::Chart(chart) => self.chart(chart, own),
        }
    }

    fn chart(&mut self, chart: &Picture<'_>, own: u8) {
        let title = format!("Chart {}: {}", chart.number, chart.title);
        self.heading(own + 1 + u8::from(self.within), &title, false, false);
        if let Some(drawing) = &chart.wide {
            let said = letters(or(&chart.sentence, &title), self.allowed);
            self.pieces.push(Piece::Chart {
                number: self.charts.len(),
                alt: or(&said, "Chart").to_owned(),
                width: width(drawing.width, drawing.height),
            });
            self.charts.push(letters(&drawing.svg, self.allowed));
        }
        if !chart.sentence.trim().is_empty() {
            self.text(&chart.sentence);
        }
        self.text(&chart.numbers_stand());
    }

    fn text(&mut self, words: &str) {
        let said = Said {
            text: self.words(words),
            officer: false,
            notes: Vec::new(),
        };
        self.pieces.push(Piece::Text(said));
    }

    fn said(&self, text: &laid::Said<'_>) -> Said {
        let mut notes: Vec<String> = (text.by.iter().chain(&text.evidence))
            .map(|it| self.words(it))
            .collect();
        if text.by.is_some() && !text.instead_of.is_empty() {
            notes.insert(
                1,
                self.words(&format!("What stood there: {}", text.instead_of)),
            );
        }
        Said {
            text: self.words(&text.words),
            officer: text.by.is_some(),
            notes,
        }
    }

    fn words(&self, text: &str) -> String {
        breakable(&letters(text, self.allowed), WORD)
    }
}

/// How wide a chart is set, in points: as wide as the page, less where it would be too high.
fn width(wide: f64, high: f64) -> f64 {
    // 640 units are drawn for the whole width; a narrower drawing keeps its letters' size.
    let width = UPRIGHT.min(wide * 0.75);
    if high / wide * width > HIGHEST {
        HIGHEST * wide / high
    } else {
        width
    }
}

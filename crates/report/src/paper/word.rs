//! A paper as a Word file, for an officer to go on with.

use super::Paper;
use super::layout::{Drawing, Grid, Layout, Picture, Piece, Said};
use crate::docx::{self, Block, Document, docx};
use crate::table::Align;
use std::collections::HashMap;
use std::panic::resume_unwind;
use zip::result::ZipError;

/// Draws an SVG as PNG; none where it cannot.
type Draw<'a> = &'a (dyn Fn(&str) -> Option<Vec<u8>> + Sync);

/// The paper as a Word file. `png` draws an SVG as PNG, at least twice as large as its pixels; where it gives none, the
/// chart's sentence and table stand alone.
///
/// # Errors
/// When the parts cannot be packed, which takes more than 4 GB.
pub fn word(paper: &Paper, png: Draw<'_>) -> Result<Vec<u8>, ZipError> {
    let layout = Layout::for_pages(paper);
    let mut pictures = pictures(&layout, png);
    let mut blocks = Vec::new();
    for (what, answer) in &layout.facts {
        blocks.push(Block::Led(format!("{what}:"), answer.to_string()));
    }
    blocks.push(Block::Contents("Contents".to_owned()));
    for part in &layout.parts {
        blocks.push(Block::Part(docx::Part {
            level: part.level,
            words: part.heading.to_string(),
            own_page: part.own_page,
        }));
        for it in &part.pieces {
            piece(&mut blocks, it, part.level + 1, &mut pictures);
        }
    }
    docx(&Document {
        title: layout.title.to_owned(),
        issuer: layout.council.to_owned(),
        running: running(layout.title, layout.council),
        blocks,
    })
}

/// What stands at the head of each page: as much of the title as a line holds.
fn running(title: &str, council: &str) -> String {
    let short = |text: &str| -> String {
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if line.chars().count() <= 60 {
            return line;
        }
        let mut short: String = line.chars().take(59).collect();
        short.push('…');
        short
    };
    format!("{}, {}", short(title), short(council))
}

fn piece(out: &mut Vec<Block>, piece: &Piece<'_>, level: u8, pictures: &mut Pictures) {
    match piece {
        Piece::Heading(words) => out.push(Block::Heading(level, words.to_string())),
        Piece::Text(it) => said(out, it, false),
        Piece::Points(points) => points.iter().for_each(|it| said(out, it, true)),
        Piece::Table(it) => out.push(grid(it)),
        Piece::Chart(it) => chart(out, it, pictures),
    }
}

fn said(out: &mut Vec<Block>, said: &Said<'_>, point: bool) {
    let words = said.words.to_string();
    out.push(if point {
        Block::Point(words)
    } else {
        Block::Paragraph(words)
    });
    if let Some(evidence) = &said.evidence {
        out.push(Block::Note(evidence.clone(), point));
    }
    if let Some(by) = &said.by {
        out.push(Block::Note(by.clone(), point));
        if !said.instead_of.is_empty() {
            // In a paragraph of its own, so that whatever stood there is set as it was.
            out.push(Block::Note("What stood there:".to_owned(), point));
            out.push(Block::Note(said.instead_of.to_owned(), point));
        }
    }
}

/// The charts' pictures as PNG, by the chart's number.
type Pictures = HashMap<usize, Vec<u8>>;

/// Every chart drawn. Drawing is nearly all the work of a Word file, so each processor draws its part of them.
fn pictures(layout: &Layout<'_>, png: Draw<'_>) -> Pictures {
    let pieces = layout.parts.iter().flat_map(|it| &it.pieces);
    let svgs: Vec<(usize, &str)> = pieces
        .filter_map(|it| match it {
            Piece::Chart(chart) => Some((chart.number, &*drawing(chart)?.svg)),
            _ => None,
        })
        .collect();
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let each = svgs.len().div_ceil(processors).max(1);
    std::thread::scope(|scope| {
        let draw = |some: &[(usize, &str)]| -> Vec<(usize, Vec<u8>)> {
            let drawn = some.iter().map(|(number, svg)| Some((*number, png(svg)?)));
            drawn.flatten().collect()
        };
        let parts: Vec<_> = svgs
            .chunks(each)
            .map(|some| scope.spawn(move || draw(some)))
            .collect();
        parts
            .into_iter()
            .flat_map(|it| it.join().unwrap_or_else(|why| resume_unwind(why)))
            .collect()
    })
}

fn drawing<'a>(chart: &'a Picture<'_>) -> Option<&'a Drawing<'a>> {
    chart.wide.as_ref().or(chart.narrow.as_ref())
}

fn chart(out: &mut Vec<Block>, chart: &Picture<'_>, pictures: &mut Pictures) {
    out.push(Block::Caption(docx::Caption {
        what: "Chart",
        number: chart.number,
        words: chart.title.to_owned(),
    }));
    out.push(Block::Leading(chart.sentence.to_string()));
    let drawn = drawing(chart).zip(pictures.remove(&chart.number));
    if let Some((drawing, png)) = drawn.filter(|it| it.1.starts_with(b"\x89PNG\r\n")) {
        out.push(Block::Picture(docx::Picture {
            name: format!("Chart {}", chart.number),
            words: chart.sentence.to_string(),
            png,
            svg: drawing.svg.to_string(),
            width: drawing.width,
            height: drawing.height,
        }));
    }
    out.push(Block::Note(chart.numbers_stand(), false));
}

fn grid(grid: &Grid<'_>) -> Block {
    let table = &*grid.table;
    let right = |column: usize| {
        table
            .headings
            .get(column)
            .is_some_and(|it| it.align == Align::Numbers)
    };
    let headings = table.headings.iter().enumerate();
    let rows = table.rows.iter().map(|row| {
        let cells = row.iter().enumerate();
        cells
            .map(|(at, it)| (it.shown.clone(), right(at)))
            .collect()
    });
    Block::Grid(docx::Grid {
        caption: docx::Caption {
            what: "Table",
            number: grid.number,
            words: grid.caption.to_string(),
        },
        headings: headings
            .map(|(at, it)| (it.text.clone(), right(at)))
            .collect(),
        rows: rows.collect(),
    })
}

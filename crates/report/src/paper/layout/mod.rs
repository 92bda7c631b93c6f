//! A paper laid out for reading, before any format: heading block, contents, parts, numbered charts and tables,
//! appendices. Every format writes this and nothing else, so that all of them say the same.

mod acronyms;
mod appendix;
pub(crate) mod direction;
pub(crate) mod figures;
mod heading;
mod part;
mod picture;

use super::Paper;
use crate::table::Table;
use std::borrow::Cow;

pub use figures::figures;
pub use picture::Drawing;

/// A paper laid out.
#[derive(Clone, Debug)]
pub struct Layout<'a> {
    /// Its title.
    pub title: &'a str,
    /// Who issues it.
    pub council: &'a str,
    /// Its heading block: what, and the answer.
    pub facts: Vec<(&'static str, Cow<'a, str>)>,
    /// Its parts in order, the appendices last.
    pub parts: Vec<Part<'a>>,
}

/// A part under a heading of the contents list.
#[derive(Clone, Debug)]
pub struct Part<'a> {
    /// Its name within the file, of small letters, digits and hyphens; no other part has it.
    pub anchor: String,
    /// 1: a part of the paper. 2: within the last of 1. Never more than one deeper than the part before.
    pub level: u8,
    /// Whether it begins a page where there are pages.
    pub own_page: bool,
    /// Its heading.
    pub heading: Cow<'a, str>,
    /// What it says.
    pub pieces: Vec<Piece<'a>>,
}

/// A piece of a part.
#[derive(Clone, Debug)]
pub enum Piece<'a> {
    /// A heading, one deeper than its part.
    Heading(Cow<'a, str>),
    /// A paragraph.
    Text(Said<'a>),
    /// A list.
    Points(Vec<Said<'a>>),
    /// A table.
    Table(Grid<'a>),
    /// A chart.
    Chart(Box<Picture<'a>>),
}

/// Words with whose they are and what they rest on.
#[derive(Clone, Debug)]
pub struct Said<'a> {
    /// The words, acronyms in full where they are first used.
    pub words: Cow<'a, str>,
    /// "Written by Ana North on 3 April 2018": an officer's.
    pub by: Option<String>,
    /// What stood there before the officer wrote; empty: nothing.
    pub instead_of: &'a str,
    /// "Evidence: FND-3, Thresholds (3 May 2018)".
    pub evidence: Option<String>,
}

/// A table with its number and caption.
#[derive(Clone, Debug)]
pub struct Grid<'a> {
    /// Its number within the paper, the same in every format: "Table 3", `table-03.csv`.
    pub number: usize,
    /// What it shows.
    pub caption: Cow<'a, str>,
    /// Headings and rows.
    pub table: Cow<'a, Table>,
}

/// A chart with its number and its data.
#[derive(Clone, Debug)]
pub struct Picture<'a> {
    /// Its number within the paper.
    pub number: usize,
    /// Its title.
    pub title: &'a str,
    /// What it shows, in a sentence: its alternative text.
    pub sentence: Cow<'a, str>,
    /// For a wide place; none where the paper's drawing cannot be used: then the sentence and the table stand alone.
    pub wide: Option<Drawing<'a>>,
    /// For a phone; none where the wide one serves.
    pub narrow: Option<Drawing<'a>>,
    /// Its data.
    pub data: Grid<'a>,
}

impl Picture<'_> {
    /// Where pages have its data.
    #[must_use]
    pub fn numbers_stand(&self) -> String {
        format!("Its numbers are in table {}.", self.data.number)
    }
}

impl<'a> Layout<'a> {
    /// Lays a paper out, each chart's data with it.
    #[must_use]
    pub fn of(paper: &'a Paper) -> Self {
        let mut parts = part::parts(paper);
        let tables = parts.iter().flat_map(|it| &it.pieces);
        let tables = tables.filter(|it| matches!(it, Piece::Table(_) | Piece::Chart(_)));
        let first = tables.count() + 1;
        let (appendices, notes) = appendix::appendices(paper, &parts, first);
        parts.extend(appendices);
        Self {
            title: &paper.title,
            council: &paper.council,
            facts: heading::facts(paper, notes),
            parts,
        }
    }

    /// Laid out for pages: the numbers behind the charts, which are long, stand in a last appendix, so that what the paper says
    /// is not lost among them.
    #[must_use]
    pub fn for_pages(paper: &'a Paper) -> Self {
        let mut layout = Self::of(paper);
        let grids: Vec<Grid<'a>> = layout.charts().map(|it| it.data.clone()).collect();
        layout
            .parts
            .extend(appendix::behind_charts(&layout.parts, grids));
        layout
    }

    /// Every chart, in order.
    pub fn charts(&self) -> impl Iterator<Item = &Picture<'a>> {
        self.pieces().filter_map(|it| match it {
            Piece::Chart(chart) => Some(&**chart),
            _ => None,
        })
    }

    /// Every table in order, charts' among them, with the chart it is the data of.
    pub fn grids(&self) -> impl Iterator<Item = (&Grid<'a>, Option<&Picture<'a>>)> {
        self.pieces().filter_map(|it| match it {
            Piece::Table(grid) => Some((grid, None)),
            Piece::Chart(chart) => Some((&chart.data, Some(&**chart))),
            _ => None,
        })
    }

    /// Every table that has a file or a sheet of its own, with its part and the chart it is the data of. Those of the
    /// definitions have none: [`figures`] is all of them in one.
    pub fn kept_tables(
        &self,
    ) -> impl Iterator<Item = (&Part<'a>, &Grid<'a>, Option<&Picture<'a>>)> {
        let parts = self
            .parts
            .iter()
            .filter(|it| it.anchor != appendix::DEFINITIONS);
        parts.flat_map(|part| {
            part.pieces.iter().filter_map(move |it| match it {
                Piece::Table(grid) => Some((part, grid, None)),
                Piece::Chart(chart) => Some((part, &chart.data, Some(&**chart))),
                _ => None,
            })
        })
    }

    fn pieces(&self) -> impl Iterator<Item = &Piece<'a>> {
        self.parts.iter().flat_map(|it| &it.pieces)
    }
}

impl<'a> Said<'a> {
    /// Words of the paper itself.
    fn plain(words: impl Into<Cow<'a, str>>) -> Self {
        Self {
            words: words.into(),
            by: None,
            instead_of: "",
            evidence: None,
        }
    }
}

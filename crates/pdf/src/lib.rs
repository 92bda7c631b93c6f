//! A paper as a PDF that a screen reader can read, and a chart as a picture.
//!
//! [`pdf`] sets a [`Paper`], laid out as for every format, with Typst and writes it as PDF/UA-1: headings, lists, tables with their header cells, charts
//! with their sentence in words, contents, bookmarks, language and title. [`png`] draws a chart's SVG with the same
//! letters.
//!
//! Everything a paper says goes to Typst as data (a JSON file that exists in memory alone) and never as markup, so nobody
//! can write a title that is a program. The letters come with the program (`fonts`); no file, network, clock or font of
//! the machine is asked for anything, so the same paper gives the same bytes wherever it is made.
//!
//! It stands apart from the floors: Typst takes minutes to compile, and the pages never wait for it.

mod cells;
mod fonts;
mod page;
mod picture;
mod press;
mod words;

pub use picture::png;

use waymark_report::paper::Paper;

/// Why there is no PDF or picture.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// Typst would not set the paper or not write it as PDF/UA-1. What it said, without what it quoted of the paper.
    #[error("the paper could not be set: {0}")]
    Typst(String),
    /// The chart is no SVG.
    #[error("the chart is not an SVG that can be drawn")]
    Svg,
    /// The picture has no size, or more than 100 million dots.
    #[error("a picture of {width} by {height} dots cannot be drawn")]
    Size {
        /// Its width in dots.
        width: u32,
        /// Its height in dots.
        height: u32,
    },
}

/// The paper as a PDF, tagged to PDF/UA-1. The same paper gives the same bytes.
///
/// Letters that none of the fonts has (Chinese, Bengali and other scripts) are written by their number, `[U+4E2D]`, so
/// that nothing is silently left out.
///
/// # Errors
/// [`PdfError::Typst`] when Typst refuses.
pub fn pdf(paper: &Paper) -> Result<Vec<u8>, PdfError> {
    // A script may join letters to a shape that stands for no letter, which PDF/UA does not allow and which shows only
    // when it is set. Then it is set again with that script by its numbers.
    press::pressed(paper, words::Letters::All)
        .or_else(|_| press::pressed(paper, words::Letters::European))
}

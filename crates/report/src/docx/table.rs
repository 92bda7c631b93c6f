//! Tables: a heading row that comes again on every page, columns as wide as what they hold.

use super::Caption;
use super::paragraph::{Shape, caption, write as paragraph};
use crate::markup::push;
use std::fmt::Write as _;

/// A table with its caption.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// What it shows.
    pub caption: Caption,
    /// Its headings, each with whether its column holds numbers.
    pub headings: Vec<Cell>,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell's words, and whether they end at the right, as numbers do.
pub type Cell = (String, bool);

/// The page's width between the margins, in twentieths of a point.
const WIDTH: usize = 9638;
/// What stands empty on both sides of a cell's text, and a little more.
const PADDING: usize = 150;

/// A table with its caption.
pub(super) fn grid(out: &mut String, grid: &Grid) {
    caption(out, &grid.caption);
    let heads = grid.headings.iter().map(|it| (it.0.as_str(), it.1));
    let rows = grid
        .rows
        .iter()
        .map(|row| row.iter().map(|it| (it.0.as_str(), it.1)).collect());
    let rows: Vec<Vec<(&str, bool)>> = std::iter::once(heads.collect()).chain(rows).collect();
    let style = if grid.headings.len() > 5 {
        "TableSmall"
    } else {
        "TableText"
    };
    write(out, &rows, style, &grid.caption.words);
}

/// Rows of cells, the first row as heading.
pub(super) fn plain(out: &mut String, rows: &[Vec<String>]) {
    let rows: Vec<Vec<(&str, bool)>> = rows
        .iter()
        .map(|row| row.iter().map(|it| (it.as_str(), false)).collect())
        .collect();
    write(out, &rows, "TableText", "");
}

fn write(out: &mut String, rows: &[Vec<(&str, bool)>], style: &str, words: &str) {
    // About how wide a letter is: of 8 points, of 10.
    let letter = if style == "TableSmall" { 88 } else { 110 };
    let widths = widths(rows, letter);
    if widths.is_empty() {
        return;
    }
    out.push_str(concat!(
        r#"<w:tbl><w:tblPr><w:bidiVisual w:val="0"/><w:tblW w:w="5000" w:type="pct"/>"#,
        r#"<w:tblBorders><w:bottom w:val="single" w:sz="4" w:color="808080"/><w:insideH w:val="single" w:sz="4" w:color="808080"/></w:tblBorders>"#,
        r#"<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>"#,
    ));
    if !words.is_empty() {
        out.push_str(r#"<w:tblCaption w:val=""#);
        // A program's own dialogue shows it: as much as it has room for.
        push(out, cut(words, 200));
        out.push_str(r#""/>"#);
    }
    out.push_str("</w:tblPr><w:tblGrid>");
    for width in &widths {
        let _ = write!(out, r#"<w:gridCol w:w="{width}"/>"#);
    }
    out.push_str("</w:tblGrid>");
    for (at, row) in rows.iter().enumerate() {
        let heading = at == 0;
        // The heading row comes again on every page, and screen readers know it for what it is. A row stays whole, unless
        // it is so long that it could fill a page.
        let whole = row.iter().all(|it| it.0.len() < 600);
        out.push_str("<w:tr>");
        if whole || heading {
            out.push_str("<w:trPr>");
            out.push_str(if whole { "<w:cantSplit/>" } else { "" });
            out.push_str(if heading { "<w:tblHeader/>" } else { "" });
            out.push_str("</w:trPr>");
        }
        for (column, width) in widths.iter().enumerate() {
            let _ = write!(
                out,
                r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>"#
            );
            let (text, right) = row.get(column).copied().unwrap_or_default();
            let shape = Shape {
                right,
                ..Shape::style(style)
            };
            paragraph(out, shape, &[(text, heading)]);
            out.push_str("</w:tc>");
        }
        out.push_str("</w:tr>");
    }
    out.push_str("</w:tbl>");
    // Word asks for a paragraph after a table.
    out.push_str("<w:p/>");
}

/// How wide each column is: room for its longest word, and what is left shared by how much more its longest text asks.
fn widths(rows: &[Vec<(&str, bool)>], letter: usize) -> Vec<usize> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut least = vec![2; columns];
    let mut most = vec![2; columns];
    for (at, row) in rows.iter().enumerate() {
        for (column, (text, _)) in row.iter().enumerate() {
            let word = text.split_whitespace().map(letters).max().unwrap_or(0);
            // A heading is bold, and may take two lines.
            let (word, all) = if at == 0 {
                (word + word / 4, letters(text) / 2)
            } else {
                (word, letters(text))
            };
            least[column] = least[column].max(word.min(24));
            most[column] = most[column].max(all).max(least[column]);
        }
    }
    let least: Vec<usize> = least.iter().map(|it| it * letter + PADDING).collect();
    let most: Vec<usize> = most.iter().map(|it| it * letter + PADDING).collect();
    let (sum, wanted) = (least.iter().sum::<usize>(), most.iter().sum::<usize>());
    if sum >= WIDTH {
        return least.iter().map(|it| it * WIDTH / sum).collect();
    }
    let each = least.iter().zip(&most);
    if wanted <= WIDTH {
        // All have what they ask for, and share the rest.
        let rest = (WIDTH - wanted) / columns.max(1);
        return most.iter().map(|it| it + rest).collect();
    }
    each.map(|(least, most)| least + (most - least.min(most)) * (WIDTH - sum) / (wanted - sum))
        .collect()
}

/// How many letters, counted no further than matters here.
fn letters(text: &str) -> usize {
    text.chars().take(60).count()
}

/// The text's beginning, at most so many bytes.
pub(super) fn cut(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len()))
        .rev()
        .find(|it| text.is_char_boundary(*it));
    &text[..end.unwrap_or(0)]
}

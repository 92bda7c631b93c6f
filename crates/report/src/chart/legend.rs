//! The key under a chart: marks and lines with their words, in as many rows as they need.

use super::marks::Mark;
use super::svg::{Anchor, Svg, fitted, in_lines, text_width};

/// One entry of a key.
pub(super) enum Entry {
    /// A mark and its words.
    Mark(Mark, String),
    /// A line with these attributes, and its words.
    Line(&'static str, String),
    /// A filled square with these attributes, and its words.
    Swatch(String, String),
    /// Words alone.
    Words(String),
}

const SAMPLE: f64 = 26.0;
const GAP: f64 = 18.0;

/// Draws the entries from `top` on and gives the height they took.
pub(super) fn draw(
    svg: &mut Svg,
    entries: &[Entry],
    (left, top): (f64, f64),
    width: f64,
    size: f64,
) -> f64 {
    let row_height = size * 1.6;
    let (mut x, mut y) = (left, top + size);
    for entry in entries {
        let (sample, words) = match entry {
            Entry::Mark(_, words) | Entry::Swatch(_, words) => (SAMPLE, words.as_str()),
            Entry::Line(_, words) => (SAMPLE + 10.0, words.as_str()),
            Entry::Words(words) => (0.0, words.as_str()),
        };
        // Names come from people: one that no lines hold is cut, and the table has all of it.
        let lines = in_lines(words, width - sample, size, 3)
            .filter(|lines| !lines.is_empty())
            .unwrap_or_else(|| vec![fitted(words, width - sample, size)]);
        let widest = lines.iter().map(|it| text_width(it, size));
        let needs = sample + widest.fold(0.0, f64::max);
        if x > left && (x + needs > left + width || lines.len() > 1) {
            (x, y) = (left, y + row_height);
        }
        let middle = y - size * 0.35;
        match entry {
            Entry::Mark(mark, _) => {
                if *mark == Mark::Restated {
                    Mark::Ordinary.draw(svg, (x + 10.0, middle), 1.0);
                }
                mark.draw(svg, (x + 10.0, middle), 1.0);
            }
            Entry::Line(attributes, _) => {
                svg.line((x, middle), (x + SAMPLE + 2.0, middle), attributes)
            }
            Entry::Swatch(attributes, _) => svg.rect(
                (x + 2.0, y - size * 0.85),
                (18.0, size),
                &format!("{attributes} stroke=\"#0b0c0c\" stroke-width=\"1\""),
            ),
            Entry::Words(_) => {}
        }
        for (n, line) in lines.iter().enumerate() {
            y += if n > 0 { size * 1.25 } else { 0.0 };
            svg.text((x + sample, y), size, Anchor::Start, line, "");
        }
        if lines.len() > 1 {
            // What follows starts a row of its own.
            x = left + width;
        }
        x += needs + GAP;
    }
    y - top + row_height * 0.5
}

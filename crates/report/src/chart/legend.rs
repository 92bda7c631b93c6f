//! The key under a chart: marks and lines with their words, in as many rows as they need.

use super::marks::Mark;
use super::svg::{Anchor, Svg, text_width};

/// One entry of a key.
pub(super) enum Entry {
    /// A mark and its words.
    Mark(Mark, &'static str),
    /// A line with these attributes, and its words.
    Line(&'static str, String),
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
            Entry::Mark(_, words) => (SAMPLE, *words),
            Entry::Line(_, words) => (SAMPLE + 10.0, words.as_str()),
            Entry::Words(words) => (0.0, words.as_str()),
        };
        let needs = sample + text_width(words, size);
        if x > left && x + needs > left + width {
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
            Entry::Words(_) => {}
        }
        svg.text((x + sample, y), size, Anchor::Start, words, "");
        x += needs + GAP;
    }
    y - top + row_height * 0.5
}

//! A chart's drawing, looked at before it goes into a file: a paper that was kept is read back from a store, and an SVG is
//! the one thing in it that is not written as text.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;
use std::collections::HashSet;

/// An SVG that holds nothing but lines, shapes and words.
#[derive(Clone, Debug)]
pub struct Drawing<'a> {
    /// The SVG; its ids are in no other drawing of the paper.
    pub svg: Cow<'a, str>,
    /// How wide it is drawn, in pixels.
    pub width: f64,
    /// How high.
    pub height: f64,
}

/// What may be in a drawing: nothing that runs, fetches or holds other markup.
const ELEMENTS: [&str; 19] = [
    "svg",
    "title",
    "desc",
    "g",
    "defs",
    "line",
    "polyline",
    "polygon",
    "path",
    "circle",
    "ellipse",
    "rect",
    "text",
    "tspan",
    "pattern",
    "clipPath",
    "linearGradient",
    "stop",
    "marker",
];

/// The drawings of a paper.
#[derive(Default)]
pub(super) struct Pictures {
    ids: HashSet<String>,
}

/// What was found in an SVG.
#[derive(Default)]
struct Found {
    size: Option<(f64, f64)>,
    ids: Vec<String>,
}

impl Pictures {
    /// The drawing, or none where it is empty, is not well-formed or holds what it should not.
    pub(super) fn drawing<'a>(&mut self, svg: &'a str) -> Option<Drawing<'a>> {
        let found = found(svg)?;
        let (width, height) = found.size?;
        let taken = found.ids.iter().any(|it| self.ids.contains(it));
        let svg = if taken {
            Cow::Owned(self.renamed(svg, &found.ids))
        } else {
            self.ids.extend(found.ids);
            Cow::Borrowed(svg)
        };
        Some(Drawing { svg, width, height })
    }

    /// The same drawing with ids of its own: two papers of a pack may show the same chart.
    fn renamed(&mut self, svg: &str, ids: &[String]) -> String {
        let mut after = self.ids.len();
        let ending = loop {
            after += 1;
            let ending = format!("-{after}");
            if ids
                .iter()
                .all(|it| !self.ids.contains(&format!("{it}{ending}")))
            {
                break ending;
            }
        };
        self.ids
            .extend(ids.iter().map(|it| format!("{it}{ending}")));
        let named = |word: &str| ids.iter().any(|it| it == word);
        let mut out = String::with_capacity(svg.len() + 64);
        // Only within tags: what is between them are words.
        for piece in svg.split_inclusive('>') {
            let Some(tag) = piece.rfind('<') else {
                out.push_str(piece);
                continue;
            };
            let (words, tag) = piece.split_at(tag);
            out.push_str(words);
            for word in tag.split_inclusive(['"', ' ', '#', ')']) {
                let bare = word.trim_end_matches(['"', ' ', '#', ')']);
                out.push_str(bare);
                if !bare.is_empty() && named(bare) && !word.ends_with('#') {
                    out.push_str(&ending);
                }
                out.push_str(&word[bare.len()..]);
            }
        }
        out
    }
}

fn found(svg: &str) -> Option<Found> {
    if !svg.starts_with("<svg") {
        return None;
    }
    let mut reader = Reader::from_str(svg);
    reader.config_mut().check_end_names = true;
    let mut found = Found::default();
    let mut open: usize = 0;
    let mut ended = false;
    loop {
        match reader.read_event().ok()? {
            Event::Start(it) => {
                look(&it, open == 0, &mut found).filter(|()| !ended)?;
                open += 1;
            }
            Event::Empty(it) => look(&it, false, &mut found).filter(|()| open > 0)?,
            Event::End(_) => {
                open = open.checked_sub(1)?;
                ended |= open == 0;
            }
            Event::Text(_) | Event::GeneralRef(_) if open > 0 => {}
            Event::Eof => break,
            _ => return None,
        }
    }
    ended.then_some(found)
}

/// Whether an element may be there, and what it says that matters.
fn look(element: &BytesStart<'_>, root: bool, found: &mut Found) -> Option<()> {
    let name = element.name();
    if !ELEMENTS.contains(&name.as_ref()) || (name.as_ref() == "svg") != root {
        return None;
    }
    let (mut width, mut height) = (None, None);
    for attribute in element.attributes() {
        let attribute = attribute.ok()?;
        let key = attribute.key.as_ref();
        let value: &str = attribute.value.as_ref();
        let fetches = value.contains("url(") && !value.starts_with("url(#");
        if key.starts_with("on") || key.contains("href") || key == "style" || fetches {
            return None;
        }
        match key {
            "id" => found.ids.push(value.to_owned()),
            "width" => width = value.parse().ok(),
            "height" => height = value.parse().ok(),
            _ => {}
        }
    }
    if root {
        let fits = |it: &f64| it.is_finite() && *it >= 1.0 && *it <= 20_000.0;
        found.size = width.filter(fits).zip(height.filter(fits));
    }
    Some(())
}

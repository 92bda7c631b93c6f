//! Laying what was understood over the text, and cutting the text into pieces by it.

use super::piece::{Confidence, Piece, PieceKind, Span};

/// What a stretch was understood as, by the number of the item it belongs to.
#[derive(Clone, Debug)]
pub(super) struct Stroke {
    at: Span,
    what: PieceKind,
    item: Option<usize>,
    confidence: Option<Confidence>,
}

/// Everything understood so far. A later stroke covers an earlier one.
#[derive(Debug, Default)]
pub(super) struct Paint {
    strokes: Vec<Stroke>,
}

impl Paint {
    /// Says what a stretch is.
    pub(super) fn lay(
        &mut self,
        at: Span,
        what: PieceKind,
        item: Option<usize>,
        confidence: Confidence,
    ) {
        if at.start < at.end {
            self.strokes.push(Stroke {
                at,
                what,
                item,
                confidence: Some(confidence),
            });
        }
    }

    /// The text in pieces. `path` gives an item's place in the tree.
    pub(super) fn pieces(mut self, text: &str, path: impl Fn(usize) -> Vec<usize>) -> Vec<Piece> {
        let within = |it: usize| it <= text.len() && text.is_char_boundary(it);
        self.strokes
            .retain(|it| within(it.at.start) && within(it.at.end));
        let mut borders: Vec<(usize, bool, usize)> = self
            .strokes
            .iter()
            .enumerate()
            .flat_map(|(at, it)| [(it.at.start, true, at), (it.at.end, false, at)])
            .collect();
        borders.sort_unstable();
        let mut open = std::collections::BTreeSet::new();
        let mut found: Vec<Piece> = Vec::new();
        let mut from = 0;
        let mut borders = borders.into_iter().peekable();
        while from < text.len() {
            while let Some((_, opens, at)) = borders.next_if(|it| it.0 <= from) {
                if opens {
                    open.insert(at);
                } else {
                    open.remove(&at);
                }
            }
            let to = borders.peek().map_or(text.len(), |it| it.0.min(text.len()));
            let stroke = open.last().and_then(|it: &usize| self.strokes.get(*it));
            push(&mut found, text, Span::new(from, to), stroke, &path);
            from = to;
        }
        found
    }
}

fn push(
    found: &mut Vec<Piece>,
    text: &str,
    at: Span,
    stroke: Option<&Stroke>,
    path: &impl Fn(usize) -> Vec<usize>,
) {
    let words = at.of(text);
    let blank = words
        .chars()
        .all(|c| c.is_whitespace() || matches!(c, '|' | '-' | '_' | '='));
    let item = stroke.and_then(|it| it.item).map(path).unwrap_or_default();
    let (what, confidence) = match stroke {
        _ if blank => (PieceKind::Blank, None),
        Some(it) => (it.what, it.confidence),
        None => (PieceKind::Unread, None),
    };
    // White space belongs to what stands before it: a reader's page is then not cut into crumbs.
    if let Some(last) = found.last_mut() {
        let same =
            last.what == what && last.item == item && last.confidence == confidence && joins(what);
        if same
            || (what == PieceKind::Blank
                && words.trim().is_empty()
                && last.what != PieceKind::Blank)
        {
            last.text.push_str(words);
            last.at.end = at.end;
            return;
        }
    }
    found.push(Piece {
        text: words.to_owned(),
        at,
        what,
        item,
        confidence,
    });
}

/// Whether two neighbours of this kind are one: two clauses are two.
fn joins(what: PieceKind) -> bool {
    matches!(
        what,
        PieceKind::Unread
            | PieceKind::Blank
            | PieceKind::Meeting
            | PieceKind::Field
            | PieceKind::ItemHeading
            | PieceKind::Tag
    )
}

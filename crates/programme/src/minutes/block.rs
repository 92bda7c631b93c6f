//! Paragraphs: lines that belong together, with the mark they begin with.

use super::label;
use super::line::Line;
use super::list_mark::{self, ListMark, Sort};
use super::piece::Span;
use std::ops::Range;

/// A paragraph.
#[derive(Clone, Debug)]
pub(super) struct Block<'a> {
    /// Its lines.
    pub(super) lines: Range<usize>,
    /// Its words, from the first to the last, as they stand in the source.
    pub(super) text: &'a str,
    /// Its bullet or number.
    pub(super) mark: Option<ListMark<'a>>,
    /// Empty lines before it.
    pub(super) gap: usize,
    /// An empty paragraph of Word's stands before it.
    pub(super) spaced: bool,
    /// The markup says it is a heading.
    pub(super) heading: bool,
    /// It was cut off the line before it.
    pub(super) cut: bool,
}

impl<'a> Block<'a> {
    /// Its words without the mark.
    pub(super) fn inner(&self) -> &'a str {
        self.mark.as_ref().map_or(self.text, |it| it.rest)
    }

    /// The sort of its mark.
    pub(super) fn sort(&self) -> Option<Sort> {
        self.mark.as_ref().map(|it| it.sort)
    }
}

/// What the markup says about each line.
#[derive(Clone, Debug, Default)]
pub(super) struct Marked {
    /// A heading.
    pub(super) heading: bool,
    /// An item of a list.
    pub(super) list: Option<u8>,
    /// A cell of a table: row and column.
    pub(super) cell: Option<(usize, usize)>,
    /// The markup says what it is, a person or a document: it has been read.
    pub(super) told: bool,
    /// It stands in a table whose columns are understood: its numbers are no items'.
    pub(super) rows: bool,
}

/// The paragraphs of some lines.
pub(super) fn blocks<'a>(
    text: &'a str,
    lines: &[Line<'a>],
    marked: &[Marked],
    of: Range<usize>,
) -> Vec<Block<'a>> {
    let mut found: Vec<Block<'a>> = Vec::new();
    let mut gap = 0;
    let mut spaced = false;
    for at in of {
        let line = &lines[at];
        if line.text.is_empty() {
            gap += 1;
            spaced |= line.spacer;
            continue;
        }
        if gap == 0
            && let Some(last) = found.last_mut()
            && continues(last, line, lines, &marked[at])
        {
            let start = offset(text, last.text);
            last.text = &text[start..offset(text, line.text) + line.text.len()];
            last.lines.end = at + 1;
            last.mark = mark_of(last.text, &marked[last.lines.start]);
            continue;
        }
        found.push(Block {
            lines: at..at + 1,
            text: line.text,
            mark: mark_of(line.text, &marked[at]),
            gap,
            spaced,
            heading: marked[at].heading,
            cut: line.cut,
        });
        gap = 0;
        spaced = false;
    }
    found
}

fn mark_of<'a>(text: &'a str, marked: &Marked) -> Option<ListMark<'a>> {
    list_mark::read(text).or_else(|| {
        marked.list.map(|depth| ListMark {
            words: "",
            sort: if depth > 1 {
                Sort::Second
            } else {
                Sort::Bullet
            },
            rest: text,
        })
    })
}

fn offset(text: &str, slice: &str) -> usize {
    super::wording::place(text, slice).start
}

/// Whether a line goes on with the paragraph above it: a page wraps its lines in the middle of a sentence.
fn continues(last: &Block<'_>, line: &Line<'_>, lines: &[Line<'_>], marked: &Marked) -> bool {
    let above = &lines[last.lines.end - 1];
    if line.cut
        || line.tab
        || above.tab
        || above.row_end
        || last.heading
        || marked.heading
        || marked.list.is_some()
        || marked.cell.is_some()
    {
        return false;
    }
    if list_mark::read(line.text).is_some()
        || label::read(line.text).is_some()
        || super::line::tag_length(line.text).is_some()
    {
        return false;
    }
    if label::read(above.text).is_some_and(|it| it.rest.is_empty()) {
        return false;
    }
    // Entries of an action log: "Item 12 - Caseloads", "Item 13 - Letter".
    if is_entry(last.text) && is_entry(line.text) {
        return false;
    }
    // "A. the report be noted" and below it "B. officers be thanked"
    if let (Some(one), Some(other)) = (
        list_mark::capital(last.text).map(|it| it.sort),
        list_mark::capital(line.text).map(|it| it.sort),
    ) && let (Sort::Letter(one), Sort::Letter(other)) = (one, other)
        && other == one + 1
    {
        return false;
    }
    let ended = above.text.ends_with(['.', ':', ';', '?', '!', '…']);
    let small = line.text.chars().next().is_some_and(char::is_lowercase);
    !ended
        && (small
            || (above.text.len() >= 45
                && !above.text.ends_with("KB")
                && !above.text.ends_with("MB")))
}

/// Whether a line begins as the entry of a log does: "Item 13", "Action 4.1".
fn is_entry(text: &str) -> bool {
    ["Item", "Action", "Ref", "No."].iter().any(|it| {
        super::wording::after(text, it)
            .is_some_and(|it| it.trim_start().starts_with(|c: char| c.is_ascii_digit()))
    })
}

/// Where the words of a block stand in the source, with its mark.
pub(super) fn span(text: &str, block: &Block<'_>) -> Span {
    super::wording::place(text, block.text)
}

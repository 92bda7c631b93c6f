//! Items of pages that lost their numbers, and pages without items.

use super::{Segment, Start, is_title, next_filled, number_alone};
use crate::minutes::block::Marked;
use crate::minutes::line::Line;
use crate::minutes::list_mark::{self};
use crate::minutes::whole::{Kind, Meeting};
use crate::minutes::wording::{capitals, count};
use crate::minutes::{attachment, label, page};
/// The whole text as one item: a page that shows no items, or a part of one that somebody pasted.
pub(super) fn whole(lines: &[Line<'_>]) -> Vec<Start> {
    let mut from = first_after_head(lines);
    let last_list = (0..lines.len().min(300))
        .rev()
        .find(|it| crate::minutes::attendance::heading(lines[*it].text).is_some());
    if let Some(list) = last_list {
        from = from.max(list + 1);
        while from < lines.len() {
            let line = &lines[from];
            let person = line.text.is_empty()
                || line.tab
                || crate::minutes::attendance::of_line(line.text).is_some()
                || {
                    let (names, left) = crate::minutes::attendance::names(line.text);
                    names.len() > 1 && left.is_empty()
                };
            if !person {
                break;
            }
            from += 1;
        }
    }
    let Some(first) = (from..lines.len()).find(|it| !lines[*it].text.is_empty()) else {
        return Vec::new();
    };
    let text = lines[first].text;
    let titled = is_title(text)
        && label::read(text).is_none()
        && list_mark::read(text).is_none()
        && count(text) <= 14
        && next_filled(lines, first + 1).is_some();
    vec![Start {
        line: first,
        body: if titled { first + 1 } else { first },
        segment: Segment {
            title: if titled {
                text.to_owned()
            } else {
                String::new()
            },
            ..Segment::default()
        },
    }]
}

/// Items of a page that lost its numbers: by what follows a title.
pub(super) fn unnumbered(lines: &[Line<'_>], marked: &[Marked]) -> Vec<Start> {
    let from = lines
        .iter()
        .position(|it| matches!(it.text, "No. Item" | "Items" | "Item"))
        .map_or_else(|| first_after_head(lines), |it| it + 1);
    let from = if lines
        .get(from)
        .is_some_and(|it| matches!(it.text, "No. Item"))
    {
        from + 1
    } else {
        from
    };
    let mut found: Vec<Start> = Vec::new();
    let mut gap = 2;
    let mut at = from;
    while at < lines.len() {
        let text = lines[at].text;
        if text.is_empty() {
            gap += 1;
            at += 1;
            continue;
        }
        let before = gap;
        gap = 0;
        if titles(lines, marked, at, before) {
            found.push(Start {
                line: at,
                body: at + 1,
                segment: Segment {
                    title: text.to_owned(),
                    ..Segment::default()
                },
            });
        }
        at += 1;
    }
    found
}

/// The line after the last that speaks of the meeting itself.
pub(super) fn first_after_head(lines: &[Line<'_>]) -> usize {
    let mut meeting = Meeting::default();
    let mut last = 0;
    for (at, line) in lines
        .iter()
        .enumerate()
        .filter(|it| !it.1.text.is_empty())
        .take(12)
    {
        if page::head_line(&mut meeting, line.text, Kind::MeetingPage) {
            last = at + 1;
        }
    }
    last
}

/// Whether an item's title stands here.
pub(super) fn titles(lines: &[Line<'_>], marked: &[Marked], at: usize, gap: usize) -> bool {
    let text = lines[at].text;
    if marked[at].rows
        || label::read(text).is_some()
        || gap == 0 && !marked[at].heading
        || list_mark::read(text).is_some()
    {
        return false;
    }
    if attachment::ending(text).is_some() {
        // An attachment under "Additional documents:" is a document, under a gap of its own a title.
        return gap >= 2
            || next_filled(lines, at + 1).is_some_and(|it| {
                label::read(lines[it].text).is_some_and(|it| it.part == label::Part::Minutes)
                    || attachment::is_purpose(lines[it].text)
            });
    }
    if !is_title(text) || attachment::is_purpose(text) {
        return false;
    }
    if marked[at].heading {
        return true;
    }
    let Some(next) = next_filled(lines, at + 1) else {
        return false;
    };
    let follows = lines[next].text;
    let labelled = label::read(follows).is_some_and(|it| {
        matches!(
            it.part,
            label::Part::Minutes | label::Part::Documents | label::Part::Decision
        )
    }) && gap >= 1;
    let purposed = attachment::is_purpose(follows);
    let known = crate::minutes::heading::kind_of(text) != crate::minutes::item::ItemKind::Business
        && count(text) <= 14
        && next > at + 1;
    let spaced = gap >= 2
        && next > at + 2
        && capitals(text) >= 0.6
        && count(text) <= 16
        && follows.ends_with('.');
    labelled || purposed || known || spaced
}

/// Rows of a flattened table: "1. | Apologies To note. Minutes: None. |".
pub(super) fn rows(lines: &[Line<'_>]) -> Vec<Start> {
    let header = lines
        .iter()
        .position(|it| it.row_end && it.text == "Item")
        .map_or(0, |it| it + 1);
    let mut found: Vec<Start> = Vec::new();
    let mut number: Option<(usize, String)> = None;
    let mut cell = header;
    for at in header..lines.len() {
        let last = at + 1 == lines.len();
        if !lines[at].row_end && !last {
            continue;
        }
        let filled: Vec<usize> = (cell..=at)
            .filter(|it| !lines[*it].text.is_empty())
            .collect();
        cell = at + 1;
        let Some(first) = filled.first().copied() else {
            continue;
        };
        if filled.len() == 1
            && let Some(it) = number_alone(lines[first].text)
        {
            number = Some((first, it.to_owned()));
            continue;
        }
        if !lines[at].row_end {
            continue;
        }
        let (line, number) = number.take().unwrap_or((first, String::new()));
        found.push(Start {
            line,
            body: first + 1,
            segment: Segment {
                number,
                title: lines[first].text.to_owned(),
                certain: true,
                flat: true,
                ..Segment::default()
            },
        });
    }
    found
}

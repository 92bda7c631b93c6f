//! The rows of tables, before anybody knows what their columns mean.

use super::header::{is_name, sort_of};
use crate::due;
use crate::minutes::block::Marked;
use crate::minutes::line::Line;
use crate::minutes::owner;
use std::ops::Range;

/// A row: its lines, and the lines of each of its cells.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// Which table of the text it belongs to.
    pub(super) table: usize,
    pub(super) lines: Range<usize>,
    pub(super) cells: Vec<Range<usize>>,
}

/// Rows drawn with rules or tabs, and rows that the markup says.
pub(super) fn rows(text: &str, lines: &[Line<'_>], marked: &[Marked]) -> Vec<Row> {
    let mut found: Vec<Row> = Vec::new();
    let mut table = 0;
    let mut at = 0;
    while at < lines.len() {
        let mut end = at + 1;
        while end < lines.len() && lines[end].cut {
            end += 1;
        }
        // A tab may stand before the cell's words.
        if let Some(first) = (at..end).find(|it| marked[*it].cell.is_some()) {
            at = of_markup(lines, marked, first, table, &mut found);
            table += 1;
            continue;
        }
        if lines[at..end].iter().any(|it| it.row_end) {
            if !is_rule(text, lines, at..end) {
                found.push(drawn(text, lines, at..end, table));
            }
        } else if (at..end).any(|it| !lines[it].text.is_empty()) {
            match found.last_mut().filter(|it| it.table == table) {
                // A cell that goes on over more lines, until a rule closes it.
                Some(last) if is_open(text, lines, last, at, end) => {
                    last.lines.end = end;
                    if let Some(cell) = last.cells.last_mut() {
                        cell.end = end;
                    }
                }
                _ => table += 1,
            }
        }
        at = end;
    }
    found
}

/// Whether a row's last cell was not closed by a rule though the table's rows are, and these lines follow it at once.
fn is_open(text: &str, lines: &[Line<'_>], row: &Row, at: usize, end: usize) -> bool {
    let first = &lines[row.lines.start];
    let opened = first.at.of(text).trim_start().starts_with('|');
    let closed = lines[row.lines.end - 1].row_end;
    let next = lines[end..]
        .iter()
        .take(200)
        .find(|it| it.row_end || it.tab)
        .is_some_and(|it| it.row_end);
    opened && !closed && next && row.lines.end == at
}

fn is_rule(text: &str, lines: &[Line<'_>], of: Range<usize>) -> bool {
    let (first, last) = (&lines[of.start], &lines[of.end - 1]);
    let words = text.get(first.at.start..last.at.end).unwrap_or_default();
    words
        .trim()
        .chars()
        .all(|it| matches!(it, '-' | '|' | ':' | ' ' | '=' | '\t' | '+'))
        && words.contains("-")
}

/// One row drawn with rules: a cell ends at a line that a rule ends.
fn drawn(text: &str, lines: &[Line<'_>], of: Range<usize>, table: usize) -> Row {
    let mut cells = Vec::new();
    let mut from = of.start;
    for at in of.clone() {
        let leading = at == of.start && lines[at].at.of(text).trim() == "|";
        if leading {
            // The rule that opens the row.
            from = at + 1;
        } else if lines[at].row_end {
            cells.push(from..at + 1);
            from = at + 1;
        }
    }
    if (from..of.end).any(|it| !lines[it].text.is_empty()) {
        cells.push(from..of.end);
    }
    Row {
        table,
        lines: of,
        cells,
    }
}

/// The rows of a table that the markup says, from its first line on; the line after it.
fn of_markup(
    lines: &[Line<'_>],
    marked: &[Marked],
    from: usize,
    table: usize,
    found: &mut Vec<Row>,
) -> usize {
    let mut at = from;
    let mut last: Option<(usize, usize)> = None;
    while at < lines.len() {
        let Some((row, column)) = marked[at].cell else {
            if lines[at].text.is_empty() {
                at += 1;
                continue;
            }
            break;
        };
        match last {
            Some((before, _)) if row < before => break,
            Some((before, same)) if row == before => {
                if let Some(own) = found.last_mut() {
                    own.lines.end = at + 1;
                    if column == same {
                        if let Some(cell) = own.cells.last_mut() {
                            cell.end = at + 1;
                        }
                    } else {
                        while own.cells.len() < column.min(12) {
                            own.cells.push(at..at);
                        }
                        own.cells.push(at..at + 1);
                    }
                }
            }
            _ => found.push(Row {
                table,
                lines: at..at + 1,
                cells: (0..column.min(12))
                    .map(|_| at..at)
                    .chain(std::iter::once(at..at + 1))
                    .collect(),
            }),
        }
        last = Some((row, column));
        at += 1;
    }
    at.max(from + 1)
}

/// Tables whose cells lost everything but their order: each name of the header on a line of its own, then each cell.
/// Only rows that name an owner or a date where the header says so are taken.
pub(super) fn flattened(lines: &[Line<'_>], marked: &[Marked]) -> Vec<(Row, Vec<Row>)> {
    let plain = |at: &usize| {
        let line = &lines[*at];
        !line.text.is_empty() && !line.row_end && marked[*at].cell.is_none()
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        if !plain(&at) || !is_name(lines[at].text) {
            at += 1;
            continue;
        }
        let head: Vec<usize> = (at..lines.len().min(at + 40))
            .filter(|it| !lines[*it].text.is_empty())
            .take_while(|it| plain(it) && is_name(lines[*it].text))
            .take(8)
            .collect();
        let names: Vec<&str> = head.iter().map(|it| lines[*it].text).collect();
        let last = head.last().copied().unwrap_or(at);
        let Some((super::Sort::Actions, columns)) = sort_of(&names) else {
            at = last + 1;
            continue;
        };
        let mut rows = Vec::new();
        let mut from = last + 1;
        loop {
            let cells: Vec<usize> = (from..lines.len().min(from + 60))
                .filter(|it| !lines[*it].text.is_empty())
                .take(columns.len())
                .collect();
            let fits = cells.len() == columns.len()
                && cells.iter().all(plain)
                && cells
                    .iter()
                    .zip(&columns)
                    .all(|(at, column)| fits(lines[*at].text, *column))
                && cells
                    .iter()
                    .zip(&columns)
                    .any(|(at, column)| says(lines[*at].text, *column));
            if !fits {
                break;
            }
            let end = cells.last().map_or(from, |it| it + 1);
            rows.push(Row {
                table: 0,
                lines: cells[0]..end,
                cells: cells.into_iter().map(|it| it..it + 1).collect(),
            });
            from = end;
        }
        if !rows.is_empty() {
            let header = Row {
                table: 0,
                lines: at..last + 1,
                cells: head.into_iter().map(|it| it..it + 1).collect(),
            };
            found.push((header, rows));
        }
        at = from.max(last + 1);
    }
    found
}

/// Whether words can stand in a column.
fn fits(text: &str, column: super::Column) -> bool {
    match column {
        super::Column::Owner | super::Column::Due => text.len() < 90 && !text.ends_with('.'),
        super::Column::Number => text.len() < 12,
        _ => true,
    }
}

/// Whether words in a column are certainly what it holds.
fn says(text: &str, column: super::Column) -> bool {
    match column {
        super::Column::Owner => owner::names(text).is_some(),
        super::Column::Due => due::again(text) != due::When::Open,
        _ => false,
    }
}

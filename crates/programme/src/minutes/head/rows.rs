//! Tables of people: rows that the markup says, that rules draw, that tabs or blanks part.

use super::{add, ends_list, line_of_list, unmatched};
use crate::minutes::attendance::{Named, roster};
use crate::minutes::naming::is_name;
use crate::minutes::person::Status;
use crate::minutes::piece::{Confidence, PieceKind, Span};
use crate::minutes::reading::Reading;
use crate::minutes::wording::squash;

/// A row of a table: its cells in order, where it stands, the line after it.
struct Row {
    cells: Vec<String>,
    at: Span,
    end: usize,
}

/// Reads a table of people that begins here; the line after it. None where no table does, and, where `named` says so,
/// where the table does not say what its columns are.
pub(super) fn listed(
    reading: &mut Reading<'_>,
    from: usize,
    end: usize,
    status: Status,
    named: bool,
) -> Option<usize> {
    let first = row(reading, from, end, true)?;
    let words = |row: &Row| -> Vec<String> { row.cells.clone() };
    let columns = {
        let cells = words(&first);
        roster::columns(&cells.iter().map(String::as_str).collect::<Vec<_>>())
    };
    if columns.is_none() && (named || !by_rules(reading, from, end, &first)) {
        return None;
    }
    let header = columns.is_some();
    let mut at = from;
    let mut last: Option<usize> = None;
    while let Some(it) = row(reading, at, end, header) {
        let cells: Vec<&str> = it.cells.iter().map(String::as_str).collect();
        let names = roster::columns(&cells).is_some();
        let number = cell_of(reading, at, it.end).map(|it| it.0);
        // Another table begins, or another list in the same one. "Apologies" in a later column is how somebody took part.
        let first = (at..it.end).find(|line| !reading.lines[*line].text.is_empty());
        if number.zip(last).is_some_and(|(it, last)| it < last)
            || !names && first.is_some_and(|line| ends_list(reading, line))
        {
            break;
        }
        last = number.or(last);
        at = it.end;
        if names {
            reading
                .paint
                .lay(it.at, PieceKind::Tag, None, Confidence::Certain);
            continue;
        }
        let found = match &columns {
            Some(columns) => roster::row(&cells, columns, status),
            None => plain(&cells).map(|it| (it, status)),
        };
        match found {
            Some((named, status)) => {
                let sure = if is_name(&named.name) {
                    Confidence::Certain
                } else {
                    Confidence::Probable
                };
                add(reading, named, status, it.at, sure);
            }
            None if cells.iter().any(|it| !it.is_empty()) => {
                unmatched(reading, &squash(&it.cells.join(" ")), it.at);
            }
            None => {}
        }
    }
    (at > from).then_some(at)
}

/// Reads the cells beside a row's heading: "Present:" in the first, the people in the second. The line after the row.
pub(super) fn beside(
    reading: &mut Reading<'_>,
    from: usize,
    end: usize,
    row: usize,
    status: Status,
) -> usize {
    let mut at = from;
    while at < end {
        let line = reading.lines[at];
        if line.text.is_empty() {
            at += 1;
            continue;
        }
        // Rows without a heading of their own go on with the list.
        let own = reading.marked[at]
            .cell
            .is_some_and(|it| it.0 == row || it.1 > 0 && it.0 > row);
        if !own || ends_list(reading, at) {
            break;
        }
        if line_of_list(reading, at, status) != Some(true) {
            unmatched(reading, line.text, line.at);
        }
        at += 1;
    }
    at
}

/// A row without a header over its table: the name first.
fn plain(cells: &[&str]) -> Option<Named> {
    let (name, rest) = cells.split_first()?;
    let name = name.trim();
    let rest: Vec<&str> = rest.iter().copied().filter(|it| !it.is_empty()).collect();
    (!name.is_empty()).then(|| Named {
        name: squash(name),
        role: rest.join(", "),
    })
}

/// Whether a table without a header is one of people all the same: rules or the markup draw it, and names begin its rows.
fn by_rules(reading: &Reading<'_>, from: usize, end: usize, first: &Row) -> bool {
    let marked = cell_of(reading, from, first.end).is_some();
    let next = row(reading, first.end, end, false);
    marked
        || [Some(first), next.as_ref()]
            .into_iter()
            .flatten()
            .any(|it| it.cells.first().is_some_and(|it| is_name(it)))
}

/// The row and column of the first filled line.
fn cell_of(reading: &Reading<'_>, from: usize, end: usize) -> Option<(usize, usize)> {
    (from..end)
        .find(|it| !reading.lines[*it].text.is_empty())
        .and_then(|it| reading.marked[it].cell)
}

/// The row that begins at the next filled line. `columns`: tabs and wide blanks part cells too.
fn row(reading: &Reading<'_>, from: usize, end: usize, columns: bool) -> Option<Row> {
    let first = (from..end.min(from + 4)).find(|it| !reading.lines[*it].text.is_empty())?;
    if let Some((number, _)) = reading.marked[first].cell {
        return Some(of_markup(reading, first, end, number));
    }
    let lines = &reading.lines;
    let start = (from..=first)
        .rev()
        .find(|it| !lines[*it].cut)
        .unwrap_or(first);
    // A row begins where its line does, and no row has so many cells.
    if lines[start].cut {
        return None;
    }
    let mut stop = first + 1;
    while stop < end && lines[stop].cut {
        stop += 1;
        if stop > first + 40 {
            return None;
        }
    }
    let at = Span::new(lines[start].at.start, lines[stop - 1].at.end);
    let ruled = lines[start..stop].iter().any(|it| it.row_end);
    let words = at.of(reading.text);
    let cells: Vec<String> = if ruled && words.contains('|') {
        let words = words.trim();
        let words = words.strip_prefix('|').unwrap_or(words);
        let words = words.strip_suffix('|').unwrap_or(words);
        words.split('|').map(squash).collect()
    } else if columns && words.trim().contains('\t') {
        words.trim().split('\t').map(squash).collect()
    } else if columns && words.trim().contains("  ") {
        let cells = words.trim().split("  ").map(squash);
        cells.filter(|it| !it.is_empty()).collect()
    } else {
        return None;
    };
    (cells.len() > 1).then_some(Row {
        cells,
        at,
        end: stop,
    })
}

/// A row that the markup says, from its first filled cell on.
fn of_markup(reading: &Reading<'_>, from: usize, end: usize, number: usize) -> Row {
    let mut cells: Vec<String> = Vec::new();
    let mut at = from;
    let mut span = reading.lines[from].at;
    while at < end {
        let line = &reading.lines[at];
        match reading.marked[at].cell {
            Some((row, column)) if row == number && column < 12 => {
                cells.resize(cells.len().max(column + 1), String::new());
                let words = squash(line.text);
                if !words.is_empty() {
                    if !cells[column].is_empty() {
                        cells[column].push_str(", ");
                    }
                    cells[column].push_str(&words);
                    span.end = line.at.end;
                }
            }
            Some(_) => break,
            None if line.text.is_empty() => {}
            None => break,
        }
        at += 1;
    }
    Row {
        cells,
        at: span,
        end: at,
    }
}

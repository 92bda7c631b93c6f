//! Tables of items and of actions: by the words of their header, whatever drew them: rules, tabs, markup, or lines one
//! below the other.

mod header;
mod raw;

use super::block::Marked;
use super::line::Line;
pub(super) use header::{Column, column, is_header};
use header::{Sort, sort_of};
use std::ops::Range;

/// What a line is within a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    /// The header names the columns.
    Header,
    /// A cell of this row, by its number in [`Tables::rows`].
    Of(usize, Column),
}

/// One row: each cell's column and lines, in order; cells without words are left out.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// It is a row of a table of items; else of actions.
    pub(super) items: bool,
    /// Every line of it.
    pub(super) lines: Range<usize>,
    /// Its cells.
    pub(super) cells: Vec<(Column, Range<usize>)>,
}

impl Row {
    /// The lines of a column's cell.
    pub(super) fn cell(&self, column: Column) -> Option<Range<usize>> {
        self.cells
            .iter()
            .find(|it| it.0 == column)
            .map(|it| it.1.clone())
    }
}

/// Every table that says what its columns are.
#[derive(Clone, Debug, Default)]
pub(super) struct Tables {
    /// The rows of all of them, in order.
    pub(super) rows: Vec<Row>,
    /// By line; empty without tables.
    cells: Vec<Option<Cell>>,
}

impl Tables {
    /// What a line is within a table.
    pub(super) fn at(&self, line: usize) -> Option<Cell> {
        self.cells.get(line).copied().flatten()
    }

    /// The rows of tables of items.
    pub(super) fn items(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|it| it.items)
    }
}

/// Finds the tables of a text.
pub(super) fn tables(text: &str, lines: &[Line<'_>], marked: &mut [Marked]) -> Tables {
    let mut found = Tables::default();
    let raw = raw::rows(text, lines, marked);
    let mut at = 0;
    while at < raw.len() {
        let header = &raw[at];
        let Some((sort, columns)) = sort_of(&names(lines, header)) else {
            at += 1;
            continue;
        };
        if found.cells.is_empty() {
            found.cells = vec![None; lines.len()];
        }
        for line in header.lines.clone() {
            found.cells[line] = Some(Cell::Header);
        }
        at += 1;
        while let Some(row) = raw.get(at).filter(|it| it.table == header.table) {
            if sort_of(&names(lines, row)).is_some() {
                break;
            }
            add(&mut found, lines, &columns, sort, row);
            at += 1;
        }
    }
    for (header, rows) in raw::flattened(lines, marked) {
        if found.cells.is_empty() {
            found.cells = vec![None; lines.len()];
        }
        if found.cells[header.lines.clone()]
            .iter()
            .any(Option::is_some)
        {
            continue;
        }
        let Some((sort, columns)) = sort_of(&names(lines, &header)) else {
            continue;
        };
        for line in header.lines.clone() {
            found.cells[line] = Some(Cell::Header);
        }
        for (number, row) in rows.iter().enumerate() {
            for (column, cell) in row.cells.iter().enumerate() {
                marked[cell.start].cell = Some((number, column));
            }
            add(&mut found, lines, &columns, sort, row);
        }
    }
    for (line, cell) in found.cells.iter().enumerate() {
        marked[line].rows |= cell.is_some();
    }
    found
}

/// The words of a row's cells.
fn names<'a>(lines: &[Line<'a>], row: &raw::Row) -> Vec<&'a str> {
    row.cells
        .iter()
        .map(|it| {
            let mut filled = lines[it.clone()].iter().filter(|it| !it.text.is_empty());
            filled.next().map_or("", |it| it.text)
        })
        .collect()
}

fn add(found: &mut Tables, lines: &[Line<'_>], columns: &[Column], sort: Sort, row: &raw::Row) {
    let filled = |it: &Range<usize>| it.clone().any(|it| !lines[it].text.is_empty());
    let cells: Vec<(Column, Range<usize>)> = row
        .cells
        .iter()
        .enumerate()
        .filter(|it| filled(it.1))
        .map(|(at, it)| {
            (
                columns.get(at).copied().unwrap_or(Column::Other),
                it.clone(),
            )
        })
        .collect();
    let number = found.rows.len();
    for (column, cell) in &cells {
        for line in cell.clone() {
            found.cells[line] = Some(Cell::Of(number, *column));
        }
    }
    if !cells.is_empty() {
        found.rows.push(Row {
            items: sort == Sort::Items,
            lines: row.lines.clone(),
            cells,
        });
    }
}

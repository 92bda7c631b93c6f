//! The worked examples of a page: marked tables that are its help and its test.
//!
//! An example begins with a line `Example: …`, gives rows of one or more lists (`List 4:` and a table), and may end with
//! `Answer: …`. A last column without a heading marks what each row comes to.

use crate::annex_a::{self, Cut, Data};
use crate::{Areas, Place, Raw, TableReader, Words};

/// One worked example.
#[derive(Debug, Default, Clone)]
pub struct Example {
    /// What its first line says behind `Example:`.
    pub says: String,
    /// Its tables.
    pub tables: Vec<ExampleTable>,
    /// What its last line says behind `Answer:`.
    pub answer: String,
}

/// Rows of one list.
#[derive(Debug, Default, Clone)]
pub struct ExampleTable {
    /// The list, 1 to 11.
    pub list: u8,
    /// Its headings, the marks' column apart.
    pub headings: Vec<String>,
    /// Its rows.
    pub rows: Vec<ExampleRow>,
}

/// A row of an example.
#[derive(Debug, Default, Clone)]
pub struct ExampleRow {
    /// Its cells, in the order of the headings.
    pub cells: Vec<String>,
    /// What the row comes to, where the table has a column of marks.
    pub mark: Option<String>,
}

/// The examples of a page, in order.
#[must_use]
pub fn examples(page: &str) -> Vec<Example> {
    let mut out: Vec<Example> = Vec::new();
    let mut in_table = false;
    for line in page.lines().map(str::trim) {
        if let Some(says) = line.strip_prefix("Example:") {
            out.push(Example {
                says: says.trim().to_owned(),
                ..Example::default()
            });
            in_table = false;
            continue;
        }
        let Some(example) = out.last_mut() else {
            continue;
        };
        if let Some(answer) = line.strip_prefix("Answer:") {
            answer.trim().clone_into(&mut example.answer);
        } else if let Some(list) = line
            .strip_prefix("List ")
            .and_then(|it| it.strip_suffix(':'))
        {
            example.tables.push(ExampleTable {
                list: list.parse().unwrap_or(0),
                ..ExampleTable::default()
            });
            in_table = false;
        } else if let (Some(cells), Some(table)) = (cells(line), example.tables.last_mut()) {
            if !in_table {
                table.headings = cells;
                in_table = true;
            } else if !is_rule(&cells) {
                table.row(cells);
            }
        }
    }
    for table in out.iter_mut().flat_map(|it| &mut it.tables) {
        if table.headings.last().is_some_and(String::is_empty) {
            table.headings.pop();
        }
    }
    out
}

/// The cells of a line of a table.
fn cells(line: &str) -> Option<Vec<String>> {
    let inner = line.strip_prefix('|')?.strip_suffix('|')?;
    Some(
        inner
            .split('|')
            .map(|cell| cell.trim().to_owned())
            .collect(),
    )
}

/// Whether it is the line between headings and rows.
fn is_rule(cells: &[String]) -> bool {
    !cells.concat().is_empty()
        && cells
            .iter()
            .all(|cell| cell.chars().all(|it| matches!(it, '-' | ':')))
}

impl ExampleTable {
    fn row(&mut self, mut cells: Vec<String>) {
        let marked = self.headings.last().is_some_and(String::is_empty);
        let mark = if marked { cells.pop() } else { None };
        self.rows.push(ExampleRow { cells, mark });
    }
}

impl Example {
    /// Its tables joined, read as the rows of real files are read. Row `n` (from 0) of table `t` stands on line
    /// [`line()`]`(t, n)`.
    ///
    /// # Errors
    /// When it names a list or a column that Annex A does not have.
    pub fn join(&self, cut: Cut, areas: &Areas) -> Result<Data, String> {
        let mut words = Words::default();
        let mut tables = Vec::new();
        for (at, table) in self.tables.iter().enumerate() {
            let spec =
                annex_a::list(table.list).ok_or(format!("there is no list {}", table.list))?;
            let headings: Vec<&str> = table.headings.iter().map(String::as_str).collect();
            for heading in &headings {
                spec.column(heading)
                    .ok_or(format!("list {} has no column {heading}", table.list))?;
            }
            let mut reader = TableReader::new(spec, Place::default(), 1, &headings);
            for (n, row) in table.rows.iter().enumerate() {
                reader.row(
                    line(at, n),
                    row.cells.iter().map(|it| Raw::Text(it)),
                    &mut words,
                );
            }
            // Columns that an example does not show are empty, not absent.
            let mut table = reader.finish();
            table.missing.clear();
            tables.push(table);
        }
        Ok(Data::join(&tables, words, cut, areas))
    }
}

/// The line on which a row of a table stands: each table has a thousand of its own, so that a mark finds its row.
#[must_use]
pub fn line(table: usize, row: usize) -> u32 {
    u32::try_from(table * 1000 + row + 2).unwrap_or(u32::MAX)
}

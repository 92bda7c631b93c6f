//! Rows of a CSV of Ofsted's, by their headings.

use super::error::OfstedError;
use csv::{ReaderBuilder, StringRecord};
use std::collections::HashMap;

/// The rows of a file, each with the line it begins on.
pub(super) struct Rows {
    headings: HashMap<String, usize>,
    pub(super) rows: Vec<Row>,
}

/// One row.
pub(super) struct Row {
    /// From 1, the headings being line 1.
    pub(super) line: u64,
    cells: StringRecord,
}

impl Rows {
    /// Reads the rows. Those columns must be there.
    pub(super) fn read(file: &str, text: &str, needed: &[&str]) -> Result<Self, OfstedError> {
        let first = text.lines().next().unwrap_or_default();
        let count = |letter: u8| first.bytes().filter(|it| *it == letter).count();
        let by = [b',', b';', b'\t'];
        let delimiter = by.into_iter().max_by_key(|it| count(*it)).unwrap_or(b',');
        let mut reader = ReaderBuilder::new()
            .delimiter(delimiter)
            .flexible(true)
            .from_reader(text.as_bytes());
        let damaged = |line: u64, why: &str| OfstedError::Damaged {
            file: file.to_owned(),
            line: usize::try_from(line).unwrap_or(usize::MAX),
            why: why.to_owned(),
        };
        let named = reader
            .headers()
            .map_err(|_| damaged(1, "the headings cannot be read"))?;
        let headings: HashMap<String, usize> = named
            .iter()
            .enumerate()
            .map(|(at, it)| (it.trim().to_ascii_lowercase(), at))
            .collect();
        let width = named.len();
        let missing: Vec<String> = needed
            .iter()
            .filter(|it| !headings.contains_key(**it))
            .map(|it| (*it).to_owned())
            .collect();
        if !missing.is_empty() {
            return Err(OfstedError::MissingColumns {
                file: file.to_owned(),
                columns: missing,
            });
        }
        let mut rows = Vec::new();
        for record in reader.records() {
            let cells = record.map_err(|it| {
                let line = it.position().map_or(0, csv::Position::line);
                damaged(line, "the row cannot be read")
            })?;
            let line = cells.position().map_or(0, csv::Position::line);
            if cells.iter().all(|it| it.trim().is_empty()) {
                continue;
            }
            if cells.len() != width {
                let why = format!(
                    "the row has {} cells, and there are {width} headings",
                    cells.len()
                );
                return Err(damaged(line, &why));
            }
            rows.push(Row { line, cells });
        }
        Ok(Self { headings, rows })
    }

    /// A cell, without blanks around it; empty where there is no such column.
    pub(super) fn cell<'r>(&self, row: &'r Row, heading: &str) -> &'r str {
        let at = self.headings.get(heading);
        at.and_then(|at| row.cells.get(*at))
            .unwrap_or_default()
            .trim()
    }
}

//! Rows of tables out of the elements of an XML return.

use crate::headings::Known;
use crate::intake::Intake;
use crate::sheet::Tally;
use crate::xml::Element;
use crate::{ReturnKind, Subject};
use std::collections::{BTreeMap, HashMap};
use waymark_data::table::heading;
use waymark_data::{Place, Raw, TableReader, Words};

/// All tables of an XML return, being filled.
pub(crate) struct Blocks {
    kind: ReturnKind,
    place: Place,
    /// Whether the file has lines; else a row's number is its place among the rows of its table.
    has_lines: bool,
    tables: Vec<Block>,
    unknown: BTreeMap<String, Tally>,
    repeated: BTreeMap<String, Tally>,
    /// Children without an id.
    pub(crate) no_id: Tally,
}

struct Block {
    table: TableReader,
    columns: HashMap<String, usize>,
    rows: u32,
}

impl Blocks {
    pub(crate) fn new(kind: ReturnKind, place: &Place, has_lines: bool) -> Self {
        let tables = kind.tables().iter().map(|spec| {
            let names: Vec<&str> = spec.columns.iter().map(|it| it.name.as_str()).collect();
            Block {
                table: TableReader::new(spec, place.clone(), 1, &names),
                columns: (0..)
                    .zip(&names)
                    .map(|(at, it)| (heading(it), at))
                    .collect(),
                rows: 0,
            }
        });
        Self {
            kind,
            place: place.clone(),
            has_lines,
            tables: tables.collect(),
            unknown: BTreeMap::new(),
            repeated: BTreeMap::new(),
            no_id: Tally::default(),
        }
    }

    /// Adds a row to a table: cells given by name, and those of the element's own children. Children named in `nested`
    /// are read elsewhere; any other that the table has no column for is noted.
    pub(crate) fn add(
        &mut self,
        table: &str,
        element: &Element,
        given: &[(&str, &str)],
        nested: &[&str],
        words: &mut Words,
    ) {
        let Some(at) = self.order(table) else {
            return;
        };
        let block = &mut self.tables[at];
        let mut cells = vec![""; block.columns.len()];
        for (name, value) in given {
            if let Some(column) = block.columns.get(&heading(name)) {
                cells[*column] = value;
            }
        }
        for child in &element.children {
            if nested.iter().any(|it| it.eq_ignore_ascii_case(&child.name)) {
                continue;
            }
            let path = || format!("{}/{}", element.name, child.name);
            let column = block.columns.get(&heading(&child.name));
            match column.filter(|_| child.children.is_empty()) {
                None => self.unknown.entry(path()).or_default().add(child.line),
                Some(_) if child.text.trim().is_empty() => {}
                Some(column) if cells[*column].is_empty() => cells[*column] = child.text.trim(),
                Some(_) => self.repeated.entry(path()).or_default().add(child.line),
            }
        }
        block.rows = block.rows.saturating_add(1);
        let line = if self.has_lines {
            element.line
        } else {
            block.rows
        };
        let cells = cells.iter().map(|it| {
            if it.is_empty() {
                Raw::Blank
            } else {
                Raw::Text(it)
            }
        });
        block.table.row(line, cells, words);
    }

    /// Notes an element that no table has a place for.
    pub(crate) fn unknown(&mut self, above: &str, element: &Element) {
        let path = format!("{above}/{}", element.name);
        self.unknown.entry(path).or_default().add(element.line);
    }

    /// The one table that has columns for all of an element's children, two or more.
    pub(crate) fn table_for(&self, element: &Element) -> Option<&'static str> {
        let mut fitting = (0..).zip(&self.tables).filter(|(_, block)| {
            element.children.len() > 1
                && element
                    .children
                    .iter()
                    .all(|it| block.columns.contains_key(&heading(&it.name)))
        });
        let (at, _): (usize, _) = fitting.next()?;
        fitting
            .next()
            .is_none()
            .then(|| self.kind.tables()[at].name.as_str())
    }

    fn order(&self, table: &str) -> Option<usize> {
        self.kind.tables().iter().position(|it| it.name == table)
    }

    /// Hands the tables over; those named in `only_if_filled` only when they have rows.
    pub(crate) fn finish(self, intake: &mut Intake<'_>, loose: Tally, only_if_filled: &[&str]) {
        let place = &self.place;
        if let Some(first) = self.unknown.values().filter_map(|it| it.first).min() {
            let count = self.unknown.values().map(|it| it.count).sum();
            let names = self.unknown.into_keys().collect();
            let subject = Subject::UnknownElements(names);
            intake.noted(place, Some(first), None, count, subject);
        }
        for (name, tally) in self.repeated {
            let subject = Subject::RepeatedElement(name);
            intake.noted(place, tally.first, None, tally.count, subject);
        }
        for (tally, subject) in [
            (loose, Subject::LooseText),
            (self.no_id, Subject::NoChildId),
        ] {
            if tally.count > 0 {
                intake.noted(place, tally.first, None, tally.count, subject);
            }
        }
        for (order, block) in self.tables.into_iter().enumerate() {
            let spec = &self.kind.tables()[order];
            let table = block.table.finish();
            if table.is_empty() && only_if_filled.contains(&spec.name.as_str()) {
                continue;
            }
            let known = Known {
                kind: self.kind,
                spec,
                order,
            };
            intake.table(known, table);
        }
    }
}

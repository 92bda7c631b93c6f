//! What arrived, table by table: for the page that shows an upload.

use crate::{Note, Return, Subject};
use waymark_data::table::Cells;
use waymark_data::{Field, Place, Table};

/// A table of a return, in numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrival {
    /// Its short name: "list 7".
    pub name: String,
    /// What it lists.
    pub title: String,
    /// Where it stood.
    pub place: Place,
    /// Its rows.
    pub rows: usize,
    /// Cells that could not be read.
    pub unreadable: usize,
    /// The columns with such cells, and how many each has.
    pub unreadable_columns: Vec<(String, usize)>,
    /// Published columns that were not there.
    pub missing: Vec<String>,
    /// Headings that were not published.
    pub unknown: Vec<String>,
}

impl Return {
    /// What arrived, in the order of the tables.
    #[must_use]
    pub fn arrival(&self) -> Vec<Arrival> {
        self.tables.iter().map(arrival).collect()
    }

    /// Sheets and files that are no table of a return.
    pub fn not_tables(&self) -> impl Iterator<Item = &Note> {
        let notes = self.notes.iter();
        notes.filter(|it| matches!(it.subject, Subject::NotATable { .. }))
    }
}

fn arrival(table: &Table) -> Arrival {
    let name = |column: usize| table.spec.columns[column].name.clone();
    let unreadable_columns: Vec<(String, usize)> = table
        .columns
        .iter()
        .enumerate()
        .map(|(column, cells)| (name(column), unreadable(cells)))
        .filter(|(_, count)| *count > 0)
        .collect();
    Arrival {
        name: table.spec.name.clone(),
        title: table.spec.title.clone(),
        place: table.place.clone(),
        rows: table.len(),
        unreadable: unreadable_columns.iter().map(|(_, count)| count).sum(),
        unreadable_columns,
        missing: table.missing.iter().map(|it| name(*it)).collect(),
        unknown: table.unknown.clone(),
    }
}

fn unreadable(cells: &Cells) -> usize {
    fn count<T: Copy>(cells: &[Field<T>]) -> usize {
        cells.iter().filter(|it| it.is_unreadable()).count()
    }
    match cells {
        Cells::Text(cells) => count(cells),
        Cells::Date(cells) => count(cells),
        Cells::Number(cells) => count(cells),
        Cells::Answer(cells) => count(cells),
    }
}

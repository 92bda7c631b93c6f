//! A report's table as a page shows it.

use waymark_govuk::{Cell, Table};
use waymark_report::{Align, Value};

/// The table, compact, each row headed by its first cell; columns that are empty throughout are left out.
#[must_use]
pub fn table(of: &waymark_report::Table) -> Table {
    let kept: Vec<usize> = (0..of.headings.len())
        .filter(|column| {
            let filled = |row: &Vec<waymark_report::Cell>| {
                row.get(*column).is_some_and(|it| !it.shown.is_empty())
            };
            of.rows.is_empty() || of.rows.iter().any(filled)
        })
        .collect();
    let numeric = |column: usize| of.headings[column].align == Align::Numbers;
    let head = kept.iter().map(|column| {
        let heading = of.headings[*column].text.as_str();
        Cell::new(heading).numeric(numeric(*column))
    });
    let rows = of.rows.iter().map(|row| {
        let cells = kept.iter().filter_map(|column| {
            let cell = row.get(*column)?;
            let shown = match cell.value {
                Value::Blank => "",
                _ => cell.shown.as_str(),
            };
            // A day keeps to one line, on a telephone too.
            let whole = if matches!(cell.value, Value::Day(_)) {
                "wm-whole"
            } else {
                ""
            };
            Some(Cell::new(shown).numeric(numeric(*column)).classes(whole))
        });
        cells.collect::<Vec<_>>()
    });
    Table::new(of.caption.as_str())
        .head(head.collect::<Vec<_>>())
        .rows(rows.collect::<Vec<_>>())
        .first_cell_is_header(true)
        .classes("wm-table--compact")
}

//! What an upload holds, read from its bytes: rows per list, what could not be read, the checks.

use crate::checks::{self, Checked};
use crate::house::House;
use std::sync::Arc;
use waymark_data::annex_a::{Cut, Data};
use waymark_data::{Areas, Day, Kind, Table, Words};
use waymark_import::{Arrival, InputFile, Note, Return, ReturnKind};
use waymark_store::{StoreError, Upload};

/// An upload as it was read. No `Debug`: it holds children.
pub(crate) struct Arrived {
    /// Its tables, in numbers.
    pub(crate) tables: Vec<Arrival>,
    /// What the reader wants a person to know, without unknown and missing columns, which stand with their table.
    pub(crate) notes: Vec<Note>,
    /// What speaks against the day it was loaded for.
    pub(crate) doubts: Vec<Note>,
    /// Every cell that could not be read.
    pub(crate) cells: Vec<Cell>,
    /// What came of the checks; none where there are no checks for this kind of return.
    pub(crate) checks: Option<Vec<Checked>>,
}

/// A cell that could not be read.
pub(crate) struct Cell {
    /// The file and sheet.
    pub(crate) place: String,
    /// The list.
    pub(crate) list: String,
    /// The row of the file, from 1.
    pub(crate) line: u32,
    /// The column's heading.
    pub(crate) column: String,
    /// Its text as found.
    pub(crate) text: String,
    /// The id of the row's child, where it has one.
    pub(crate) child: Option<String>,
}

/// How many uploads are kept as they were read.
const REMEMBERED: usize = 4;

/// Uploads read not long ago, the latest last.
pub(crate) type Remembered = std::sync::Mutex<Vec<(waymark_store::UploadId, Arc<Arrived>)>>;

/// Reads an upload again, or remembers it. The inner error is the reader's, where it can read the bytes no more.
pub(crate) async fn arrived(
    house: &House,
    upload: &Upload,
) -> Result<Result<Arc<Arrived>, String>, StoreError> {
    let remembered = house.remembered();
    let lock = || {
        remembered
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    };
    if let Some((_, known)) = lock().iter().find(|(id, _)| *id == upload.id) {
        return Ok(Ok(Arc::clone(known)));
    }
    let files = house.store().files(upload.id).await?;
    let cut = Cut {
        as_at: Day::from(upload.as_at),
        scope_months: upload.scope_months,
    };
    let areas = house.options().areas.clone();
    let reading = tokio::task::spawn_blocking(move || {
        let inputs: Vec<InputFile<'_>> = files
            .iter()
            .map(|(name, bytes)| InputFile::new(name.as_str(), bytes.as_slice()))
            .collect();
        waymark_import::read(&inputs)
            .map(|found| read(found, cut, &areas))
            .map_err(|it| it.to_string())
    });
    let read = reading
        .await
        .unwrap_or_else(|stopped| std::panic::resume_unwind(stopped.into_panic()));
    Ok(read.map(|it| {
        let it = Arc::new(it);
        let mut known = lock();
        known.retain(|(id, _)| *id != upload.id);
        if known.len() >= REMEMBERED {
            known.remove(0);
        }
        known.push((upload.id, Arc::clone(&it)));
        it
    }))
}

fn read(found: Return, cut: Cut, areas: &Areas) -> Arrived {
    let tables = found.arrival();
    let doubts = found.doubts(cut.as_at);
    let cells = cells(&found.tables, &found.words);
    let notes = found
        .notes
        .into_iter()
        .filter(|it| {
            use waymark_import::Subject::{MissingColumns, UnknownColumns};
            !matches!(it.subject, UnknownColumns(_) | MissingColumns(_))
        })
        .collect();
    let checks = (found.kind == ReturnKind::AnnexA).then(|| {
        let data = Data::join(&found.tables, found.words, cut, areas);
        checks::run(&data, &found.tables)
    });
    Arrived {
        tables,
        notes,
        doubts,
        cells,
        checks,
    }
}

fn cells(tables: &[Table], words: &Words) -> Vec<Cell> {
    let mut cells = Vec::new();
    for table in tables {
        let id = table.spec.columns.iter().position(|it| it.kind == Kind::Id);
        let mut of_table: Vec<Cell> = table
            .unreadable()
            .map(|(line, column, word)| Cell {
                place: table.place.to_string(),
                list: table.spec.name.clone(),
                line,
                column: table.spec.columns[column].name.clone(),
                text: words.text(word).to_owned(),
                child: id.and_then(|id| {
                    let row = table.lines.binary_search(&line).ok()?;
                    Some(words.text(table.text(id, row).value()?).to_owned())
                }),
            })
            .collect();
        of_table.sort_by_key(|it| it.line);
        cells.append(&mut of_table);
    }
    cells
}

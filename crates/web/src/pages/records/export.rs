//! Records of a kind as a file: a row each, with every field and what it is linked to.

use super::shown::in_words;
use crate::clock::moment_words;
use crate::download::{Kind as FileKind, sent};
use crate::house::House;
use crate::problem::Problem;
use crate::user::User;
use axum::response::{IntoResponse, Response};
use waymark_programme::kind::{Holds, Kind};
use waymark_programme::{End, Record, Records};
use waymark_report::{Cell, Heading, Mark, Table, csv, workbook};

/// The longest text a workbook's cell can hold is 32,767 characters.
const CELL: usize = 32_000;

/// The table: what this person may read of these records.
pub(super) fn table(
    user: &User,
    records: &Records,
    kind: &'static Kind,
    found: &[&Record],
) -> Table {
    let mut headings = vec![Heading::words("Reference"), Heading::words("State")];
    headings.extend(kind.fields.iter().map(|it| Heading::words(it.label)));
    headings.extend(["Linked to", "Who may read it", "Last written", "By"].map(Heading::words));
    let mut table = Table::new(kind.plural, headings);
    for record in found {
        let mut row = vec![
            Cell::words(record.reference()),
            Cell::words(record.state.title),
        ];
        for field in kind.fields {
            row.push(match field.holds {
                Holds::Day => record.day(field.name).map_or_else(Cell::blank, Cell::day),
                _ => Cell::words(
                    record
                        .values
                        .0
                        .get(field.name)
                        .map_or_else(String::new, |it| in_words(field, it)),
                ),
            });
        }
        row.push(Cell::words(links(user, records, record)));
        row.push(Cell::words(record.readers.title()));
        row.push(Cell::words(moment_words(record.changed)));
        row.push(Cell::words(record.by.as_str()));
        table.rows.push(row);
    }
    table
}

/// "Came from F-2; Measured by assessment-45": of what this person may read.
fn links(user: &User, records: &Records, record: &Record) -> String {
    let asker = user.asker();
    let words: Vec<String> = records
        .links_from(record.id)
        .iter()
        .filter_map(|it| {
            let end = match &it.to {
                End::Measure(id) => id.clone(),
                End::Record(to) => records
                    .get(*to)
                    .filter(|it| !it.deleted && asker.may_read(it))?
                    .reference(),
            };
            Some(format!("{} {end}", it.kind.forwards))
        })
        .collect();
    words.join("; ")
}

/// The table as a file.
pub(super) fn file(house: &House, sort: FileKind, kind: &Kind, table: &Table) -> Response {
    let name = format!("{}-{}", kind.word, house.today());
    match sort {
        FileKind::Csv => sent(
            csv(table, Mark::Utf8),
            "text/csv; charset=utf-8",
            &format!("{name}.csv"),
        ),
        FileKind::Xlsx => {
            let mut short = table.clone();
            for cell in short.rows.iter_mut().flatten() {
                if cell.shown.chars().count() > CELL {
                    cell.shown = super::cite::shortened(&cell.shown, CELL);
                }
            }
            match workbook(kind.plural, &house.options().name, &[(kind.plural, &short)]) {
                Ok(bytes) => sent(
                    bytes,
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    &format!("{name}.xlsx"),
                ),
                Err(error) => {
                    tracing::error!(because = %error, "a workbook could not be made");
                    Problem::Broken("a workbook could not be made").into_response()
                }
            }
        }
    }
}

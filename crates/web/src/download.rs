//! Files to keep: a table as CSV or as an Excel workbook.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use waymark_report::{About, Audience, Cell, Heading, Mark, Table, csv, xlsx};

/// What sort of file is asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Comma-separated, for any program.
    Csv,
    /// An Excel workbook.
    Xlsx,
}

/// The tables as a file; of several, a CSV holds the first. Every CSV row says whether small numbers are hidden, and the
/// workbook has a sheet that says it.
#[must_use]
pub fn file(kind: Kind, about: &About<'_>, name: &str, tables: &[(&str, &Table)]) -> Response {
    match kind {
        Kind::Csv => {
            let Some((_, first)) = tables.first() else {
                return axum::http::StatusCode::NOT_FOUND.into_response();
            };
            csv_file(about.audience, name, first)
        }
        Kind::Xlsx => match xlsx(about, tables) {
            Ok(bytes) => sent(
                bytes,
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                &format!("{name}.xlsx"),
            ),
            Err(error) => {
                tracing::error!(because = %error, "a workbook could not be made");
                crate::problem::Problem::Broken("a workbook could not be made").into_response()
            }
        },
    }
}

/// One table as CSV. Every row says whether small numbers are hidden.
#[must_use]
pub fn csv_file(audience: Audience, name: &str, table: &Table) -> Response {
    let bytes = marked(audience, table);
    sent(bytes, "text/csv; charset=utf-8", &format!("{name}.csv"))
}

/// The bytes of a table as CSV, marked so in every row.
#[must_use]
pub(crate) fn marked(audience: Audience, table: &Table) -> Vec<u8> {
    let mut table = table.clone();
    table.headings.push(Heading::words("Small numbers"));
    for row in &mut table.rows {
        row.push(Cell::words(audience.rule().id));
    }
    csv(&table, Mark::Utf8)
}

/// Bytes to be kept under this name.
pub(crate) fn sent(bytes: Vec<u8>, content_type: &'static str, name: &str) -> Response {
    // Names come from measures and dates, so they are plain; anything else is replaced all the same.
    let plain: String = name
        .chars()
        .map(|it| {
            if it.is_ascii_alphanumeric() || "-_.".contains(it) {
                it
            } else {
                '-'
            }
        })
        .collect();
    let disposition = HeaderValue::try_from(format!("attachment; filename=\"{plain}\""))
        .unwrap_or(HeaderValue::from_static("attachment"));
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(content_type)),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    (headers, bytes).into_response()
}

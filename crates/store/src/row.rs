//! Reading one column of a row as what it means.

use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::Row;
use sqlx::any::AnyRow;

use crate::StoreError;

/// A moment as the store writes it: UTC, microseconds, always 27 characters, so text order is time order.
pub(crate) fn moment(at: Timestamp) -> String {
    format!("{at:.6}")
}

pub(crate) fn text(row: &AnyRow, column: &'static str) -> Result<String, StoreError> {
    Ok(row.try_get(column)?)
}

pub(crate) fn text_or_none(
    row: &AnyRow,
    column: &'static str,
) -> Result<Option<String>, StoreError> {
    Ok(row.try_get(column)?)
}

pub(crate) fn number(row: &AnyRow, column: &'static str) -> Result<i64, StoreError> {
    Ok(row.try_get(column)?)
}

pub(crate) fn number_or_none(
    row: &AnyRow,
    column: &'static str,
) -> Result<Option<i64>, StoreError> {
    Ok(row.try_get(column)?)
}

/// A number that is never negative: a size or a count.
pub(crate) fn count(row: &AnyRow, column: &'static str) -> Result<u64, StoreError> {
    u64::try_from(number(row, column)?).map_err(|_| StoreError::Unreadable(column))
}

pub(crate) fn bytes(row: &AnyRow, column: &'static str) -> Result<Vec<u8>, StoreError> {
    Ok(row.try_get(column)?)
}

pub(crate) fn date(row: &AnyRow, column: &'static str) -> Result<Date, StoreError> {
    let written = text(row, column)?;
    written.parse().map_err(|_| StoreError::Unreadable(column))
}

pub(crate) fn when(row: &AnyRow, column: &'static str) -> Result<Timestamp, StoreError> {
    when_or_none(row, column)?.ok_or(StoreError::Unreadable(column))
}

pub(crate) fn when_or_none(
    row: &AnyRow,
    column: &'static str,
) -> Result<Option<Timestamp>, StoreError> {
    text_or_none(row, column)?
        .map(|written| written.parse().map_err(|_| StoreError::Unreadable(column)))
        .transpose()
}

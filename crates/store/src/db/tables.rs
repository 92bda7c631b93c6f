//! The tables of a backup, asked of the backup itself, so that no second list of them can fall behind the migrations.

use sqlx::Row;
use sqlx::any::AnyRow;

use super::{Db, Engine};
use crate::StoreError;

/// A table and its columns, as the schema has them.
pub(crate) struct Table {
    pub(crate) name: String,
    pub(crate) columns: Vec<Column>,
}

/// A column: copying a null needs to know of what.
pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) kind: ColumnKind,
}

/// The three types the schema uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ColumnKind {
    Text,
    Number,
    Bytes,
}

impl Db {
    /// The tables of a SQLite file in the order they were made, so that what is referred to comes first.
    pub(crate) async fn tables(&self) -> Result<Vec<Table>, StoreError> {
        debug_assert_eq!(self.engine, Engine::Sqlite, "only a backup file is asked");
        let rows = sqlx::query(
            "select t.name as table_name, c.name as column_name, lower(c.type) as kind \
             from sqlite_master t, pragma_table_info(t.name) c \
             where t.type = 'table' and t.name not like 'sqlite!_%' escape '!' \
               and t.name not like '!_sqlx!_%' escape '!' \
             order by t.rowid, c.cid",
        )
        .fetch_all(&self.reading)
        .await?;
        let mut tables: Vec<Table> = Vec::new();
        for row in &rows {
            let column = column(row)?;
            let name: String = row.try_get("table_name")?;
            match tables.last_mut() {
                Some(table) if table.name == name => table.columns.push(column),
                _ => tables.push(Table {
                    name,
                    columns: vec![column],
                }),
            }
        }
        Ok(tables)
    }
}

fn column(row: &AnyRow) -> Result<Column, StoreError> {
    let kind: String = row.try_get("kind")?;
    Ok(Column {
        name: row.try_get("column_name")?,
        kind: match kind.as_str() {
            "text" => ColumnKind::Text,
            "bigint" => ColumnKind::Number,
            "bytea" => ColumnKind::Bytes,
            _ => return Err(StoreError::NotABackup),
        },
    })
}

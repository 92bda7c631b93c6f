//! Numbers that only go up: ids and the generation.

use sqlx::{Any, Transaction};

use crate::{Store, StoreError, row};

/// The next number of `counter`. The row stays locked until the transaction ends, so two nodes that both take a
/// number for an upload store theirs one after the other.
pub(crate) async fn next(
    transaction: &mut Transaction<'static, Any>,
    counter: &str,
) -> Result<i64, StoreError> {
    let row = sqlx::query(
        "insert into counters (name, value) values ($1, 1) \
         on conflict (name) do update set value = counters.value + 1 returning value",
    )
    .bind(counter)
    .fetch_one(&mut **transaction)
    .await?;
    row::number(&row, "value")
}

impl Store {
    /// Goes up whenever an upload is accepted or deleted, on whichever node: when it differs from the one a node
    /// last saw, that node's figures are old.
    pub async fn generation(&self) -> Result<i64, StoreError> {
        let row = sqlx::query("select value from counters where name = 'generation'")
            .fetch_optional(self.db.read())
            .await?;
        row.map_or(Ok(0), |row| row::number(&row, "value"))
    }
}

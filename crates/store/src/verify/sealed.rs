//! Holding what lies sealed beneath records against its own hash.

use sqlx::{Any, Transaction};

use super::Verified;
use super::replay::Said;
use crate::{StoreError, packed, row};

/// Unpacks and hashes each; nothing may lie beneath a record that was erased or never was.
pub(super) async fn hold(
    transaction: &mut Transaction<'static, Any>,
    said: &Said,
    found: &mut Verified,
) -> Result<(), StoreError> {
    let beneath = sqlx::query("select record from sealed order by record")
        .fetch_all(&mut **transaction)
        .await?;
    for row in &beneath {
        found.sealed += 1;
        let record = row::number(row, "record")?;
        // One at a time: each is the numbers of a whole paper.
        let kept = sqlx::query("select size, sha256, bytes from sealed where record = $1")
            .bind(record)
            .fetch_one(&mut **transaction)
            .await?;
        let size = u64::try_from(row::number(&kept, "size")?).unwrap_or(0);
        let sha256 = row::text(&kept, "sha256")?;
        if packed::unpack(&row::bytes(&kept, "bytes")?, size, &sha256).is_none() {
            found.fault(format!(
                "what lies sealed beneath record {record} is not what was kept"
            ));
        }
        if said.records.get(&record).is_none_or(|it| it.erased) {
            found.fault(format!(
                "something lies sealed beneath record {record}, and the record was erased or never was"
            ));
        }
    }
    Ok(())
}

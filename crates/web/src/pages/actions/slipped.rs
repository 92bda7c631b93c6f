//! How the due dates of actions were moved, read from history once and kept up with.

use crate::house::House;
use std::collections::BTreeMap;
use std::sync::Arc;
use tokio::sync::Mutex;
use waymark_programme::kinds::ACTION;
use waymark_programme::moved::Dates;
use waymark_programme::{RecordId, Records};
use waymark_store::StoreError;

/// Every action's due dates, as far as history was read.
#[derive(Default)]
pub(crate) struct Slipped(Mutex<Known>);

#[derive(Default)]
struct Known {
    seq: i64,
    dates: Arc<BTreeMap<RecordId, Dates>>,
}

impl Slipped {
    /// Every action's due dates, with what these records' history has brought since.
    ///
    /// # Errors
    /// When the store does not answer.
    pub(crate) async fn of(
        &self,
        house: &House,
        records: &Records,
    ) -> Result<Arc<BTreeMap<RecordId, Dates>>, StoreError> {
        let mut known = self.0.lock().await;
        if records.seq < known.seq {
            // A backup was restored: history is another.
            *known = Known::default();
        }
        if records.seq > known.seq {
            let lines = house.store().history_of_kind(&ACTION, known.seq).await?;
            let dates = Arc::make_mut(&mut known.dates);
            let mut seq = records.seq;
            for line in &lines {
                seq = seq.max(line.seq);
                dates.entry(line.record).or_default().read(records, line);
            }
            known.seq = seq;
        }
        Ok(Arc::clone(&known.dates))
    }
}

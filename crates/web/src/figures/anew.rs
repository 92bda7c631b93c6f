//! Where people have drawn limits anew: decisions of the record, as far as figures need them.
//!
//! A county is told with the decisions that were in force, so that every page, list, rating and paper reads the same
//! limits; [`crate::house::House`] tells it again when they change.

use crate::county::County;
use crate::pages::records::areas::WHOLE;
use waymark_data::Month;
use waymark_measures::{Measure, catalogue};
use waymark_programme::rebased::rebased;
use waymark_programme::{Readers, RecordId, Records};
use waymark_report::{Audience, Rebase};

/// What is said for the cause where its readers may not know it.
const UNTOLD: &str = "a recorded decision";

/// A decision in force, of one measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewLimits {
    /// The decision's record.
    pub record: RecordId,
    /// The measure's name, in full.
    pub measure: String,
    /// The area whose series it is of; empty for the county's.
    pub area: String,
    /// The first month of the new limits.
    pub from: Month,
    /// What changed.
    pub cause: String,
    /// Who may know the cause.
    pub readers: Readers,
}

/// Every decision in force, by measure and month.
#[must_use]
pub fn decided(records: &Records) -> Vec<NewLimits> {
    rebased(records)
        .into_iter()
        .filter_map(|it| {
            let area = it.decision.area();
            Some(NewLimits {
                record: it.decision.id,
                measure: catalogue::find(it.measure)?.name(),
                area: if area == WHOLE {
                    String::new()
                } else {
                    area.to_owned()
                },
                from: it.from,
                cause: it.decision.title().to_owned(),
                readers: it.decision.readers,
            })
        })
        .collect()
}

impl County {
    /// The decisions on a measure's series, the earliest first: an area's, or with no area the county's.
    pub fn new_limits_of<'a>(
        &'a self,
        measure: &str,
        area: &str,
    ) -> impl Iterator<Item = &'a NewLimits> {
        self.new_limits()
            .iter()
            .filter(move |it| it.measure == measure && it.area == area)
    }

    /// The same as its chart needs them, with no cause that this audience may not know.
    pub(super) fn rebases(&self, measure: &Measure, area: &str, audience: Audience) -> Vec<Rebase> {
        let needs = match audience {
            Audience::Board => Readers::Board,
            Audience::Public => Readers::Public,
        };
        let mut rebases: Vec<Rebase> = self
            .new_limits_of(&measure.name(), area)
            .map(|it| Rebase {
                from: it.from,
                reason: if it.readers >= needs {
                    it.cause.clone()
                } else {
                    UNTOLD.to_owned()
                },
            })
            .collect();
        // Two decisions of one month draw one phase.
        rebases.dedup_by_key(|it| it.from);
        rebases
    }
}

//! Which measures' limits are drawn anew, from which month, by which decision.

use crate::kinds::NEW_LIMITS;
use crate::link::{self, End};
use crate::record::Record;
use crate::records::Records;
use waymark_data::Month;

/// A decision in force, of one measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rebased<'a> {
    /// The decision: its cause, and why it is expected to stay.
    pub decision: &'a Record,
    /// The measure, by name: `id` or `id/variant`.
    pub measure: &'a str,
    /// The first month of the new limits.
    pub from: Month,
}

/// Every decision in force, by measure and month. One that names no measure, or whose day was erased, draws nothing.
#[must_use]
pub fn rebased(records: &Records) -> Vec<Rebased<'_>> {
    let mut all: Vec<Rebased<'_>> = records
        .of(&NEW_LIMITS)
        .filter(|it| it.is_open())
        .filter_map(|it| Some((it, it.date()?.month())))
        .flat_map(|(decision, from)| {
            let ends = records.links_from(decision.id).iter();
            ends.filter_map(move |it| match &it.to {
                End::Measure(measure) if it.kind == &link::ABOUT => Some(Rebased {
                    decision,
                    measure,
                    from,
                }),
                _ => None,
            })
        })
        .collect();
    all.sort_by_key(|it| (it.measure, it.from, it.decision.id));
    all
}

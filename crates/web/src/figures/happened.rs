//! What the record says of a measure: the links that end at it, and what happened that may explain it.

use waymark_measures::Measure;
use waymark_programme::{Link, Records, kinds, link};
use waymark_report::chart::Event;

/// The links that end at a measure: at this variant of it, or at the measure whole.
pub fn links<'a>(records: &'a Records, measure: &Measure) -> impl Iterator<Item = &'a Link> {
    let name = measure.name();
    let variant: &[Link] = if name == measure.id {
        &[]
    } else {
        records.links_to_measure(&name)
    };
    records.links_to_measure(measure.id).iter().chain(variant)
}

/// The dated changes that affect a measure, to be marked on its chart; none that did not happen. `records` are those that
/// its reader may read.
#[must_use]
pub fn happened(records: &Records, measure: &Measure) -> Vec<Event> {
    let mut seen = Vec::new();
    links(records, measure)
        .filter(|it| it.kind == &link::AFFECTS)
        .filter_map(|it| records.get(it.from))
        .filter(|it| it.is(&kinds::CHANGE) && !it.deleted && it.state.word != "dropped")
        .filter_map(|it| {
            if seen.contains(&it.id) {
                return None;
            }
            seen.push(it.id);
            let area = it.area();
            let words = if area.is_empty() {
                it.title().to_owned()
            } else {
                format!("{} ({area})", it.title())
            };
            Some(Event {
                day: it.date()?,
                words,
            })
        })
        .collect()
}

//! What touches a measure: plan lines, actions, findings, questions and changes that are linked to it, as far as this
//! reader may read them; and the changes to be marked on its chart.

use crate::pages::records::cite;
use crate::user::User;
use waymark_govuk::{Html, Tag};
use waymark_measures::Measure;
use waymark_programme::{Link, Record, Records, kinds, link};
use waymark_report::chart::Event;

/// Records of one kind that are linked to a measure.
pub(super) struct Touching {
    pub(super) plural: &'static str,
    pub(super) records: Vec<Touch>,
}

/// One of them.
pub(super) struct Touch {
    pub(super) link: Html,
    pub(super) state: Tag,
    /// "Affects", as the record reads its link.
    pub(super) reads: &'static str,
    pub(super) day: String,
}

/// The links that end at a measure: at this variant of it, or at the measure whole.
fn links<'a>(records: &'a Records, measure: &Measure) -> impl Iterator<Item = &'a Link> {
    let name = measure.name();
    let variant: &[Link] = if name == measure.id {
        &[]
    } else {
        records.links_to_measure(&name)
    };
    records.links_to_measure(measure.id).iter().chain(variant)
}

fn readable<'a>(user: &User, records: &'a Records, link: &Link) -> Option<&'a Record> {
    records
        .get(link.from)
        .filter(|it| !it.deleted && user.asker().may_read(it))
}

/// Everything that touches a measure, by kind in the order of kinds; within each the latest first.
pub(super) fn touching(user: &User, records: &Records, measure: &Measure) -> Vec<Touching> {
    let mut found: Vec<(&Record, &'static str)> = links(records, measure)
        .filter_map(|it| Some((readable(user, records, it)?, it.kind.forwards)))
        .collect();
    found.sort_by_key(|(record, reads)| (std::cmp::Reverse(record.id), *reads));
    found.dedup_by_key(|(record, _)| record.id);
    kinds::KINDS
        .iter()
        .filter_map(|kind| {
            let of_kind: Vec<Touch> = found
                .iter()
                .filter(|(record, _)| record.is(kind))
                .map(|(record, reads)| Touch {
                    link: cite::link(record),
                    state: cite::state(record.state),
                    reads,
                    day: record
                        .date()
                        .or_else(|| records.due(record))
                        .map_or_else(String::new, waymark_data::Day::words),
                })
                .collect();
            (!of_kind.is_empty()).then_some(Touching {
                plural: kind.plural,
                records: of_kind,
            })
        })
        .collect()
}

/// The dated changes that affect a measure, to be marked on its chart; none that did not happen.
pub(super) fn changes(user: &User, records: &Records, measure: &Measure) -> Vec<Event> {
    let mut seen = Vec::new();
    links(records, measure)
        .filter(|it| it.kind == &link::AFFECTS)
        .filter_map(|it| readable(user, records, it))
        .filter(|it| it.is(&kinds::CHANGE) && it.state.word != "dropped")
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

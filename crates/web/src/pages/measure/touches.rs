//! What touches a measure: plan lines, actions, findings, questions and changes that are linked to it, as far as this
//! reader may read them.

use crate::figures::happened::links;
use crate::pages::records::cite;
use crate::user::User;
use waymark_govuk::{Html, Tag};
use waymark_measures::Measure;
use waymark_programme::{Link, Record, Records, kinds};

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

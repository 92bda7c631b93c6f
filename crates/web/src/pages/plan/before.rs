//! The plan before: what became of each of its lines.

use super::shown;
use crate::words::counted;
use waymark_govuk::{Html, Tag};
use waymark_programme::kinds::PLAN;
use waymark_programme::link::{CONTINUES, REPLACES};
use waymark_programme::plan_checks::lineage;
use waymark_programme::{Asker, Record, Records};

/// An earlier plan with its lines and what goes on from each.
pub(super) struct Before {
    pub(super) plan: Html,
    pub(super) state: Tag,
    pub(super) words: String,
    pub(super) lines: Vec<(Html, Tag, Vec<Html>)>,
}

/// The plans this one goes on from, with what became of each of their lines.
pub(super) fn before(records: &Records, asker: &Asker<'_>, plan: &Record) -> Vec<Before> {
    let mut earlier: Vec<&Record> = records
        .leads_to(plan.id, &CONTINUES)
        .chain(records.leads_to(plan.id, &REPLACES))
        .filter(|it| it.is(&PLAN) && asker.may_read(it))
        .collect();
    earlier.dedup_by_key(|it: &mut &Record| it.id);
    earlier
        .into_iter()
        .map(|plan| {
            let lines = lineage(records, plan.id);
            let number = |what: &dyn Fn(&Record) -> bool| {
                lines.iter().filter(|it| what(it.earlier)).count()
            };
            let completed = number(&|it| it.state.word == "completed");
            let open = number(&Record::is_open);
            let orphans = lines
                .iter()
                .filter(|it| it.earlier.is_open() && it.successors.is_empty())
                .count();
            Before {
                plan: shown::plan_link(plan),
                state: shown::state_tag(plan),
                words: format!(
                    "{}: {completed} completed, {open} still open, of which {orphans} without a line here that goes on from it.",
                    counted(lines.len(), "line", "lines")
                ),
                lines: lines
                    .iter()
                    .filter(|it| asker.may_read(it.earlier))
                    .map(|it| {
                        let successors = it
                            .successors
                            .iter()
                            .filter(|it| asker.may_read(it))
                            .map(|it| shown::link(it))
                            .collect();
                        (shown::link(it.earlier), shown::state_tag(it.earlier), successors)
                    })
                    .collect(),
            }
        })
        .collect()
}

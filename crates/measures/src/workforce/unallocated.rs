//! Children with no allocated worker.

use crate::cases::Cases;
use crate::measure::{Basis, Good, Measure, Theme, Unit};
use waymark_data::annex_a::{About, Aside, Child, Data, Span};
use waymark_data::{Day, Field};

pub(super) static MEASURE: Measure = Measure {
    id: "unallocated",
    columns: &[
        (6, "Allocated Worker"),
        (7, "Allocated Worker"),
        (8, "Allocated Worker"),
    ],
    title: "Children in need, on a plan or looked after with no allocated worker",
    theme: Theme::Workforce,
    unit: Unit::Count,
    good: Good::Down,
    source: "local: every open child has a named social worker, as inspectors expect",
    why: "A child without a worker has a plan that nobody carries out.",
    lists: &[6, 7, 8],
    periods: &[Basis::SnapshotAsAt],
    cases: without_worker,
    page: include_str!("unallocated.md"),
    ..Measure::PLAIN
};

fn without_worker<'a>(data: &'a Data, cases: &mut Cases<'a>) {
    let as_at = data.cut.as_at;
    let (care, plans, need) = (&data.care.rows, &data.plans.rows, &data.episodes.rows);
    // Looked after before a plan before need: the list nearest to who should have allocated the child speaks.
    let care = care.iter().map(|it| (&it.about, it.span(as_at), it.starts));
    let plans = plans
        .iter()
        .map(|it| (&it.about, it.span(as_at), it.starts));
    let need = need.iter().map(|it| (&it.about, it.span(as_at), it.starts));
    let rows = care.chain(plans).chain(need);
    let mut open: Vec<(Child, &About)> = rows
        .filter_map(|(about, span, starts)| open_row(cases, about, span, starts, as_at))
        .collect();
    open.sort_by_key(|(child, _)| *child);
    for rows in open.chunk_by(|(one, _), (other, _)| one == other) {
        if rows.iter().all(|(_, about)| about.worker.is_blank()) {
            cases.on(as_at, rows[0].1, true);
        }
    }
}

fn open_row<'a>(
    cases: &mut Cases<'a>,
    about: &'a About,
    span: Result<Span, Aside>,
    starts: Field<Day>,
    as_at: Day,
) -> Option<(Child, &'a About)> {
    let span = cases.keep(span, starts)?;
    span.open_at(as_at).then_some(())?;
    Some((about.child?, about))
}

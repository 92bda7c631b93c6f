//! Periods of care, from list 8: a child who starts twice has two; several rows of one period are one.

use crate::cases::Cases;
use waymark_data::annex_a::{Care, Child, Data, Span};
use waymark_data::{Day, Field};

/// One row of list 8 that stands, with its days.
#[derive(Clone, Copy)]
pub(crate) struct CareRow<'a> {
    /// The child.
    pub(crate) child: Child,
    /// From when to when.
    pub(crate) span: Span,
    /// The row.
    pub(crate) row: &'a Care,
}

/// Every row that stands, series of short breaks apart. Rows set aside are counted under the day that dates them.
pub(crate) fn standing<'a>(
    data: &'a Data,
    cases: &mut Cases<'a>,
    dated_by: impl Fn(&Care) -> Field<Day>,
) -> Vec<CareRow<'a>> {
    let rows = data.care.rows.iter().filter(|it| !it.is_short_breaks());
    rows.filter_map(|row| {
        let span = cases.keep(row.span(data.cut.as_at), dated_by(row))?;
        let child = row.about.child?;
        Some(CareRow { child, span, row })
    })
    .collect()
}

/// The periods of care that started: one for each child and start, by the row that speaks for it.
pub(crate) fn starts(rows: Vec<CareRow<'_>>) -> Vec<CareRow<'_>> {
    one_each(rows, |it| (it.child, it.span.start))
}

/// The periods of care that ended by the as-at date: one for each child, start and end, with the end.
pub(crate) fn ends(rows: Vec<CareRow<'_>>) -> impl Iterator<Item = (Day, CareRow<'_>)> {
    let periods = one_each(rows, |it| (it.child, it.span.start, it.span.end));
    periods
        .into_iter()
        .filter_map(|it| Some((it.span.end?, it)))
}

/// Of the rows with one key, the one that speaks, as for a child looked after at a day: the latest placement start, then
/// the latest legal status start, then the first row.
fn one_each<'a, K: Ord>(
    mut rows: Vec<CareRow<'a>>,
    key: impl Fn(&CareRow<'a>) -> K,
) -> Vec<CareRow<'a>> {
    let latest = |it: &CareRow<'_>| (it.row.placement_starts.value(), it.row.legal_starts.value());
    // Stable, so of equals the first row stays first.
    rows.sort_by(|a, b| key(a).cmp(&key(b)).then(latest(b).cmp(&latest(a))));
    rows.dedup_by(|later, first| key(later) == key(first));
    rows
}

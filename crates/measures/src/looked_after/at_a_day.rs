//! Children looked after at a day, as every snapshot of list 8 needs them.

use crate::cases::{Cases, Question};
use crate::measure::{Basis, Measure, Theme, Unit};
use waymark_data::annex_a::{Care, Data, Span};
use waymark_data::{Answer, Day, Field};

/// What measures of the children looked after at the as-at date share.
pub(crate) const AT_AS_AT: Measure = Measure {
    theme: Theme::LookedAfter,
    unit: Unit::Percent,
    lists: &[8],
    periods: &[Basis::SnapshotAsAt],
    ..Measure::PLAIN
};

/// Every child looked after at the as-at date, with when the period of care began and the row that speaks for the child.
/// Rows set aside are counted.
pub(crate) fn looked_after<'a>(data: &'a Data, cases: &mut Cases<'a>) -> Vec<(Day, &'a Care)> {
    set_aside(data, cases);
    let children = data.looked_after(data.cut.as_at);
    children.map(|(_, span, row)| (span.start, row)).collect()
}

/// Counts the rows that are set aside, series of short breaks apart: those are no cases to begin with.
pub(crate) fn set_aside<'a>(data: &'a Data, cases: &mut Cases<'a>) {
    for row in data.care.rows.iter().filter(|it| !it.is_short_breaks()) {
        let _: Option<Span> = cases.keep(row.span(data.cut.as_at), row.starts);
    }
}

/// Children looked after at the as-at date, hitting by the answer in a column.
pub(crate) fn by_answer<'a>(
    data: &'a Data,
    cases: &mut Cases<'a>,
    question: &Question,
    column: impl Fn(&Care) -> Field<Answer>,
) {
    let day = data.cut.as_at;
    for (_, row) in looked_after(data, cases) {
        let hit = cases.answers(question, column(row), day);
        cases.on(day, &row.about, hit);
    }
}

/// The whole number in a cell; one that is missing is counted beside the figure.
pub(crate) fn counted(cell: Field<f64>, cases: &mut Cases<'_>, day: Day) -> Option<f64> {
    if cell.value().is_none() {
        cases.evidence("number not given", day);
    }
    cell.value()
}

/// Counts a date that shows that something was done, where it could not be read.
pub(crate) fn beside(date: Field<Day>, cases: &mut Cases<'_>, day: Day) {
    cases.shown(date, day, day, day);
}

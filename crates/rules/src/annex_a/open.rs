//! What is open, and what a child can have only one of.

use crate::rule::Findings;
use waymark_data::Day;
use waymark_data::annex_a::{Aside, Data, List, Row, Span};

/// Whether it is open at the end of a day; a row that is set aside is not.
pub(super) fn open(span: Result<Span, Aside>, day: Day) -> bool {
    span.is_ok_and(|span| span.open_at(day))
}

/// Every open row of the children who have more than one.
pub(super) fn more_than_one<'a, R: Row>(
    data: &'a Data,
    list: &'a List<R>,
    found: &mut Findings<'a>,
    open: impl Fn(&R) -> bool,
) {
    for child in data.children() {
        let rows = || list.of(child).filter(|row| open(row));
        if rows().nth(1).is_some() {
            rows().for_each(|row| found.at(row.about()));
        }
    }
}

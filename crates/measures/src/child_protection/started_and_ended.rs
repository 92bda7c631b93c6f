//! Child protection plans started and ended, and the net change.

use crate::cases::Cases;
use crate::measure::{Good, Measure, Standing, Theme, Unit};
use waymark_data::annex_a::{Data, Plan, Span};

/// Plans started.
pub(super) static STARTED: Measure = Measure {
    id: "cpp-start-end",
    variant: Some("started"),
    title: "Child protection plans started",
    theme: Theme::ChildProtection,
    unit: Unit::Count,
    good: Good::Neither,
    standing: Standing::Definition,
    source: "Counted as in ChAT; Local Authority Interactive Tool 16",
    why: "Each is a child newly judged likely to suffer significant harm.",
    lists: &[7],
    cases: |data, cases| {
        for (row, span) in started(data, cases) {
            cases.on(span.start, &row.about, true);
        }
    },
    page: include_str!("started_and_ended.md"),
    ..Measure::PLAIN
};

/// Plans ended.
pub(super) static ENDED: Measure = Measure {
    variant: Some("ended"),
    title: "Child protection plans ended",
    why: "Each is a child judged safe without a plan, or one who left the council's care or area.",
    cases: |data, cases| {
        for (row, span) in ended(data, cases) {
            if let Some(end) = span.end {
                cases.on(end, &row.about, true);
            }
        }
    },
    ..STARTED
};

/// Started less ended.
pub(super) static NET: Measure = Measure {
    variant: Some("net"),
    title: "Net change in child protection plans",
    unit: Unit::Net,
    why: "More plans starting than ending means more children for the same workers to keep safe.",
    cases: |data, cases| {
        for row in &data.plans.rows {
            // An end that cannot be read could lie in any period.
            let dated_by = if row.ends.is_unreadable() {
                row.ends
            } else {
                row.starts
            };
            let Some(span) = cases.keep(row.span(data.cut.as_at), dated_by) else {
                continue;
            };
            cases.valued(span.start, &row.about, 1);
            if let Some(end) = span.end {
                cases.valued(end, &row.about, -1);
            }
        }
    },
    ..STARTED
};

/// Every plan started by the as-at date, by its start.
pub(super) fn started<'a>(data: &'a Data, cases: &mut Cases<'a>) -> Vec<(&'a Plan, Span)> {
    let rows = data.plans.rows.iter();
    rows.filter_map(|row| Some((row, cases.keep(row.span(data.cut.as_at), row.starts)?)))
        .collect()
}

/// Every plan ended by the as-at date, by its end. A plan still open is none of these and not set aside for its start.
pub(super) fn ended<'a>(data: &'a Data, cases: &mut Cases<'a>) -> Vec<(&'a Plan, Span)> {
    let as_at = data.cut.as_at;
    let rows = data.plans.rows.iter();
    rows.filter(|row| row.ends.is_unreadable() || row.ends.is_and(|end| end <= as_at))
        .filter_map(|row| Some((row, cases.keep(row.span(as_at), row.ends)?)))
        .collect()
}

//! Assessments completed within 45 working days.

use crate::cases::Cases;
use crate::clocks;
use crate::measure::{Good, Measure, Standing, Theme, Unit};
use crate::parameters::{ASSESSMENT_LIMIT, ASSESSMENT_LINK};
use waymark_data::Day;
use waymark_data::annex_a::{Assessment, Child, Data};

/// From the assessment's own start.
pub(super) static MEASURE: Measure = Measure {
    id: "assessment-45",
    title: "Assessments completed within 45 working days",
    theme: Theme::Assessments,
    unit: Unit::Percent,
    good: Good::Up,
    standing: Standing::Guidance,
    source: "Working Together to Safeguard Children, chapter 1, timeliness; Local Authority Interactive Tool 304",
    why: "Until the assessment is done nobody has decided what help the child needs.",
    lists: &[4],
    parameters: &[&ASSESSMENT_LIMIT],
    cases: |data, cases| completed(data, cases, |_, start, _| start, true),
    page: include_str!("in_45_days.md"),
    ..Measure::PLAIN
};

/// From the referral that the assessment belongs to.
pub(super) static FROM_REFERRAL: Measure = Measure {
    variant: Some("from-referral"),
    title: "Assessments completed within 45 working days of the referral",
    lists: &[3, 4],
    parameters: &[&ASSESSMENT_LIMIT, &ASSESSMENT_LINK],
    cases: |data, cases| completed(data, cases, from_referral, true),
    ..MEASURE
};

/// Completed assessments, each hitting when it was in time (or, for `wanted` false, when it was not), the clock started
/// on the day that `clock_starts` gives.
pub(super) fn completed<'a>(
    data: &'a Data,
    cases: &mut Cases<'a>,
    clock_starts: impl Fn(&'a Data, Day, (Child, &mut Cases<'a>, Day)) -> Day,
    wanted: bool,
) {
    for (row, start, end) in completions(data, cases) {
        let Some(child) = row.about.child else {
            continue;
        };
        let from = clock_starts(data, start, (child, cases, end));
        let due = clocks::assessment_due(from, cases.settings());
        cases
            .on(end, &row.about, (end <= due) == wanted)
            .due(due)
            .done(end);
    }
}

/// Every assessment authorised by the as-at date, with its start and its authorisation.
pub(super) fn completions<'a>(
    data: &'a Data,
    cases: &mut Cases<'a>,
) -> Vec<(&'a Assessment, Day, Day)> {
    let rows = data.assessments.rows.iter();
    rows.filter_map(|row| {
        let span = cases.keep(row.span(data.cut.as_at), row.ends)?;
        Some((row, span.start, span.end?))
    })
    .collect()
}

/// The linked referral's day; the assessment's own start where none is linked, which is counted beside the figure.
pub(super) fn from_referral<'a>(
    data: &'a Data,
    start: Day,
    (child, cases, end): (Child, &mut Cases<'a>, Day),
) -> Day {
    let limit = cases.working_days(&ASSESSMENT_LINK, start);
    data.linked_referral(child, start, limit).map_or_else(
        || {
            cases.evidence("no referral linked", end);
            start
        },
        |(day, _)| day,
    )
}

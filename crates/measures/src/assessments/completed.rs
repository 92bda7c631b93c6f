//! Assessments completed, where their clock starts, and whether they were in time.

use crate::cases::Cases;
use crate::parameters::ASSESSMENT_LINK;
use crate::settings::Settings;
use waymark_data::Day;
use waymark_data::annex_a::{Assessment, Child, Data, Referral};

/// Every assessment authorised by the as-at date, with its start and its authorisation.
pub(crate) fn completions<'a>(
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

/// The referral that an assessment belongs to; one without is counted beside the figure of its authorisation.
pub(crate) fn linked<'a>(
    data: &'a Data,
    cases: &mut Cases<'a>,
    child: Child,
    start: Day,
    end: Day,
) -> Option<(Day, &'a Referral)> {
    let limit = cases.working_days(&ASSESSMENT_LINK, start);
    let found = data.linked_referral(child, start, limit);
    if found.is_none() {
        cases.evidence("no referral linked", end);
    }
    found
}

/// Every completion with the day its clock starts: the assessment's own start or, `from_referral`, the linked referral
/// where there is one.
pub(super) fn clocked<'a>(
    data: &'a Data,
    cases: &mut Cases<'a>,
    from_referral: bool,
) -> Vec<(&'a Assessment, Day, Day)> {
    let mut out = completions(data, cases);
    if from_referral {
        for (row, start, end) in &mut out {
            let referral = row
                .about
                .child
                .and_then(|child| linked(data, cases, child, *start, *end));
            *start = referral.map_or(*start, |(day, _)| day);
        }
    }
    out
}

/// Completions, each hitting when it was in time (or, for `wanted` false, when it was not).
pub(super) fn timed<'a>(
    clocked: Vec<(&'a Assessment, Day, Day)>,
    cases: &mut Cases<'a>,
    due: impl Fn(Day, &Settings) -> Day,
    wanted: bool,
) {
    for (row, from, end) in clocked {
        let due = due(from, cases.settings());
        cases
            .on(end, &row.about, (end <= due) == wanted)
            .due(due)
            .done(end);
    }
}

//! Children in need closed, by reason.

use crate::cases::Cases;
use crate::measure::{Basis, Good, Measure, Standing, Theme, Unit};
use waymark_data::annex_a::{self, Data};
use waymark_data::answers::{Answer, Answers};

/// By the reason for closure.
pub(super) static MEASURE: Measure = Measure {
    id: "cin-close-reason",
    columns: &[(6, "Reason for Closure")],
    title: "Children in need closed by reason",
    theme: Theme::ChildrenInNeed,
    unit: Unit::Share,
    good: Good::Neither,
    standing: Standing::Definition,
    source: "DfE children in need census, reason for closure; Local Authority Interactive Tool 266",
    why: "Whether a case ends because the child is doing well or because the child moved away is not the same thing.",
    lists: &[6],
    periods: &[Basis::Rolling12, Basis::Return],
    bands: REASONS,
    cases: closed,
    page: include_str!("closed_by_reason.md"),
    ..Measure::PLAIN
};

/// In the order of the census codes, and of the values that words come to.
const REASONS: &[&str] = &[
    "RC1 Adopted",
    "RC2 Died",
    "RC3 Child arrangements order",
    "RC4 Special guardianship order",
    "RC5 Moved to another local authority",
    "RC6 Moved to adult social care",
    "RC7 Any other reason, no longer in need included",
    "RC8 Closed after assessment",
    "Not recorded",
];

fn closed<'a>(data: &'a Data, cases: &mut Cases<'a>) {
    let answers = annex_a::answers("Reason for Closure");
    let as_at = data.cut.as_at;
    for row in &data.episodes.rows {
        // A case still open is none of these, and not set aside for its start.
        if !row.ends.is_unreadable() && !row.ends.is_and(|end| end <= as_at) {
            continue;
        }
        if let Some(span) = cases.keep(row.span(as_at), row.ends)
            && let Some(end) = span.end
        {
            let reason = row.reason.value().and_then(|it| reason(answers, it));
            cases.in_band(end, &row.about, reason.unwrap_or(REASONS.len() - 1));
        }
    }
}

/// The number of a reason: by its census code, or by what its words come to. "Not stated" is none.
fn reason(answers: &Answers, answer: Answer) -> Option<usize> {
    let code = answers.code(answer);
    let number = code.and_then(|it| it.strip_prefix("RC")?.parse::<usize>().ok());
    number
        .map(|it| it - 1)
        .or_else(|| answers.value_number(answer))
        .filter(|it| *it < REASONS.len() - 1)
}

//! Section 47 enquiries that led to an initial conference.

use super::section_47_enquiries::enquiries;
use crate::cases::{Cases, Question};
use crate::measure::{Good, Measure, Standing, Theme, Unit};
use waymark_data::annex_a::{self, Data};

/// Of the enquiries known to be complete.
pub(super) static MEASURE: Measure = Measure {
    id: "s47-to-icpc",
    columns: &[(
        5,
        "Was an Initial Child Protection Conference deemed unnecessary?",
    )],
    title: "Section 47 enquiries leading to a conference",
    theme: Theme::ChildProtection,
    unit: Unit::Percent,
    good: Good::Neither,
    standing: Standing::Practice,
    source: "Counted as in ChAT; Working Together to Safeguard Children, chapter 1, section 47 enquiries",
    why: "Many enquiries that end without a conference may be families put through one without need.",
    lists: &[5],
    cases: completed,
    page: include_str!("enquiries_to_conference.md"),
    ..Measure::PLAIN
};

/// List 5 has no end date, so an enquiry is dated by its start and is complete once a conference was held or found
/// unnecessary.
fn completed<'a>(data: &'a Data, cases: &mut Cases<'a>) {
    let unnecessary = Question::yes(UNNECESSARY);
    let necessary = annex_a::no(UNNECESSARY);
    for (row, day) in enquiries(data, cases) {
        if row.conference.is_unreadable() {
            cases.evidence("conference date could not be read", day);
        }
        if row.conference.is_and(|held| held <= data.cut.as_at) {
            cases.on(day, &row.about, true);
        } else if cases.answers(&unnecessary, row.unnecessary, day) {
            cases.on(day, &row.about, false);
        } else if row.unnecessary.is_and(|it| necessary.has(it)) {
            cases.evidence("no conference yet, and not found unnecessary", day);
        }
    }
}

const UNNECESSARY: &str = "Was an Initial Child Protection Conference deemed unnecessary?";

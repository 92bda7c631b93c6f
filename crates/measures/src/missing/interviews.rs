//! Return interviews: offered to children who went missing, and accepted by them.

use crate::cases::{Cases, Question};
use crate::looked_after::at_a_day::{AT_AS_AT, looked_after};
use crate::measure::{Good, Measure, Standing, Theme};
use waymark_data::annex_a::{Care, Data, yes};

const WAS_OFFERED: &str =
    "Was the child offered a Return Interview after their last missing episode (Y/N)?";
const WAS_ACCEPTED: &str =
    "Did the child accept a Return Interview after their last missing episode (Y/N)?";

/// Offered after the last episode.
pub(super) static OFFERED: Measure = Measure {
    id: "rhi-offered",
    columns: &[
        (
            8,
            "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months",
        ),
        (
            8,
            "Was the child offered a Return Interview after their last missing episode (Y/N)?",
        ),
    ],
    title: "Missing children looked after who were offered a return interview",
    theme: Theme::Missing,
    good: Good::Up,
    standing: Standing::Guidance,
    source: "Statutory guidance on children who run away or go missing from home or care (2014), return interviews",
    why: "Someone the child can trust should ask why they left and what happened to them.",
    cases: |data, cases| {
        let (question, day) = (Question::yes(WAS_OFFERED), data.cut.as_at);
        for row in went_missing(data, cases) {
            let hit = cases.answers(&question, row.offered, day);
            cases.on(day, &row.about, hit);
        }
    },
    page: include_str!("interviews_offered.md"),
    ..AT_AS_AT
};

/// Accepted, of those offered.
pub(super) static ACCEPTED: Measure = Measure {
    id: "rhi-accepted",
    columns: &[
        (
            8,
            "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months",
        ),
        (
            8,
            "Was the child offered a Return Interview after their last missing episode (Y/N)?",
        ),
        (
            8,
            "Did the child accept a Return Interview after their last missing episode (Y/N)?",
        ),
    ],
    title: "Children looked after who accepted the return interview they were offered",
    why: "A child who says no to an interview has not yet met the person they would talk to.",
    cases: |data, cases| {
        let (question, day) = (Question::yes(WAS_ACCEPTED), data.cut.as_at);
        let offered = yes(WAS_OFFERED);
        let children = went_missing(data, cases).into_iter();
        for row in children.filter(|row| row.offered.is_and(|it| offered.has(it))) {
            let hit = cases.answers(&question, row.accepted, day);
            cases.on(day, &row.about, hit);
        }
    },
    page: include_str!("interviews_accepted.md"),
    ..OFFERED
};

/// Children looked after who went missing in the last 12 months.
fn went_missing<'a>(data: &'a Data, cases: &mut Cases<'a>) -> Vec<&'a Care> {
    let children = looked_after(data, cases).into_iter().map(|(_, row)| row);
    children
        .filter(|row| row.missing.is_and(|episodes| episodes >= 1.0))
        .collect()
}

//! Referrals that ended in no further action.

use super::{received, referrals};
use crate::cases::Question;
use crate::measure::{Good, Measure, Unit};

pub(super) static MEASURE: Measure = Measure {
    id: "referral-nfa",
    columns: &[(3, "Referral NFA?")],
    title: "Referrals ending in no further action",
    unit: Unit::Percent,
    good: Good::Down,
    source: "Children in need census, referral no further action; Local Authority Interactive Tool 290",
    why: "A referral that leads nowhere worried a family for nothing, or left a child without the help that was asked for.",
    cases: |data, cases| {
        let no_action = Question::yes("Referral NFA?");
        for (_, day, row) in received::referrals(data, cases) {
            let hit = cases.answers(&no_action, row.no_further_action, day);
            cases.on(day, &row.about, hit);
        }
    },
    page: include_str!("referrals_without_action.md"),
    ..referrals::MEASURE
};

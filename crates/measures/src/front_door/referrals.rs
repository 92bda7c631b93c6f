//! Referrals received.

use super::received;
use crate::cases::Cases;
use crate::measure::{Good, Measure, Standing, Theme, Unit};
use waymark_data::annex_a::Data;

pub(super) static MEASURE: Measure = Measure {
    id: "referrals",
    title: "Referrals",
    theme: Theme::FrontDoor,
    unit: Unit::Count,
    good: Good::Neither,
    standing: Standing::Definition,
    source: "Children in need census, referral date; Local Authority Interactive Tool 305",
    why: "Each referral is a child for whom somebody asks for help, and who waits for a decision.",
    lists: &[3],
    cases: every_referral,
    page: include_str!("referrals.md"),
    ..Measure::PLAIN
};

/// Every referral that stands hits.
pub(super) fn every_referral<'a>(data: &'a Data, cases: &mut Cases<'a>) {
    for (_, day, row) in received::referrals(data, cases) {
        cases.on(day, &row.about, true);
    }
}

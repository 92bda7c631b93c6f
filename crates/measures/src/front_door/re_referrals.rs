//! Referrals within 12 months of a previous referral.

use super::{received, referrals};
use crate::cases::Cases;
use crate::measure::{Good, Measure, Unit};
use crate::parameters::REREFERRAL;
use waymark_data::Day;
use waymark_data::annex_a::{Child, Data};

pub(super) static MEASURE: Measure = Measure {
    id: "re-referral-12m",
    title: "Referrals within 12 months of a previous referral",
    unit: Unit::Percent,
    good: Good::Down,
    source: "Children in need census; Local Authority Interactive Tool 271",
    why: "A child who has to be referred again was not helped enough the first time.",
    parameters: &[&REREFERRAL],
    cases: |data, cases| {
        for (child, day, row) in received::referrals(data, cases) {
            let again = previous(data, cases, child, day).next().is_some();
            let hit = again || one_is_not_seen(data, cases, child);
            cases.on(day, &row.about, hit);
        }
    },
    page: include_str!("re_referrals.md"),
    ..referrals::MEASURE
};

/// The child's referrals on an earlier day, from which the look-back reaches this day.
fn previous(data: &Data, cases: &Cases<'_>, child: Child, day: Day) -> impl Iterator<Item = Day> {
    received::referral_days(data, child).filter(move |earlier| {
        *earlier < day && day <= earlier.plus_months(cases.limit(&REREFERRAL, *earlier))
    })
}

/// Whether the council counted more referrals before the child's latest one than the return holds: one lies before the
/// return. The count is read from the latest referral's row, of several on that day the highest.
fn one_is_not_seen(data: &Data, cases: &Cases<'_>, child: Child) -> bool {
    let Some(latest) = received::referral_days(data, child).max() else {
        return false;
    };
    let rows = data.referrals.of(child);
    let counted = rows
        .filter(|row| row.day(data.cut.as_at) == Ok(latest))
        .filter_map(|row| row.count.value())
        .fold(0.0, f64::max);
    let seen = u32::try_from(previous(data, cases, child, latest).count()).unwrap_or(u32::MAX);
    counted > f64::from(seen)
}

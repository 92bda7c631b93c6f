//! The contacts and referrals that stand, each with its child and its day.

use crate::cases::Cases;
use waymark_data::Day;
use waymark_data::annex_a::{Child, Contact, Data, Referral};

/// Contacts made by the as-at date, of those that `wanted` picks.
pub(super) fn contacts<'a>(
    data: &'a Data,
    cases: &mut Cases<'a>,
    wanted: impl Fn(&Contact) -> bool,
) -> Vec<(Child, Day, &'a Contact)> {
    let rows = data.contacts.rows.iter().filter(|row| wanted(row));
    rows.filter_map(|row| {
        let day = cases.keep(row.day(data.cut.as_at), row.date)?;
        Some((row.about.child?, day, row))
    })
    .collect()
}

/// Referrals received by the as-at date.
pub(super) fn referrals<'a>(
    data: &'a Data,
    cases: &mut Cases<'a>,
) -> Vec<(Child, Day, &'a Referral)> {
    let rows = data.referrals.rows.iter();
    rows.filter_map(|row| {
        let day = cases.keep(row.day(data.cut.as_at), row.date)?;
        Some((row.about.child?, day, row))
    })
    .collect()
}

/// The days of a child's referrals, in the order of the file.
pub(super) fn referral_days(data: &Data, child: Child) -> impl Iterator<Item = Day> + Clone {
    let as_at = data.cut.as_at;
    let rows = data.referrals.of(child);
    rows.filter_map(move |row| row.day(as_at).ok())
}

/// Whether the child was referred on the day of a contact or by the last day on which that is taken to follow it.
pub(super) fn referred_between(data: &Data, child: Child, from: Day, to: Day) -> bool {
    referral_days(data, child).any(|day| from <= day && day <= to)
}

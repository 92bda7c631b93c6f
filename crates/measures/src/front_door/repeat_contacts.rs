//! Children with repeat contacts and no referral.

use super::received::{self, referred_between};
use crate::measure::{Basis, Good, Measure, Standing, Theme, Unit};
use crate::parameters::REPEAT_CONTACTS;
use std::collections::BTreeMap;
use waymark_data::Day;
use waymark_data::annex_a::{About, Child};

pub(super) static MEASURE: Measure = Measure {
    id: "repeat-contacts",
    title: "Children with repeat contacts and no referral",
    theme: Theme::FrontDoor,
    unit: Unit::Percent,
    good: Good::Down,
    standing: Standing::Practice,
    source: "Local practice; Annex A, lists 1 and 3",
    why: "A child about whom people keep calling without anything following may be a child whose harm is missed.",
    lists: &[1, 3],
    periods: &[Basis::Rolling12],
    distinct: true,
    parameters: &[&REPEAT_CONTACTS],
    cases: |data, cases| {
        // A return shorter than twelve months has no window, and nothing is counted beside no figure.
        if cases.windows().is_empty() {
            return;
        }
        let mut contacts: BTreeMap<Child, Vec<(Day, &About)>> = BTreeMap::new();
        for (child, day, row) in received::contacts(data, cases, |_| true) {
            contacts.entry(child).or_default().push((day, &row.about));
        }
        for (number, window) in cases.windows().into_iter().enumerate() {
            let many = usize::try_from(cases.limit(&REPEAT_CONTACTS, window.to)).unwrap_or(0);
            for (child, rows) in &contacts {
                let inside = || rows.iter().filter(|(day, _)| window.has(*day));
                // The latest contact speaks for the child; of two on one day the first row.
                let Some((_, about)) = inside().rev().max_by_key(|(day, _)| *day) else {
                    continue;
                };
                let hit = inside().count() >= many
                    && !referred_between(data, *child, window.from, window.to);
                cases.within(number, about, hit);
            }
        }
    },
    page: include_str!("repeat_contacts.md"),
    ..Measure::PLAIN
};

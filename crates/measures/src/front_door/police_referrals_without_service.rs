//! Children referred by the police, assessed, and given no service.

use super::police;
use crate::assessments::{completions, linked, no_support};
use crate::cases::Cases;
use crate::measure::{Basis, Good, Measure, Standing, Theme, Unit};
use crate::parameters::ASSESSMENT_LINK;
use std::collections::BTreeMap;
use waymark_data::Day;
use waymark_data::annex_a::{About, Child, Data};

pub(super) static MEASURE: Measure = Measure {
    id: "police-referral-no-service",
    columns: &[
        (3, "Referral Source"),
        (
            4,
            "Was the child assessed as requiring LA children's social care support?",
        ),
    ],
    title: "Children referred by the police, assessed, and given no service",
    theme: Theme::FrontDoor,
    unit: Unit::Percent,
    good: Good::Down,
    standing: Standing::Practice,
    source: "Local practice; Annex A, lists 3 and 4",
    why: "An assessment is hard on a family, and a child it brings no help may have needed help of another kind, sooner.",
    lists: &[3, 4],
    periods: &[Basis::Rolling12, Basis::Return],
    distinct: true,
    parameters: &[&ASSESSMENT_LINK],
    cases: |data, cases| {
        let assessed = assessed_for_police(data, cases);
        for (number, window) in cases.windows().into_iter().enumerate() {
            for all in assessed.values() {
                let inside = all.iter().filter(|it| window.has(it.day));
                // The child's last authorisation speaks; of two on one day the first row.
                if let Some(last) = inside.rev().max_by_key(|it| it.day) {
                    cases.within(number, last.about, last.no_service);
                }
            }
        }
    },
    page: include_str!("police_referrals_without_service.md"),
    ..Measure::PLAIN
};

/// An assessment that followed a police referral.
struct Assessed<'a> {
    day: Day,
    about: &'a About,
    no_service: bool,
}

/// Every assessment that belongs to a referral by the police, by child, in the order of the file.
fn assessed_for_police<'a>(
    data: &'a Data,
    cases: &mut Cases<'a>,
) -> BTreeMap<Child, Vec<Assessed<'a>>> {
    let mut out: BTreeMap<Child, Vec<Assessed<'a>>> = BTreeMap::new();
    let no_service = no_support();
    for (row, start, end) in completions(data, cases) {
        let Some(child) = row.about.child else {
            continue;
        };
        let Some((_, referral)) = linked(data, cases, child, start, end) else {
            continue;
        };
        if police::referred(referral) {
            let no_service = cases.answers(&no_service, row.support, end);
            out.entry(child).or_default().push(Assessed {
                day: end,
                about: &row.about,
                no_service,
            });
        } else {
            police::untold(referral.source, end, cases);
        }
    }
    out
}

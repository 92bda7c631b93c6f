//! Makes a measure's figures from its cases: every period and every breakdown in one pass over the cases.

pub mod behind;
mod beside;
mod slots;
mod sums;

use crate::cases::{Case, Cases};
use crate::figure::{Count, Figure};
use crate::groups::Groups;
use crate::measure::{Basis, FollowUp, Measure, Unit};
use crate::settings::Settings;
use beside::Beside;
use slots::Slots;
use sums::Sums;
use waymark_data::annex_a::{About, Data};
use waymark_data::{Day, Period, working_days};

/// What came of a measure in a cut.
#[derive(Debug)]
pub enum Outcome {
    /// Its figures, by basis, then period, then band.
    Figures(Vec<Figure>),
    /// It could not be computed, and why: a list that the return does not have.
    NotRun(String),
}

/// Every figure of a measure in a cut. Where twelve months may be added up from several cuts, its months are among them
/// even if the measure does not show months: see [`Measure::periods`].
#[must_use]
pub fn figures(
    measure: &'static Measure,
    data: &Data,
    groups: &Groups,
    settings: &Settings,
) -> Outcome {
    if let Some(why) = cannot_run(measure, data) {
        return Outcome::NotRun(why);
    }
    let cases = gathered(measure, data, settings);
    let table = Slots::new(measure, &cases);
    let sums = Sums::of(measure, &cases, &table, groups);
    Outcome::Figures(made(&table, measure, data, &cases, &sums, groups))
}

/// Makes the figures of every period and band from what the slots hold.
fn made(
    slots: &Slots,
    measure: &'static Measure,
    data: &Data,
    cases: &Cases<'_>,
    sums: &Sums,
    groups: &Groups,
) -> Vec<Figure> {
    let bands = measure.bands.len().max(1);
    let (set_aside, missing) = (
        Beside::excluded(slots, cases),
        Beside::evidence(slots, cases),
    );
    let mut out = Vec::with_capacity(slots.periods.len() * bands);
    for (basis, period, covered) in &slots.periods {
        let (excluded, evidence) = (set_aside.of(*period, covered), missing.of(*period, covered));
        let total = sums.total(covered.clone(), groups.len());
        let population = (measure.unit == Unit::Rate)
            .then(|| data.areas.population(period.to))
            .flatten();
        for band in 0..bands {
            let groups: Box<[Count]> = (0..groups.len())
                .map(|group| Count {
                    hits: total.hits[band * groups.len() + group],
                    cases: total.cases[group],
                })
                .collect();
            let medians = (measure.unit == Unit::MedianWorkingDays)
                .then(|| sums.medians(covered.clone(), groups.len()));
            out.push(Figure {
                measure,
                band: (!measure.bands.is_empty()).then(|| u8::try_from(band).unwrap_or(u8::MAX)),
                basis: *basis,
                period: *period,
                count: groups[0],
                population,
                median: medians.as_ref().and_then(|it| it[0]),
                mature: measure
                    .follow_up
                    .is_none_or(|it| it.ends(period.to) <= data.cut.as_at),
                excluded: excluded.clone(),
                evidence: evidence.clone(),
                groups,
                group_medians: medians,
            });
        }
    }
    out
}

/// One case of a measure in one of its periods: the row behind a number.
#[derive(Clone, Copy, Debug)]
pub struct Listed<'a> {
    /// What the row says of its child.
    pub about: &'a About,
    /// What it is a case of.
    pub basis: Basis,
    /// The days of the figure it stands behind.
    pub period: Period,
    /// The case.
    pub case: Case<'a>,
}

/// Every case of a measure in every one of its periods, by period, then as the lists give them.
#[must_use]
pub fn listed<'a>(
    measure: &'static Measure,
    data: &'a Data,
    settings: &'a Settings,
) -> Vec<Listed<'a>> {
    if cannot_run(measure, data).is_some() {
        return Vec::new();
    }
    let cases = gathered(measure, data, settings);
    let slots = Slots::new(measure, &cases);
    let mut by_slot: Vec<Vec<&Case<'a>>> = vec![Vec::new(); slots.count];
    for case in &cases.cases {
        if let Some(slot) = slots.of(case) {
            by_slot[slot].push(case);
        }
    }
    let mut out = Vec::new();
    for (basis, period, covered) in slots
        .periods
        .iter()
        .filter(|(basis, ..)| measure.periods.contains(basis))
    {
        for case in covered.clone().flat_map(|slot| &by_slot[slot]) {
            out.push(Listed {
                about: case.about,
                basis: *basis,
                period: *period,
                case: **case,
            });
        }
    }
    out
}

/// Why a measure has no figures in a cut: a list that the return does not have, or a column that a list does not have.
#[must_use]
pub fn cannot_run(measure: &Measure, data: &Data) -> Option<String> {
    let absent: Vec<String> = measure
        .lists
        .iter()
        .filter(|list| !data.has_list(**list))
        .map(ToString::to_string)
        .collect();
    match absent.as_slice() {
        [] => {}
        [one] => return Some(format!("the return has no list {one}")),
        many => return Some(format!("the return has no lists {}", many.join(", "))),
    }
    let dates = measure
        .lists
        .iter()
        .flat_map(|list| dates_of(*list).iter().map(|name| (*list, *name)));
    dates
        .chain(measure.columns.iter().copied())
        .find(|(list, name)| !data.has_column(*list, name))
        .map(|(list, name)| format!("list {list} of the return has no column \"{name}\""))
}

/// The dates without which a list says nothing of when.
const fn dates_of(list: u8) -> &'static [&'static str] {
    match list {
        1 => &["Date of Contact"],
        2 => &["Assessment start date", "Assessment completion date"],
        3 => &["Date of referral"],
        4 => &[
            "Continuous Assessment Start Date",
            "Continuous Assessment Date of Authorisation",
        ],
        5 => &[
            "Strategy discussion initiating Section 47 Enquiry Start Date",
            "Date of Initial Child Protection Conference",
        ],
        6 => &["CIN Start Date", "CIN Closure Date"],
        7 => &[
            "Child Protection Plan Start Date",
            "Child Protection Plan End Date",
        ],
        8 => &[
            "Date Started to be Looked After",
            "Date Ceased to be Looked After",
        ],
        _ => &[],
    }
}

fn gathered<'a>(measure: &'static Measure, data: &'a Data, settings: &'a Settings) -> Cases<'a> {
    let mut cases = Cases::new(measure, data, settings);
    (measure.cases)(data, &mut cases);
    cases
}

impl FollowUp {
    /// The day on which the follow-up of a day has run out.
    #[must_use]
    pub fn ends(self, day: Day) -> Day {
        match self {
            Self::WorkingDays(limit) => working_days::due(day, limit),
            Self::Days(days) => day.plus_days(days),
        }
    }
}

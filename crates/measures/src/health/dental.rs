//! Dental checks up to date.

use crate::cases::Cases;
use crate::clocks;
use crate::looked_after::at_a_day::{AT_AS_AT, beside, looked_after};
use crate::measure::{Good, Measure, Standing, Theme};
use crate::parameters::{DENTAL, HEALTH_COHORT};
use waymark_data::annex_a::Data;

pub(super) static MEASURE: Measure = Measure {
    id: "dental-current",
    columns: &[(8, "Date of Last Dental Check")],
    title: "Children looked after for a year whose teeth were checked in the last year",
    theme: Theme::Health,
    good: Good::Up,
    standing: Standing::Definition,
    source: "SSDA903 OC2, teeth check; Local Authority Interactive Tool 3",
    why: "Toothache keeps a child from eating, sleeping and learning, and a check is what any parent sees to.",
    parameters: &[&HEALTH_COHORT, &DENTAL],
    cases: up_to_date,
    page: include_str!("dental.md"),
    ..AT_AS_AT
};

fn up_to_date<'a>(data: &'a Data, cases: &mut Cases<'a>) {
    let day = data.cut.as_at;
    for (started, row) in looked_after(data, cases) {
        if started.plus_months(cases.limit(&HEALTH_COHORT, started)) > day {
            continue;
        }
        beside(row.dental, cases, day);
        let last = row.dental.value().filter(|it| *it <= day);
        let due = clocks::dental_check_due(started, last, cases.settings());
        cases
            .on(day, &row.about, last.is_some() && day <= due)
            .due(due);
    }
}

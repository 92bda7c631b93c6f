//! Health assessments up to date.

use crate::cases::Cases;
use crate::clocks;
use crate::looked_after::at_a_day::{AT_AS_AT, beside, looked_after};
use crate::measure::{Good, Measure, Standing, Theme};
use crate::parameters::{HEALTH_5_PLUS, HEALTH_COHORT, HEALTH_UNDER_5};
use waymark_data::annex_a::{Aside, Data};

pub(super) static MEASURE: Measure = Measure {
    id: "rha-current",
    columns: &[(8, "Date of Last Health Assessment")],
    title: "Children looked after for a year whose health assessment is up to date",
    theme: Theme::Health,
    good: Good::Up,
    standing: Standing::Statutory,
    source: "Care Planning, Placement and Case Review (England) Regulations 2010, reg 7(3); Local Authority Interactive Tool 3",
    why: "Children in care have poorer health than others, and no parent but the council to notice.",
    parameters: &[&HEALTH_COHORT, &HEALTH_UNDER_5, &HEALTH_5_PLUS],
    cases: up_to_date,
    page: include_str!("reviews_current.md"),
    ..AT_AS_AT
};

fn up_to_date<'a>(data: &'a Data, cases: &mut Cases<'a>) {
    let day = data.cut.as_at;
    for (started, row) in looked_after(data, cases) {
        if started.plus_months(cases.limit(&HEALTH_COHORT, started)) > day {
            continue;
        }
        let Some(age) = row.about.age_on(day) else {
            cases.aside(Aside::NoAge, row.starts);
            continue;
        };
        beside(row.health, cases, day);
        let last = row.health.value().filter(|it| *it <= day);
        // A child never assessed has been due since the initial assessment was.
        let due = last.map_or_else(
            || clocks::first_health_due(started, cases.settings()),
            |last| clocks::review_health_due(last, age, cases.settings()),
        );
        cases
            .on(day, &row.about, last.is_some() && day <= due)
            .due(due);
    }
}

//! Children still waiting for an initial health assessment past the limit.

use crate::cases::Cases;
use crate::clocks;
use crate::looked_after::at_a_day::{AT_AS_AT, beside, looked_after};
use crate::measure::{Good, Measure, Standing, Theme, Unit};
use crate::parameters::{FIRST_HEALTH_DAYS, FIRST_HEALTH_WORKING_DAYS};
use crate::settings::Settings;
use waymark_data::Day;
use waymark_data::annex_a::Data;

/// Past 28 days.
pub(super) static DAYS: Measure = Measure {
    id: "iha-overdue",
    columns: &[(8, "Date of Last Health Assessment")],
    variant: Some("28d"),
    title: "Children waiting for an initial health assessment for more than 28 days",
    theme: Theme::Health,
    unit: Unit::Count,
    good: Good::Down,
    standing: Standing::Practice,
    source: "local: scrutiny asks about children who wait over 28 days",
    why: "Each is a child whose health nobody has looked at since the council took them in.",
    parameters: &[&FIRST_HEALTH_DAYS],
    cases: |data, cases| overdue(data, cases, clocks::first_health_due_in_days),
    page: include_str!("first_overdue.md"),
    ..AT_AS_AT
};

/// Past 20 working days.
pub(super) static WORKING_DAYS: Measure = Measure {
    variant: Some("20wd"),
    title: "Children waiting for an initial health assessment for more than 20 working days",
    standing: Standing::Guidance,
    source: "Promoting the health and well-being of looked-after children (2015), with reg 7 of the Care Planning, \
             Placement and Case Review (England) Regulations 2010",
    parameters: &[&FIRST_HEALTH_WORKING_DAYS],
    cases: |data, cases| overdue(data, cases, clocks::first_health_due),
    ..DAYS
};

fn overdue<'a>(data: &'a Data, cases: &mut Cases<'a>, limit: fn(Day, &Settings) -> Day) {
    let day = data.cut.as_at;
    for (started, row) in looked_after(data, cases) {
        let due = limit(started, cases.settings());
        if day > due && clocks::health_assessed(row, started, day).is_none() {
            beside(row.health, cases, day);
            cases.on(day, &row.about, true).due(due);
        }
    }
}

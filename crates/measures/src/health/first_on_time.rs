//! Initial health assessments on time.

use crate::cases::Cases;
use crate::clocks;
use crate::looked_after::at_a_day::beside;
use crate::looked_after::periods_of_care::{standing, starts};
use crate::measure::{Good, Measure, Standing, Theme, Unit};
use crate::parameters::{FIRST_HEALTH_DAYS, FIRST_HEALTH_WORKING_DAYS};
use crate::settings::Settings;
use waymark_data::annex_a::Data;
use waymark_data::{Day, Field};

/// Within 20 working days, so that the first review has it.
pub(super) static WORKING_DAYS: Measure = Measure {
    id: "iha-on-time",
    columns: &[(8, "Date of Last Health Assessment")],
    variant: Some("20wd"),
    title: "Initial health assessments done within 20 working days",
    theme: Theme::Health,
    unit: Unit::Percent,
    good: Good::Up,
    standing: Standing::Guidance,
    source: "Promoting the health and well-being of looked-after children (2015), with reg 7 of the Care Planning, \
             Placement and Case Review (England) Regulations 2010",
    why: "Many children come into care with needs that nobody has treated; the first review must know them.",
    lists: &[8],
    parameters: &[&FIRST_HEALTH_WORKING_DAYS],
    cases: |data, cases| on_time(data, cases, clocks::first_health_due),
    page: include_str!("first_on_time.md"),
    ..Measure::PLAIN
};

/// Within 28 days.
pub(super) static DAYS: Measure = Measure {
    variant: Some("28d"),
    title: "Initial health assessments done within 28 days",
    standing: Standing::Practice,
    source: "local: scrutiny asks about children who wait over 28 days",
    parameters: &[&FIRST_HEALTH_DAYS],
    cases: |data, cases| on_time(data, cases, clocks::first_health_due_in_days),
    ..WORKING_DAYS
};

/// Every child who reached the limit still looked after, dated by the day of the limit.
fn on_time<'a>(data: &'a Data, cases: &mut Cases<'a>, limit: fn(Day, &Settings) -> Day) {
    let settings = cases.settings();
    let reached = |started: Day| limit(started, settings);
    let mut rows = standing(data, cases, |row| match row.starts {
        Field::Value(started) => Field::Value(reached(started)),
        unknown => unknown,
    });
    rows.retain(|it| it.span.open_at(reached(it.span.start)));
    for it in starts(rows) {
        let (started, due) = (it.span.start, reached(it.span.start));
        if due > data.cut.as_at {
            continue;
        }
        beside(it.row.health, cases, due);
        let done = clocks::health_assessed(it.row, started, data.cut.as_at);
        let in_time = done.is_some_and(|day| day <= due);
        let case = cases.on(due, &it.row.about, in_time).due(due);
        if let Some(day) = done {
            case.done(day);
        }
    }
}

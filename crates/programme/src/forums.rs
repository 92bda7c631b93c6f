//! What is owed on a cycle: reports of forums to the board, health checks of the plan, the watch list, delays.

use crate::kind::DATE;
use crate::kinds::{BODY, DELAY, HEALTH_CHECK, PLAN, REPORT_BACK, WATCH};
use crate::link;
use crate::permit::same;
use crate::record::{Record, RecordId, Values};
use crate::records::Records;
use waymark_data::Day;

/// A report that is owed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owed<'a> {
    /// The record of what is owed; none where a body owes one by its own cycle and nobody has written it down.
    pub report: Option<&'a Record>,
    /// Who owes it.
    pub by: String,
    /// To which body.
    pub to: String,
    /// What is owed, in words.
    pub what: String,
    /// The day it is due, where that is known.
    pub due: Option<Day>,
    /// By how many days it is late.
    pub days_late: Option<u32>,
    /// The day the same forum last reported to that body.
    pub last: Option<Day>,
}

/// Every report that is owed, the latest first, then the soonest due. A body whose cycle says that it owes one is told so
/// even when nobody wrote it down.
#[must_use]
pub fn reports_owed(records: &Records, today: Day) -> Vec<Owed<'_>> {
    let mut owed: Vec<Owed<'_>> = records
        .of(&REPORT_BACK)
        .filter(|it| it.is_open())
        .map(|it| {
            let by = it.owners().join(", ");
            Owed {
                report: Some(it),
                last: last_report(records, it.owners(), it.text("to")),
                by,
                to: it.text("to").to_owned(),
                what: it.title().to_owned(),
                due: records.due(it),
                days_late: records.days_over(it, today),
            }
        })
        .collect();
    let cycles: Vec<Owed<'_>> = records
        .of(&BODY)
        .filter(|it| it.is_open())
        .filter_map(|body| {
            let weeks = weeks(body.text("report_weeks"))?;
            let to = body.text("reports_to");
            let names = [body.text("name").to_owned(), body.text("short").to_owned()];
            let written = owed.iter().any(|it| {
                same(&it.to, to)
                    && it.report.is_some_and(|it| {
                        it.owners()
                            .iter()
                            .any(|it| names.iter().any(|name| same(name, it)))
                    })
            });
            let last = last_report(records, &names, to);
            let due = last?.plus_days(weeks);
            (!written && !to.is_empty()).then(|| Owed {
                report: None,
                by: body.text("name").to_owned(),
                to: to.to_owned(),
                what: "Its regular report".to_owned(),
                due: Some(due),
                days_late: past(due, today),
                last,
            })
        })
        .collect();
    owed.extend(cycles);
    owed.sort_by_key(|it| {
        (
            std::cmp::Reverse(it.days_late),
            it.due.unwrap_or(Day::from_number(i32::MAX)),
            it.by.clone(),
        )
    });
    owed
}

fn last_report(records: &Records, names: &[String], to: &str) -> Option<Day> {
    records
        .of(&REPORT_BACK)
        .filter(|it| it.state.word == "given" && same(it.text("to"), to))
        .filter(|it| {
            it.owners()
                .iter()
                .any(|it| names.iter().any(|name| same(name, it)))
        })
        .filter_map(Record::date)
        .max()
}

/// The report that follows one that was given, if it is owed again and again: what the next record holds.
#[must_use]
pub fn next_report(records: &Records, given: &Record) -> Option<Values> {
    let days = weeks(given.text("every_weeks"))?;
    let from = records.due(given).or_else(|| given.date())?;
    let mut values = Values::new()
        .with("text", given.title())
        .with_list(crate::kind::OWNERS, given.owners().to_vec())
        .with("to", given.text("to"))
        .with("every_weeks", given.text("every_weeks"))
        .with(crate::kind::DUE, from.plus_days(days).to_string());
    values.0.retain(|_, value| !value.is_empty());
    Some(values)
}

/// The cycle of a plan's health checks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Health<'a> {
    /// The plan.
    pub plan: &'a Record,
    /// How many weeks lie between two: 12 unless the plan says otherwise.
    pub weeks: u32,
    /// The latest that was held.
    pub last: Option<&'a Record>,
    /// The next, where it is on record.
    pub next: Option<&'a Record>,
    /// The day the next is due; none if the plan is not in force from a day.
    pub due: Option<Day>,
    /// By how many days it is late.
    pub days_late: Option<u32>,
}

/// The weeks between two health checks, unless a plan says otherwise (S-230).
pub const HEALTH_CHECK_WEEKS: u32 = 12;

/// The health checks of every plan in force.
#[must_use]
pub fn health(records: &Records, today: Day) -> Vec<Health<'_>> {
    records
        .of(&PLAN)
        .filter(|it| it.state.word == "in-force")
        .map(|plan| {
            let checks: Vec<&Record> = records.parts(plan.id, &HEALTH_CHECK).collect();
            let last = checks
                .iter()
                .copied()
                .filter(|it| it.state.word == "held")
                .max_by_key(|it| it.date());
            let next = checks
                .iter()
                .copied()
                .filter(|it| it.is_open())
                .min_by_key(|it| records.due(it));
            let weeks = plan
                .text("check_weeks")
                .parse()
                .ok()
                .filter(|it| (1..=520).contains(it))
                .unwrap_or(HEALTH_CHECK_WEEKS);
            let cycle = last
                .and_then(Record::date)
                .or_else(|| plan.day(DATE))
                .and_then(|it| Some(it.plus_days(i32::try_from(weeks).ok()? * 7)));
            // A check that was put down for a later day than the cycle allows is late all the same.
            let due = match (next.and_then(|it| records.due(it)), cycle) {
                (Some(next), Some(cycle)) => Some(next.min(cycle)),
                (next, cycle) => next.or(cycle),
            };
            Health {
                plan,
                weeks,
                last,
                next,
                due,
                days_late: due.and_then(|it| past(it, today)),
            }
        })
        .collect()
}

/// An entry of the watch list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watched<'a> {
    /// The entry.
    pub watch: &'a Record,
    /// The measures watched, by id.
    pub measures: Vec<&'a str>,
    /// For how many days.
    pub days: u32,
    /// By how many days it should have been looked at again.
    pub days_late: Option<u32>,
}

/// What is watched today, the longest first.
#[must_use]
pub fn watch_list(records: &Records, today: Day) -> Vec<Watched<'_>> {
    let mut list: Vec<Watched<'_>> = records
        .of(&WATCH)
        .filter(|it| it.is_open())
        .map(|watch| Watched {
            watch,
            measures: records.measures_of(watch.id).collect(),
            days: watch
                .date()
                .and_then(|since| u32::try_from(since.days_until(today)).ok())
                .unwrap_or(0),
            days_late: records.days_over(watch, today),
        })
        .collect();
    list.sort_by_key(|it| (std::cmp::Reverse(it.days), it.watch.id));
    list
}

/// A delay, with what it holds up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delayed<'a> {
    /// The delay: cause, decision, new date, effect.
    pub delay: &'a Record,
    /// The plan line, milestone or action it holds up.
    pub of: Option<&'a Record>,
    /// By how many days, from the old day to the new; none while no new day is decided.
    pub days: Option<i32>,
    /// The measures it affects, by id.
    pub measures: Vec<&'a str>,
}

/// The delays of what is still to be delivered, those without a decision first, then the longest.
#[must_use]
pub fn delays(records: &Records) -> Vec<Delayed<'_>> {
    let mut list: Vec<Delayed<'_>> = records
        .of(&DELAY)
        .map(|it| delayed(records, it))
        .filter(|it| {
            it.of
                .is_none_or(|of| of.is_open() && of.state.word != "delivered")
        })
        .collect();
    list.sort_by_key(|it| (!it.delay.is_open(), std::cmp::Reverse(it.days), it.delay.id));
    list
}

/// The delays of one line, milestone or action, the earliest first.
#[must_use]
pub fn delays_of(records: &Records, id: RecordId) -> Vec<Delayed<'_>> {
    let mut list: Vec<Delayed<'_>> = records
        .parts(id, &DELAY)
        .map(|it| delayed(records, it))
        .collect();
    list.sort_by_key(|it| (it.delay.date(), it.delay.id));
    list
}

fn delayed<'a>(records: &'a Records, delay: &'a Record) -> Delayed<'a> {
    Delayed {
        of: records.leads_to(delay.id, &link::PART_OF).next(),
        days: delay
            .day("due_was")
            .zip(delay.day("due_now"))
            .map(|(was, now)| was.days_until(now)),
        measures: records.measures_of(delay.id).collect(),
        delay,
    }
}

fn past(due: Day, today: Day) -> Option<u32> {
    u32::try_from(due.days_until(today))
        .ok()
        .filter(|it| *it > 0)
}

/// A number of weeks as days, within ten years.
fn weeks(text: &str) -> Option<i32> {
    text.parse::<i32>()
        .ok()
        .filter(|it| (1..=520).contains(it))
        .map(|it| it * 7)
}

//! The milestones of a line with their days, and its delays: cause, decision, new date, effect on measures.

use super::shown;
use crate::county::County;
use crate::figures::since::Measured;
use crate::words::counted;
use waymark_data::Day;
use waymark_govuk::{Html, Tag};
use waymark_measures::catalogue;
use waymark_programme::forums::{Delayed, delays_of};
use waymark_programme::kinds::MILESTONE;
use waymark_programme::{Asker, Record, Records};

/// A milestone.
pub(super) struct Step {
    pub(super) link: Html,
    pub(super) whose: String,
    pub(super) due: String,
    pub(super) days: String,
    pub(super) tag: Tag,
}

/// The milestones of a line in the order they are due.
pub(super) fn steps(records: &Records, asker: &Asker<'_>, line: &Record, today: Day) -> Vec<Step> {
    let mut found: Vec<&Record> = records
        .parts(line.id, &MILESTONE)
        .filter(|it| asker.may_read(it))
        .collect();
    found.sort_by_key(|it| (it.day("due"), it.id));
    found.into_iter().map(|it| step(it, today)).collect()
}

fn step(step: &Record, today: Day) -> Step {
    let due = step.day("due");
    let put_off = step
        .day("first_due")
        .zip(due)
        .map(|(first, due)| first.days_until(due))
        .filter(|it| *it > 0);
    let mut days: Vec<String> = Vec::new();
    match (step.state.word, due) {
        ("planned", Some(due)) if due < today => {
            days.push(format!("{} over", of_days(due.days_until(today))));
        }
        ("planned", Some(due)) => days.push(shown::from_today(due, today)),
        ("done", due) => {
            let done = step.day("done_on");
            days.extend(done.map(|it| format!("Reached on {}", it.words())));
            let late = due.zip(done).map(|(due, done)| due.days_until(done));
            days.extend(
                late.filter(|it| *it > 0)
                    .map(|it| format!("{} late", of_days(it))),
            );
        }
        _ => {}
    }
    days.extend(put_off.map(|it| format!("put off by {}", of_days(it))));
    Step {
        link: shown::link(step),
        whose: shown::names(step.owners()),
        due: due.map_or_else(String::new, Day::words),
        days: days.join(", "),
        tag: shown::state_tag(step),
    }
}

fn of_days(days: i32) -> String {
    counted(usize::try_from(days).unwrap_or(0), "day", "days")
}

/// A delay.
pub(super) struct Delay {
    pub(super) link: Html,
    pub(super) tag: Tag,
    pub(super) rows: Vec<(&'static str, Html)>,
}

/// The delays of a line and of its milestones, the earliest first.
pub(super) fn delays(
    county: &County,
    records: &Records,
    asker: &Asker<'_>,
    line: &Record,
) -> Vec<Delay> {
    let mut found: Vec<Delayed<'_>> = delays_of(records, line.id);
    for step in records.parts(line.id, &MILESTONE) {
        found.extend(delays_of(records, step.id));
    }
    found.retain(|it| asker.may_read(it.delay));
    found.sort_by_key(|it| (it.delay.date(), it.delay.id));
    found.iter().map(|it| delay(county, line, it)).collect()
}

fn delay(county: &County, line: &Record, delayed: &Delayed<'_>) -> Delay {
    let it = delayed.delay;
    let day = |name: &str| it.day(name).map(Day::words);
    let known = it.date();
    let dates = match (day("due_was"), day("due_now"), delayed.days) {
        (Some(was), Some(now), Some(days)) => {
            format!("{now}; it was {was}, {} earlier", of_days(days))
        }
        (_, Some(now), _) => now,
        (Some(was), None, _) => format!("Not decided; it was {was}"),
        (None, None, _) => "Not decided".to_owned(),
    };
    let mut rows = vec![
        (
            "Known since",
            shown::text(&known.map_or_else(String::new, Day::words), ""),
        ),
        ("Decision", shown::text(it.text("decision"), "None yet")),
        ("New date", shown::text(&dates, "")),
        (
            "Effect on children and measures",
            shown::text(it.text("effect"), "Not said yet"),
        ),
    ];
    if let Some(of) = delayed.of.filter(|of| of.id != line.id) {
        rows.insert(0, ("Holds up", shown::link(of)));
    }
    for measure in delayed.measures.iter().filter_map(|it| catalogue::find(it)) {
        let measured = Measured::of(county, measure, line.area());
        let since = known.map_or_else(String::new, |day| measured.since(day));
        let told = if since.is_empty() {
            measured.sentence()
        } else {
            format!("{}: {since}.", measured.signal.title)
        };
        rows.push(("Measure since then", shown::text(&told, measure.title)));
    }
    rows.retain(|(_, value)| !value.0.is_empty());
    Delay {
        link: shown::link(it),
        tag: shown::state_tag(it),
        rows,
    }
}

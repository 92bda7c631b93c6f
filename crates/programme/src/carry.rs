//! From a meeting that was held to the next: its day, its standing items, and everything carried over.

use crate::change::{Change, Changes};
use crate::kind::{DATE, Kind};
use crate::kinds::{
    ACTION, AGENDA_ITEM, MATTER_ARISING, MEETING, PREDICTION, QUESTION, RECOMMENDATION, REPORT_BACK,
};
use crate::link::{self, End};
use crate::meetings::{body_of, items, meeting_of, of_same_body, same_body};
use crate::permit::same;
use crate::record::{Author, Record, RecordId, Values};
use crate::records::Records;
use std::collections::BTreeSet;
use waymark_data::{Day, working_days};

/// Why the next meeting cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotYet {
    /// The meeting was not held yet.
    NotHeld,
    /// It has no date to count from.
    NoDate,
    /// The next meeting goes on from it already.
    Made(RecordId),
}

/// A meeting every four weeks, where the body does not say.
const WEEKS: i32 = 4;

/// The day of a body's next meeting by its cadence, moved to the next working day if it falls on a holiday.
#[must_use]
pub fn next_date(records: &Records, meeting: &Record) -> Option<Day> {
    let weeks = body_of(records, meeting)
        .and_then(|it| it.text("cadence_weeks").parse::<i32>().ok())
        .filter(|it| (1..=104).contains(it))
        .unwrap_or(WEEKS);
    let mut day = meeting.date()?.plus_days(weeks * 7);
    while !working_days::is_working_day(day) {
        day = day.plus_days(1);
    }
    Some(day)
}

/// What makes the next meeting: the one that is in the calendar already, or a new one by the body's cadence; its standing
/// items, the deferred items, reports owed by then; and under its matters arising what is open and due by then or on no day.
///
/// # Errors
/// [`NotYet`], if there is nothing to go on from.
pub fn next_meeting(records: &Records, meeting: &Record, by: Author) -> Result<Changes, NotYet> {
    if !["held", "drafted", "approved"].contains(&meeting.state.word) {
        return Err(NotYet::NotHeld);
    }
    if let Some(made) = records
        .led_here(meeting.id, &link::CONTINUES)
        .find(|it| it.is(&MEETING))
    {
        return Err(NotYet::Made(made.id));
    }
    let planned = planned_after(records, meeting);
    let on = planned
        .and_then(Record::date)
        .or_else(|| next_date(records, meeting))
        .ok_or(NotYet::NoDate)?;
    let mut changes = Changes::by(by).from_minute(meeting.id);
    let next = match planned {
        Some(it) => it.id,
        None => make_meeting(records, meeting, on, &mut changes),
    };
    changes.link(next, &link::CONTINUES, meeting.id);
    let mut agenda = Agenda {
        records,
        meeting,
        next,
        on,
        there: planned.map_or_else(Vec::new, |it| items(records, it.id)),
        lines: Vec::new(),
    };
    agenda.standing();
    agenda.deferred();
    agenda.reports();
    agenda.write(planned, &mut changes);
    Ok(changes)
}

/// The next meeting of the body that is in the calendar and not yet held.
fn planned_after<'a>(records: &'a Records, meeting: &Record) -> Option<&'a Record> {
    of_same_body(records, meeting)
        .into_iter()
        .find(|it| it.date() > meeting.date() && ["planned", "circulated"].contains(&it.state.word))
}

fn make_meeting(records: &Records, meeting: &Record, on: Day, changes: &mut Changes) -> RecordId {
    let body = body_of(records, meeting);
    let of = |own: &str, of_body: &str| {
        let text = meeting.text(own);
        if text.is_empty() {
            body.map_or("", |it| it.text(of_body)).to_owned()
        } else {
            text.to_owned()
        }
    };
    let mut values = Values::new()
        .with("title", format!("{}, {}", meeting.text("body"), on.words()))
        .with("body", meeting.text("body"))
        .with(DATE, on.to_string());
    for (name, text) in [
        ("starts", of("starts", "starts")),
        ("ends", meeting.text("ends").to_owned()),
        ("place", of("place", "place")),
        ("chair", of("chair", "chair")),
        ("quorum", of("quorum", "quorum")),
    ] {
        values = values.with(name, text);
    }
    if let Some(days) = body.and_then(|it| it.text("papers_days").parse::<u32>().ok()) {
        values = values.with("papers_due", working_days_before(on, days).to_string());
    }
    let next = changes.make_as(&MEETING, "planned", meeting.readers, values);
    if let Some(body) = body {
        changes.link(next, &link::PART_OF, body.id);
    }
    next
}

/// The day so many working days before another, within a year.
fn working_days_before(on: Day, days: u32) -> Day {
    let mut day = on;
    for _ in 0..days.min(260) {
        day = day.plus_days(-1);
        while !working_days::is_working_day(day) {
            day = day.plus_days(-1);
        }
    }
    day
}

/// The agenda being put together.
struct Agenda<'a> {
    records: &'a Records,
    meeting: &'a Record,
    next: RecordId,
    on: Day,
    /// What is on it already.
    there: Vec<&'a Record>,
    lines: Vec<Line<'a>>,
}

/// One item to come.
struct Line<'a> {
    title: String,
    sort: &'static str,
    minutes: String,
    presenter: String,
    /// The earlier items it goes on from.
    from: Vec<&'a Record>,
    about: BTreeSet<End>,
}

impl<'a> Agenda<'a> {
    /// The body's standing items, or those of the meeting it goes on from.
    fn standing(&mut self) {
        let before = items(self.records, self.meeting.id);
        let body = body_of(self.records, self.meeting);
        let listed = body.map_or(&[][..], |it| it.values.list("standing"));
        for line in listed {
            let mut parts = line.split(';').map(str::trim);
            let title = parts.next().unwrap_or("").to_owned();
            let minutes = parts.next().unwrap_or("").to_owned();
            let presenter = parts.next().unwrap_or("").to_owned();
            if !title.is_empty() {
                self.add(&before, title, minutes, presenter);
            }
        }
        if listed.is_empty() {
            for item in &before {
                if ["standing", "aob"].contains(&item.text("sort")) {
                    self.add(
                        &before,
                        item.title().to_owned(),
                        item.text("planned_minutes").to_owned(),
                        item.text("presenter").to_owned(),
                    );
                }
            }
        }
        let open = self.carried_over();
        if let Some(matters) = self.lines.iter_mut().find(|it| is_matters(&it.title)) {
            matters.about.extend(open);
        } else if !open.is_empty() {
            self.lines.insert(0, self.matters(open));
        }
    }

    /// The item under which what is carried over comes up, where the body has no standing one.
    fn matters(&self, open: BTreeSet<End>) -> Line<'a> {
        let there = self.there.iter().find(|it| is_matters(it.title()));
        Line {
            title: there.map_or("Matters arising", |it| it.title()).to_owned(),
            sort: "standing",
            minutes: String::new(),
            presenter: String::new(),
            from: Vec::new(),
            about: open,
        }
    }

    fn add(&mut self, before: &[&'a Record], title: String, minutes: String, presenter: String) {
        let from = before.iter().copied().find(|it| same(it.title(), &title));
        let about = from
            .filter(|_| !is_matters(&title))
            .map_or_else(BTreeSet::new, |it| self.subjects(it));
        let from = from.into_iter().collect();
        self.lines.push(Line {
            sort: if is_last(&title) { "aob" } else { "standing" },
            minutes: if minutes.parse::<u32>().is_ok() {
                minutes
            } else {
                String::new()
            },
            title,
            presenter,
            from,
            about,
        });
    }

    /// What an item was about and still is.
    fn subjects(&self, item: &Record) -> BTreeSet<End> {
        self.records
            .links_from(item.id)
            .iter()
            .filter(|it| *it.kind == link::ABOUT)
            .filter(|it| match it.to {
                End::Record(id) => self
                    .records
                    .get(id)
                    .is_some_and(|it| !it.deleted && (it.is_open() || !OWED.contains(&it.kind))),
                End::Measure(_) => true,
            })
            .map(|it| it.to.clone())
            .collect()
    }

    /// Deferred items of this meeting and of the body's earlier ones that no later agenda took up. One that comes up again
    /// anyway, a standing item, is on the agenda once.
    fn deferred(&mut self) {
        let deferred: Vec<&Record> = self
            .records
            .of(&AGENDA_ITEM)
            .filter(|it| it.state.word == "deferred")
            .filter(|it| {
                meeting_of(self.records, it)
                    .is_some_and(|it| same_body(self.records, it, self.meeting))
            })
            .collect();
        for item in deferred {
            let about = self.subjects(item);
            let again = self.lines.iter_mut().find(|it| {
                same(&it.title, item.title()) || it.from.iter().any(|it| it.id == item.id)
            });
            if let Some(line) = again {
                if line.from.iter().all(|it| it.id != item.id) {
                    line.from.push(item);
                }
                if !is_matters(&line.title) {
                    line.about.extend(about);
                }
                continue;
            }
            let line = Line {
                title: item.title().to_owned(),
                sort: match item.text("sort") {
                    "presentation" => "presentation",
                    "decision" => "decision",
                    _ => "update",
                },
                minutes: item.text("planned_minutes").to_owned(),
                presenter: item.text("presenter").to_owned(),
                from: vec![item],
                about,
            };
            self.before_last(line);
        }
    }

    /// Reports that other bodies owe this one by then.
    fn reports(&mut self) {
        let body = body_of(self.records, self.meeting);
        let ours = |name: &str| {
            same(name, self.meeting.text("body"))
                || body
                    .is_some_and(|it| same(name, it.text("name")) || same(name, it.text("short")))
        };
        let owed: Vec<&Record> = self
            .records
            .of(&REPORT_BACK)
            .filter(|it| it.is_open() && ours(it.text("to")))
            .filter(|it| self.records.due(it).is_some_and(|due| due <= self.on))
            .collect();
        for report in owed {
            let owner = report.owners().join(", ");
            self.before_last(Line {
                title: format!("{}: {}", owner, report.title())
                    .chars()
                    .take(crate::check::LINE)
                    .collect(),
                sort: "update",
                minutes: String::new(),
                presenter: owner.chars().take(crate::check::LINE).collect(),
                from: Vec::new(),
                about: BTreeSet::from([End::Record(report.id)]),
            });
        }
    }

    /// Any other business stays last.
    fn before_last(&mut self, line: Line<'a>) {
        let at = self
            .lines
            .iter()
            .position(|it| it.sort == "aob")
            .unwrap_or(self.lines.len());
        self.lines.insert(at, line);
    }

    /// The minutes to be approved, what is open and due by then or on no day, and what waits for a meeting to confirm it.
    fn carried_over(&self) -> BTreeSet<End> {
        let body_meetings: BTreeSet<RecordId> = of_same_body(self.records, self.meeting)
            .iter()
            .map(|it| it.id)
            .collect();
        let mut about: BTreeSet<End> = self
            .records
            .of(&MEETING)
            .filter(|it| body_meetings.contains(&it.id))
            .filter(|it| ["held", "drafted"].contains(&it.state.word))
            .map(|it| End::Record(it.id))
            .collect();
        let owed = self
            .records
            .all()
            .filter(|it| OWED.contains(&it.kind) && !it.is(&REPORT_BACK) && it.is_open());
        for record in owed {
            let ours =
                meeting_of(self.records, record).is_some_and(|it| body_meetings.contains(&it.id));
            // What nobody gave a day is carried until it is done, or it would be lost.
            let comes_up = record.state.word == "evidenced"
                || self.records.due(record).is_none_or(|due| due <= self.on);
            if ours && comes_up {
                about.insert(End::Record(record.id));
            }
        }
        about
    }

    /// Makes the items, timed one after the other.
    fn write(self, planned: Option<&Record>, changes: &mut Changes) {
        let place = planned.unwrap_or(self.meeting);
        let body = body_of(self.records, self.meeting);
        let starts = [
            place.text("starts"),
            body.map_or("", |it| it.text("starts")),
        ]
        .into_iter()
        .find_map(|it| jiff::civil::Time::strptime("%H:%M", it).ok());
        let mut clock = starts;
        let taken = self.there.len();
        let there = self.there;
        let known = |line: &Line<'_>| there.iter().find(|it| same(it.title(), &line.title));
        let (old, new): (Vec<Line<'_>>, Vec<Line<'_>>) =
            self.lines.into_iter().partition(|it| known(it).is_some());
        // What is on the agenda already takes up what is carried over.
        for line in old {
            if let Some(item) = known(&line) {
                line.goes_on(item.id, changes);
            }
        }
        for (at, line) in new.into_iter().enumerate() {
            let number = (taken + at + 1).to_string();
            let mut values = Values::new()
                .with("title", line.title.as_str())
                .with("number", number.clone())
                .with("order", number)
                .with("sort", line.sort)
                .with("planned_minutes", line.minutes.clone())
                .with("presenter", line.presenter.as_str());
            // Once a length is unknown, the times after it are guesses.
            if taken == 0
                && let Some(now) = clock
            {
                values = values.with("starts", now.strftime("%H:%M").to_string());
                clock =
                    line.minutes.parse::<i64>().ok().and_then(|it| {
                        now.checked_add(jiff::Span::new().minutes(it.min(720))).ok()
                    });
            }
            let item = changes.make_as(&AGENDA_ITEM, "planned", self.meeting.readers, values);
            changes.link(item, &link::PART_OF, self.next);
            line.goes_on(item, changes);
        }
    }
}

impl Line<'_> {
    /// Links an item to the one it goes on from and to what it is about.
    fn goes_on(self, item: RecordId, changes: &mut Changes) {
        for from in self.from {
            changes.link(item, &link::CONTINUES, from.id);
            if from.state.word == "deferred" {
                changes.list.push(Change::Move {
                    record: from.id,
                    read: from.version,
                    to: "carried",
                });
            }
        }
        for end in self.about {
            changes.link(item, &link::ABOUT, end);
        }
    }
}

/// The kinds of which something is owed until it is given.
const OWED: &[&Kind] = &[
    &ACTION,
    &MATTER_ARISING,
    &QUESTION,
    &RECOMMENDATION,
    &PREDICTION,
    &REPORT_BACK,
];

/// Whether an item is the one under which the last minutes and what is open are gone through.
fn is_matters(title: &str) -> bool {
    let title = title.to_lowercase();
    ["minutes", "matters arising", "actions"]
        .iter()
        .any(|it| title.contains(it))
}

fn is_last(title: &str) -> bool {
    title.to_lowercase().contains("any other business")
}

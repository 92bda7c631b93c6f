//! What each step of an action changes, and what it needs.

use super::found;
use super::step::Step;
use crate::desk::hand_in;
use crate::forms::{Fields, Posted};
use crate::house::House;
use crate::notice::To;
use crate::problem::Problem;
use crate::user::{RunsActions, User};
use axum::extract::{Path, State};
use waymark_data::Day;
use waymark_programme::accepting::accept;
use waymark_programme::check::TEXT;
use waymark_programme::kind::{AREA, DUE, OWNERS};
use waymark_programme::kinds::PLAN_LINE;
use waymark_programme::link::{CAME_FROM, CONTINUES};
use waymark_programme::{Asker, Change, Changes, Mistake, Record, RecordId, Values};

/// What was typed into a step's form.
#[derive(Default)]
pub(super) struct Asked {
    pub(super) progress: String,
    pub(super) evidence: String,
    pub(super) reason: String,
    /// Day, month, year, as typed.
    pub(super) date: [String; 3],
    pub(super) minute: String,
    /// The date stays, whatever was proposed.
    pub(super) keeps: bool,
}

impl Asked {
    pub(super) fn of(fields: &Fields) -> Self {
        let text = |name: &str| fields.get(name).replace("\r\n", "\n");
        Self {
            progress: text("progress"),
            evidence: text("evidence"),
            reason: text("reason"),
            date: ["date-day", "date-month", "date-year"].map(|it| fields.get(it).to_owned()),
            minute: fields.get("minute").to_owned(),
            keeps: fields.get("decide") == "keep",
        }
    }

    /// The day that was typed.
    pub(super) fn day(&self) -> Option<Day> {
        typed_day(&self.date)
    }
}

/// The day of three boxes.
pub(crate) fn typed_day([day, month, year]: &[String; 3]) -> Option<Day> {
    let year: i16 = year.parse().ok().filter(|it| (1900..=2200).contains(it))?;
    Day::new(year, month.parse().ok()?, day.parse().ok()?)
}

/// What the form holds before anybody typed.
pub(super) fn before(step: Step, action: &Record) -> Asked {
    let mut asked = Asked {
        progress: action.text("progress").to_owned(),
        evidence: action.text("evidence").to_owned(),
        ..Asked::default()
    };
    if step == Step::Date
        && let Some(day) = action.day("proposed_due")
    {
        let date = day.date();
        asked.date = [
            date.day().to_string(),
            date.month().to_string(),
            date.year().to_string(),
        ];
        action.text("proposed_why").clone_into(&mut asked.reason);
    }
    asked
}

/// What a step says above its form.
pub(super) fn lead(step: Step, action: &Record) -> &'static str {
    match step {
        Step::Accept if action.owners().len() > 1 => {
            "You take it on, by the day it is due. Others who own it accept for themselves."
        }
        Step::Accept => "You take it on, by the day it is due.",
        Step::Done => "A meeting confirms it on this evidence; then the action is closed.",
        Step::Close => "Closing is decided at a meeting, on the evidence below.",
        Step::Propose => "The board decides. Until then the date stands as it is.",
        Step::Date if action.values.has("proposed_due") => {
            "Another date is proposed. Move the date, or keep it and say why."
        }
        Step::Date => "The day it was first promised for is kept, and every move with its reason.",
        Step::SendBack => "The action is open again for its owner.",
        Step::Withdraw => "Nothing more is expected. The action stays on record.",
        Step::Reopen => "The action is open again, and counts as overdue if its day is past.",
        Step::Progress | Step::Evidence => "",
    }
}

/// What a step shows of the action above its form.
pub(super) fn shown(step: Step, action: &Record) -> Vec<(&'static str, String)> {
    let mut shown = match step {
        Step::Close | Step::SendBack => vec![
            ("Evidence", action.text("evidence").to_owned()),
            ("Who did it", action.owners().join(", ")),
        ],
        Step::Date | Step::Propose => vec![
            (
                "Due now",
                action.day(DUE).map_or_else(String::new, Day::words),
            ),
            (
                "Proposed",
                action
                    .day("proposed_due")
                    .map_or_else(String::new, Day::words),
            ),
            ("Proposed by", action.text("proposed_by").to_owned()),
            ("Why", action.text("proposed_why").to_owned()),
        ],
        _ => Vec::new(),
    };
    shown.retain(|(_, value)| !value.is_empty());
    shown
}

/// What is missing, before the gate is asked.
pub(super) fn mistakes(step: Step, action: &Record, asked: &Asked) -> Vec<Mistake> {
    let mut found = Vec::new();
    let mut must = |empty: bool, field: &'static str, words: &str| {
        if empty {
            found.push(Mistake::new(field, words));
        }
    };
    match step {
        Step::Accept => {}
        Step::Progress => must(asked.progress.is_empty(), "progress", "Write how far it is"),
        Step::Done | Step::Evidence => must(
            asked.evidence.is_empty(),
            "evidence",
            "Write what was done, and where it can be seen",
        ),
        Step::Propose => {
            must(
                asked.day().is_none(),
                "date",
                "Write a real day, such as 31 3 2018",
            );
            must(
                asked.reason.is_empty(),
                "reason",
                "Say why you need another date",
            );
        }
        Step::Date => {
            must(
                !asked.keeps && asked.day().is_none(),
                "date",
                "Write a real day, such as 31 3 2018",
            );
            let same = !asked.keeps && asked.day().is_some() && asked.day() == action.day(DUE);
            must(
                same,
                "date",
                "That is the date it has; write another, or keep it",
            );
            must(asked.reason.is_empty(), "reason", "Say why");
        }
        Step::SendBack | Step::Reopen => must(asked.reason.is_empty(), "reason", "Say why"),
        Step::Withdraw => {
            must(asked.reason.is_empty(), "reason", "Say why");
            must(
                asked.minute.is_empty(),
                "minute",
                "Choose the meeting that decided it",
            );
        }
        Step::Close => must(
            asked.minute.is_empty(),
            "minute",
            "Choose the meeting that decided it",
        ),
    }
    for (field, text) in [
        ("progress", &asked.progress),
        ("evidence", &asked.evidence),
        ("reason", &asked.reason),
    ] {
        if text.chars().count() > TEXT {
            found.push(Mistake::new(
                field,
                "Shorten it to 50,000 characters or fewer",
            ));
        }
    }
    found
}

/// The changes a step makes.
pub(super) fn changes(
    step: Step,
    user: &User,
    asker: &Asker<'_>,
    action: &Record,
    asked: &Asked,
) -> Changes {
    let mut changes = Changes::by(user.author());
    if !matches!(step, Step::Propose) {
        changes = changes.because(asked.reason.clone());
    }
    if let Ok(minute) = asked.minute.parse() {
        changes = changes.from_minute(RecordId(minute));
    }
    let mut values = action.values.clone();
    let mut moves = true;
    match step {
        // An owner accepts for themselves, the board's desk for all.
        Step::Accept => {
            let owner = asker.owns(action).then_some(asker.name);
            (values, moves) = accept(action, owner);
        }
        Step::Progress => values = values.with("progress", &asked.progress),
        Step::Done | Step::Evidence => values = values.with("evidence", &asked.evidence),
        Step::Propose => {
            let day = asked.day().map_or_else(String::new, |it| it.to_string());
            values = proposing(values, &day, &asked.reason, &user.name);
        }
        Step::Date => {
            values = proposing(values, "", "", "");
            if let Some(day) = asked.day().filter(|_| !asked.keeps) {
                values = moving(values, day);
            }
        }
        _ => {}
    }
    let edits = values != action.values || step == Step::Evidence;
    if edits {
        changes.list.push(edit(action, values));
    }
    let way = step.way().and_then(|it| action.kind.way(it));
    if let Some(way) = way.filter(|_| moves) {
        changes.list.push(Change::Move {
            record: action.id,
            read: action.version + u32::from(edits),
            to: way.to,
        });
    }
    changes
}

/// An edit of an action that leaves its readers as they are.
pub(crate) fn edit(action: &Record, values: Values) -> Change {
    Change::Edit {
        record: action.id,
        read: action.version,
        readers: action.readers,
        values,
    }
}

/// With this proposal of another date; with empty texts, without one.
pub(crate) fn proposing(values: Values, day: &str, why: &str, by: &str) -> Values {
    values
        .with("proposed_due", day)
        .with("proposed_why", why)
        .with("proposed_by", by.chars().take(300).collect::<String>())
}

/// With another due date; the first one is kept.
fn moving(values: Values, day: Day) -> Values {
    let first = values.day("first_due").or(values.day(DUE));
    let values = values.with(DUE, day.to_string());
    match first {
        Some(first) => values.with("first_due", first.to_string()),
        None => values,
    }
}

/// Makes a plan line that goes on with an action and keeps where it came from (S-025).
pub(super) async fn carry(
    RunsActions(user): RunsActions,
    State(house): State<House>,
    Path(action): Path<String>,
    Posted(_): Posted,
) -> Result<To, Problem> {
    let records = house.records().await?;
    let action = found(&records, &action)?;
    if !user.asker().may_read(action) {
        return Err(Problem::NotFound);
    }
    let values = Values::new()
        .with("text", action.title())
        .with_list(OWNERS, action.owners().to_vec())
        .with(AREA, action.area())
        .with("progress", action.text("progress"));
    let mut changes = Changes::by(user.author());
    let line = changes.make_as(&PLAN_LINE, PLAN_LINE.states[0].word, action.readers, values);
    changes.link(line, &CAME_FROM, action.id);
    changes.link(line, &CONTINUES, action.id);
    let kept = hand_in(&house, &user, &changes).await?;
    let line = kept.number(line);
    let records = house.records().await?;
    let made = records.get(line).ok_or(Problem::NotFound)?;
    Ok(To::page(made.path()))
}

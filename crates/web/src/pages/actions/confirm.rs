//! Closing several actions at once, at the meeting that confirms them.

use super::path;
use super::step::{minutes, summary};
use crate::desk::{Returned, hand_in};
use crate::forms::{Fields, Posted};
use crate::house::House;
use crate::notice::{Notice, To};
use crate::page::{Page, Section};
use crate::problem::Problem;
use crate::user::{RunsMeetings, User};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use std::collections::BTreeSet;
use waymark_data::Day;
use waymark_govuk::{Button, ErrorSummary, Select};
use waymark_programme::kinds::ACTION;
use waymark_programme::meetings::meeting_of;
use waymark_programme::{Change, Changes, Mistake, Record, RecordId, Records, deciding};

/// So many meetings are offered.
const MEETINGS: usize = 30;

#[derive(Template)]
#[template(path = "pages/actions/confirm.html")]
pub(super) struct Form {
    mistakes: Option<ErrorSummary>,
    csrf: String,
    actions: Vec<Waiting>,
    minute: Select,
    submit: Button,
    error: String,
}

/// An action with its evidence, as the meeting looks at it.
struct Waiting {
    id: RecordId,
    /// The action and the version its evidence was shown in.
    value: String,
    reference: String,
    title: String,
    owners: String,
    evidence: String,
    href: String,
    ticked: bool,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct At {
    meeting: String,
}

pub(super) async fn show(
    RunsMeetings(user): RunsMeetings,
    State(house): State<House>,
    Query(at): Query<At>,
) -> Result<Page<Form>, Problem> {
    let records = house.records().await?;
    Ok(form(&house, &user, &records, &at.meeting, &[], &[]))
}

fn form(
    house: &House,
    user: &User,
    records: &Records,
    meeting: &str,
    ticked: &[String],
    mistakes: &[Mistake],
) -> Page<Form> {
    let wrong = |field: &str| {
        let found = mistakes.iter().find(|it| it.field == field);
        found.map_or("", |it| it.words.as_str()).to_owned()
    };
    let actions: Vec<Waiting> = waiting(records, user)
        .map(|it| {
            let value = format!("{}-{}", it.id, it.version);
            Waiting {
                id: it.id,
                ticked: ticked.contains(&value),
                value,
                reference: it.reference(),
                title: it.title().to_owned(),
                owners: it.owners().join(", "),
                evidence: it.text("evidence").to_owned(),
                href: path(it.id),
            }
        })
        .collect();
    let confirming = confirming(records, user, house.today());
    let view = Form {
        mistakes: summary(mistakes),
        csrf: user.csrf.clone(),
        actions,
        minute: minutes(
            user,
            confirming.into_iter(),
            "Which meeting confirmed them?",
            meeting,
        )
        .error(wrong("minute")),
        submit: Button::new("Close those ticked").prevent_double_click(true),
        error: wrong("actions"),
    };
    let page = Page::new("Confirm actions at a meeting", view)
        .section(Section::Actions)
        .under("Actions", "/actions")
        .without_data_age();
    if mistakes.is_empty() {
        page
    } else {
        page.with_mistakes()
    }
}

/// The actions whose evidence awaits confirmation.
fn waiting<'a>(records: &'a Records, user: &'a User) -> impl Iterator<Item = &'a Record> {
    records
        .of(&ACTION)
        .filter(|it| it.state.word == "evidenced" && user.asker().may_read(it))
}

/// The latest meetings at which one or more of them can be confirmed, the latest first.
fn confirming<'a>(records: &'a Records, user: &User, today: Day) -> Vec<&'a Record> {
    let Some(close) = ACTION.way("close") else {
        return Vec::new();
    };
    // What the same owners were asked to do at the same meeting is confirmed at the same ones.
    let mut seen = BTreeSet::new();
    let alike: Vec<&Record> = waiting(records, user)
        .filter(|it| seen.insert((meeting_of(records, it).map(|it| it.id), it.owners())))
        .collect();
    let confirms = |meeting: &Record| {
        alike
            .iter()
            .any(|it| deciding::may(records, it, close, meeting))
    };
    deciding::sat(records, today)
        .into_iter()
        .filter(|it| confirms(it))
        .take(MEETINGS)
        .collect()
}

/// Which of those ticked this meeting cannot confirm, and why.
fn not_there(records: &Records, ticked: &[Change], minute: RecordId, today: Day) -> Vec<Mistake> {
    let Some(close) = ACTION.way("close") else {
        return Vec::new();
    };
    ticked
        .iter()
        .filter_map(|it| match it {
            Change::Move { record, .. } => records.get(*record),
            _ => None,
        })
        .filter_map(|it| {
            let why = deciding::why_not(records, it, close, minute, today)?;
            Some(Mistake::new("minute", format!("{}: {why}", it.reference())))
        })
        .collect()
}

pub(super) async fn close(
    RunsMeetings(user): RunsMeetings,
    State(house): State<House>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let ticked: Vec<String> = fields.all("actions").map(str::to_owned).collect();
    let meeting = fields.get("minute");
    let again = |mistakes: &[Mistake]| {
        Ok(form(&house, &user, &records, meeting, &ticked, mistakes).into_response())
    };
    let mistakes = missing(&fields, &ticked);
    if !mistakes.is_empty() {
        return again(&mistakes);
    }
    let minute = meeting
        .parse()
        .map(RecordId)
        .map_err(|_| Problem::NotUnderstood)?;
    let mut changes = Changes::by(user.author()).from_minute(minute);
    for value in &ticked {
        let (id, version) = value.split_once('-').ok_or(Problem::NotUnderstood)?;
        changes.list.push(Change::Move {
            record: RecordId(id.parse().map_err(|_| Problem::NotUnderstood)?),
            // The version whose evidence the meeting saw: later evidence has to be looked at anew.
            read: version.parse().map_err(|_| Problem::NotUnderstood)?,
            to: "closed",
        });
    }
    let not_there = not_there(&records, &changes.list, minute, house.today());
    if !not_there.is_empty() {
        return again(&not_there);
    }
    match hand_in(&house, &user, &changes).await {
        Ok(_) => Ok(To::page("/actions")
            .saying(Notice::ActionsClosed)
            .into_response()),
        Err(Returned::Mistakes(mistakes)) => again(&mistakes),
        Err(other) => Err(other.into()),
    }
}

fn missing(fields: &Fields, ticked: &[String]) -> Vec<Mistake> {
    let mut found = Vec::new();
    if ticked.is_empty() {
        found.push(Mistake::new(
            "actions",
            "Tick the actions that the meeting confirmed",
        ));
    }
    if fields.get("minute").is_empty() {
        found.push(Mistake::new(
            "minute",
            "Choose the meeting that confirmed them",
        ));
    }
    found
}

//! Making a meeting of a body: its usual time, place, chair and quorum, and its standing items come with it.

use super::times;
use crate::desk::{Returned, hand_in};
use crate::forms::{Fields, Posted};
use crate::house::House;
use crate::notice::{Notice, To};
use crate::page::{Page, Section};
use crate::pages::records::{cite, form, mistakes, posted, readers};
use crate::problem::Problem;
use crate::user::{RunsMeetings, User};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use waymark_govuk::{
    Button, Checkboxes, Choice, ErrorLink, ErrorSummary, Html, Radios, Select, SelectOption,
};
use waymark_programme::kind::DATE;
use waymark_programme::{
    Changes, Mistake, Readers, Record, RecordId, Records, Values, kinds, link, meetings,
};

/// Of which body: `?body=12`.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Asked {
    body: String,
}

/// The fields a new meeting is asked for; the rest is worked out or written later.
const ASKED: [&str; 7] = [
    DATE,
    "starts",
    "ends",
    "place",
    "chair",
    "quorum",
    "papers_due",
];

#[derive(Template)]
#[template(path = "pages/meetings/new.html")]
struct Form {
    mistakes: Option<ErrorSummary>,
    csrf: String,
    has_bodies: bool,
    body: Select,
    inputs: Vec<Html>,
    anyway: Option<Checkboxes>,
    readers: Radios,
    submit: Button,
}

pub(super) async fn show(
    RunsMeetings(user): RunsMeetings,
    State(house): State<House>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let bodies = bodies(&records, &user);
    let chosen = match bodies.as_slice() {
        [only] => Some(*only),
        all => all
            .iter()
            .find(|it| it.id.to_string() == asked.body)
            .copied(),
    };
    let values = chosen.map_or_else(Values::new, |it| usual(&records, it));
    let chosen = chosen.map(|it| it.id);
    Ok(page(&house, &user, &bodies, chosen, &values, None, &[]))
}

pub(super) async fn make(
    RunsMeetings(user): RunsMeetings,
    State(house): State<House>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let bodies = bodies(&records, &user);
    let body = bodies
        .iter()
        .find(|it| it.id.to_string() == fields.get("body"))
        .copied();
    let values = typed(&fields);
    let mut wrong = Vec::new();
    match body {
        None => wrong.push(Mistake::new("body", "Choose which body meets")),
        Some(body) => wrong.extend(odd_day(&records, body, &values, &fields)),
    }
    let again = |wrong: &[Mistake]| {
        let chosen = body.map(|it| it.id);
        page(
            &house,
            &user,
            &bodies,
            chosen,
            &values,
            Some(&fields),
            wrong,
        )
    };
    let Some(body) = body.filter(|_| wrong.is_empty()) else {
        return Ok(again(&wrong));
    };
    let values = whole(body, values.clone());
    let mut changes = Changes::by(user.author());
    let readers = readers::chosen(&user, &fields, kinds::MEETING.readers);
    let made = meeting_of(&mut changes, body, readers, values);
    standing_items(&mut changes, made, body, readers);
    match hand_in(&house, &user, &changes).await {
        Ok(kept) => {
            let to = format!("/meetings/{}", kept.number(made));
            Ok(To::page(to).saying(Notice::MeetingMade).into_response())
        }
        Err(Returned::Mistakes(wrong)) => Ok(again(&wrong)),
        Err(other) => Err(other.into()),
    }
}

/// What a body's next meeting usually is: so many weeks after its last, on a working day.
fn usual(records: &Records, body: &Record) -> Values {
    let mut values = Values::new();
    let last = meetings::of_body(records, body)
        .into_iter()
        .filter_map(Record::date)
        .max();
    let weeks: Option<i32> = body.text("cadence_weeks").parse().ok();
    if let (Some(last), Some(weeks)) = (last, weeks) {
        let day = times::working_day_from(last.plus_days(weeks.saturating_mul(7)));
        values = values.with(DATE, day.to_string());
    }
    for name in ["starts", "place", "chair", "quorum"] {
        values = values.with(name, body.text(name));
    }
    values
}

/// What was typed of a meeting's own fields.
pub(super) fn typed(fields: &Fields) -> Values {
    let mut values = Values::new();
    for name in ASKED {
        if let Some(field) = kinds::MEETING.field(name) {
            values.set(name, posted::value(field, fields));
        }
    }
    values
}

/// The body's own words for what was left empty; when papers are due; what the meeting is called.
pub(super) fn whole(body: &Record, mut values: Values) -> Values {
    for name in ["starts", "place", "chair", "quorum"] {
        if !values.has(name) {
            values = values.with(name, body.text(name));
        }
    }
    values = values.with("body", body.text("name"));
    let date = values.day(DATE);
    if let Some(date) = date {
        if !values.has("papers_due")
            && let Ok(days) = body.text("papers_days").parse()
        {
            let due = times::working_days_before(date, days);
            values = values.with("papers_due", due.to_string());
        }
        let title = format!("{}, {}", body.text("name"), date.words());
        values = values.with("title", title);
    } else {
        values = values.with("title", body.text("name"));
    }
    values
}

/// A day on which nobody is at work, or on which the body meets already, is asked about once.
pub(super) fn odd_day(
    records: &Records,
    body: &Record,
    values: &Values,
    fields: &Fields,
) -> Option<Mistake> {
    let date = values.day(DATE)?;
    if fields.get("anyway") == "yes" {
        return None;
    }
    let why = if meetings::of_body(records, body)
        .iter()
        .any(|it| it.date() == Some(date))
    {
        "this body meets on that day already".to_owned()
    } else {
        match times::no_work(date).as_str() {
            "" => return None,
            why => format!("{} is {why}", date.words()),
        }
    };
    Some(Mistake::new(
        DATE,
        format!("Date: {why}. Choose another day, or tick that it is meant"),
    ))
}

/// A meeting of a body, in a list of changes; its number there.
pub(super) fn meeting_of(
    changes: &mut Changes,
    body: &Record,
    readers: Readers,
    values: Values,
) -> RecordId {
    let kind = &kinds::MEETING;
    let made = changes.make_as(kind, kind.states[0].word, readers, values);
    changes.link(made, &link::PART_OF, body.id);
    made
}

/// A body's standing items on a new meeting's agenda: "title; minutes; presenter", one to a line.
fn standing_items(changes: &mut Changes, meeting: RecordId, body: &Record, readers: Readers) {
    for (at, line) in body.values.list("standing").iter().enumerate() {
        let kind = &kinds::AGENDA_ITEM;
        let made = changes.make_as(kind, kind.states[0].word, readers, standing(at + 1, line));
        changes.link(made, &link::PART_OF, meeting);
    }
}

fn standing(place: usize, line: &str) -> Values {
    let mut parts = line.split(';').map(str::trim);
    let title = parts.next().unwrap_or_default();
    let mut values = Values::new()
        .with("title", title)
        .with("order", place.to_string())
        .with("sort", sort_of(title));
    for part in parts.filter(|it| !it.is_empty()) {
        // "10", "10 minutes", or who presents it.
        let digits: String = part.chars().take_while(char::is_ascii_digit).collect();
        if digits.is_empty() {
            values = values.with("presenter", part);
        } else {
            values = values.with("planned_minutes", digits);
        }
    }
    values
}

fn sort_of(title: &str) -> &'static str {
    if title.to_lowercase().contains("other business") {
        "aob"
    } else {
        "standing"
    }
}

fn bodies<'a>(records: &'a Records, user: &User) -> Vec<&'a Record> {
    records
        .of(&kinds::BODY)
        .filter(|it| it.state.word == "active" && user.asker().may_read(it))
        .collect()
}

fn page(
    house: &House,
    user: &User,
    bodies: &[&Record],
    chosen: Option<RecordId>,
    values: &Values,
    fields: Option<&Fields>,
    wrong: &[Mistake],
) -> Response {
    let mut options = vec![SelectOption::new("", "Choose a body")];
    options.extend(
        bodies
            .iter()
            .map(|it| SelectOption::new(it.id.to_string(), cite::shortened(it.title(), 80))),
    );
    let asked_before = wrong
        .iter()
        .any(|it| it.field == DATE && it.words.contains("is meant"));
    let view = Form {
        mistakes: summary(wrong),
        csrf: user.csrf.clone(),
        has_bodies: !bodies.is_empty(),
        body: Select::new("body", "Which body meets?", options)
            .value(chosen.map_or_else(String::new, |it| it.to_string()))
            .error(mistakes::wrong(wrong, "body")),
        inputs: inputs(house, user, values, wrong),
        anyway: asked_before.then(anyway),
        readers: readers::question(
            user,
            fields.map_or(kinds::MEETING.readers, |it| {
                readers::chosen(user, it, kinds::MEETING.readers)
            }),
        ),
        submit: Button::new("Make the meeting").prevent_double_click(true),
    };
    let page = Page::new("Make a meeting", view)
        .section(Section::Meetings)
        .under("Meetings", "/meetings")
        .without_data_age();
    if wrong.is_empty() {
        page.into_response()
    } else {
        page.with_mistakes().into_response()
    }
}

/// The questions about a meeting's own fields.
pub(super) fn inputs(house: &House, user: &User, values: &Values, wrong: &[Mistake]) -> Vec<Html> {
    ASKED
        .iter()
        .filter_map(|it| kinds::MEETING.field(it))
        .map(|it| form::input(house, user, it, values, wrong))
        .collect()
}

/// The box that says an odd day is meant.
pub(super) fn anyway() -> Checkboxes {
    Checkboxes::new(
        "anyway",
        "Is this day meant?",
        vec![Choice::new("yes", "Yes, meet on that day all the same")],
    )
}

/// The summary above: the body is no field of a meeting's form, the others are.
pub(super) fn summary(wrong: &[Mistake]) -> Option<ErrorSummary> {
    if wrong.iter().any(|it| it.field == "body") {
        let links: Vec<ErrorLink> = wrong
            .iter()
            .map(|it| match it.field {
                "body" => ErrorLink::new(&it.words, "body"),
                _ => ErrorLink::default().content(&it.words),
            })
            .collect();
        return Some(ErrorSummary::new(links));
    }
    mistakes::summary(&kinds::MEETING, wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_standing_item_is_a_line_of_title_minutes_and_presenter() {
        let item = standing(2, "Minutes and matters arising; 10 minutes; Chair");
        assert_eq!(item.text("title"), "Minutes and matters arising");
        assert_eq!(item.text("planned_minutes"), "10");
        assert_eq!(item.text("presenter"), "Chair");
        assert_eq!(item.text("order"), "2");
        let item = standing(9, "Any other business");
        assert_eq!(item.text("sort"), "aob");
        assert!(!item.has("planned_minutes"));
    }
}

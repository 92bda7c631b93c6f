//! The items of an agenda: adding one, changing it, saying what it is about, moving it up and down.

use super::{agenda, item, meeting, path};
use crate::desk::{Returned, hand_in};
use crate::forms::{Fields, Posted};
use crate::house::House;
use crate::notice::{Notice, To};
use crate::page::{Page, Section};
use crate::pages::records::{cite, form, mistakes, posted, readers, shown};
use crate::problem::Problem;
use crate::user::{RunsMeetings, User};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use waymark_govuk::{
    Button, Checkboxes, Choice, ErrorSummary, Html, Input, Radios, Select, SelectOption,
    SummaryList,
};
use waymark_measures::catalogue;
use waymark_programme::{
    Change, Changes, End, Mistake, Record, RecordId, Records, Values, kinds, link, meetings,
};

/// The fields of an item that are planned; its minute is written in the room.
const PLANNED: [&str; 7] = [
    "title",
    "sort",
    "planned_minutes",
    "presenter",
    "seeks",
    "starts",
    "number",
];

#[derive(Template)]
#[template(path = "pages/meetings/item.html")]
struct Form {
    title: String,
    action: String,
    mistakes: Option<ErrorSummary>,
    theirs: Option<SummaryList>,
    csrf: String,
    read: u32,
    inputs: Vec<Html>,
    measure: Select,
    about: Input,
    known: Option<Checkboxes>,
    readers: Radios,
    submit: Button,
    record: String,
}

pub(super) async fn new(
    RunsMeetings(user): RunsMeetings,
    State(house): State<House>,
    Path(number): Path<String>,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let meeting = meeting(&records, &user, &number)?;
    let values = Values::new().with("sort", "update");
    Ok(Shown::of(&house, &user, &records, meeting).page(&values, None))
}

pub(super) async fn add(
    RunsMeetings(user): RunsMeetings,
    State(house): State<House>,
    Path(number): Path<String>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let meeting = meeting(&records, &user, &number)?;
    let values = typed(&fields, &Values::new());
    let mut changes = Changes::by(user.author());
    // Any other business stays last.
    let items = meetings::items(&records, meeting.id);
    let at = items
        .iter()
        .position(|it| it.text("sort") == "aob")
        .filter(|_| values.text("sort") != "aob")
        .unwrap_or(items.len());
    let kind = &kinds::AGENDA_ITEM;
    let held = values.clone().with("order", (at + 1).to_string());
    let readers = readers::chosen(&user, &fields, meeting.readers);
    let made = changes.make_as(kind, kind.states[0].word, readers, held);
    changes.link(made, &link::PART_OF, meeting.id);
    let mut order: Vec<Option<&Record>> = items.into_iter().map(Some).collect();
    order.insert(at, None);
    put_in_order(&mut changes, &order);
    let mut wrong = Vec::new();
    link_subject(&user, &records, &mut changes, made, &fields, &mut wrong);
    let shown = Shown {
        typed: Some(&fields),
        ..Shown::of(&house, &user, &records, meeting)
    };
    if !wrong.is_empty() {
        return Ok(Shown {
            wrong: &wrong,
            ..shown
        }
        .page(&values, None));
    }
    match hand_in(&house, &user, &changes).await {
        Ok(_) => Ok(To::page(path(meeting, "#agenda"))
            .saying(Notice::AgendaChanged)
            .into_response()),
        Err(Returned::Mistakes(wrong)) => Ok(Shown {
            wrong: &wrong,
            ..shown
        }
        .page(&values, None)),
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn show(
    RunsMeetings(user): RunsMeetings,
    State(house): State<House>,
    Path((number, which)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let meeting = meeting(&records, &user, &number)?;
    let item = item(&records, &user, meeting, &which)?;
    Ok(Shown::of(&house, &user, &records, meeting).page(&item.values, Some(item)))
}

pub(super) async fn change(
    RunsMeetings(user): RunsMeetings,
    State(house): State<House>,
    Path((number, which)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let meeting = meeting(&records, &user, &number)?;
    let item = item(&records, &user, meeting, &which)?;
    let values = typed(&fields, &item.values);
    let mut changes = Changes::by(user.author());
    changes.list.push(Change::Edit {
        record: item.id,
        read: fields.get("read").parse().unwrap_or(0),
        readers: readers::chosen(&user, &fields, item.readers),
        values: values.clone(),
    });
    let mut wrong = Vec::new();
    link_subject(&user, &records, &mut changes, item.id, &fields, &mut wrong);
    for gone in fields.all("gone") {
        let end = gone.parse().map_or_else(
            |_| End::Measure(gone.to_owned()),
            |it| End::Record(RecordId(it)),
        );
        changes.list.push(Change::Unlink {
            from: item.id,
            kind: &link::ABOUT,
            to: end,
        });
    }
    let shown = Shown {
        typed: Some(&fields),
        ..Shown::of(&house, &user, &records, meeting)
    };
    if !wrong.is_empty() {
        return Ok(Shown {
            wrong: &wrong,
            ..shown
        }
        .page(&values, Some(item)));
    }
    match hand_in(&house, &user, &changes).await {
        Ok(_) => Ok(To::page(path(meeting, "#agenda"))
            .saying(Notice::AgendaChanged)
            .into_response()),
        Err(Returned::Mistakes(wrong)) => Ok(Shown {
            wrong: &wrong,
            ..shown
        }
        .page(&values, Some(item))),
        Err(Returned::Stale(_)) => {
            let records = house.records().await?;
            let theirs = records.get(item.id).ok_or(Problem::NotFound)?;
            let shown = Shown {
                typed: Some(&fields),
                stale: true,
                ..Shown::of(&house, &user, &records, meeting)
            };
            Ok(shown.page(&values, Some(theirs)))
        }
        Err(Returned::Problem(problem)) => Err(problem),
    }
}

/// One place up or down.
pub(super) async fn place(
    RunsMeetings(user): RunsMeetings,
    State(house): State<House>,
    Path((number, which)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let meeting = meeting(&records, &user, &number)?;
    let item = item(&records, &user, meeting, &which)?;
    let mut order = meetings::items(&records, meeting.id);
    let at = order
        .iter()
        .position(|it| it.id == item.id)
        .ok_or(Problem::NotFound)?;
    let to = match fields.get("to") {
        "up" => at.checked_sub(1),
        "down" => Some(at + 1).filter(|it| *it < order.len()),
        _ => return Err(Problem::NotUnderstood),
    };
    if let Some(to) = to {
        order.swap(at, to);
        let mut changes = Changes::by(user.author());
        let order: Vec<Option<&Record>> = order.into_iter().map(Some).collect();
        put_in_order(&mut changes, &order);
        hand_in(&house, &user, &changes).await?;
    }
    Ok(To::page(path(meeting, "#agenda"))
        .saying(Notice::AgendaChanged)
        .into_response())
}

/// Gives every item its place, editing only those that have another; `None` is one that the list makes.
fn put_in_order(changes: &mut Changes, order: &[Option<&Record>]) {
    for (at, item) in order.iter().enumerate() {
        let place = (at + 1).to_string();
        if let Some(item) = item
            && item.text("order") != place
            && !item.state.frozen
        {
            changes.list.push(Change::Edit {
                record: item.id,
                read: item.version,
                readers: item.readers,
                values: item.values.clone().with("order", place),
            });
        }
    }
}

/// What was typed of what is planned; the rest stays as it was.
fn typed(fields: &Fields, before: &Values) -> Values {
    let mut values = before.clone();
    for field in PLANNED.iter().filter_map(|it| kinds::AGENDA_ITEM.field(it)) {
        values.set(field.name, posted::value(field, fields));
    }
    values
}

/// Links an item to the measure and the record it is about, where they were named.
fn link_subject(
    user: &User,
    records: &Records,
    changes: &mut Changes,
    item: RecordId,
    fields: &Fields,
    wrong: &mut Vec<Mistake>,
) {
    let measure = fields.get("measure");
    if catalogue::all().any(|it| it.name() == measure) {
        changes.link(item, &link::ABOUT, End::Measure(measure.to_owned()));
    }
    for reference in fields
        .get("about")
        .split([',', ' '])
        .filter(|it| !it.is_empty())
    {
        match records
            .cited(reference)
            .filter(|it| !it.deleted && user.asker().may_read(it))
        {
            Some(found) => changes.link(item, &link::ABOUT, found.id),
            None => wrong.push(Mistake::new(
                "about",
                format!(
                    "No record has the reference “{}”",
                    cite::shortened(reference, 20)
                ),
            )),
        }
    }
}

/// What the page of an item is made of.
#[derive(Clone, Copy)]
struct Shown<'a> {
    house: &'a House,
    user: &'a User,
    records: &'a Records,
    meeting: &'a Record,
    typed: Option<&'a Fields>,
    wrong: &'a [Mistake],
    stale: bool,
}

impl<'a> Shown<'a> {
    fn of(house: &'a House, user: &'a User, records: &'a Records, meeting: &'a Record) -> Self {
        Self {
            house,
            user,
            records,
            meeting,
            typed: None,
            wrong: &[],
            stale: false,
        }
    }

    fn page(&self, values: &Values, item: Option<&Record>) -> Response {
        let Self {
            house,
            user,
            records,
            meeting,
            typed,
            wrong,
            stale,
        } = *self;
        let now = typed.map_or_else(
            || item.map_or(meeting.readers, |it| it.readers),
            |it| readers::chosen(user, it, meeting.readers),
        );
        let title = item.map_or_else(
            || "Add an item".to_owned(),
            |it| {
                let number = agenda::of(records, meeting);
                let number = number.place(it).map(|at| number.items[at].number.clone());
                format!("Item {}", number.unwrap_or_default())
                    .trim()
                    .to_owned()
            },
        );
        let view = Form {
            action: item.map_or_else(
                || path(meeting, "/items/new"),
                |it| path(meeting, &format!("/items/{}", it.id)),
            ),
            mistakes: summary(wrong),
            theirs: item
                .filter(|_| stale)
                .map(|it| shown::filled(&kinds::AGENDA_ITEM, &it.values)),
            csrf: user.csrf.clone(),
            read: item.map_or(0, |it| it.version),
            inputs: PLANNED
                .iter()
                .filter_map(|it| kinds::AGENDA_ITEM.field(it))
                .map(|it| form::input(house, user, it, values, wrong))
                .collect(),
            measure: measures("measure", "It is about a measure").value(
                typed.map_or("", |it| it.get("measure")),
            ),
            about: Input::new("about", "It is about other records")
                .hint("Their references, such as PL-4 or ACT-31: what was said about them before shows beside the item")
                .value(typed.map_or("", |it| it.get("about")))
                .error(mistakes::wrong(wrong, "about")),
            known: item.and_then(|it| known(records, user, it)),
            readers: readers::question(user, now),
            submit: Button::new(if item.is_some() {
                "Save the item"
            } else {
                "Add the item"
            })
            .prevent_double_click(true),
            record: item.map_or_else(String::new, Record::path),
            title: title.clone(),
        };
        let page = Page::new(title, view)
            .section(Section::Meetings)
            .under("Meetings", "/meetings")
            .under(meeting.title(), path(meeting, ""))
            .without_data_age();
        if stale {
            page.status(StatusCode::CONFLICT).into_response()
        } else if wrong.is_empty() {
            page.into_response()
        } else {
            page.with_mistakes().into_response()
        }
    }
}

fn summary(wrong: &[Mistake]) -> Option<ErrorSummary> {
    if wrong.iter().any(|it| it.field == "about") {
        mistakes::plain_summary(wrong, &["about"])
    } else {
        mistakes::summary(&kinds::AGENDA_ITEM, wrong)
    }
}

/// Every measure, to choose one.
pub(super) fn measures(name: &str, label: &str) -> Select {
    let mut options = vec![SelectOption::new("", "None")];
    let mut all: Vec<(String, String)> = catalogue::all()
        .map(|it| (it.name(), it.title.to_owned()))
        .collect();
    all.sort_by(|a, b| a.1.cmp(&b.1));
    options.extend(
        all.into_iter()
            .map(|(name, title)| SelectOption::new(name, title)),
    );
    Select::new(name, label, options)
}

/// What the item is about already, to be taken away.
fn known(records: &Records, user: &User, item: &Record) -> Option<Checkboxes> {
    let choices: Vec<Choice> = records
        .links_from(item.id)
        .iter()
        .filter(|it| *it.kind == link::ABOUT)
        .filter_map(|it| match &it.to {
            End::Measure(id) => {
                let title = catalogue::find(id).map_or(id.as_str(), |it| it.title);
                Some(Choice::new(id.clone(), format!("the measure {title}")))
            }
            End::Record(to) => {
                let found = records
                    .get(*to)
                    .filter(|it| !it.deleted && user.asker().may_read(it))?;
                let words = format!(
                    "{} {}",
                    found.reference(),
                    cite::shortened(found.title(), 90)
                );
                Some(Choice::new(to.to_string(), words))
            }
        })
        .collect();
    (!choices.is_empty()).then(|| {
        Checkboxes::new("gone", "It is no longer about", choices).classes("govuk-checkboxes--small")
    })
}

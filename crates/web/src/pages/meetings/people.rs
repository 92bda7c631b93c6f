//! Who is there: every member of the body with a dot for each way of being there, one button for all.

use super::{meeting, path, quorum};
use crate::desk::{Returned, hand_in};
use crate::forms::{Fields, Posted};
use crate::house::House;
use crate::notice::{Notice, To};
use crate::page::{Page, Section};
use crate::pages::records::mistakes;
use crate::problem::Problem;
use crate::user::{RunsMeetings, User};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use waymark_govuk::{
    Button, Choice, ErrorSummary, Fieldset, Input, Label, Radios, Select, SelectOption,
};
use waymark_programme::kind::Holds;
use waymark_programme::{Change, Changes, Mistake, Record, RecordId, Records, Values, kinds, link};

/// How many others can be added at once.
const OTHERS: usize = 3;

/// `?all=present` begins with everybody present, so that only the others take a tap.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Asked {
    all: String,
}

#[derive(Template)]
#[template(path = "pages/meetings/people.html")]
struct Form {
    mistakes: Option<ErrorSummary>,
    stale: bool,
    csrf: String,
    meeting: String,
    title: String,
    quorum: String,
    agencies: Vec<Agency>,
    others_known: Vec<Member>,
    others: Vec<Other>,
    submit: Button,
}

/// The members of one agency.
struct Agency {
    name: String,
    members: Vec<Member>,
}

/// One member's answer.
struct Member {
    how: Radios,
    deputy: Option<Input>,
    read: Option<(String, u32)>,
}

/// Somebody who is no member.
struct Other {
    name: Input,
    agency: Input,
    how: Select,
}

pub(super) async fn show(
    RunsMeetings(user): RunsMeetings,
    State(house): State<House>,
    Path(number): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let meeting = meeting(&records, &user, &number)?;
    let all_present = asked.all == "present";
    Ok(page(&user, &records, meeting, None, all_present, &[]).into_response())
}

pub(super) async fn record(
    RunsMeetings(user): RunsMeetings,
    State(house): State<House>,
    Path(number): Path<String>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let meeting = meeting(&records, &user, &number)?;
    let (changes, wrong) = changes(&user, &records, meeting, &fields);
    if !wrong.is_empty() {
        return Ok(page(&user, &records, meeting, Some(&fields), false, &wrong)
            .with_mistakes()
            .into_response());
    }
    if !changes.list.is_empty() {
        match hand_in(&house, &user, &changes).await {
            Ok(_) => {}
            Err(Returned::Mistakes(wrong)) => {
                return Ok(page(&user, &records, meeting, Some(&fields), false, &wrong)
                    .with_mistakes()
                    .into_response());
            }
            Err(Returned::Stale(_)) => {
                // Somebody else recorded people meanwhile: theirs stands in the list of who is recorded, what was
                // chosen here stays chosen, and both are on the page.
                let records = house.records().await?;
                return Ok(page(&user, &records, meeting, Some(&fields), false, &[])
                    .status(StatusCode::CONFLICT)
                    .into_response());
            }
            Err(Returned::Problem(problem)) => return Err(problem),
        }
    }
    Ok(To::page(path(meeting, "#people"))
        .saying(Notice::PeopleRecorded)
        .into_response())
}

/// The ways of being there that are offered for a member, in the order they are tapped.
const WAYS: [(&str, &str); 6] = [
    ("present", "Present"),
    ("apologies", "Apologies"),
    ("deputy", "Deputy"),
    ("observer", "Observer"),
    ("in-attendance", "In attendance"),
    ("absent", "Absent"),
];

/// What was chosen against what is known, as changes; and what is wrong with it.
fn changes(
    user: &User,
    records: &Records,
    meeting: &Record,
    fields: &Fields,
) -> (Changes, Vec<Mistake>) {
    let mut changes = Changes::by(user.author());
    let mut wrong = Vec::new();
    for member in quorum::members(records, meeting) {
        let how = fields.get(&format!("how-{}", member.id));
        if how.is_empty() {
            continue;
        }
        let deputy = fields.get(&format!("deputy-{}", member.id));
        let mut values = Values::new()
            .with("name", member.text("name"))
            .with("agency", member.text("agency"))
            .with("role", member.text("role"))
            .with("how", how);
        if how == "deputy" {
            if deputy.is_empty() {
                wrong.push(Mistake::new(
                    "deputy",
                    format!("Say who was there for {}", member.text("name")),
                ));
            }
            values = values
                .with("name", deputy)
                .with("role", "")
                .with("deputy_for", member.text("name"));
        }
        let known = quorum::of_member(records, meeting.id, member.id);
        put(
            &mut changes,
            meeting,
            known,
            values,
            Some(member.id),
            fields,
        );
    }
    let members = member_lines(records, meeting);
    for line in quorum::lines(records, meeting.id) {
        let how = fields.get(&format!("line-{}", line.id));
        if !how.is_empty() && !members.contains(&line.id) {
            let values = line.values.clone().with("how", how);
            put(&mut changes, meeting, Some(line), values, None, fields);
        }
    }
    for at in 1..=OTHERS {
        let part = |name: &str| fields.get(&format!("other-{at}-{name}")).to_owned();
        let name = part("name");
        if name.is_empty() {
            continue;
        }
        let values = Values::new()
            .with("name", name)
            .with("agency", part("agency"))
            .with("how", part("how"));
        put(&mut changes, meeting, None, values, None, fields);
    }
    (changes, wrong)
}

/// A new line, or a known one that says something else.
fn put(
    changes: &mut Changes,
    meeting: &Record,
    known: Option<&Record>,
    values: Values,
    member: Option<RecordId>,
    fields: &Fields,
) {
    match known {
        Some(known) if known.values == values => {}
        Some(known) => changes.list.push(Change::Edit {
            record: known.id,
            read: fields
                .get(&format!("read-{}", known.id))
                .parse()
                .unwrap_or(0),
            readers: known.readers,
            values,
        }),
        None => {
            let kind = &kinds::ATTENDANCE;
            let line = changes.make_as(kind, kind.states[0].word, meeting.readers, values);
            changes.link(line, &link::PART_OF, meeting.id);
            if let Some(member) = member {
                changes.link(line, &link::ABOUT, member);
            }
        }
    }
}

/// The lines that are about members.
fn member_lines(records: &Records, meeting: &Record) -> Vec<RecordId> {
    quorum::members(records, meeting)
        .into_iter()
        .filter_map(|it| quorum::of_member(records, meeting.id, it.id))
        .map(|it| it.id)
        .collect()
}

fn page(
    user: &User,
    records: &Records,
    meeting: &Record,
    typed: Option<&Fields>,
    all_present: bool,
    wrong: &[Mistake],
) -> Page<impl Template> {
    let mut agencies: Vec<Agency> = Vec::new();
    for member in quorum::members(records, meeting) {
        let name = member.text("agency").to_owned();
        let answer = asked(records, meeting, member, typed, all_present);
        match agencies.iter_mut().find(|it| it.name == name) {
            Some(agency) => agency.members.push(answer),
            None => agencies.push(Agency {
                name,
                members: vec![answer],
            }),
        }
    }
    let members = member_lines(records, meeting);
    let others_known = quorum::lines(records, meeting.id)
        .into_iter()
        .filter(|it| !members.contains(&it.id))
        .map(|it| known_line(it, typed))
        .collect();
    let view = Form {
        mistakes: mistakes::plain_summary(wrong, &[]),
        stale: typed.is_some() && wrong.is_empty(),
        csrf: user.csrf.clone(),
        meeting: path(meeting, ""),
        title: meeting.title().to_owned(),
        quorum: quorum::words(records, meeting),
        agencies,
        others_known,
        others: (1..=OTHERS).map(|at| other(at, typed)).collect(),
        submit: Button::new("Save who was there").prevent_double_click(true),
    };
    Page::new("Who was there", view)
        .section(Section::Meetings)
        .under("Meetings", "/meetings")
        .under(meeting.title(), path(meeting, ""))
        .without_data_age()
}

fn ways() -> Vec<Choice> {
    WAYS.iter()
        .map(|(word, words)| Choice::new(*word, *words))
        .collect()
}

fn asked(
    records: &Records,
    meeting: &Record,
    member: &Record,
    typed: Option<&Fields>,
    all_present: bool,
) -> Member {
    let known = quorum::of_member(records, meeting.id, member.id);
    let (name, deputy_name) = (
        format!("how-{}", member.id),
        format!("deputy-{}", member.id),
    );
    let how = match (typed, known) {
        (Some(fields), _) => fields.get(&name).to_owned(),
        (None, Some(known)) => known.text("how").to_owned(),
        (None, None) if all_present && quorum::votes(member) => "present".to_owned(),
        (None, None) => String::new(),
    };
    let deputy = typed.map_or_else(
        || {
            known
                .filter(|it| it.text("how") == "deputy")
                .map_or("", |it| it.text("name"))
                .to_owned()
        },
        |it| it.get(&deputy_name).to_owned(),
    );
    let legend = match member.text("role") {
        "" => member.text("name").to_owned(),
        role => format!("{}, {role}", member.text("name")),
    };
    Member {
        how: Radios::new(name, Fieldset::new(legend), ways())
            .value(how)
            .inline()
            .classes("govuk-radios--small govuk-radios--inline"),
        deputy: Some(
            Input::new(
                deputy_name,
                Label::new(format!("Deputy for {}", member.text("name"))),
            )
            .value(deputy)
            .classes("govuk-input--width-20"),
        ),
        read: known.map(|it| (format!("read-{}", it.id), it.version)),
    }
}

fn known_line(line: &Record, typed: Option<&Fields>) -> Member {
    let name = format!("line-{}", line.id);
    let how = typed.map_or_else(
        || line.text("how").to_owned(),
        |it| it.get(&name).to_owned(),
    );
    let legend = match line.text("agency") {
        "" => line.text("name").to_owned(),
        agency => format!("{}, {agency}", line.text("name")),
    };
    Member {
        how: Radios::new(name, Fieldset::new(legend), ways())
            .value(how)
            .classes("govuk-radios--small govuk-radios--inline"),
        deputy: None,
        read: Some((format!("read-{}", line.id), line.version)),
    }
}

fn other(at: usize, typed: Option<&Fields>) -> Other {
    let name = |part: &str| format!("other-{at}-{part}");
    let typed = |part: &str| typed.map_or("", |it| it.get(&name(part))).to_owned();
    let mut options = Vec::new();
    if let Some(Holds::Choice(choices)) = kinds::ATTENDANCE.field("how").map(|it| it.holds) {
        options.extend(
            choices
                .iter()
                .map(|(word, words)| SelectOption::new(*word, *words)),
        );
    }
    let how = match typed("how").as_str() {
        "" => "in-attendance".to_owned(),
        how => how.to_owned(),
    };
    Other {
        name: Input::new(name("name"), Label::new("Name")).value(typed("name")),
        agency: Input::new(name("agency"), Label::new("Agency")).value(typed("agency")),
        how: Select::new(name("how"), "Was there as", options).value(how),
    }
}

//! A line of the plan made from a finding, in one step: the line says it came from it, and the finding is in the plan.

use super::answered::lines;
use super::register::finding;
use crate::desk::{Returned, hand_in};
use crate::forms::{Fields, Posted};
use crate::house::House;
use crate::notice::{Notice, To};
use crate::page::{Page, Section};
use crate::pages::plan::shown;
use crate::pages::records::areas;
use crate::problem::Problem;
use crate::user::{SeesProgramme, User};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use waymark_govuk::{
    Button, DateInput, ErrorLink, ErrorSummary, Fieldset, Html, Input, Select, SelectOption,
    Textarea,
};
use waymark_programme::kinds::{PLAN, PLAN_LINE, PRIORITY};
use waymark_programme::link::{CAME_FROM, PART_OF};
use waymark_programme::{
    Asker, Change, Changes, Mistake, Record, RecordId, Records, Value, Values,
};

#[derive(Template)]
#[template(path = "pages/findings/answer.html")]
struct Form {
    mistakes: Option<ErrorSummary>,
    csrf: String,
    action: String,
    said: String,
    passage: Html,
    who: String,
    already: Vec<Html>,
    text: Input,
    outcome: Textarea,
    owners: Textarea,
    priority: Option<Select>,
    area: Select,
    due: DateInput,
    evidenced: Textarea,
    save: Button,
}

/// What was typed, or what the finding already says.
struct Typed {
    text: String,
    outcome: String,
    owners: String,
    priority: String,
    area: String,
    due: [String; 3],
    evidenced: String,
}

impl Typed {
    fn of(finding: &Record) -> Self {
        let doing = finding.text("doing").lines().next().unwrap_or_default();
        Self {
            text: shown::cut(doing, 300),
            outcome: String::new(),
            owners: String::new(),
            priority: String::new(),
            area: finding.area().to_owned(),
            due: Default::default(),
            evidenced: finding.text("evidenced").to_owned(),
        }
    }

    fn sent(fields: &Fields) -> Self {
        let get = |name: &str| fields.get(name).to_owned();
        Self {
            text: get("text"),
            outcome: get("outcome"),
            owners: get("owners"),
            priority: get("priority"),
            area: get("area"),
            due: [get("due-day"), get("due-month"), get("due-year")],
            evidenced: get("evidenced"),
        }
    }

    /// The line's values; the due day as it was typed where it is no day, so that the gate says so.
    fn values(&self) -> Values {
        let owners: Vec<&str> = self
            .owners
            .lines()
            .map(str::trim)
            .filter(|it| !it.is_empty())
            .collect();
        let mut values = Values::new()
            .with("text", self.text.as_str())
            .with("outcome", self.outcome.as_str())
            .with("area", self.area.as_str())
            .with("due", due(&self.due))
            .with("evidenced", self.evidenced.as_str());
        values.set(
            "owners",
            Value::Many(owners.into_iter().map(str::to_owned).collect()),
        );
        values
    }
}

/// "2018-03-31" of a day, month and year; as typed where they are no day.
fn due([day, month, year]: &[String; 3]) -> String {
    if [day, month, year].iter().all(|it| it.is_empty()) {
        return String::new();
    }
    let parsed =
        (|| waymark_data::Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))();
    parsed.map_or_else(|| format!("{year}-{month}-{day}"), |it| it.to_string())
}

pub(super) async fn form(
    SeesProgramme(user): SeesProgramme,
    State(house): State<House>,
    Path(number): Path<String>,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let asker = user.asker();
    may(&asker)?;
    let finding = finding(&records, &asker, &number)?;
    Ok(show(
        &house,
        &user,
        &records,
        finding,
        &Typed::of(finding),
        &[],
    ))
}

pub(super) async fn make(
    SeesProgramme(user): SeesProgramme,
    State(house): State<House>,
    Path(number): Path<String>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let asker = user.asker();
    may(&asker)?;
    let finding = finding(&records, &asker, &number)?;
    let typed = Typed::sent(&fields);
    let mut mistakes = Vec::new();
    if typed.outcome.is_empty() {
        mistakes.push(Mistake::new(
            "outcome",
            "Say what will be different for children and families",
        ));
    }
    if typed.owners.is_empty() {
        mistakes.push(Mistake::new("owners", "Say who owns the line"));
    }
    let priority = typed.priority.parse().ok().map(RecordId);
    let priorities = priorities(&records, &asker);
    let priority = priority.filter(|it| priorities.iter().any(|known| known.id == *it));
    if priority.is_none() && !priorities.is_empty() {
        mistakes.push(Mistake::new(
            "priority",
            "Choose the priority it belongs to",
        ));
    }
    if !mistakes.is_empty() {
        mistakes.extend(waymark_programme::check::check(&PLAN_LINE, &typed.values()));
        return Ok(show(&house, &user, &records, finding, &typed, &mistakes));
    }
    let mut changes = Changes::by(user.author());
    let line = changes.make(&PLAN_LINE, typed.values());
    changes.link(line, &CAME_FROM, finding.id);
    if let Some(priority) = priority {
        changes.link(line, &PART_OF, priority);
    }
    // A manager may make the line; that the finding is answered is for those who run the programme to say.
    let answer = asker.moves(finding).find(|it| it.word == "answer");
    if let Some(answer) = answer {
        changes.list.push(Change::Move {
            record: finding.id,
            read: finding.version,
            to: answer.to,
        });
    }
    match hand_in(&house, &user, &changes).await {
        Ok(kept) => {
            let made = kept
                .made
                .first()
                .ok_or(Problem::Broken("no line was made"))?;
            Ok(To::page(format!("/plan/{made}"))
                .saying(Notice::LineMade)
                .into_response())
        }
        Err(Returned::Mistakes(mistakes)) => {
            Ok(show(&house, &user, &records, finding, &typed, &mistakes))
        }
        Err(other) => Err(other.into()),
    }
}

fn may(asker: &Asker<'_>) -> Result<(), Problem> {
    if asker.may_make(&PLAN_LINE) {
        Ok(())
    } else {
        Err(Problem::NotAllowed(
            "Lines of the plan are made by the chair, the director, analysts, managers and democratic services.",
        ))
    }
}

/// The priorities a line can belong to: those of plans not yet completed, by number.
fn priorities<'a>(records: &'a Records, asker: &Asker<'_>) -> Vec<&'a Record> {
    let mut found: Vec<&Record> = records
        .of(&PRIORITY)
        .filter(|it| it.is_open() && asker.may_read(it))
        .filter(|it| {
            records
                .whole(it.id)
                .is_none_or(|plan| plan.is(&PLAN) && plan.is_open())
        })
        .collect();
    found.sort_by_key(|it| shown::numbered(it.text("number")));
    found
}

fn show(
    house: &House,
    user: &User,
    records: &Records,
    finding: &Record,
    typed: &Typed,
    mistakes: &[Mistake],
) -> Response {
    let wrong = |field: &str| {
        mistakes
            .iter()
            .find(|it| it.field == field)
            .map_or("", |it| it.words.as_str())
    };
    let asker = user.asker();
    let priorities = priorities(records, &asker);
    let mut options = vec![SelectOption::new("", "Choose a priority")];
    options.extend(priorities.iter().map(|it| {
        let number = it.text("number");
        let dot = if number.is_empty() { "" } else { ". " };
        SelectOption::new(
            it.id.to_string(),
            shown::short(&format!("{number}{dot}{}", it.title())),
        )
    }));
    let links: Vec<ErrorLink> = mistakes
        .iter()
        .map(|it| ErrorLink::new(it.words.as_str(), control(it.field)))
        .collect();
    let [day, month, year] = &typed.due;
    let who: Vec<&str> = [finding.text("body"), finding.text("report")]
        .into_iter()
        .filter(|it| !it.is_empty())
        .collect();
    let view = Form {
        mistakes: (!links.is_empty()).then(|| ErrorSummary::new(links)),
        csrf: user.csrf.clone(),
        action: format!("/findings/{}/line", finding.id),
        said: finding.title().to_owned(),
        passage: shown::text(finding.text("passage"), ""),
        who: who.join(", "),
        already: lines(records, finding)
            .into_iter()
            .filter(|it| asker.may_read(it))
            .map(shown::link)
            .collect(),
        text: Input::new("text", "What will be done")
            .value(typed.text.as_str())
            .error(wrong("text")),
        outcome: Textarea::new("outcome", "The outcome for children")
            .hint("What will be different for children and families, not only what staff do")
            .value(typed.outcome.as_str())
            .rows(3_u16)
            .error(wrong("outcome")),
        owners: Textarea::new("owners", "Who owns it")
            .hint("A person, a role or a body, one to a line")
            .value(typed.owners.as_str())
            .rows(2_u16)
            .error(wrong("owners")),
        priority: (!priorities.is_empty()).then(|| {
            Select::new("priority", "Priority", options)
                .value(typed.priority.as_str())
                .error(wrong("priority"))
        }),
        area: Select::new("area", "Area", areas::options(house, user, &typed.area))
            .value(typed.area.as_str())
            .error(wrong("area")),
        due: DateInput::new("due", Fieldset::new("Due on"))
            .hint("For example 30 9 2018. Milestones and measures come next, on the line’s page")
            .values(day, month, year)
            .error(wrong("due")),
        evidenced: Textarea::new("evidenced", "How improvement will be evidenced")
            .value(typed.evidenced.as_str())
            .rows(3_u16)
            .error(wrong("evidenced")),
        save: Button::new("Make the plan line").prevent_double_click(true),
    };
    let page = Page::new("Make a plan line from a finding", view)
        .under("Plan", "/plan")
        .under("Findings", "/findings")
        .section(Section::Plan);
    if mistakes.is_empty() {
        page.into_response()
    } else {
        page.with_mistakes().into_response()
    }
}

/// The control a mistake's link leads to.
fn control(field: &str) -> &str {
    match field {
        "due" => "due-day",
        "" => "text",
        other => other,
    }
}

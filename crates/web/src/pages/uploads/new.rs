//! Loading a return.

use super::receive::{Broken, Received, receive};
use crate::door::{self, Arriving, Refused};
use crate::house::House;
use crate::notice::{Notice, To};
use crate::page::{Page, Section};
use crate::problem::Problem;
use crate::user::{Loads, User};
use askama::Template;
use axum::extract::{Multipart, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use waymark_data::Day;
use waymark_govuk::{
    Attributes, Button, DateInput, ErrorLink, ErrorSummary, Fieldset, FileUpload, Select,
    SelectOption,
};
use waymark_store::Accepted;

/// How many months a return looks back where nothing else is said.
const SCOPE: u32 = 6;

#[derive(Template)]
#[template(path = "pages/uploads/new.html")]
pub(super) struct Form {
    mistakes: Option<ErrorSummary>,
    csrf: String,
    as_at: DateInput,
    scope: Select,
    files: FileUpload,
    submit: Button,
}

/// What is wrong with the form: the control, and the words.
type Mistake = (&'static str, String);

pub(super) async fn show(Loads(user): Loads) -> Page<Form> {
    form(&user, &Received::default(), &[])
}

fn form(user: &User, typed: &Received, mistakes: &[Mistake]) -> Page<Form> {
    let wrong = |control: &str| {
        mistakes
            .iter()
            .find(|(which, _)| *which == control)
            .map_or("", |(_, words)| words.as_str())
    };
    let months = (1..=36).map(|it: u32| {
        SelectOption::new(
            it.to_string(),
            if it == 1 {
                "1 month".to_owned()
            } else {
                format!("{it} months")
            },
        )
    });
    let scope = if typed.scope.is_empty() {
        SCOPE.to_string()
    } else {
        typed.scope.clone()
    };
    let mut limit = Attributes::default();
    limit.push("data-largest", super::LARGEST.to_string());
    let view = Form {
        mistakes: (!mistakes.is_empty()).then(|| {
            // The summary leads to the first box of the date.
            let links = mistakes.iter().map(|(control, words)| {
                ErrorLink::new(words, if *control == "as-at" { "as-at-day" } else { control })
            });
            ErrorSummary::new(links.collect::<Vec<_>>())
        }),
        csrf: user.csrf.clone(),
        as_at: DateInput::new(
            "as-at",
            Fieldset::new("Which day does the return show?").legend_classes("govuk-fieldset__legend--m"),
        )
        .hint("The day whose end it shows, for example 31 3 2018")
        .error(wrong("as-at"))
        .values(&typed.day, &typed.month, &typed.year),
        scope: Select::new(
            "scope",
            waymark_govuk::Label::new("How far back does it look?").classes("govuk-label--m"),
            months.collect::<Vec<_>>(),
        )
        .hint("Ofsted asks for 6 months. Say what was chosen when it was made; it cannot be told from the rows.")
        .value(scope)
        .error(wrong("scope")),
        files: FileUpload::new(
            "files",
            waymark_govuk::Label::new("The files of the return").classes("govuk-label--m"),
        )
        .hint("All files of one return together, no more than 200 MB")
        .error(wrong("files"))
        .multiple(true)
        .accept(".xlsx,.xlsm,.xls,.xlsb,.ods,.csv,.xml,.zip")
        .attributes(limit),
        submit: Button::new("Load the return"),
    };
    let page = Page::new("Load a return", view)
        .section(Section::Uploads)
        .under("Returns", "/uploads")
        .script(&super::SCRIPT_ADDRESS);
    if mistakes.is_empty() {
        page
    } else {
        page.with_mistakes()
    }
}

pub(super) async fn load(
    Loads(user): Loads,
    State(house): State<House>,
    headers: HeaderMap,
    form_sent: Result<Multipart, axum::extract::multipart::MultipartRejection>,
) -> Result<Response, Problem> {
    let sent = form_sent.map_err(|_| Problem::NotUnderstood)?;
    let refuse =
        |typed: &Received, mistakes: &[Mistake]| Ok(form(&user, typed, mistakes).into_response());
    let Some(_turn) = house.turn_to_receive() else {
        let busy =
            "Two other returns are being loaded at this moment. Wait a minute and send yours again";
        return refuse(&Received::default(), &[("files", busy.to_owned())]);
    };
    let mut received = match receive(house.store(), &user, sent).await {
        Ok(received) => received,
        Err(Broken::OldForm) => return Err(Problem::OldForm),
        Err(Broken::Store(error)) => return Err(error.into()),
        Err(broken) => return refuse(&Received::default(), &[("files", said(&broken).to_owned())]),
    };
    let (answers, mistakes) = answered(&received, house.today());
    let attempt = received.attempt.take();
    let Some((as_at, scope_months)) = answers else {
        if let Some(attempt) = attempt {
            house.store().refuse_attempt(attempt).await;
        }
        return refuse(&received, &mistakes);
    };
    let attempt = attempt.ok_or(Problem::Broken("a file came without its announcement"))?;
    let files = std::mem::take(&mut received.files);
    let arriving = Arriving {
        name: called(&files),
        files,
        as_at,
        scope_months,
        by: Some(user.id),
    };
    match door::let_in_announced(house.store(), attempt, arriving).await {
        Ok(let_in) => {
            let notice = match let_in.accepted {
                Accepted::New(_) => Notice::Loaded,
                Accepted::Already(_) => Notice::AlreadyLoaded,
            };
            // Figures take a while; the upload's page waits for them.
            house.reload_soon();
            let to = format!("/uploads/{}", let_in.accepted.id());
            Ok(onward(&headers, to, notice))
        }
        Err(Refused::NotAReturn(error)) => refuse(&received, &[("files", error.to_string())]),
        Err(Refused::Store(error)) => Err(error.into()),
    }
}

/// To the upload's page. The script follows by itself, so that the page is asked for once.
fn onward(headers: &HeaderMap, to: String, notice: Notice) -> Response {
    let mut response = To::page(to.as_str()).saying(notice).into_response();
    if headers.contains_key("x-waymark-upload")
        && let Ok(to) = HeaderValue::try_from(to)
    {
        *response.status_mut() = StatusCode::CREATED;
        response
            .headers_mut()
            .insert(HeaderName::from_static("x-waymark-next"), to);
    }
    response
}

fn said(broken: &Broken) -> &'static str {
    match broken {
        Broken::TooBig => {
            "The files are larger than 200 MB, which no return is. Nothing was kept. Check that they are the right ones"
        }
        Broken::TooMany => {
            "These are more than 500 files, which no return has. Nothing was kept. Send one return at a time"
        }
        Broken::Garbled | Broken::OldForm | Broken::Store(_) => {
            "The files did not arrive whole. Nothing was kept. Send them again"
        }
    }
}

/// The day and scope, where nothing is wrong with any answer; and what is.
fn answered(received: &Received, today: Day) -> (Option<(Day, u32)>, Vec<Mistake>) {
    let mut mistakes = Vec::new();
    let as_at = day(received, today)
        .map_err(|words| mistakes.push(("as-at", words)))
        .ok();
    let scope = received
        .scope
        .parse::<u32>()
        .ok()
        .filter(|it| (1..=36).contains(it));
    if scope.is_none() {
        mistakes.push((
            "scope",
            "Choose how many months the return looks back, from 1 to 36".to_owned(),
        ));
    }
    if received.files.is_empty() {
        mistakes.push(("files", "Choose the files of the return".to_owned()));
    } else if !mistakes.is_empty() {
        mistakes.push((
            "files",
            "Choose the files again: a browser cannot keep them".to_owned(),
        ));
    }
    (as_at.zip(scope).filter(|_| mistakes.is_empty()), mistakes)
}

fn day(received: &Received, today: Day) -> Result<Day, String> {
    let Received {
        day, month, year, ..
    } = received;
    if [day, month, year].iter().all(|it| it.is_empty()) {
        return Err("Enter the day the return shows".to_owned());
    }
    let parsed = (|| Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))();
    match parsed {
        None => Err("The day the return shows must be a real date, such as 31 3 2018".to_owned()),
        Some(day) if day > today => {
            Err("The day the return shows must be today or in the past".to_owned())
        }
        Some(day) if day.date().year() < 2000 => {
            Err("The year must have four digits and be 2000 or later, such as 2018".to_owned())
        }
        Some(day) => Ok(day),
    }
}

/// What to call the upload: the file's name, or the first and how many others.
fn called(files: &[(String, Vec<u8>)]) -> String {
    match files {
        [(name, _)] => name.clone(),
        [(name, _), others @ ..] => format!("{name} and {} more", others.len()),
        [] => String::new(),
    }
}

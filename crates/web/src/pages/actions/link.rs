//! A link that a partner without an account can answer once: sending it, and revoking it.

use super::step::summary;
use super::{found, path};
use crate::forms::{Fields, Posted};
use crate::house::House;
use crate::mail::NotSent;
use crate::notice::{Notice, To};
use crate::page::{Page, Section};
use crate::pages::asked::{self, Shown, Whom};
use crate::problem::Problem;
use crate::user::{RunsActions, User};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use jiff::{SignedDuration, Timestamp};
use waymark_govuk::{Button, Choice, ErrorSummary, Input, Radios};
use waymark_programme::check::plausible_email;
use waymark_programme::owner::People;
use waymark_programme::{Mistake, Record, RecordId, Records};

#[derive(Template)]
#[template(path = "pages/actions/link.html")]
pub(super) struct Form {
    mistakes: Option<ErrorSummary>,
    csrf: String,
    reference: String,
    title: String,
    known: Option<Radios>,
    name: Input,
    email: Input,
    days: Input,
    submit: Button,
    mails: bool,
    path: String,
}

pub(super) async fn show(
    RunsActions(user): RunsActions,
    State(house): State<House>,
    Path(action): Path<String>,
) -> Result<Page<Form>, Problem> {
    let records = house.records().await?;
    let action = open(&records, &user, &action)?;
    Ok(form(&house, &user, &records, action, None, &[]))
}

/// The action, if this person may edit it and something is still expected of it.
fn open<'a>(records: &'a Records, user: &User, number: &str) -> Result<&'a Record, Problem> {
    let action = found(records, number)?;
    if !user.asker().may_read(action) {
        return Err(Problem::NotFound);
    }
    if !action.is_open() {
        return Err(Problem::NotAllowed(
            "The action is closed: nothing more is expected of anybody.",
        ));
    }
    Ok(action)
}

fn form(
    house: &House,
    user: &User,
    records: &Records,
    action: &Record,
    typed: Option<&Fields>,
    mistakes: &[Mistake],
) -> Page<Form> {
    let text = |name: &str| typed.map_or("", |it| it.get(name)).to_owned();
    let wrong = |field: &str| {
        let found = mistakes.iter().find(|it| it.field == field);
        found.map_or("", |it| it.words.as_str()).to_owned()
    };
    let people = People::of(records, house.today());
    let mut choices: Vec<Choice> = people
        .owners_of(records, action)
        .into_iter()
        .filter(|it| plausible_email(it.text("email")))
        .map(|it| {
            let words = format!("{}, {}", it.title(), it.text("agency"));
            Choice::new(it.id.to_string(), words).hint(it.text("email").to_owned())
        })
        .collect();
    let known = (!choices.is_empty()).then(|| {
        let first = choices[0].value.clone();
        choices.push(Choice::new("other", "Somebody else"));
        let chosen = text("who");
        Radios::new("who", "Who is to answer?", choices)
            .value(if chosen.is_empty() { first } else { chosen })
            .error(wrong("who"))
    });
    let mail = &house.options().mail;
    let [name, email, days] = asked::inputs(mail, typed, mistakes, known.is_some());
    let view = Form {
        mistakes: summary(mistakes),
        csrf: user.csrf.clone(),
        reference: action.reference(),
        title: action.title().to_owned(),
        name,
        email,
        known,
        days,
        submit: Button::new(if mail.can_send() {
            "Send the link"
        } else {
            "Make the link"
        })
        .prevent_double_click(true),
        mails: mail.can_send(),
        path: path(action.id),
    };
    let page = Page::new("Send a link", view)
        .section(Section::Actions)
        .under("Actions", "/actions")
        .under(action.reference(), path(action.id))
        .without_data_age();
    if mistakes.is_empty() {
        page
    } else {
        page.with_mistakes()
    }
}

/// Whom the form names, or what is wrong.
fn whom(records: &Records, fields: &Fields) -> Result<Whom, Vec<Mistake>> {
    let member = fields
        .get("who")
        .parse()
        .ok()
        .and_then(|it| records.get(RecordId(it)))
        .filter(|it| it.is(&waymark_programme::kinds::MEMBER) && !it.deleted);
    let (name, email) = member.map_or_else(
        || (fields.get("name"), fields.get("email")),
        |it| (it.title(), it.text("email").trim()),
    );
    Whom::of(name, email, fields)
}

pub(super) async fn send(
    RunsActions(user): RunsActions,
    State(house): State<House>,
    Path(action): Path<String>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let action = open(&records, &user, &action)?;
    let whom = match whom(&records, &fields) {
        Ok(whom) => whom,
        Err(mistakes) => {
            let again = form(&house, &user, &records, action, Some(&fields), &mistakes);
            return Ok(again.into_response());
        }
    };
    let now = Timestamp::now();
    let ends = now + SignedDuration::from_hours(24 * i64::from(whom.days));
    let to = (whom.name.as_str(), whom.email.as_str());
    let (ask, token) = house
        .store()
        .make_ask(action.id, to, Some(user.id), now, ends)
        .await?;
    let address = asked::address(house.options(), token.reveal());
    let sent = asked::send(&house, ask, to, &asked::for_action(action), &address, ends).await?;
    tracing::info!(
        link = ask,
        by = user.id.0,
        sent = sent.is_ok(),
        "a link was made"
    );
    Ok(match sent {
        Ok(()) => To::page(path(action.id))
            .saying(Notice::LinkSent)
            .into_response(),
        Err(why) => shown(action, &whom, &address, ends, why).into_response(),
    })
}

/// What could not be sent is shown, this once, so that it can be sent another way.
fn shown(action: &Record, to: &Whom, address: &str, ends: Timestamp, why: NotSent) -> Page<Shown> {
    let back = (path(action.id), "Back to the action");
    let view = Shown::new(&to.name, why, (address, ends), back);
    Page::new("The link", view)
        .section(Section::Actions)
        .under("Actions", "/actions")
        .under(action.reference(), path(action.id))
        .without_data_age()
}

pub(super) async fn revoke(
    RunsActions(user): RunsActions,
    State(house): State<House>,
    Path((action, link)): Path<(String, String)>,
    Posted(_): Posted,
) -> Result<To, Problem> {
    let records = house.records().await?;
    let action = found(&records, &action)?;
    if !user.asker().may_read(action) {
        return Err(Problem::NotFound);
    }
    asked::revoke(&house, &user, action.id, &link).await?;
    Ok(To::page(path(action.id)).saying(Notice::LinkRevoked))
}

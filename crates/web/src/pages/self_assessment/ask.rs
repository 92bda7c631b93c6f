//! Asking a partner to comment on paragraphs of the self-assessment: a link that answers once, sent to them, which can be
//! revoked and ends by itself.

use super::{find, path};
use crate::forms::{Fields, Posted};
use crate::house::House;
use crate::notice::{Notice, To};
use crate::page::{Page, Section};
use crate::pages::asked::{self, Made, Shown, Whom, inputs, judgement_of, offered};
use crate::pages::records::mistakes;
use crate::problem::Problem;
use crate::user::{RunsActions, User};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use jiff::{SignedDuration, Timestamp};
use waymark_govuk::{Button, Checkboxes, Choice, ErrorSummary, Input};
use waymark_programme::self_assessment::judgements;
use waymark_programme::{Mistake, Record, RecordId, Records};

#[derive(Template)]
#[template(path = "pages/self_assessment/ask.html")]
struct Form {
    mistakes: Option<ErrorSummary>,
    csrf: String,
    title: String,
    path: String,
    whom: [Input; 3],
    parts: Option<Checkboxes>,
    submit: Button,
    mails: bool,
    asks: Vec<Made>,
}

/// The version of this number, while it is worked on.
fn open<'a>(records: &'a Records, user: &User, number: &str) -> Result<&'a Record, Problem> {
    let assessment = find(records, user, number)?;
    if assessment.is_open() {
        Ok(assessment)
    } else {
        Err(Problem::NotAllowed(
            "This version is signed off: comments are asked for on one that is worked on.",
        ))
    }
}

pub(super) async fn show(
    RunsActions(user): RunsActions,
    State(house): State<House>,
    Path(number): Path<String>,
) -> Result<Response, Problem> {
    let records = house.records_for(&user).await?;
    let assessment = open(&records, &user, &number)?;
    form(&house, &user, &records, assessment, None, &[]).await
}

async fn form(
    house: &House,
    user: &User,
    records: &Records,
    assessment: &Record,
    typed: Option<&Fields>,
    wrong: &[Mistake],
) -> Result<Response, Problem> {
    let claims = offered(records, assessment);
    let mut choices: Vec<Choice> = judgements()
        .iter()
        .filter(|(word, _)| claims.iter().any(|it| it.text("judgement") == *word))
        .map(|(word, title)| Choice::new(*word, format!("All of “{title}”")))
        .collect();
    choices.extend(claims.iter().map(|it| {
        let words = format!("{} {}", it.reference(), it.title());
        Choice::new(it.id.to_string(), words).hint(judgement_of(it))
    }));
    let chosen: Vec<String> =
        typed.map_or_else(Vec::new, |it| it.all("parts").map(str::to_owned).collect());
    let mail = &house.options().mail;
    let asks = house.store().asks_of(assessment.id).await?;
    let view = Form {
        mistakes: mistakes::plain_summary(wrong, &["name", "email", "days", "parts"]),
        csrf: user.csrf.clone(),
        title: assessment.title().to_owned(),
        path: path(assessment, ""),
        whom: inputs(mail, typed, wrong, false),
        parts: (!choices.is_empty()).then(|| {
            Checkboxes::new("parts", "On which paragraphs?", choices)
                .hint("They see these and nothing else of the self-assessment")
                .values(chosen)
                .error(mistakes::wrong(wrong, "parts"))
        }),
        submit: Button::new(if mail.can_send() {
            "Send the link"
        } else {
            "Make the link"
        })
        .prevent_double_click(true),
        mails: mail.can_send(),
        asks: asks
            .iter()
            .map(|it| Made::of(it, Timestamp::now()))
            .collect(),
    };
    let page = framed("Ask for comments", view, assessment);
    Ok(if wrong.is_empty() {
        page.into_response()
    } else {
        page.with_mistakes().into_response()
    })
}

fn framed<T: Template>(title: &str, view: T, assessment: &Record) -> Page<T> {
    Page::new(title, view)
        .section(Section::Plan)
        .under("Plan", "/plan")
        .under("Self-assessment", path(assessment, ""))
        .without_data_age()
}

/// The paragraphs that were ticked, one by one or as a whole judgement.
fn ticked(claims: &[&Record], fields: &Fields) -> Vec<RecordId> {
    claims
        .iter()
        .filter(|claim| {
            let (number, judgement) = (claim.id.to_string(), claim.text("judgement"));
            fields
                .all("parts")
                .any(|it| it == number || !judgement.is_empty() && it == judgement)
        })
        .map(|it| it.id)
        .collect()
}

pub(super) async fn send(
    RunsActions(user): RunsActions,
    State(house): State<House>,
    Path(number): Path<String>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let records = house.records_for(&user).await?;
    let assessment = open(&records, &user, &number)?;
    let parts = ticked(&offered(&records, assessment), &fields);
    let mut wrong = Vec::new();
    let whom = Whom::of(fields.get("name"), fields.get("email"), &fields);
    if let Err(mistakes) = &whom {
        wrong.clone_from(mistakes);
    }
    if parts.is_empty() {
        wrong.push(Mistake::new("parts", "Choose at least one paragraph"));
    }
    let (Ok(whom), true) = (whom, wrong.is_empty()) else {
        return form(&house, &user, &records, assessment, Some(&fields), &wrong).await;
    };
    let now = Timestamp::now();
    let ends = now + SignedDuration::from_hours(24 * i64::from(whom.days));
    let to = (whom.name.as_str(), whom.email.as_str());
    let (ask, token) = house
        .store()
        .make_ask_about(assessment.id, &parts, to, Some(user.id), now, ends)
        .await?;
    let address = asked::address(house.options(), token.reveal());
    let what = asked::for_comments(parts.len());
    let sent = asked::send(&house, ask, to, &what, &address, ends).await?;
    tracing::info!(
        link = ask,
        by = user.id.0,
        sent = sent.is_ok(),
        "a link was made"
    );
    Ok(match sent {
        Ok(()) => To::page(path(assessment, "/ask"))
            .saying(Notice::LinkSent)
            .into_response(),
        Err(why) => {
            let back = (path(assessment, ""), "Back to the self-assessment");
            let view = Shown::new(&whom.name, why, (&address, ends), back);
            framed("The link", view, assessment).into_response()
        }
    })
}

pub(super) async fn revoke(
    RunsActions(user): RunsActions,
    State(house): State<House>,
    Path((number, link)): Path<(String, String)>,
    Posted(_): Posted,
) -> Result<To, Problem> {
    let records = house.records_for(&user).await?;
    let assessment = find(&records, &user, &number)?;
    asked::revoke(&house, &user, assessment.id, &link).await?;
    let back = if assessment.is_open() { "/ask" } else { "" };
    Ok(To::page(path(assessment, back)).saying(Notice::LinkRevoked))
}

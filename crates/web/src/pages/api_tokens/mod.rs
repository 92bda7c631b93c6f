//! A person's tokens: by which programs read and write records as they may.

use crate::clock::moment_words;
use crate::forms::{Fields, Posted};
use crate::house::House;
use crate::notice::{Notice, To};
use crate::page::Page;
use crate::problem::Problem;
use crate::routes::Routes;
use crate::user::{ReadsRecords, User};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use jiff::{SignedDuration, Timestamp};
use waymark_govuk::{Button, Choice, ErrorLink, ErrorSummary, Input, Radios};
use waymark_store::ApiToken;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/api-tokens", show)
        .post("/api-tokens", make)
        .post("/api-tokens/{token}/revoke", revoke)
}

/// The most live tokens a person has.
const MOST: usize = 20;
/// For how long a token may speak, in days.
const DAYS: [i64; 3] = [30, 90, 365];

#[derive(Template)]
#[template(path = "pages/api_tokens/list.html")]
struct List {
    mistakes: Option<ErrorSummary>,
    csrf: String,
    name: Input,
    days: Radios,
    submit: Button,
    tokens: Vec<Token>,
}

/// A token as the list shows it.
struct Token {
    id: i64,
    name: String,
    made: String,
    expires: String,
    used: Option<String>,
    revoked: bool,
    revoke: Option<Button>,
}

#[derive(Template)]
#[template(path = "pages/api_tokens/made.html")]
struct Made {
    name: String,
    token: String,
    expires: String,
}

async fn show(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
) -> Result<Response, Problem> {
    list(&house, &user, None, &[]).await
}

async fn list(
    house: &House,
    user: &User,
    typed: Option<&Fields>,
    mistakes: &[(&'static str, &'static str)],
) -> Result<Response, Problem> {
    let now = Timestamp::now();
    let tokens = house.store().api_tokens_of(user.id).await?;
    let text = |name: &str| typed.map_or("", |it| it.get(name)).to_owned();
    let wrong = |name: &str| {
        mistakes
            .iter()
            .find(|it| it.0 == name)
            .map_or("", |it| it.1)
    };
    let view = List {
        mistakes: (!mistakes.is_empty()).then(|| {
            let links = mistakes
                .iter()
                .map(|(control, words)| ErrorLink::new(*words, control));
            ErrorSummary::new(links.collect::<Vec<_>>())
        }),
        csrf: user.csrf.clone(),
        name: Input::new("name", "What will use it?")
            .hint("The program and where it runs, so that you know what stops when you revoke it")
            .value(text("name"))
            .error(wrong("name")),
        days: Radios::new(
            "days",
            "How long may it be used?",
            DAYS.map(|it| Choice::new(it.to_string(), format!("{it} days")))
                .to_vec(),
        )
        .value(text("days"))
        .error(wrong("days")),
        submit: Button::new("Make a token").prevent_double_click(true),
        tokens: tokens.iter().map(|it| told(it, now)).collect(),
    };
    let page = Page::new("Tokens for programs", view)
        .under("Data for programs", "/api")
        .without_data_age();
    Ok(if mistakes.is_empty() {
        page.into_response()
    } else {
        page.with_mistakes().into_response()
    })
}

fn told(token: &ApiToken, now: Timestamp) -> Token {
    let live = token.is_live(now);
    Token {
        id: token.id,
        name: token.name.clone(),
        made: moment_words(token.made),
        expires: moment_words(token.expires),
        used: token.used.map(moment_words),
        revoked: token.revoked.is_some(),
        revoke: live.then(|| Button::new(format!("Revoke {}", token.name)).warning()),
    }
}

async fn make(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let now = Timestamp::now();
    let mut mistakes = Vec::new();
    let name = fields.get("name");
    if name.is_empty() {
        mistakes.push(("name", "Say what will use it"));
    } else if name.chars().count() > 100 || name.chars().any(char::is_control) {
        mistakes.push(("name", "It must be 100 characters or fewer, on one line"));
    }
    let days = fields.get("days").parse().ok();
    let days = days.filter(|it| DAYS.contains(it));
    if days.is_none() {
        mistakes.push(("days", "Choose how long it may be used"));
    }
    let tokens = house.store().api_tokens_of(user.id).await?;
    if tokens.iter().filter(|it| it.is_live(now)).count() >= MOST {
        mistakes.push(("name", "You have 20 tokens. Revoke one you no longer need"));
    }
    let Some(days) = days.filter(|_| mistakes.is_empty()) else {
        return list(&house, &user, Some(&fields), &mistakes).await;
    };
    let expires = now + SignedDuration::from_hours(24 * days);
    let (id, token) = house
        .store()
        .create_api_token(user.id, name, now, expires)
        .await?;
    tracing::info!(token = id, account = user.id.0, "token made");
    let view = Made {
        name: name.to_owned(),
        token: format!("{}{}", crate::api::MARK, token.reveal()),
        expires: moment_words(expires),
    };
    Ok(Page::new("The new token", view)
        .under("Tokens for programs", "/api-tokens")
        .without_data_age()
        .into_response())
}

async fn revoke(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Path(token): Path<String>,
    Posted(_): Posted,
) -> Result<To, Problem> {
    let token = token.parse().map_err(|_| Problem::NotFound)?;
    let done = house
        .store()
        .revoke_api_token(token, user.id, Timestamp::now())
        .await?;
    if !done {
        return Err(Problem::NotFound);
    }
    tracing::info!(token, account = user.id.0, "token revoked");
    Ok(To::page("/api-tokens").saying(Notice::TokenRevoked))
}

//! Signing in and out.

pub(crate) mod tries;

use crate::caller::Caller;
use crate::cookies;
use crate::demo::DEMO_ACCOUNTS;
use crate::forms::{Fields, Loose, Posted, same_secret};
use crate::house::House;
use crate::notice::{Notice, To};
use crate::page::Page;
use crate::password::random_letters;
use crate::problem::{Problem, in_query};
use crate::routes::Routes;
use crate::security::ends;
use crate::user::{SignedIn, Who};
use askama::Template;
use axum::Extension;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use serde::Deserialize;
use tries::Try;
use waymark_govuk::{Button, Cell, ErrorLink, ErrorSummary, Input, PasswordInput, Table};
use waymark_store::AccountId;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/sign-in", show)
        .post("/sign-in", sign_in)
        .post("/sign-out", sign_out)
}

#[derive(Template)]
#[template(path = "pages/sign_in/sign_in.html")]
struct Form {
    mistakes: Option<ErrorSummary>,
    action: String,
    secret: String,
    name: Input,
    password: PasswordInput,
    submit: Button,
    demo: Option<Table>,
}

#[derive(Deserialize)]
struct Next {
    #[serde(default)]
    next: String,
}

async fn show(
    State(house): State<House>,
    Extension(Who(user)): Extension<Who>,
    Query(Next { next }): Query<Next>,
    headers: HeaderMap,
) -> Response {
    if let Some(user) = user {
        return To::page(local(&next).unwrap_or(user.home())).into_response();
    }
    form(&house, &headers, &next, "", &[], StatusCode::OK)
}

/// The form, tied by a cookie to the browser that it is shown in.
fn form(
    house: &House,
    headers: &HeaderMap,
    next: &str,
    typed: &str,
    mistakes: &[(&str, &str)],
    status: StatusCode,
) -> Response {
    let cookie = cookies::form_name(house.options());
    let known = cookies::read(headers, cookie).filter(|it| is_secret(it));
    let secret = known.map_or_else(|| random_letters(40), str::to_owned);
    let wrong = |control: &str| {
        mistakes
            .iter()
            .find(|(which, _)| *which == control)
            .map_or("", |(_, words)| *words)
    };
    let view = Form {
        mistakes: (!mistakes.is_empty()).then(|| {
            let links = mistakes
                .iter()
                .map(|(control, words)| ErrorLink::new(*words, control));
            ErrorSummary::new(links.collect::<Vec<_>>())
        }),
        action: local(next).map_or_else(
            || "/sign-in".to_owned(),
            |it| format!("/sign-in?next={}", in_query(it)),
        ),
        secret: secret.clone(),
        name: Input::new("name", "Sign-in name")
            .value(typed)
            .error(wrong("name"))
            .autocomplete("username")
            .autocapitalize("none")
            .spellcheck(Some(false)),
        password: PasswordInput::new("password", "Password").error(wrong("password")),
        submit: Button::new("Sign in"),
        demo: house.options().demo.then(demo_accounts),
    };
    let page = Page::new("Sign in", view);
    let page = if mistakes.is_empty() {
        page
    } else {
        page.with_mistakes()
    };
    let mut response = page.status(status).into_response();
    if known.is_none() {
        response.headers_mut().append(
            header::SET_COOKIE,
            cookies::set(house.options(), cookie, &secret),
        );
    }
    response
}

/// Everybody in the demonstration, with their passwords.
fn demo_accounts() -> Table {
    let rows: Vec<Vec<Cell>> = DEMO_ACCOUNTS
        .iter()
        .map(|it| {
            let who = format!("{}, {}", it.name, it.who);
            vec![
                Cell::new(it.sign_in_name),
                Cell::new(it.password),
                Cell::new(who),
            ]
        })
        .collect();
    Table::new("Who you can be in this demonstration")
        .caption_classes("govuk-table__caption--m")
        .head(["Sign-in name", "Password", "Who"].map(Cell::new))
        .rows(rows)
}

fn is_secret(text: &str) -> bool {
    text.len() == 40 && text.bytes().all(|it| it.is_ascii_alphanumeric())
}

async fn sign_in(
    State(house): State<House>,
    Query(Next { next }): Query<Next>,
    Caller(address): Caller,
    headers: HeaderMap,
    Loose(fields): Loose,
) -> Result<Response, Problem> {
    let cookie = cookies::form_name(house.options());
    let secret = cookies::read(&headers, cookie).filter(|it| is_secret(it));
    if !secret.is_some_and(|it| same_secret(fields.exact("csrf"), it)) {
        return Err(Problem::OldForm);
    }
    let again = |mistakes: &[(&str, &str)], status| {
        Ok(form(
            &house,
            &headers,
            &next,
            fields.get("name"),
            mistakes,
            status,
        ))
    };
    let missing = missing(&fields);
    if !missing.is_empty() {
        return again(&missing, StatusCode::UNPROCESSABLE_ENTITY);
    }
    match tries::attempt(
        &house,
        fields.get("name"),
        fields.exact("password"),
        &address,
    )
    .await?
    {
        Try::Right(account) => {
            tracing::info!(account = account.id.0, "signed in");
            let to = To::page(local(&next).unwrap_or_else(|| {
                if account.role == waymark_store::Role::Administrator {
                    "/accounts"
                } else {
                    "/"
                }
            }));
            Ok(begin(&house, &headers, account.id, to)
                .await?
                .into_response())
        }
        Try::Wrong => again(
            &[("name", "The sign-in name or the password is not right")],
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        Try::TooMany => again(
            &[(
                "name",
                "There were too many tries. Wait 15 minutes, or ask your administrator for a new password",
            )],
            StatusCode::TOO_MANY_REQUESTS,
        ),
    }
}

fn missing(fields: &Fields) -> Vec<(&'static str, &'static str)> {
    let mut missing = Vec::new();
    if fields.get("name").is_empty() {
        missing.push(("name", "Enter your sign-in name"));
    }
    if fields.exact("password").is_empty() {
        missing.push(("password", "Enter your password"));
    }
    missing
}

/// Begins a session with a token nobody has seen before, and ends the one that the browser came with.
pub(crate) async fn begin(
    house: &House,
    headers: &HeaderMap,
    account: AccountId,
    to: To,
) -> Result<To, Problem> {
    let (store, options) = (house.store(), house.options());
    let name = cookies::session_name(options);
    if let Some(old) = cookies::read(headers, name) {
        store.delete_session(old).await?;
    }
    let now = Timestamp::now();
    let session = store.create_session(account, now, ends(now, now)).await?;
    Ok(to
        .cookie(cookies::set(options, name, session.token.reveal()))
        .cookie(cookies::clear(options, cookies::form_name(options))))
}

async fn sign_out(
    SignedIn(_): SignedIn,
    State(house): State<House>,
    headers: HeaderMap,
    Posted(_): Posted,
) -> Result<To, Problem> {
    let name = cookies::session_name(house.options());
    if let Some(token) = cookies::read(&headers, name) {
        house.store().delete_session(token).await?;
    }
    Ok(To::page("/sign-in")
        .saying(Notice::SignedOut)
        .cookie(cookies::clear(house.options(), name)))
}

/// A page of this site, and nothing else: `//elsewhere`, `/\elsewhere` and `https:` lead away.
fn local(next: &str) -> Option<&str> {
    let second = next.as_bytes().get(1);
    let plain = next.bytes().all(|it| it.is_ascii_graphic() && it != b'\\');
    let inside = next.starts_with('/') && second != Some(&b'/') && !next.starts_with("/sign-");
    (plain && inside && next.len() <= 1000).then_some(next)
}

#[cfg(test)]
mod tests {
    use super::local;

    #[test]
    fn signing_in_leads_to_a_page_of_this_site_only() {
        for good in [
            "/",
            "/uploads/3",
            "/measures/assessments-in-time?area=North%20West",
        ] {
            assert_eq!(local(good), Some(good));
        }
        for bad in [
            "",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "javascript:alert(1)",
            "/\t/evil.example",
            "/a\r\nSet-Cookie: x=y",
            " /uploads",
            "uploads",
            "/sign-in",
        ] {
            assert_eq!(local(bad), None, "{bad:?}");
        }
    }
}

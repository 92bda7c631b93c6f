//! Changing one's own password.

use crate::caller::Caller;
use crate::forms::{Fields, Posted};
use crate::house::House;
use crate::notice::{Notice, To};
use crate::page::Page;
use crate::pages::sign_in::{begin, tries};
use crate::password;
use crate::problem::Problem;
use crate::routes::Routes;
use crate::user::{SignedIn, User};
use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use tries::Try;
use waymark_govuk::{Button, ErrorLink, ErrorSummary, PasswordInput};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/password", show)
        .post("/password", change)
}

#[derive(Template)]
#[template(path = "pages/password/password.html")]
struct Form {
    mistakes: Option<ErrorSummary>,
    csrf: String,
    current: PasswordInput,
    new: PasswordInput,
    again: PasswordInput,
    submit: Button,
}

async fn show(SignedIn(user): SignedIn) -> Page<Form> {
    form(&user, &[])
}

fn form(user: &User, mistakes: &[(&str, String)]) -> Page<Form> {
    let wrong = |control: &str| {
        mistakes
            .iter()
            .find(|(which, _)| *which == control)
            .map_or("", |(_, words)| words.as_str())
    };
    let view = Form {
        mistakes: (!mistakes.is_empty()).then(|| {
            let links = mistakes.iter().map(|(control, words)| ErrorLink::new(words, control));
            ErrorSummary::new(links.collect::<Vec<_>>())
        }),
        csrf: user.csrf.clone(),
        current: PasswordInput::new("current", "Your password now").error(wrong("current")),
        new: PasswordInput::new("new", "New password")
            .hint(format!(
                "{} characters or more. Three or four words that do not belong together are easy to remember and hard to guess.",
                password::LEAST
            ))
            .error(wrong("new"))
            .autocomplete("new-password"),
        again: PasswordInput::new("again", "New password again")
            .error(wrong("again"))
            .autocomplete("new-password"),
        submit: Button::new("Change password").prevent_double_click(true),
    };
    let page = Page::new("Change your password", view)
        .under("Change your password", "")
        .without_data_age();
    if mistakes.is_empty() {
        page
    } else {
        page.with_mistakes()
    }
}

async fn change(
    SignedIn(user): SignedIn,
    State(house): State<House>,
    Caller(address): Caller,
    headers: HeaderMap,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let account = house.store().account(user.id).await?;
    let mut mistakes = mistakes(&fields, &account.sign_in_name);
    if mistakes.is_empty() {
        match tries::attempt(
            &house,
            &account.sign_in_name,
            fields.exact("current"),
            &address,
        )
        .await?
        {
            Try::Right(_) => {}
            Try::Wrong => mistakes.push(("current", "This is not your password".to_owned())),
            Try::TooMany => mistakes.push((
                "current",
                "There were too many tries. Wait 15 minutes".to_owned(),
            )),
        }
    }
    if !mistakes.is_empty() {
        return Ok(form(&user, &mistakes).into_response());
    }
    let hash = house.hash(fields.exact("new")).await;
    // Ends every session of the account, so that whoever knew the old password is out.
    house.store().change_password(user.id, hash).await?;
    tracing::info!(account = user.id.0, "password changed");
    let to = To::page(user.home()).saying(Notice::PasswordChanged);
    Ok(begin(&house, &headers, user.id, to).await?.into_response())
}

fn mistakes(fields: &Fields, sign_in_name: &str) -> Vec<(&'static str, String)> {
    let mut mistakes = Vec::new();
    let new = fields.exact("new");
    if fields.exact("current").is_empty() {
        mistakes.push(("current", "Enter your password".to_owned()));
    }
    if let Some(mistake) = password::mistake(new, sign_in_name) {
        mistakes.push(("new", mistake));
    } else if fields.exact("again") != new {
        mistakes.push(("again", "The two new passwords are not the same".to_owned()));
    }
    mistakes
}

//! Adding an account: the password is made here and shown once.

use super::fields::{self, Mistake, summary, wrong};
use super::secret::Secret;
use crate::demo::is_demo_name;
use crate::forms::{Fields, Posted};
use crate::house::House;
use crate::page::{Page, Section};
use crate::password;
use crate::problem::Problem;
use crate::user::{Administers, User};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use waymark_govuk::{Button, Checkboxes, ErrorSummary, Input, Radios};
use waymark_store::{NewAccount, StoreError};

#[derive(Template)]
#[template(path = "pages/accounts/new.html")]
pub(super) struct Form {
    mistakes: Option<ErrorSummary>,
    csrf: String,
    name: Input,
    sign_in_name: Input,
    role: Radios,
    areas: Option<Checkboxes>,
    submit: Button,
}

pub(super) async fn show(Administers(user): Administers, State(house): State<House>) -> Page<Form> {
    form(&house, &user, None, &[])
}

fn form(house: &House, user: &User, typed: Option<&Fields>, mistakes: &[Mistake]) -> Page<Form> {
    let text = |name: &str| typed.map_or("", |it| it.get(name)).to_owned();
    let (role, areas) = typed.map_or((None, Vec::new()), fields::chosen);
    let view = Form {
        mistakes: summary(mistakes),
        csrf: user.csrf.clone(),
        name: Input::new("name", "Full name")
            .value(text("name"))
            .error(wrong(mistakes, "name")),
        sign_in_name: Input::new("sign-in-name", "Sign-in name")
            .hint("Their work e-mail address, so that they need not remember another")
            .value(text("sign-in-name"))
            .error(wrong(mistakes, "sign-in-name"))
            .autocapitalize("none")
            .spellcheck(Some(false)),
        role: fields::roles(role, wrong(mistakes, "role")),
        areas: fields::areas(house, &areas, wrong(mistakes, "areas")),
        submit: Button::new("Add the account").prevent_double_click(true),
    };
    let page = Page::new("Add an account", view)
        .section(Section::Accounts)
        .under("Accounts", "/accounts");
    if mistakes.is_empty() {
        page
    } else {
        page.with_mistakes()
    }
}

pub(super) async fn make(
    Administers(user): Administers,
    State(house): State<House>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let (role, areas) = fields::chosen(&fields);
    let mut mistakes = mistakes(&house, &fields);
    let Some(role) = role.filter(|_| mistakes.is_empty()) else {
        if role.is_none() {
            mistakes.push(("role", "Choose what they may do".to_owned()));
        }
        return Ok(form(&house, &user, Some(&fields), &mistakes).into_response());
    };
    let password = password::fresh();
    let new = NewAccount {
        sign_in_name: fields.get("sign-in-name").to_owned(),
        name: fields.get("name").to_owned(),
        role,
        areas,
        password_hash: house.hash(&password).await,
    };
    match house.store().create_account(new).await {
        Ok(account) => {
            tracing::info!(account = account.id.0, by = user.id.0, "account made");
            Ok(Secret::page(&account, password).into_response())
        }
        Err(StoreError::NameTaken) => {
            let taken = [(
                "sign-in-name",
                "Another account has this sign-in name".to_owned(),
            )];
            Ok(form(&house, &user, Some(&fields), &taken).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

fn mistakes(house: &House, fields: &Fields) -> Vec<Mistake> {
    let mut mistakes = Vec::new();
    for (control, empty) in [
        ("name", "Enter their full name"),
        ("sign-in-name", "Enter a sign-in name"),
    ] {
        let text = fields.get(control);
        if text.is_empty() {
            mistakes.push((control, empty.to_owned()));
        } else if text.chars().count() > 200 || text.chars().any(char::is_control) {
            mistakes.push((
                control,
                "It must be 200 characters or fewer, on one line".to_owned(),
            ));
        }
    }
    if !house.options().demo && is_demo_name(fields.get("sign-in-name")) {
        let words = "This name is the demonstration’s, and may not sign in here. Choose another";
        mistakes.push(("sign-in-name", words.to_owned()));
    }
    mistakes
}

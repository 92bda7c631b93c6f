//! One account: its role and areas, a new password, closing it.

use super::fields::{self, Mistake, summary, wrong};
use super::number;
use crate::clock::moment_words;
use crate::forms::Posted;
use crate::house::House;
use crate::notice::{Notice, To};
use crate::page::{Page, Section};
use crate::problem::Problem;
use crate::user::{Administers, User};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use waymark_govuk::{Button, Checkboxes, ErrorSummary, Radios};
use waymark_store::{Account, Area, Role};

#[derive(Template)]
#[template(path = "pages/accounts/edit.html")]
struct Form {
    mistakes: Option<ErrorSummary>,
    csrf: String,
    account: Account,
    made: String,
    own: bool,
    role: Radios,
    areas: Option<Checkboxes>,
    save: Button,
    password: Button,
    active: Button,
}

pub(super) async fn show(
    Administers(user): Administers,
    State(house): State<House>,
    Path(account): Path<String>,
) -> Result<Response, Problem> {
    let account = house.store().account(number(&account)?).await?;
    let (role, areas) = (Some(account.role), account.areas.clone());
    Ok(form(&house, &user, account, role, &areas, &[]))
}

fn form(
    house: &House,
    user: &User,
    account: Account,
    role: Option<Role>,
    areas: &[Area],
    mistakes: &[Mistake],
) -> Response {
    let name = account.name.clone();
    let view = Form {
        mistakes: summary(mistakes),
        csrf: user.csrf.clone(),
        made: moment_words(account.created),
        own: account.id == user.id,
        role: fields::roles(role, wrong(mistakes, "role")),
        areas: fields::areas(house, areas, wrong(mistakes, "areas")),
        save: Button::new("Save").prevent_double_click(true),
        password: Button::new("Make a new password").secondary(),
        active: if account.active {
            Button::new("Close the account").warning()
        } else {
            Button::new("Let them sign in again").secondary()
        },
        account,
    };
    let page = Page::new(name, view)
        .section(Section::Accounts)
        .under("Accounts", "/accounts");
    if mistakes.is_empty() {
        page.into_response()
    } else {
        page.with_mistakes().into_response()
    }
}

pub(super) async fn change(
    Administers(user): Administers,
    State(house): State<House>,
    Path(account): Path<String>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let account = house.store().account(number(&account)?).await?;
    let (role, areas) = fields::chosen(&fields);
    let mistake = match role {
        None => "Choose what they may do",
        // Somebody must be left who can put a mistake right.
        Some(role) if account.id == user.id && role != account.role => {
            "You cannot change your own role. Ask another administrator"
        }
        Some(_) => "",
    };
    match role {
        Some(role) if mistake.is_empty() => {
            house.store().change_role(account.id, role, &areas).await?;
            tracing::info!(
                account = account.id.0,
                by = user.id.0,
                role = role.word(),
                "account changed"
            );
            let to = To::page(format!("/accounts/{}", account.id)).saying(Notice::AccountChanged);
            Ok(to.into_response())
        }
        _ => Ok(form(
            &house,
            &user,
            account,
            role,
            &areas,
            &[("role", mistake.to_owned())],
        )),
    }
}

pub(super) async fn set_active(
    Administers(user): Administers,
    State(house): State<House>,
    Path(account): Path<String>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let account = house.store().account(number(&account)?).await?;
    let active = match fields.get("active") {
        "yes" => true,
        "no" => false,
        _ => return Err(Problem::NotUnderstood),
    };
    if account.id == user.id {
        let (role, areas) = (Some(account.role), account.areas.clone());
        let mistake = "You cannot close your own account. Ask another administrator".to_owned();
        return Ok(form(
            &house,
            &user,
            account,
            role,
            &areas,
            &[("role", mistake)],
        ));
    }
    house.store().set_active(account.id, active).await?;
    tracing::info!(
        account = account.id.0,
        by = user.id.0,
        active,
        "account opened or closed"
    );
    let notice = if active {
        Notice::AccountOpened
    } else {
        Notice::AccountClosed
    };
    Ok(To::page(format!("/accounts/{}", account.id))
        .saying(notice)
        .into_response())
}

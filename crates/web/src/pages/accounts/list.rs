//! Everybody who may sign in, or once could.

use crate::house::House;
use crate::page::{Page, Section};
use crate::problem::Problem;
use crate::user::{Administers, role_words};
use askama::Template;
use axum::extract::State;
use waymark_govuk::{Button, Cell, Content, Html, Table, Tag, TagColour};
use waymark_store::{Account, Role};

#[derive(Template)]
#[template(path = "pages/accounts/list.html")]
pub(super) struct List {
    add: Button,
    table: Table,
}

pub(super) async fn list(
    Administers(_): Administers,
    State(house): State<House>,
) -> Result<Page<List>, Problem> {
    let accounts = house.store().accounts().await?;
    let rows: Vec<Vec<Cell>> = accounts.iter().map(row).collect();
    let head = ["Name", "Sign-in name", "Role", "Areas", "State"].map(Cell::new);
    let view = List {
        add: Button::link("Add an account", "/accounts/new"),
        table: Table::new("Accounts by name")
            .caption_classes("govuk-visually-hidden")
            .head(head)
            .rows(rows),
    };
    Ok(Page::new("Accounts", view).section(Section::Accounts))
}

fn row(account: &Account) -> Vec<Cell> {
    let name = Html::of(&Content::from(account.name.as_str()));
    let state = if account.active {
        Tag::new("Open").colour(TagColour::Green)
    } else {
        Tag::new("Closed").colour(TagColour::Grey)
    };
    vec![
        Cell::new(Html::new(format!(
            r#"<a class="govuk-link" href="/accounts/{}">{name}</a>"#,
            account.id
        ))),
        Cell::new(account.sign_in_name.as_str()),
        Cell::new(role_words(account.role)),
        Cell::new(areas(account)),
        Cell::new(Html::of(&state)),
    ]
}

/// The areas whose children they see, in words.
fn areas(account: &Account) -> String {
    match account.role {
        Role::Analyst => "Every child".to_owned(),
        Role::Manager if account.areas.is_empty() => "None yet: sees no child".to_owned(),
        Role::Manager => {
            let names: Vec<&str> = account.areas.iter().map(|it| it.name.as_str()).collect();
            names.join(", ")
        }
        _ => "No children".to_owned(),
    }
}

//! A new password for somebody else, shown once.

use super::number;
use crate::forms::Posted;
use crate::house::House;
use crate::page::{Page, Section};
use crate::password;
use crate::problem::Problem;
use crate::user::Administers;
use askama::Template;
use axum::extract::{Path, State};
use waymark_store::{Account, AccountId};

#[derive(Template)]
#[template(path = "pages/accounts/secret.html")]
pub(super) struct Secret {
    id: AccountId,
    name: String,
    sign_in_name: String,
    password: String,
}

impl Secret {
    pub(super) fn page(account: &Account, password: String) -> Page<Self> {
        let view = Self {
            id: account.id,
            name: account.name.clone(),
            sign_in_name: account.sign_in_name.clone(),
            password,
        };
        Page::new("The new password", view)
            .section(Section::Accounts)
            .under("Accounts", "/accounts")
    }
}

pub(super) async fn set(
    Administers(user): Administers,
    State(house): State<House>,
    Path(account): Path<String>,
    Posted(_): Posted,
) -> Result<Page<Secret>, Problem> {
    let account = house.store().account(number(&account)?).await?;
    let password = password::fresh();
    let hash = house.hash(&password).await;
    house.store().change_password(account.id, hash).await?;
    tracing::info!(
        account = account.id.0,
        by = user.id.0,
        "password set by an administrator"
    );
    Ok(Secret::page(&account, password))
}

//! Who may sign in, as what, and for which areas.

mod edit;
mod fields;
mod list;
mod new;
mod secret;

use crate::problem::Problem;
use crate::routes::Routes;
use waymark_store::AccountId;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/accounts", list::list)
        .get("/accounts/new", new::show)
        .post("/accounts/new", new::make)
        .get("/accounts/{account}", edit::show)
        .post("/accounts/{account}", edit::change)
        .post("/accounts/{account}/active", edit::set_active)
        .post("/accounts/{account}/password", secret::set)
}

/// The account that an address names.
fn number(text: &str) -> Result<AccountId, Problem> {
    text.parse().map(AccountId).map_err(|_| Problem::NotFound)
}

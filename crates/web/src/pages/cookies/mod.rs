//! Which cookies there are, and why no banner asks about them.

use crate::cookies;
use crate::house::House;
use crate::page::Page;
use crate::routes::Routes;
use askama::Template;
use axum::extract::State;
use waymark_govuk::{Cell, Table};

pub(crate) fn routes() -> Routes {
    Routes::new().get("/cookies", show)
}

#[derive(Template)]
#[template(path = "pages/cookies/cookies.html")]
struct Cookies {
    table: Table,
}

async fn show(State(house): State<House>) -> Page<Cookies> {
    let row = |name: &str, purpose: &str, ends: &str| {
        vec![Cell::new(name), Cell::new(purpose), Cell::new(ends)]
    };
    let options = house.options();
    let rows = [
        row(
            cookies::session_name(options),
            "Keeps you signed in",
            "When you sign out, after an hour without use, or after 12 hours",
        ),
        row(
            cookies::form_name(options),
            "Ties the sign-in form to your browser",
            "When you sign in or close your browser",
        ),
        row(
            "waymark-notice",
            "Lets the next page say what you have just done",
            "When that page is shown",
        ),
    ];
    let table = Table::new("The cookies")
        .caption_classes("govuk-table__caption--m")
        .head([
            Cell::new("Name"),
            Cell::new("What it is for"),
            Cell::new("When it ends"),
        ])
        .rows(rows);
    Page::new("Cookies", Cookies { table }).without_data_age()
}

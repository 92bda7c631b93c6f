//! The accessibility statement that the Public Sector Bodies (Websites and Mobile Applications) Accessibility Regulations
//! 2018 ask for.

use crate::house::House;
use crate::page::Page;
use crate::routes::Routes;
use askama::Template;
use axum::extract::State;

pub(crate) fn routes() -> Routes {
    Routes::new().get("/accessibility", show)
}

#[derive(Template)]
#[template(path = "pages/accessibility/accessibility.html")]
struct Statement {
    council: String,
    service: String,
}

async fn show(State(house): State<House>) -> Page<Statement> {
    let options = house.options();
    let view = Statement {
        council: options.name.clone(),
        service: options.service.clone(),
    };
    Page::new("Accessibility statement", view).without_data_age()
}

//! The pages people visit.
//!
//! [`app`] is the site map: every page's routes, one line each. A handler's signature is its permission
//! ([`user`]); what it returns is a [`page::Page`] or a [`problem::Problem`]; the frame round both is put on in one
//! place, with the headers that keep a browser safe.

mod api;
mod caller;
mod checks;
pub mod clock;
mod cookies;
pub mod county;
pub mod demo;
pub mod desk;
pub mod door;
pub mod download;
pub mod figures;
pub mod forms;
pub mod house;
pub mod mail;
pub mod notice;
pub mod page;
pub mod pages;
pub mod papers;
mod parts;
pub mod password;
pub mod problem;
pub mod routes;
mod security;
mod sent;
pub mod tables;
pub mod user;
pub mod words;

pub use county::County;
pub use house::{House, Options};
pub use routes::{Method, Routes};
pub use user::{Audience, User};

/// Every page, as data: what the router is made of and what the tests walk.
#[must_use]
pub fn site() -> Routes {
    Routes::new()
        .merge(pages::assets::routes())
        .merge(pages::home::routes())
        .merge(pages::today::routes())
        .merge(pages::measures::routes())
        .merge(pages::measure::routes())
        .merge(pages::children::routes())
        .merge(pages::meetings::routes())
        .merge(pages::papers::routes())
        .merge(pages::public::routes())
        .merge(pages::records::routes())
        .merge(pages::plan::routes())
        .merge(pages::findings::routes())
        .merge(pages::visits::routes())
        .merge(pages::forums::routes())
        .merge(pages::ofsted::routes())
        .merge(pages::self_assessment::routes())
        .merge(pages::search::routes())
        .merge(pages::thread::routes())
        .merge(pages::actions::routes())
        .merge(pages::asked::routes())
        .merge(pages::calendar::routes())
        .merge(pages::api::routes())
        .merge(pages::api_tokens::routes())
        .merge(api::routes())
        .merge(pages::sign_in::routes())
        .merge(pages::password::routes())
        .merge(pages::uploads::routes())
        .merge(pages::minutes_reading::routes())
        .merge(pages::accounts::routes())
        .merge(pages::access_log::routes())
        .merge(pages::accessibility::routes())
        .merge(pages::cookies::routes())
        .merge(pages::health::routes())
}

/// The whole site, ready to be served. Serve it with the caller's address
/// (`into_make_service_with_connect_info::<std::net::SocketAddr>`), which slows guessing at passwords.
pub fn app(house: House) -> axum::Router {
    security::around(site().into_router(), house)
}

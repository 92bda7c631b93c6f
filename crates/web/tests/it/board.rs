//! A small board for the tests of actions: a meeting, its members, an action or two.

use crate::site::{Site, Visitor, options};
use waymark_programme::{Author, Changes, Record, RecordId, Records, Values, kinds, link};
use waymark_store::Role;
use waymark_web::mail::Settings;

pub(crate) async fn site(mail: Settings) -> Site {
    let mut options = options();
    options.mail = mail;
    options.address = "https://waymark.wayshire.example".into();
    Site::with(options).await
}

pub(crate) fn clerk() -> Author {
    Author {
        account: None,
        name: "Marcus Bell".into(),
    }
}

pub(crate) fn action(text: &str, owner: &str) -> Values {
    Values::new()
        .with("text", text)
        .with_list("owners", [owner])
}

/// Keeps one record.
pub(crate) async fn keep(
    site: &Site,
    kind: &'static waymark_programme::Kind,
    state: &'static str,
    values: Values,
) -> RecordId {
    let mut changes = Changes::by(clerk());
    let made = changes.make_as(kind, state, kind.readers, values);
    site.store().keep(&changes).await.unwrap().number(made)
}

/// Keeps an action that somebody owes by a day; by none where it is empty.
pub(crate) async fn owed(
    site: &Site,
    state: &'static str,
    text: &str,
    owner: &str,
    due: &str,
) -> RecordId {
    let mut values = action(text, owner);
    if !due.is_empty() {
        values = values.with("due", due);
    }
    keep(site, &kinds::ACTION, state, values).await
}

pub(crate) async fn meeting(site: &Site, title: &str, date: &str) -> RecordId {
    let values = Values::new()
        .with("title", title)
        .with("body", "Improvement Board")
        .with("date", date)
        .with("starts", "14:30")
        .with("ends", "16:30")
        .with("place", "Cabinet Room B, County Hall");
    keep(site, &kinds::MEETING, "held", values).await
}

pub(crate) async fn member(
    site: &Site,
    name: &str,
    role: &str,
    agency: &str,
    email: &str,
) -> RecordId {
    let values = Values::new()
        .with("name", name)
        .with("role", role)
        .with("agency", agency)
        .with("email", email);
    keep(site, &kinds::MEMBER, "serving", values).await
}

/// Links two records.
pub(crate) async fn tie(site: &Site, from: RecordId, by: &'static link::LinkKind, to: RecordId) {
    let mut changes = Changes::by(clerk());
    changes.link(from, by, to);
    site.store().keep(&changes).await.unwrap();
}

pub(crate) async fn records(site: &Site) -> std::sync::Arc<Records> {
    site.house.records().await.unwrap()
}

/// The record as it stands.
pub(crate) async fn now(site: &Site, id: RecordId) -> Record {
    records(site).await.get(id).unwrap().clone()
}

/// Somebody of this name and role, signed in.
pub(crate) async fn person(site: &Site, name: &str, role: Role) -> Visitor {
    let account = site.account(name, role, &[]).await;
    site.signed_in(&account).await
}

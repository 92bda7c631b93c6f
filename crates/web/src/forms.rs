//! Forms as they were sent: only by a page of the same session.

use crate::house::House;
use crate::problem::Problem;
use crate::user::Who;
use axum::Form;
use axum::extract::{FromRequest, Request};

/// The name of the hidden field that ties a form to its session.
pub const CSRF: &str = "csrf";

/// The fields of a form, in order; a name may come more than once. No `Debug`: forms hold passwords and child ids.
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// The fields of a form that came in pieces, with files.
    #[must_use]
    pub fn of(fields: Vec<(String, String)>) -> Self {
        Self(fields)
    }

    /// What was typed, without blanks round it; empty where it was not sent.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.exact(name).trim()
    }

    /// What was typed, blanks and all: for passwords.
    #[must_use]
    pub fn exact(&self, name: &str) -> &str {
        self.0
            .iter()
            .find(|(known, _)| known == name)
            .map_or("", |(_, value)| value.as_str())
    }

    /// Every value of a name: ticked boxes.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }
}

/// A form sent by a page of the session that asks: it carries the session's secret.
pub struct Posted(
    /// Its fields.
    pub Fields,
);

impl FromRequest<House> for Posted {
    type Rejection = Problem;

    async fn from_request(request: Request, house: &House) -> Result<Self, Problem> {
        let secret = match request.extensions().get::<Who>() {
            Some(Who(Some(user))) => user.csrf.clone(),
            _ => return Err(Problem::SignIn { next: None }),
        };
        let Loose(fields) = Loose::from_request(request, house).await?;
        if same_secret(fields.exact(CSRF), &secret) {
            Ok(Self(fields))
        } else {
            Err(Problem::OldForm)
        }
    }
}

/// A form whose secret the handler checks itself: signing in, when there is no session yet.
pub(crate) struct Loose(pub(crate) Fields);

impl FromRequest<House> for Loose {
    type Rejection = Problem;

    async fn from_request(request: Request, house: &House) -> Result<Self, Problem> {
        let Form(fields) = Form::<Vec<(String, String)>>::from_request(request, house)
            .await
            .map_err(|_| Problem::NotUnderstood)?;
        Ok(Self(Fields(fields)))
    }
}

/// Compares two secrets in a time that does not tell where they differ.
pub(crate) fn same_secret(a: &str, b: &str) -> bool {
    !b.is_empty()
        && a.len() == b.len()
        && a.bytes()
            .zip(b.bytes())
            .fold(0, |differ, (a, b)| differ | (a ^ b))
            == 0
}

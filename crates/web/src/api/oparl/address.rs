//! Addresses: OParl names every object by its whole address, which is the one this request came to.

use crate::api::trouble::Trouble;
use crate::house::House;
use crate::pages::public;
use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use std::collections::BTreeSet;
use waymark_programme::RecordId;

/// The address of this site, as the caller knows it: `https://waymark.example.gov.uk`.
pub(super) struct Base {
    site: String,
    /// The papers that have a page for everybody.
    papers: BTreeSet<RecordId>,
}

impl FromRequestParts<House> for Base {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self, Trouble> {
        let host = parts
            .headers
            .get(header::HOST)
            .and_then(|it| it.to_str().ok())
            .unwrap_or("localhost");
        // It is written into answers: only what a name may hold.
        let fine = host.len() <= 255
            && host
                .chars()
                .all(|it| it.is_ascii_alphanumeric() || matches!(it, '.' | '-' | ':' | '[' | ']'));
        if !fine {
            return Err(Trouble::not_understood("Host is no name of a site."));
        }
        let scheme = if house.options().behind_proxy {
            "https"
        } else {
            "http"
        };
        let papers = public::published_papers(house).await?;
        Ok(Self {
            site: format!("{scheme}://{host}"),
            papers,
        })
    }
}

impl Base {
    /// The address of an object or list: `at("meeting/31")`.
    pub(super) fn at(&self, what: &str) -> String {
        format!("{}/oparl/v1/{what}", self.site)
    }

    /// The address of a page.
    pub(super) fn web(&self, path: &str) -> String {
        format!("{}{path}", self.site)
    }
    /// Whether a paper has a page that anybody can open.
    pub(super) fn published(&self, paper: RecordId) -> bool {
        self.papers.contains(&paper)
    }
}

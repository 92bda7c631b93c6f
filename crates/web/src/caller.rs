//! The address a request came from, by which guessing is slowed.

use crate::house::House;
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};

/// The caller's address; empty where it is not known.
pub(crate) struct Caller(pub(crate) String);

impl FromRequestParts<House> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self, Infallible> {
        let connected = parts
            .extensions
            .get::<ConnectInfo<SocketAddr>>()
            .map(|it| it.0.ip());
        // Anybody may write X-Forwarded-For; only its last entry was written by the proxy in front of us, and only
        // where there is one.
        let forwarded = house.options().behind_proxy.then(|| {
            let last = parts
                .headers
                .get_all("x-forwarded-for")
                .iter()
                .next_back()?;
            last.to_str()
                .ok()?
                .rsplit(',')
                .next()?
                .trim()
                .parse::<IpAddr>()
                .ok()
        });
        let address = forwarded.flatten().or(connected);
        Ok(Self(
            address
                .map(|it| it.to_canonical().to_string())
                .unwrap_or_default(),
        ))
    }
}

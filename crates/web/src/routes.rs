//! Routes as data: the router is made from them, and the tests walk them.

use crate::house::House;
use axum::Router;
use axum::handler::Handler;
use axum::routing::{self, MethodRouter};

/// The ways a page is asked for; the last two by programs only.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Method {
    /// To read it.
    Get,
    /// To send a form.
    Post,
    /// To write a thing whole.
    Put,
    /// To take it away.
    Delete,
}

/// Routes of a page, or of the whole site.
#[derive(Default)]
pub struct Routes {
    router: Router<House>,
    known: Vec<(Method, &'static str)>,
}

impl Routes {
    /// No routes yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A page to read.
    #[must_use]
    pub fn get<H, T>(self, path: &'static str, handler: H) -> Self
    where
        H: Handler<T, House>,
        T: 'static,
    {
        self.with(Method::Get, path, routing::get(handler))
    }

    /// A form to send.
    #[must_use]
    pub fn post<H, T>(self, path: &'static str, handler: H) -> Self
    where
        H: Handler<T, House>,
        T: 'static,
    {
        self.with(Method::Post, path, routing::post(handler))
    }

    /// A route with layers of its own. `how` must answer `method` and no other.
    #[must_use]
    pub fn with(mut self, method: Method, path: &'static str, how: MethodRouter<House>) -> Self {
        self.known.push((method, path));
        self.router = self.router.route(path, how);
        self
    }

    /// These and the other's.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.known.extend(other.known);
        self.router = self.router.merge(other.router);
        self
    }

    /// Every route, in the order they were added.
    #[must_use]
    pub fn known(&self) -> &[(Method, &'static str)] {
        &self.known
    }

    pub(crate) fn into_router(self) -> Router<House> {
        self.router
    }
}

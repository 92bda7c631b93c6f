//! The improvement plan: its lines by priority with their two ratings, and each line with all that hangs on it.

mod before;
mod filters;
mod line;
mod list;
mod otherwise;
pub(crate) mod rated;
mod row;
pub(crate) mod shown;
mod standing;
mod steps;

use crate::routes::Routes;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/plan", list::show)
        .get("/plan/{line}", line::show)
        .get("/plan/{line}/ratings", otherwise::form)
        .post("/plan/{line}/ratings", otherwise::say)
}

//! What is owed on a cycle: reports of delegated forums, health checks of the plan, the operational group's update by
//! locality, the watch list, predictions.

mod exit_rule;
mod localities;
mod owed;
mod page;
mod predictions;
mod watched;

use crate::routes::Routes;

pub(crate) fn routes() -> Routes {
    Routes::new().get("/forums", page::show)
}

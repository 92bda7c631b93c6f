//! Findings: what inspectors and reviewers said, what is being done, and what still waits for a line of the plan.

mod answer;
pub(crate) mod answered;
mod register;
mod sources;
mod themes;

use crate::routes::Routes;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/findings", register::show)
        .get("/findings/{finding}/line", answer::form)
        .post("/findings/{finding}/line", answer::make)
}

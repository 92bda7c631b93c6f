//! Inspections and visits: who comes next, who came, what they found and what had changed since the time before (S-237 to
//! S-248).

mod counts;
mod register;
mod since;

use crate::routes::Routes;

pub(crate) fn routes() -> Routes {
    Routes::new().get("/visits", register::show)
}

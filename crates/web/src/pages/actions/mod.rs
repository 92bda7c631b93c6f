//! Actions: who does what by when, what slipped, what awaits its confirmation; and each action with its steps.

mod confirm;
mod file;
mod keep;
mod letters;
mod lines;
mod link;
mod list;
mod mine;
mod narrow;
mod show;
mod since;
mod slipped;
mod step;
mod steps;

use crate::problem::Problem;
use crate::routes::{Method, Routes};
use crate::sent::takes_files;
use waymark_programme::kinds::ACTION;
use waymark_programme::{Record, RecordId, Records};

pub(crate) use keep::{FILES, new_files};
pub(crate) use mine::person;
pub(crate) use slipped::Slipped;
pub(crate) use steps::{edit, proposing, typed_day};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/actions", list::list)
        .get("/actions.csv", list::csv)
        .get("/actions/confirm", confirm::show)
        .post("/actions/confirm", confirm::close)
        .get("/actions/letters", letters::list)
        .get("/actions/{action}", show::show)
        .get("/actions/{action}/link", link::show)
        .post("/actions/{action}/link", link::send)
        .post("/actions/{action}/links/{link}/revoke", link::revoke)
        .post("/actions/{action}/carry", steps::carry)
        .get("/actions/{action}/files/{file}", file::get)
        .get("/actions/{action}/steps/{step}", step::show)
        .with(
            Method::Post,
            "/actions/{action}/steps/{step}",
            takes_files(step::take),
        )
}

/// The action an address names, deleted or not.
fn found<'a>(records: &'a Records, number: &str) -> Result<&'a Record, Problem> {
    number
        .parse()
        .ok()
        .and_then(|it| records.get(RecordId(it)))
        .filter(|it| it.is(&ACTION) && !it.deleted)
        .ok_or(Problem::NotFound)
}

/// Where an action's page is.
pub(crate) fn path(action: RecordId) -> String {
    format!("/actions/{action}")
}

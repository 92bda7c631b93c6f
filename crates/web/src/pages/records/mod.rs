//! Every kind of record: lists, forms, a record's page, its history, links and files. A kind that deserves more has pages
//! of its own, and these besides.

pub(crate) mod areas;
pub(crate) mod choose;
pub(crate) mod cite;
pub(crate) mod form;
pub(crate) mod mistakes;
mod new;
pub(crate) mod posted;
pub(crate) mod readers;
pub(crate) mod shown;

use crate::problem::Problem;
use crate::routes::{Method, Routes};
use waymark_programme::kind::Kind;
use waymark_programme::kinds;

pub(crate) fn routes() -> Routes {
    Routes::new().get("/records/{kind}/new", new::show).with(
        Method::Post,
        "/records/{kind}/new",
        form::takes_a_record(new::make),
    )
}

/// The kind that an address names.
fn kind_of(word: &str) -> Result<&'static Kind, Problem> {
    kinds::find(word).ok_or(Problem::NotFound)
}

//! Issuing takes seconds, so it runs beside the pages, and a page tells how far it is.

use super::{own, path};
use crate::forms::Posted;
use crate::house::House;
use crate::page::{Page, Section};
use crate::papers::{Stopped, issue};
use crate::problem::Problem;
use crate::user::{User, WritesPapers};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderName, HeaderValue};
use axum::response::{IntoResponse, Redirect, Response};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use waymark_programme::{Record, RecordId};

/// Papers that are being issued on this node, or were not long ago.
#[derive(Default)]
pub(crate) struct Press(Mutex<HashMap<RecordId, Stage>>);

/// How far one is.
#[derive(Clone, PartialEq, Eq)]
enum Stage {
    /// What is being done: "Writing PDF (3 of 5)".
    Doing(String),
    /// Why it was not issued.
    Failed(&'static str),
}

impl Press {
    fn at(&self, record: RecordId) -> Option<Stage> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get(&record)
            .cloned()
    }

    fn set(&self, record: RecordId, stage: Option<Stage>) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match stage {
            Some(stage) => all.insert(record, stage),
            None => all.remove(&record),
        };
    }

    /// Whether it is this caller's to begin.
    fn take(&self, record: RecordId) -> bool {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if matches!(all.get(&record), Some(Stage::Doing(_))) {
            return false;
        }
        all.insert(record, Stage::Doing("Making the paper".to_owned()));
        true
    }
}

#[derive(Template)]
#[template(path = "pages/papers/issuing.html")]
struct Issuing {
    title: String,
    stage: String,
    failed: String,
    path: String,
}

pub(super) async fn begin(
    WritesPapers(user): WritesPapers,
    State(house): State<House>,
    Path(number): Path<String>,
    Posted(_): Posted,
) -> Result<Response, Problem> {
    let records = house.records_for(&user).await?;
    let record = own(&records, &user, &number)?;
    Ok(set_off(&house, &user, record))
}

/// Begins to issue a paper, unless somebody has, and leads to the page that tells how far it is.
pub(crate) fn set_off(house: &House, user: &User, record: &Record) -> Response {
    let to = path(record, "/issue");
    if !record.state.frozen && !record.state.closed && house.presses().take(record.id) {
        let (house, user, id) = (house.clone(), user.clone(), record.id);
        tokio::spawn(async move {
            let told = |what: String| house.presses().set(id, Some(Stage::Doing(what)));
            let end = match issue(&house, &user, id, told).await {
                Ok(()) => None,
                Err(Stopped::Why(why)) => Some(Stage::Failed(why)),
                Err(Stopped::Problem(problem)) => {
                    tracing::error!(because = ?problem, "a paper could not be issued");
                    Some(Stage::Failed(
                        "Something went wrong on our side. Nothing was issued; try again.",
                    ))
                }
            };
            house.presses().set(id, end);
        });
    }
    Redirect::to(&to).into_response()
}

pub(super) async fn progress(
    WritesPapers(user): WritesPapers,
    State(house): State<House>,
    Path(number): Path<String>,
) -> Result<Response, Problem> {
    let records = house.records_for(&user).await?;
    let record = own(&records, &user, &number)?;
    let Some(stage) = house.presses().at(record.id) else {
        return Ok(Redirect::to(&path(record, "")).into_response());
    };
    let (stage, failed) = match stage {
        Stage::Doing(what) => (what, String::new()),
        Stage::Failed(why) => (String::new(), why.to_owned()),
    };
    let doing = failed.is_empty();
    let view = Issuing {
        title: record.title().to_owned(),
        stage,
        failed,
        path: path(record, ""),
    };
    let mut response = Page::new("Issuing a paper", view)
        .section(Section::Meetings)
        .under("Meetings", "/meetings")
        .under("Papers", "/papers")
        .without_data_age()
        .into_response();
    if doing {
        // The page asks again by itself, without a script.
        response.headers_mut().insert(
            HeaderName::from_static("refresh"),
            HeaderValue::from_static("2"),
        );
    }
    Ok(response)
}

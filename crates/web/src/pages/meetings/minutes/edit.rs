//! Editing minutes. What a person wrote is kept, whatever the record says later; both are shown.

use super::{headings, html, live, parts};
use crate::desk::{Returned, hand_in};
use crate::forms::Posted;
use crate::house::House;
use crate::notice::{Notice, To};
use crate::page::{Page, Section};
use crate::pages::meetings::{approved, meeting, path};
use crate::pages::records::{mistakes, posted};
use crate::problem::Problem;
use crate::user::{RunsMeetings, User};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use std::sync::Arc;
use waymark_govuk::{Button, ErrorSummary, Html, Textarea};
use waymark_programme::{Change, Changes, Mistake, Readers, Record, Records};

/// `?from=record`: begin from the text that the record gives now.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(in crate::pages::meetings) struct Asked {
    from: String,
}

#[derive(Template)]
#[template(path = "pages/meetings/minutes/edit.html")]
struct Form {
    mistakes: Option<ErrorSummary>,
    csrf: String,
    here: String,
    meeting: String,
    read: u32,
    text: Textarea,
    theirs: Option<Html>,
    record: Option<Html>,
    submit: Button,
}

pub(in crate::pages::meetings) async fn edit(
    RunsMeetings(user): RunsMeetings,
    State(house): State<House>,
    Path(number): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let meeting = open(&records, &user, &number)?;
    let text = if asked.from == "record" {
        live(&records, meeting)
    } else {
        super::text(&records, meeting)
    };
    Ok(page(&user, &records, meeting, &text, &[], None).into_response())
}

pub(in crate::pages::meetings) async fn keep(
    RunsMeetings(user): RunsMeetings,
    State(house): State<House>,
    Path(number): Path<String>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let meeting = open(&records, &user, &number)?;
    let typed = posted::plain_breaks(fields.exact("text"));
    let typed = typed.trim_end();
    // Minutes that say what the record says are no edit: they go on following the record.
    let kept = if typed == live(&records, meeting).trim_end() {
        ""
    } else {
        typed
    };
    let mut changes = Changes::by(user.author());
    changes.list.push(Change::Edit {
        record: meeting.id,
        read: fields.get("read").parse().unwrap_or(0),
        readers: meeting.readers.min(Readers::Board),
        values: meeting.values.clone().with("minutes", kept),
    });
    match hand_in(&house, &user, &changes).await {
        Ok(_) => Ok(To::page(path(meeting, "/minutes"))
            .saying(Notice::MinutesEdited)
            .into_response()),
        Err(Returned::Mistakes(wrong)) => Ok(page(&user, &records, meeting, typed, &wrong, None)
            .with_mistakes()
            .into_response()),
        Err(Returned::Stale(_)) => {
            let records = house.records().await?;
            let meeting = open(&records, &user, &number)?;
            let theirs = super::text(&records, meeting);
            let theirs = html(&parts(&theirs, &headings(&records, meeting)));
            Ok(page(&user, &records, meeting, typed, &[], Some(theirs))
                .status(StatusCode::CONFLICT)
                .into_response())
        }
        Err(Returned::Problem(problem)) => Err(problem),
    }
}

/// A meeting whose minutes can still be edited.
fn open<'a>(records: &'a Records, user: &User, number: &str) -> Result<&'a Record, Problem> {
    let found = meeting(records, user, number)?;
    if approved(found) {
        return Err(Problem::NotAllowed(
            "These minutes are approved and frozen. A correction is a resolution of a later meeting.",
        ));
    }
    if found.state.word == "drafted" {
        return Err(Problem::NotAllowed(
            "These minutes wait for approval. Take them back first, with a reason.",
        ));
    }
    Ok(found)
}

fn page(
    user: &User,
    records: &Arc<Records>,
    meeting: &Record,
    text: &str,
    wrong: &[Mistake],
    theirs: Option<Html>,
) -> Page<impl Template + use<>> {
    let from_record = live(records, meeting);
    let view = Form {
        mistakes: summary(wrong),
        csrf: user.csrf.clone(),
        here: path(meeting, "/minutes"),
        meeting: meeting.title().to_owned(),
        read: meeting.version,
        text: Textarea::new("text", "The minutes")
            .hint("Each item begins with its number and title on a line of its own. Leave a blank line between paragraphs. “Resolved:”, “Actions:” and marks such as (i) are read as they stand")
            .rows(30_u16)
            .value(text)
            .error(mistakes::wrong(wrong, "minutes")),
        theirs,
        record: (text.trim_end() != from_record.trim_end())
            .then(|| html(&parts(&from_record, &headings(records, meeting)))),
        submit: Button::new("Save the minutes").prevent_double_click(true),
    };
    Page::new("Edit the minutes", view)
        .section(Section::Meetings)
        .under("Meetings", "/meetings")
        .under(meeting.title(), path(meeting, ""))
        .under("Minutes", path(meeting, "/minutes"))
        .without_data_age()
}

fn summary(wrong: &[Mistake]) -> Option<ErrorSummary> {
    let links: Vec<waymark_govuk::ErrorLink> = wrong
        .iter()
        .map(|it| waymark_govuk::ErrorLink::new(&it.words, "text"))
        .collect();
    (!links.is_empty()).then(|| ErrorSummary::new(links))
}

//! Meetings whose minutes were published: a list, the minutes of each as they were approved, and their Word file (S-268).

use super::{for_anyone, page, public_may_read, unless_known};
use crate::download::sent;
use crate::house::House;
use crate::pages::meetings::minutes;
use crate::problem::Problem;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use std::cmp::Reverse;
use waymark_data::Day;
use waymark_govuk::Html;
use waymark_programme::kinds::MEETING;
use waymark_programme::{Record, RecordId, Records};

const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// The meetings with published minutes, the latest first.
pub(super) fn published(records: &Records) -> Vec<&Record> {
    let all = records.of(&MEETING);
    let mut all: Vec<&Record> = all
        .filter(|it| minutes::is_published(records, it))
        .collect();
    all.sort_by_key(|it| Reverse((it.date(), it.id)));
    all
}

/// A meeting in a list: its title, where its minutes are, its day.
pub(super) type Listed = (String, String, String);

fn listed(meeting: &Record) -> Listed {
    let day = meeting.date().map_or_else(String::new, Day::words);
    (meeting.title().to_owned(), minutes::address(meeting), day)
}

/// The latest.
pub(super) fn latest(records: &Records, most: usize) -> Vec<Listed> {
    let all = published(records).into_iter().take(most);
    all.map(listed).collect()
}

#[derive(Template)]
#[template(path = "pages/public/meetings.html")]
struct List {
    bodies: Vec<(String, Vec<Listed>)>,
}

pub(super) async fn list(State(house): State<House>) -> Result<Response, Problem> {
    let records = house.records().await?;
    // By body, the one that met last first.
    let mut bodies: Vec<(String, Vec<Listed>)> = Vec::new();
    for it in published(&records) {
        let body = it.text("body");
        match bodies.iter_mut().find(|(known, _)| known == body) {
            Some((_, all)) => all.push(listed(it)),
            None => bodies.push((body.to_owned(), vec![listed(it)])),
        }
    }
    Ok(page("Meetings", List { bodies }))
}

#[derive(Template)]
#[template(path = "pages/public/meeting.html")]
struct One {
    title: String,
    approval: String,
    word: String,
    papers: Vec<(String, String)>,
    body: Html,
    hash: Option<String>,
}

fn found<'a>(records: &'a Records, number: &str) -> Result<&'a Record, Problem> {
    number
        .parse()
        .ok()
        .and_then(|it| records.get(RecordId(it)))
        .filter(|it| minutes::is_published(records, it))
        .ok_or(Problem::NotFound)
}

pub(super) async fn show(
    State(house): State<House>,
    Path(number): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let meeting = found(&records, &number)?;
    let it = minutes::for_everybody(&house, &records, meeting).await?;
    let shown = super::published::papers(&house, &records).await?;
    let at_it = |id: RecordId| {
        let paper = records.get(id).filter(|it| public_may_read(it));
        let of = paper.and_then(|it| waymark_programme::meetings::meeting_of(&records, it));
        of.is_some_and(|it| it.id == meeting.id)
    };
    let papers: Vec<(String, String)> = shown
        .iter()
        .filter(|it| at_it(it.id))
        .map(|it| (it.issued.paper.title.clone(), it.href()))
        .collect();
    // What a reader has stays good while neither the minutes nor the list of papers changes.
    let tag = format!("{}-{}", it.tag, papers.len());
    let view = One {
        title: meeting.title().to_owned(),
        approval: it.approval,
        word: minutes::word_address(meeting),
        papers,
        body: it.body,
        hash: it.hash,
    };
    let response = page(format!("Minutes: {}", meeting.title()), view);
    Ok(unless_known(&headers, &tag, response))
}

pub(super) async fn word(
    State(house): State<House>,
    Path(number): Path<String>,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let meeting = found(&records, &number)?;
    let bytes = minutes::word_for_everybody(&house, &records, meeting).await?;
    let mut response = sent(bytes, WORD, &minutes::file_name(meeting));
    for_anyone(&mut response);
    Ok(response)
}

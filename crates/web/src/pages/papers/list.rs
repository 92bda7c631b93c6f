//! All of Waymark's own papers: those being written, then those issued.

use super::path;
use crate::house::House;
use crate::page::{Page, Section};
use crate::papers::{committee_of, is_own, meeting_of_paper, template_of};
use crate::problem::Problem;
use crate::user::ReadsRecords;
use askama::Template;
use axum::extract::State;
use std::cmp::Reverse;
use waymark_data::Day;
use waymark_govuk::Tag;
use waymark_programme::kinds::PAPER;
use waymark_programme::{Record, Records};

#[derive(Template)]
#[template(path = "pages/papers/list.html")]
pub(super) struct List {
    may_make: bool,
    writing: Vec<Line>,
    issued: Vec<Line>,
}

struct Line {
    title: String,
    href: String,
    about: String,
    tag: Tag,
}

pub(super) async fn show(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
) -> Result<Page<List>, Problem> {
    let records = house.records_for(&user).await?;
    let mut all: Vec<&Record> = records.of(&PAPER).filter(|it| is_own(it)).collect();
    all.sort_by_key(|it| Reverse((it.day("circulated"), it.day("as_at"), it.id)));
    let (issued, writing): (Vec<&Record>, Vec<&Record>) = all
        .into_iter()
        .partition(|it| it.state.closed || it.state.frozen);
    let line = |it: &Record| line(&house, &records, it);
    let view = List {
        may_make: user.asker().may_make(&PAPER),
        writing: writing.into_iter().map(line).collect(),
        issued: issued.into_iter().map(line).collect(),
    };
    Ok(Page::new("Papers", view)
        .section(Section::Meetings)
        .under("Meetings", "/meetings")
        .under("Papers", ""))
}

fn line(house: &House, records: &Records, it: &Record) -> Line {
    let template = template_of(house, it).map_or("its template is no longer there", |it| {
        it.title.split([',', ':']).next().unwrap_or("")
    });
    let mut about = vec![template.to_owned()];
    if let Some(meeting) = meeting_of_paper(records, it) {
        about.push(format!("for {}", meeting.title()));
    } else if let Some(body) = committee_of(records, it) {
        about.push(format!("for {}", body.title()));
    }
    about.extend(
        it.day("as_at")
            .map(|day| format!("figures as at {}", day.words())),
    );
    about.extend(
        it.day("circulated")
            .map(|day: Day| format!("issued on {}", day.words())),
    );
    Line {
        title: it.title().to_owned(),
        href: path(it, ""),
        about: about.join("; "),
        tag: super::tag(it),
    }
}

//! Two papers, point by point.

use super::{may_see, own, path};
use crate::house::House;
use crate::page::{Page, Section};
use crate::papers::Draft;
use crate::papers::why::{Returns, with_reasons};
use crate::problem::Problem;
use crate::tables::table;
use crate::user::{Audience, ReadsRecords, User};
use askama::Template;
use axum::extract::{Path, Query, State};
use serde::Deserialize;
use std::sync::Arc;
use waymark_govuk::Table;
use waymark_programme::Record;
use waymark_report::paper::Paper;
use waymark_report::paper::compare::{Change, compare};
use waymark_report::{Cell, Heading};

/// With which: `?with=12`.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Asked {
    with: String,
}

#[derive(Template)]
#[template(path = "pages/papers/compare.html")]
pub(super) struct Compared {
    then: (String, String),
    now: (String, String),
    figures: Option<Table>,
    restated: Vec<String>,
    texts: Vec<Change>,
    sections: Vec<String>,
    measures: Vec<String>,
}

pub(super) async fn show(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Path(number): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Page<Compared>, Problem> {
    let records = house.records_for(&user).await?;
    let (a, b) = (
        own(&records, &user, &number)?,
        own(&records, &user, &asked.with)?,
    );
    let (one, two) = (
        value(&house, &user, a).await?,
        value(&house, &user, b).await?,
    );
    // The earlier first, however it was asked for.
    let ((then, from), (now, to)) = if (two.as_at, two.made_on) <= (one.as_at, one.made_on) {
        ((b, two), (a, one))
    } else {
        ((a, one), (b, two))
    };
    let mut found = compare(&from, &to);
    let later = Returns::of_paper(&house.county(), &to, &house.store().uploads().await?);
    let restated = std::mem::take(&mut found.restated);
    let restated = if to.audience == Audience::Board {
        with_reasons(&house, &from, restated, later).await?
    } else {
        restated
    };
    let mut figures = waymark_report::Table::new(
        "Figures in both",
        ["Measure", "Then", "What it showed", "Now", "What it shows"].map(Heading::words),
    );
    for pair in &found.figures {
        let said = |it: &Option<waymark_report::paper::compare::Said>| match it {
            Some(said) => (
                format!("{}, {}", said.shown, said.when),
                said.verdict.clone(),
            ),
            None => ("not in it".to_owned(), String::new()),
        };
        let ((then, showed), (now, shows)) = (said(&pair.then), said(&pair.now));
        figures.rows.push(
            [pair.title.clone(), then, showed, now, shows]
                .into_iter()
                .map(Cell::words)
                .collect(),
        );
    }
    let sections = found
        .sections_added
        .iter()
        .map(|it| format!("New section: {it}"))
        .chain(
            found
                .sections_removed
                .iter()
                .map(|it| format!("No longer there: {it}")),
        );
    let measures = found
        .measures_found
        .iter()
        .map(|it| format!("Missing then, shown now: {it}"))
        .chain(
            found
                .measures_lost
                .iter()
                .map(|it| format!("Shown or not asked for then, missing now: {it}")),
        );
    let view = Compared {
        then: (from.title.clone(), path(then, "")),
        now: (to.title.clone(), path(now, "")),
        figures: (!figures.rows.is_empty()).then(|| table(&figures)),
        restated: restated
            .iter()
            .map(|it| format!("{} ({}): {}", it.title, it.when, it.says))
            .collect(),
        sections: sections.collect(),
        measures: measures.collect(),
        texts: found.texts,
    };
    Ok(Page::new("Two papers compared", view)
        .section(Section::Meetings)
        .under("Meetings", "/meetings")
        .under("Papers", "/papers")
        .under(to.title.clone(), path(now, ""))
        .under("Compared", "")
        .without_data_age())
}

async fn value(house: &House, user: &User, record: &Record) -> Result<Arc<Paper>, Problem> {
    let paper = match house.issued(record).await? {
        Some(issued) => issued.paper,
        None => Arc::new(Draft::of(house, record.id).await?.paper),
    };
    may_see(user, paper.audience)?;
    Ok(paper)
}

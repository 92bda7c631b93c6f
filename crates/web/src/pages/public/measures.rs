//! Figures as published papers show them: every one with its numbers, its period, its source and the paper it stands in.

use super::page;
use super::published::{Published, papers};
use crate::house::House;
use crate::problem::Problem;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use std::collections::BTreeMap;
use waymark_data::Period;
use waymark_govuk::{Cell, Html, Table};
use waymark_report::paper::Figure;

#[derive(Template)]
#[template(path = "pages/public/measures.html")]
struct List {
    measures: Vec<(String, String, String)>,
}

#[derive(Template)]
#[template(path = "pages/public/measure.html")]
struct One {
    title: String,
    definition: String,
    source: String,
    table: Table,
}

pub(super) async fn list(State(house): State<House>) -> Result<Response, Problem> {
    let records = house.records().await?;
    let all = papers(&house, &records).await?;
    let mut latest: BTreeMap<&str, &Figure> = BTreeMap::new();
    for figure in all
        .iter()
        .flat_map(|it| &it.issued.paper.figures)
        .filter(|it| it.group.is_empty())
    {
        let known = latest.entry(figure.measure.as_str()).or_insert(figure);
        if known.to < figure.to {
            *known = figure;
        }
    }
    let view = List {
        measures: latest
            .into_values()
            .map(|it| {
                (
                    it.title.clone(),
                    format!("/public/measures/{}", it.measure),
                    format!("{}, {}", it.shown, period(it)),
                )
            })
            .collect(),
    };
    Ok(page("Figures", view))
}

pub(super) async fn show(
    State(house): State<House>,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    one(&house, &id).await
}

pub(super) async fn show_variant(
    State(house): State<House>,
    Path((id, variant)): Path<(String, String)>,
) -> Result<Response, Problem> {
    one(&house, &format!("{id}/{variant}")).await
}

async fn one(house: &House, name: &str) -> Result<Response, Problem> {
    let records = house.records().await?;
    let all = papers(house, &records).await?;
    let mut shown: Vec<(&Published, &Figure)> = all
        .iter()
        .flat_map(|paper| {
            paper
                .issued
                .paper
                .figures
                .iter()
                .map(move |figure| (paper, figure))
        })
        .filter(|(_, it)| it.measure == name)
        .collect();
    let Some((_, figure)) = shown.first() else {
        return Err(Problem::NotFound);
    };
    let (title, definition, source) = (
        figure.title.clone(),
        figure.definition.clone(),
        figure.source.clone(),
    );
    // The latest period first; of one period the latest paper first, so that a restatement stands above what was shown.
    shown.sort_by(|(a, x), (b, y)| (y.to, &x.group, b.on).cmp(&(x.to, &y.group, a.on)));
    // A figure that several papers show alike stands once, with the first that showed it.
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut before: Option<(&str, &str)> = None;
    for (paper, it) in shown {
        let same = Some((it.key.as_str(), it.shown.as_str()));
        if same == before {
            rows.pop();
        }
        before = same;
        rows.push(vec![
            Cell::new(period(it)),
            Cell::new(if it.group.is_empty() {
                "All"
            } else {
                it.group.as_str()
            }),
            Cell::new(it.shown.as_str()),
            Cell::new(if it.provisional {
                "Provisional"
            } else {
                "Final"
            }),
            Cell::new(it.as_at.map_or_else(String::new, waymark_data::Day::words)),
            Cell::new(link(paper)),
        ]);
    }
    let head = [
        "Period",
        "Group",
        "Figure",
        "Standing",
        "Data as at",
        "Published in",
    ]
    .map(Cell::new);
    let view = One {
        title: title.clone(),
        definition,
        source,
        table: Table::new("As it was published, the latest first")
            .head(head)
            .rows(rows),
    };
    Ok(page(title, view))
}

fn period(it: &Figure) -> String {
    match it.basis.as_str() {
        "snapshot" => it.to.words(),
        _ => Period {
            from: it.from,
            to: it.to,
        }
        .words(),
    }
}

fn link(paper: &Published) -> Html {
    Html::new(format!(
        "<a class=\"govuk-link\" href=\"{}\"><bdi>{}</bdi></a>",
        paper.href(),
        crate::pages::records::cite::text(&paper.issued.paper.title)
    ))
}

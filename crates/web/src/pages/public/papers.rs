//! Papers that were published: a list, each as it was issued, and its files byte for byte.

use super::published::{Published, papers};
use super::{for_anyone, page, unless_known};
use crate::download::sent;
use crate::house::House;
use crate::page::Page;
use crate::pages::assets;
use crate::papers::Format;
use crate::problem::Problem;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use waymark_govuk::{Html, WarningText};
use waymark_report::paper::body;

#[derive(Template)]
#[template(path = "pages/public/papers.html")]
struct List {
    papers: Vec<(String, String, String)>,
}

pub(super) async fn list(State(house): State<House>) -> Result<Response, Problem> {
    let records = house.records().await?;
    let all = papers(&house, &records).await?;
    let about = |it: &Published| {
        let paper = &it.issued.paper;
        let who = if paper.committee.is_empty() {
            String::new()
        } else {
            format!("For {}. ", paper.committee)
        };
        format!(
            "{who}Figures as at {}. Issued on {}.",
            paper.as_at.words(),
            it.on.words()
        )
    };
    let view = List {
        papers: all
            .iter()
            .map(|it| (it.issued.paper.title.clone(), it.href(), about(it)))
            .collect(),
    };
    Ok(page("Papers", view))
}

#[derive(Template)]
#[template(path = "pages/public/paper.html")]
struct One {
    title: String,
    issued: String,
    audience: WarningText,
    formats: Vec<(String, String)>,
    hash: String,
    body: Html,
}

async fn found(house: &House, number: &str) -> Result<Published, Problem> {
    let records = house.records().await?;
    let all = papers(house, &records).await?;
    all.into_iter()
        .find(|it| it.id.to_string() == number)
        .ok_or(Problem::NotFound)
}

pub(super) async fn show(
    State(house): State<House>,
    Path(number): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let it = found(&house, &number).await?;
    let paper = &it.issued.paper;
    let records = house.records().await?;
    let hash = records
        .get(it.id)
        .map_or("", |it| it.text("hash"))
        .to_owned();
    let size = |bytes: u64| match bytes {
        0..1_000_000 => format!("{} kB", bytes.div_ceil(1000)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    };
    let formats = Format::ALL.into_iter().filter_map(|format| {
        let file = it.issued.file(format.ending())?;
        Some((
            format!("{}, {}", format.title(), size(file.size)),
            format!("{}/files/{}", it.href(), format.word()),
        ))
    });
    let view = One {
        title: paper.title.clone(),
        issued: format!("Issued on {}. It is shown as it was issued.", it.on.words()),
        audience: WarningText::new(paper.audience.words()),
        formats: formats.collect(),
        hash: hash.clone(),
        body: Html::new(body(paper)),
    };
    let mut response = Page::new(paper.title.clone(), view)
        .open()
        .style(assets::PAPER_STYLE)
        .into_response();
    for_anyone(&mut response);
    Ok(unless_known(&headers, &hash, response))
}

pub(super) async fn send(
    State(house): State<House>,
    Path((number, format)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let it = found(&house, &number).await?;
    let format = Format::of(&format).ok_or(Problem::NotFound)?;
    let file = it.issued.file(format.ending()).ok_or(Problem::NotFound)?;
    let (file, bytes) = house.store().record_file(file.id).await?;
    let mut response = sent(bytes, format.content_type(), &file.name);
    for_anyone(&mut response);
    Ok(unless_known(&headers, &file.sha256, response))
}

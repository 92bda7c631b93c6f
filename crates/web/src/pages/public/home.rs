//! Where the public begins: the latest paper, and what else there is.

use super::published::papers;
use super::{decisions, meetings, page};
use crate::house::House;
use crate::problem::Problem;
use askama::Template;
use axum::extract::State;
use axum::response::Response;

#[derive(Template)]
#[template(path = "pages/public/home.html")]
struct Home {
    council: String,
    papers: Vec<(String, String, String)>,
    meetings: Vec<meetings::Listed>,
    decisions: Vec<(String, String)>,
}

pub(super) async fn show(State(house): State<House>) -> Result<Response, Problem> {
    let records = house.records().await?;
    let all = papers(&house, &records).await?;
    let view = Home {
        council: house.options().name.clone(),
        papers: all
            .iter()
            .take(5)
            .map(|it| (it.issued.paper.title.clone(), it.href(), it.on.words()))
            .collect(),
        meetings: meetings::latest(&records, 5),
        decisions: decisions::latest(&records, 5),
    };
    Ok(page("Improving children’s services", view))
}

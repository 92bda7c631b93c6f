//! Actions that were published: what is to be done, by when, and whether it is.

use super::{List, page, public_may_read};
use crate::house::House;
use crate::problem::Problem;
use axum::extract::State;
use axum::response::Response;
use waymark_govuk::{Cell, Table};
use waymark_programme::Record;
use waymark_programme::kinds::ACTION;

pub(super) async fn show(State(house): State<House>) -> Result<Response, Problem> {
    let records = house.records().await?;
    let mut all: Vec<&Record> = records
        .of(&ACTION)
        .filter(|it| public_may_read(it))
        .collect();
    all.sort_by_key(|it| (!it.is_open(), records.due(it), it.id));
    let rows: Vec<Vec<Cell>> = all
        .into_iter()
        .map(|it| {
            let over = records.days_over(it, house.today());
            let state = over.map_or_else(
                || it.state.title.to_owned(),
                |days| format!("{}, {days} days overdue", it.state.title),
            );
            vec![
                Cell::new(it.title()),
                Cell::new(it.owners().join(", ")),
                Cell::new(
                    records
                        .due(it)
                        .map_or_else(String::new, waymark_data::Day::words),
                ),
                Cell::new(state),
            ]
        })
        .collect();
    let head = ["Action", "Who", "Due", "Where it stands"].map(Cell::new);
    let view = List {
        title: "Actions",
        about: "Actions that the council has published, those still open first.",
        none: "No action has been published yet.",
        table: (!rows.is_empty()).then(|| Table::new("Actions").head(head).rows(rows)),
    };
    Ok(page("Actions", view))
}

//! The rows of an upload that one check found: children's records, so every look is logged first.

use super::arrived::arrived;
use super::kept;
use super::unreadable::{At, Rows};
use crate::checks::Came;
use crate::house::House;
use crate::page::{Page, Section};
use crate::problem::Problem;
use crate::user::Loads;
use axum::extract::{Path, Query, State};
use waymark_govuk::{Cell, Table};

pub(super) async fn show(
    Loads(user): Loads,
    State(house): State<House>,
    Path((upload, code)): Path<(String, String)>,
    Query(at): Query<At>,
) -> Result<Page<Rows>, Problem> {
    let upload = kept(&house, &upload).await?;
    let id = upload.id;
    let rule = waymark_rules::find(&code).ok_or(Problem::NotFound)?;
    let Ok(arrived) = arrived(&house, &upload).await? else {
        return Err(Problem::NotFound);
    };
    let came = arrived
        .checks
        .iter()
        .flatten()
        .find(|it| it.rule.code == rule.code)
        .map(|it| &it.came);
    let (found, words) = match came {
        Some(Came::Found(rows)) => (
            rows.as_slice(),
            format!("Look at: {}.", rule.columns.join(", ")),
        ),
        Some(Came::Clean) => (&[][..], "The check ran and found nothing.".to_owned()),
        Some(Came::NotRun(why)) => (&[][..], format!("The check was not run: {why}.")),
        None => return Err(Problem::NotFound),
    };
    let (rows, pages) = at.part(found, &format!("/uploads/{id}/checks/{}", rule.code));
    let children: Vec<&str> = rows.iter().filter_map(|it| it.child.as_deref()).collect();
    house
        .store()
        .log_look(
            user.id,
            &format!("check {}", rule.code),
            Some(id),
            &children,
        )
        .await?;
    let cells: Vec<Vec<Cell>> = rows
        .iter()
        .map(|it| {
            vec![
                Cell::new(format!("List {}", it.list)),
                Cell::new(it.place.as_str()),
                Cell::number(it.line),
                Cell::new(it.child.as_deref().unwrap_or("No id")),
                Cell::new(it.team.as_deref().unwrap_or("No team")),
            ]
        })
        .collect();
    let head = [
        Cell::new("List"),
        Cell::new("Where"),
        Cell::number("Row"),
        Cell::new("Child"),
        Cell::new("Team"),
    ];
    let view = Rows {
        heading: format!("{} {}", rule.code, rule.message),
        words,
        table: (!cells.is_empty()).then(|| {
            Table::new(format!("Rows to look at in {}", upload.name))
                .caption_classes("govuk-table__caption--s")
                .head(head)
                .rows(cells)
        }),
        pages,
    };
    Ok(Page::new(format!("Check {}", rule.code), view)
        .section(Section::Uploads)
        .under("Returns", "/uploads")
        .under(upload.name, format!("/uploads/{id}")))
}

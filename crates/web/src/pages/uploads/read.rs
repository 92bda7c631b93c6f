//! What could not be read, and what the checks found: counts only, with links to the rows.

use super::arrived::Arrived;
use super::words::{capital, listed, number_words};
use crate::checks::{Came, Checked};
use waymark_govuk::{Cell, Html, Table, Tag, TagColour};
use waymark_store::UploadId;

/// The checks, as the page shows them.
pub(super) struct Checks {
    pub(super) found: Option<Table>,
    pub(super) not_run: Vec<String>,
    pub(super) clean: usize,
}

pub(super) fn unreadable_table(arrived: &Arrived) -> Option<Table> {
    let rows: Vec<Vec<Cell>> = arrived
        .tables
        .iter()
        .flat_map(|table| {
            table.unreadable_columns.iter().map(|(column, count)| {
                vec![
                    Cell::new(capital(&table.name)),
                    Cell::new(table.place.to_string()),
                    Cell::new(column),
                    Cell::number(number_words(*count as u64)),
                ]
            })
        })
        .collect();
    (!rows.is_empty()).then(|| {
        Table::new("Cells that could not be read, by column")
            .caption_classes("govuk-table__caption--s")
            .head([
                Cell::new("List"),
                Cell::new("Where"),
                Cell::new("Column"),
                Cell::number("Cells"),
            ])
            .rows(rows)
    })
}

pub(super) fn columns(arrived: &Arrived) -> Vec<String> {
    let mut lines = Vec::new();
    for table in &arrived.tables {
        let name = capital(&table.name);
        let say = |what: &str, names: &[String]| {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            format!("{name} ({}): {what} {}", table.place, listed(&names))
        };
        if !table.unknown.is_empty() {
            lines.push(say(
                "columns that are not published, left out:",
                &table.unknown,
            ));
        }
        if !table.missing.is_empty() {
            lines.push(say(
                "published columns that are not there, counted as blank:",
                &table.missing,
            ));
        }
    }
    lines
}

pub(super) fn checks(id: UploadId, all: &[Checked]) -> Checks {
    let mut checks = Checks {
        found: None,
        not_run: Vec::new(),
        clean: 0,
    };
    let mut rows = Vec::new();
    for it in all {
        match &it.came {
            Came::Found(found) => {
                let colour = match it.rule.severity {
                    waymark_rules::Severity::Error => TagColour::Red,
                    waymark_rules::Severity::Query => TagColour::Yellow,
                };
                let code = it.rule.code;
                rows.push(vec![
                    Cell::new(Html::new(format!(
                        r#"<a class="govuk-link" href="/uploads/{id}/checks/{code}">{code}</a>"#
                    ))),
                    Cell::new(it.rule.message),
                    Cell::new(Html::of(&Tag::new(it.rule.severity.words()).colour(colour))),
                    Cell::number(number_words(found.len() as u64)),
                ]);
            }
            Came::Clean => checks.clean += 1,
            Came::NotRun(why) => checks
                .not_run
                .push(format!("{} {}: {why}", it.rule.code, it.rule.message)),
        }
    }
    checks.found = (!rows.is_empty()).then(|| {
        Table::new("Checks that found something")
            .caption_classes("govuk-table__caption--s")
            .head([
                Cell::new("Check"),
                Cell::new("What is wrong"),
                Cell::new("How sure"),
                Cell::number("Rows"),
            ])
            .rows(rows)
    });
    checks
}

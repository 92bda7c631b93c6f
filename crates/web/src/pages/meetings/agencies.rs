//! Who came over time, by agency.

use super::path;
use crate::house::House;
use crate::page::{Page, Section};
use crate::pages::records::cite;
use crate::problem::Problem;
use crate::user::{SeesProgramme, User};
use crate::words::counted;
use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;
use waymark_govuk::{Cell, Html, Select, SelectOption, Table};
use waymark_programme::attendance::{AgencyRow, by_agency};
use waymark_programme::{Record, RecordId, Records, kinds, meetings};

/// Of which body.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Asked {
    body: String,
}

/// So many meetings are shown, the latest.
const MOST: usize = 12;

#[derive(Template)]
#[template(path = "pages/meetings/agencies.html")]
pub(super) struct Agencies {
    bodies: Option<Select>,
    of: String,
    sentence: String,
    table: Option<Table>,
}

pub(super) async fn show(
    SeesProgramme(user): SeesProgramme,
    State(house): State<House>,
    Query(asked): Query<Asked>,
) -> Result<Page<Agencies>, Problem> {
    let records = house.records().await?;
    let bodies: Vec<&Record> = records
        .of(&kinds::BODY)
        .filter(|it| user.asker().may_read(it))
        .collect();
    let chosen = asked
        .body
        .parse()
        .ok()
        .and_then(|id| bodies.iter().find(|it| it.id == RecordId(id)))
        .or_else(|| bodies.iter().find(|it| it.text("sort") == "board"))
        .or_else(|| bodies.first())
        .copied();
    let held = chosen.map_or_else(Vec::new, |it| held(&records, &user, it, &house));
    let rows = by_agency(&records, &held);
    let view = Agencies {
        of: chosen.map_or_else(String::new, |it| it.title().to_owned()),
        sentence: sentence(&rows, held.len()),
        table: (!rows.is_empty()).then(|| table(&rows, &held)),
        bodies: (bodies.len() > 1).then(|| {
            let options: Vec<SelectOption> = bodies
                .iter()
                .map(|it| SelectOption::new(it.id.to_string(), cite::shortened(it.title(), 80)))
                .collect();
            Select::new("body", "Attendance of", options)
                .value(chosen.map_or_else(String::new, |it| it.id.to_string()))
        }),
    };
    Ok(Page::new("Attendance by agency", view)
        .section(Section::Meetings)
        .under("Meetings", "/meetings")
        .without_data_age())
}

/// The body's latest meetings whose attendance was recorded, earliest first.
fn held<'a>(records: &'a Records, user: &User, body: &Record, house: &House) -> Vec<&'a Record> {
    let mut all: Vec<&Record> = meetings::of_body(records, body)
        .into_iter()
        .filter(|it| user.asker().may_read(it))
        .filter(|it| it.date().is_none_or(|it| it <= house.today()))
        .filter(|it| records.parts(it.id, &kinds::ATTENDANCE).next().is_some())
        .collect();
    let first = all.len().saturating_sub(MOST);
    all.split_off(first)
}

/// "Over 6 meetings every agency was there at least half the time, but …"
fn sentence(rows: &[AgencyRow], held: usize) -> String {
    if held == 0 {
        return "No attendance is recorded yet. Write down who was there on a meeting’s page."
            .to_owned();
    }
    let seldom: Vec<String> = rows
        .iter()
        .filter(|it| it.there * 2 < it.of)
        .map(|it| format!("{} ({} of {})", it.agency, it.there, it.of))
        .collect();
    let deputised: usize = rows.iter().map(|it| it.by_deputy).sum();
    let mut words = format!(
        "Over the last {} with attendance recorded, ",
        counted(held, "meeting", "meetings")
    );
    if seldom.is_empty() {
        words.push_str("every agency was there at least half the time.");
    } else {
        words.push_str(&format!(
            "{} there less than half the time: {}.",
            if seldom.len() == 1 {
                "one agency was".to_owned()
            } else {
                format!("{} agencies were", seldom.len())
            },
            seldom.join("; ")
        ));
    }
    if deputised > 0 {
        words.push_str(&format!(
            " A deputy stood in {}.",
            counted(deputised, "time", "times")
        ));
    }
    words
}

fn table(rows: &[AgencyRow], held: &[&Record]) -> Table {
    let mut head = vec![Cell::new("Agency"), Cell::number("There")];
    head.extend(held.iter().map(|it| {
        let day = it.date().map_or_else(String::new, |it| {
            format!("{} {}", it.date().day(), it.month().short())
        });
        Cell::new(Html::new(format!(
            r#"<a class="govuk-link" href="{}"><span class="wm-whole">{}</span></a>"#,
            path(it, ""),
            cite::text(&day)
        )))
    }));
    let rows: Vec<Vec<Cell>> = rows
        .iter()
        .map(|row| {
            let mut cells = vec![
                Cell::new(row.agency.as_str()),
                Cell::number(format!("{} of {}", row.there, row.of)),
            ];
            cells.extend(row.marks.iter().map(|it| Cell::new(it.words())));
            cells
        })
        .collect();
    Table::new("Attendance by agency, the least often there first")
        .caption_classes("govuk-table__caption--s")
        .classes("wm-table--compact")
        .first_cell_is_header(true)
        .head(head)
        .rows(rows)
}

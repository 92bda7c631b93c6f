//! The children behind a measure's figure: those not met first. Every look is noted before anything is shown.

use crate::download::{Kind, file};
use crate::figures::listed::{Behind, ChildRow, behind, periods};
use crate::figures::told::Told;
use crate::house::House;
use crate::page::{Page, Section};
use crate::pages::measure::{about, find};
use crate::problem::Problem;
use crate::routes::Routes;
use crate::tables;
use crate::user::{Audience, SeesChildren, User};
use crate::words::counted;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use waymark_data::Period;
use waymark_govuk::{Button, Pagination, Select, SelectOption, Table as Shown};
use waymark_measures::{Basis, Good, Measure, Unit};
use waymark_report::{Cell, Heading, Table, name_of, when};
use waymark_store::Role;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/measures/{id}/children", plain)
        .get("/measures/{id}/{variant}/children", variant)
        .get("/measures/{id}/children.csv", plain_csv)
        .get("/measures/{id}/{variant}/children.csv", variant_csv)
        .get("/measures/{id}/children.xlsx", plain_xlsx)
        .get("/measures/{id}/{variant}/children.xlsx", variant_xlsx)
}

/// Rows on a page.
const ON_A_PAGE: usize = 100;

#[derive(Deserialize, Default)]
#[serde(default)]
struct Asked {
    month: String,
    page: String,
}

macro_rules! handlers {
    ($plain:ident, $variant:ident, $kind:expr) => {
        async fn $plain(
            SeesChildren(user): SeesChildren,
            State(house): State<House>,
            Path(id): Path<String>,
            Query(asked): Query<Asked>,
        ) -> Result<Response, Problem> {
            show(&house, &user, &asked, find(&id, None)?, $kind).await
        }

        async fn $variant(
            SeesChildren(user): SeesChildren,
            State(house): State<House>,
            Path((id, variant)): Path<(String, String)>,
            Query(asked): Query<Asked>,
        ) -> Result<Response, Problem> {
            show(&house, &user, &asked, find(&id, Some(&variant))?, $kind).await
        }
    };
}
handlers!(plain, variant, None);
handlers!(plain_csv, variant_csv, Some(Kind::Csv));
handlers!(plain_xlsx, variant_xlsx, Some(Kind::Xlsx));

#[derive(Template)]
#[template(path = "pages/children/children.html")]
struct View {
    measure: &'static str,
    href: String,
    when: String,
    summary: String,
    only_mine: bool,
    none: String,
    month: Option<Select>,
    submit: Button,
    table: Option<Shown>,
    pages: Option<Pagination>,
    query: String,
}

async fn show(
    house: &House,
    user: &User,
    asked: &Asked,
    measure: &'static Measure,
    kind: Option<Kind>,
) -> Result<Response, Problem> {
    let county = house.county();
    let told = county
        .shelf(Audience::Board)
        .of_measure(measure)
        .ok_or(Problem::NotFound)?;
    let basis = told.basis().ok_or(Problem::NotFound)?;
    let periods = periods(&county, measure, basis);
    let period = chosen(told, &periods, &asked.month);
    let found = period.map_or_else(
        || Behind {
            rows: Vec::new(),
            all: 0,
        },
        |period| behind(&county, measure, basis, period, user),
    );
    let when = period.map_or_else(String::new, |it| when(measure, basis, it));
    let last = found.rows.len().div_ceil(ON_A_PAGE).max(1);
    let page = asked.page.parse::<usize>().unwrap_or(1).clamp(1, last);
    let from = (page - 1) * ON_A_PAGE;
    let to = (from + ON_A_PAGE).min(found.rows.len());
    let rows = if kind.is_some() {
        &found.rows[..]
    } else {
        &found.rows[from..to]
    };
    if !rows.is_empty() {
        let how = if kind.is_some() { ", downloaded" } else { "" };
        let what = format!("{} {when}{how}", measure.title);
        let ids: Vec<&str> = rows
            .iter()
            .map(|it| it.child.as_str())
            .filter(|it| !it.is_empty())
            .collect();
        let upload = county.latest().and_then(|it| it.uploads.first().copied());
        house.store().log_look(user.id, &what, upload, &ids).await?;
    }
    let table = table(measure, basis, rows, format!("{} {when}", measure.title));
    if let Some(kind) = kind {
        let mut about = about(house, user, told);
        about.period = period.map_or_else(String::new, |it| name_of(basis, it));
        about.notes = vec![
            "It names children. Keep it as you keep a case file, and delete it when you are done."
                .to_owned(),
        ];
        let name = format!("{}-children", about.file_name());
        return Ok(file(kind, &about, &name, &[("Children", &table)]));
    }
    let month = period.map_or_else(String::new, |it| it.to.month().to_string());
    let view = View {
        measure: measure.title,
        href: told.href(),
        summary: summary(measure, &found),
        only_mine: user.role == Role::Manager,
        none: if let Some(why) = &told.not_run {
            format!("The latest return cannot say: {why}.")
        } else if found.all > 0 {
            "None of the children behind this figure is in your teams.".to_owned()
        } else {
            format!("Nobody was counted {when}.")
        },
        month: (periods.len() > 1).then(|| {
            let options: Vec<SelectOption> = periods
                .iter()
                .map(|it| SelectOption::new(it.to.month().to_string(), name_of(basis, *it)))
                .collect();
            Select::new("month", "When", options).value(month.as_str())
        }),
        submit: Button::new("Show").classes("govuk-button--secondary"),
        table: (!rows.is_empty()).then(|| tables::table(&table)),
        pages: (last > 1).then(|| {
            Pagination::pages(page, last, |page| {
                format!("{}/children?month={month}&page={page}", told.href())
            })
        }),
        query: format!("?month={month}"),
        when,
    };
    Ok(Page::new(format!("Children: {}", measure.title), view)
        .under("Measures", "/measures")
        .under(measure.title, told.href())
        .section(Section::Measures)
        .into_response())
}

/// The period asked for; else the latest judged one that the latest return tells.
fn chosen(told: &Told, periods: &[Period], month: &str) -> Option<Period> {
    let asked = periods.iter().find(|it| it.to.month().to_string() == month);
    let judged = told
        .reading
        .as_ref()
        .and_then(waymark_report::Reading::latest)
        .map(|it| it.period);
    let latest = periods.iter().find(|it| Some(**it) == judged);
    asked.or(latest).or(periods.first()).copied()
}

/// "12 of 34 children: not met. They stand first."
fn summary(measure: &Measure, found: &Behind) -> String {
    let rows = found.rows.len();
    let what = counted(rows, "row", "rows");
    let first = found.rows.iter().filter(|it| it.first).count();
    let whole = waymark_report::numbers::whole;
    let number = |it: usize| whole(i64::try_from(it).unwrap_or(i64::MAX));
    match (measure.unit, measure.good) {
        (Unit::Percent, Good::Up) => format!(
            "{} of {what} did not meet it. They stand first, the longest over before the others.",
            number(first)
        ),
        (Unit::Percent, Good::Down) => format!(
            "{} of {what} count in the number. They stand first, the longest over before the others.",
            number(first)
        ),
        (Unit::Percent, Good::Neither) => format!(
            "{} of {what} count in the number. They stand first.",
            number(first)
        ),
        _ => what,
    }
}

fn table(measure: &Measure, basis: Basis, rows: &[ChildRow], caption: String) -> Table {
    // The day of a snapshot is the same for all, and the day a thing was done often dates it.
    let undated = matches!(basis, Basis::SnapshotMonthly | Basis::SnapshotAsAt)
        || rows.iter().all(|it| it.done == Some(it.day));
    let outcome = measure.unit == Unit::Percent;
    let mut headings = vec![Heading::words(if measure.lists == [11] {
        "Adopter"
    } else {
        "Child"
    })];
    if outcome {
        headings.push(Heading::words(if measure.good == Good::Up {
            "Met"
        } else {
            "Counts"
        }));
    }
    if !measure.bands.is_empty() {
        headings.push(Heading::words("Group"));
    }
    headings.push(Heading::numbers("Days over"));
    headings.push(Heading::words("Due by"));
    headings.push(Heading::words("Done"));
    if !undated {
        headings.push(Heading::words("Date"));
    }
    if rows.iter().any(|it| it.value.is_some()) {
        headings.push(Heading::numbers("Days"));
    }
    headings.extend(["Worker", "Team", "District"].map(Heading::words));
    let mut table = Table::new(caption, headings);
    for row in rows {
        let mut cells = vec![Cell::words(row.child.as_str())];
        if outcome {
            let words = match (measure.good == Good::Up, row.hit) {
                (true, true) => "Met",
                (true, false) => "Not met",
                (false, true) => "Yes",
                (false, false) => "No",
            };
            cells.push(Cell::words(words));
        }
        if !measure.bands.is_empty() {
            cells.push(Cell::words(row.band.unwrap_or("")));
        }
        cells.push(if row.over > 0 {
            Cell::whole(i64::from(row.over))
        } else {
            Cell::blank()
        });
        cells.push(Cell::maybe(row.due, Cell::day));
        cells.push(Cell::maybe(row.done, Cell::day));
        if !undated {
            cells.push(Cell::day(row.day));
        }
        if rows.iter().any(|it| it.value.is_some()) {
            cells.push(Cell::maybe(row.value, |it| Cell::whole(i64::from(it))));
        }
        cells.extend([row.worker.as_str(), &row.team, &row.district].map(Cell::words));
        table.rows.push(cells);
    }
    table
}

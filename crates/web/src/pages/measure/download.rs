//! A measure's figures as a file: every month, and the latest by area and group.

use super::find;
use super::late::{late, late_by};
use crate::county::County;
use crate::download::{Kind, file};
use crate::figures::areas::{AREAS, Broken, GROUPS, broken_down, figure_of};
use crate::figures::told::Told;
use crate::house::House;
use crate::problem::Problem;
use crate::routes::Routes;
use crate::user::{SeesFigures, User};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;
use waymark_measures::{By, Measure};
use waymark_report::chart::series_table;
use waymark_report::{About, Reading, Table};

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/measures/{id}/download.csv", csv)
        .get("/measures/{id}/download.xlsx", xlsx)
        .get("/measures/{id}/{variant}/download.csv", variant_csv)
        .get("/measures/{id}/{variant}/download.xlsx", variant_xlsx)
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Asked {
    by: String,
}

async fn csv(
    SeesFigures(user): SeesFigures,
    State(house): State<House>,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    made(&house, &user, find(&id, None)?, Kind::Csv, &asked)
}

async fn xlsx(
    SeesFigures(user): SeesFigures,
    State(house): State<House>,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    made(
        &house,
        &user,
        find(&id, None)?,
        Kind::Xlsx,
        &Asked::default(),
    )
}

async fn variant_csv(
    SeesFigures(user): SeesFigures,
    State(house): State<House>,
    Path((id, variant)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    made(&house, &user, find(&id, Some(&variant))?, Kind::Csv, &asked)
}

async fn variant_xlsx(
    SeesFigures(user): SeesFigures,
    State(house): State<House>,
    Path((id, variant)): Path<(String, String)>,
) -> Result<Response, Problem> {
    made(
        &house,
        &user,
        find(&id, Some(&variant))?,
        Kind::Xlsx,
        &Asked::default(),
    )
}

fn made(
    house: &House,
    user: &User,
    measure: &'static Measure,
    kind: Kind,
    asked: &Asked,
) -> Result<Response, Problem> {
    let county = house.county();
    let told = county
        .shelf(user.audience())
        .of_measure(measure)
        .ok_or(Problem::NotFound)?;
    let about = about(house, user, told);
    let name = about.file_name();
    if kind == Kind::Csv && !asked.by.is_empty() {
        let by = By::from_code(&asked.by).ok_or(Problem::NotFound)?;
        let table = by_group(house, user, told, by).ok_or(Problem::NotFound)?;
        let name = format!("{name}-by-{}", by.code().replace('_', "-"));
        return Ok(file(kind, &about, &name, &[("By", &table)]));
    }
    let mut tables: Vec<(&str, Table)> = vec![("Series", series(told))];
    if kind == Kind::Xlsx {
        tables.extend(recorded_late(&county, told));
        for by in AREAS.into_iter().chain(GROUPS) {
            tables.extend(by_group(house, user, told, by).map(|it| (by.words(), it)));
        }
    }
    let borrowed: Vec<(&str, &Table)> = tables.iter().map(|(name, it)| (*name, it)).collect();
    Ok(file(kind, &about, &name, &borrowed))
}

/// What was known how soon, of the whole and by area and team.
fn recorded_late(county: &County, told: &Told) -> Vec<(&'static str, Table)> {
    let latest = told.reading.as_ref().and_then(Reading::latest);
    let by = |by: By| late_by(county, told, latest?.period, by);
    let whole = late(told).and_then(|it| it.table);
    [
        ("Recorded late", whole),
        ("Late by locality", by(By::Locality)),
        ("Late by district", by(By::District)),
        ("Late by team", by(By::Team)),
    ]
    .into_iter()
    .filter_map(|(name, table)| Some((name, table?)))
    .collect()
}

/// Every month, as the table with the chart: where limits are drawn anew and why, and the way to dated targets.
fn series(told: &Told) -> Table {
    if let Some(chart) = told.chart() {
        return chart.table.clone();
    }
    match (&told.reading, &told.bands) {
        (Some(reading), _) => series_table(reading),
        (None, Some(bands)) => bands.history(),
        (None, None) => Table::new(told.measure.title, []),
    }
}

/// The latest judged figure by one breakdown, as far as this reader may see it.
fn by_group(house: &House, user: &User, told: &Told, by: By) -> Option<Table> {
    let county = house.county();
    let basis = told.basis()?;
    let period = told.reading.as_ref().and_then(Reading::latest)?.period;
    let found = figure_of(&county, told.measure, basis, period)?;
    match broken_down(
        &county,
        found,
        by,
        user.audience(),
        house.comparators(&told.name),
    ) {
        Broken::Down(breakdown) => Some(breakdown.table()),
        Broken::Withheld | Broken::NotTold => None,
    }
}

pub(crate) fn about<'a>(house: &'a House, user: &User, told: &Told) -> About<'a> {
    let council = house.options().name.as_str();
    let made_on = house.today();
    match &told.reading {
        Some(reading) => About::reading(reading, council, made_on),
        None => About {
            council,
            measure: told.measure,
            period: told
                .periods()
                .first()
                .map_or_else(String::new, |it| it.words()),
            as_at: house.county().latest().map(|it| it.cut.as_at),
            audience: user.audience(),
            made_on,
            notes: Vec::new(),
        },
    }
}

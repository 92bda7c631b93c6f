//! One measure: how many children, is it real, who are they.

mod anew;
mod definition;
mod download;
mod late;
mod limits;
mod new_limits;
mod parts;
mod stats;
mod target;
mod touches;

pub(crate) use download::about;

use crate::figures::areas::AREAS;
use crate::figures::happened::happened;
use crate::figures::told::{Told, direction};
use crate::house::House;
use crate::page::{Page, Section};
use crate::problem::Problem;
use crate::routes::Routes;
use crate::tables;
use crate::user::{SeesFigures, User};
use crate::words::capital;
use anew::Anew;
use askama::Template;
use axum::extract::{Path, Query, State};
use definition::{Piece, Worked};
use limits::LimitUsed;
use parts::{Figure, broken, figure};
use serde::Deserialize;
use stats::{Stat, stats};
use touches::Touching;
use waymark_data::Period;
use waymark_govuk::{Button, Select, SelectOption, Table};
use waymark_measures::{By, Measure, catalogue};
use waymark_programme::Records;
use waymark_report::{Reading, name_of, unit_value, when};
use waymark_store::Role;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/measures/{id}", plain)
        .get("/measures/{id}/{variant}", variant)
        .merge(download::routes())
        .merge(new_limits::routes())
}

/// What a reader may choose.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Asked {
    by: String,
    month: String,
    /// `first`: one set of limits for all months, as if nobody had drawn them anew.
    limits: String,
}

async fn plain(
    SeesFigures(user): SeesFigures,
    State(house): State<House>,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Page<View>, Problem> {
    let records = house.records_for(&user).await?;
    show(&house, &user, &records, &asked, find(&id, None)?)
}

async fn variant(
    SeesFigures(user): SeesFigures,
    State(house): State<House>,
    Path((id, variant)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Page<View>, Problem> {
    let records = house.records_for(&user).await?;
    show(&house, &user, &records, &asked, find(&id, Some(&variant))?)
}

/// The measure of an address.
pub(crate) fn find(id: &str, variant: Option<&str>) -> Result<&'static Measure, Problem> {
    let found = match variant {
        None => catalogue::find(id),
        Some(variant) => catalogue::variants(id).find(|it| it.variant == Some(variant)),
    };
    found.ok_or(Problem::NotFound)
}

#[derive(Template)]
#[template(path = "pages/measure/measure.html")]
struct View {
    theme: &'static str,
    title: &'static str,
    href: String,
    sentences: Vec<String>,
    notes: Vec<String>,
    stats: Vec<Stat>,
    not_run: Option<String>,
    children: Option<String>,
    chart: Option<Figure>,
    /// Where limits are drawn anew, or might be.
    anew: Option<Anew>,
    /// Changes marked on the chart, in words.
    marked: Vec<String>,
    touching: Vec<Touching>,
    bands: Option<Table>,
    history: Option<Table>,
    /// The way to its dated targets.
    way: Option<Figure>,
    target: Vec<String>,
    month: Option<Select>,
    by: Option<Select>,
    submit: Button,
    when: String,
    area: Option<Figure>,
    area_withheld: bool,
    groups: Vec<Table>,
    groups_withheld: bool,
    comparators: Vec<String>,
    words: Vec<Piece>,
    examples: Vec<Worked>,
    source: &'static str,
    standing: &'static str,
    why: &'static str,
    direction: &'static str,
    limits: Vec<LimitUsed>,
    lists: String,
    excluded: Vec<(&'static str, String)>,
    evidence: Vec<(&'static str, String)>,
    late: Option<Late>,
    variants: Vec<(&'static str, String)>,
    audience: &'static str,
    by_code: &'static str,
}

/// How late it is recorded.
struct Late {
    sentence: String,
    table: Option<Table>,
    by: Option<Table>,
}

fn show(
    house: &House,
    user: &User,
    records: &Records,
    asked: &Asked,
    measure: &'static Measure,
) -> Result<Page<View>, Problem> {
    let county = house.county();
    let audience = user.audience();
    let told = county
        .shelf(audience)
        .of_measure(measure)
        .ok_or(Problem::NotFound)?;
    let anew = anew::of(user, records, told, asked.limits == anew::FIRST);
    let with_first = (asked.limits == anew::FIRST)
        .then(|| told.with_first_limits())
        .flatten();
    let told = with_first.as_ref().unwrap_or(told);
    let periods = told.periods();
    let chosen = chosen(told, &periods, &asked.month);
    let latest_chosen = asked.month.is_empty();
    let by = By::from_code(&asked.by)
        .filter(|it| AREAS.contains(it))
        .unwrap_or(By::District);
    let parts = chosen.map(|period| broken(house, told, period, by, audience));
    let parts = parts.unwrap_or_default();
    let (bands, history) = bands(told, chosen);
    let late = late::late(told).map(|it| Late {
        sentence: it.sentence,
        table: it.table.as_ref().map(tables::table),
        by: chosen
            .and_then(|period| late::late_by(&county, told, period, parts.by))
            .as_ref()
            .map(tables::table),
    });
    let changes = happened(records, measure);
    let view = View {
        theme: measure.theme.words(),
        title: measure.title,
        href: told.href(),
        sentences: sentences(told, chosen),
        notes: notes(told),
        stats: told
            .reading
            .as_ref()
            .map_or_else(Vec::new, |it| stats(it, chosen)),
        not_run: told.not_run.clone().filter(|_| !told.latest.is_empty()),
        children: (matches!(user.role, Role::Analyst | Role::Manager)
            && county.data.is_some()
            && told.not_run.is_none())
        .then(|| format!("{}/children", told.href())),
        chart: if changes.is_empty() {
            told.chart().map(figure)
        } else {
            told.chart_marked(&changes).as_ref().map(figure)
        },
        anew,
        marked: changes.iter().map(marked_words).collect(),
        touching: touches::touching(user, records, measure),
        bands,
        history,
        way: told.way().as_ref().map(figure),
        target: told.reading.as_ref().map_or_else(Vec::new, target::words),
        month: month_choice(told, &periods, chosen),
        by: (!parts.areas.is_empty()).then(|| {
            let options: Vec<SelectOption> = parts
                .areas
                .iter()
                .map(|it| SelectOption::new(it.code(), it.words()))
                .collect();
            Select::new("by", "By", options).value(parts.by.code())
        }),
        submit: Button::new("Show").classes("govuk-button--secondary"),
        when: match (told.basis(), chosen) {
            (Some(basis), Some(period)) => when(measure, basis, period),
            _ => String::new(),
        },
        area: parts.area,
        area_withheld: parts.area_withheld,
        groups: parts.groups,
        groups_withheld: parts.groups_withheld,
        comparators: house
            .comparators(&told.name)
            .map(|it| {
                let value = unit_value(measure, it.value);
                format!("{}, {}: {value}. {}", it.name, it.period, it.source)
            })
            .collect(),
        words: definition::words(measure.page),
        examples: definition::examples(measure.page, measure.variant),
        source: measure.source,
        standing: measure.standing.words(),
        why: measure.why,
        direction: direction(measure.good),
        limits: limits::of(measure, county.settings()),
        lists: lists(measure),
        excluded: parts.excluded,
        evidence: parts.evidence,
        late,
        variants: catalogue::variants(measure.id)
            .filter(|it| !std::ptr::eq(*it, measure))
            .map(|it| (it.title, format!("/measures/{}", it.name())))
            .collect(),
        audience: audience.words(),
        by_code: parts.by.code(),
    };
    let title = if latest_chosen {
        measure.title.to_owned()
    } else {
        format!("{} {}", measure.title, view.when)
    };
    Ok(Page::new(title, view)
        .under("Measures", "/measures")
        .under(
            measure.theme.words(),
            format!("/measures?theme={}", measure.theme.slug()),
        )
        .section(Section::Measures))
}

/// What is said of it.
fn sentences(told: &Told, chosen: Option<Period>) -> Vec<String> {
    match (&told.sentences, &told.bands, chosen) {
        _ if told.latest.is_empty() => vec![told.why_none()],
        (Some(said), _, _) => said.page.clone(),
        (None, Some(bands), Some(chosen)) => bands.sentence(chosen).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// What a reader must know besides. The year's figure stands among the numbers already.
fn notes(told: &Told) -> Vec<String> {
    let has_year = told.reading.as_ref().is_some_and(|it| it.year().is_some());
    let notes = told.sentences.iter().flat_map(|it| &it.notes);
    notes.skip(usize::from(has_year)).cloned().collect()
}

/// The period asked for; else the latest that is judged.
fn chosen(told: &Told, periods: &[Period], month: &str) -> Option<Period> {
    let asked = periods.iter().find(|it| it.to.month().to_string() == month);
    let latest = told
        .reading
        .as_ref()
        .and_then(Reading::latest)
        .map(|it| it.period);
    asked
        .copied()
        .or(latest)
        .or_else(|| periods.first().copied())
}

fn month_choice(told: &Told, periods: &[Period], chosen: Option<Period>) -> Option<Select> {
    let basis = told.basis()?;
    if periods.len() < 2 {
        return None;
    }
    let options: Vec<SelectOption> = periods
        .iter()
        .map(|it| SelectOption::new(it.to.month().to_string(), capital(&name_of(basis, *it))))
        .collect();
    let value = chosen.map_or_else(String::new, |it| it.to.month().to_string());
    Some(Select::new("month", "When", options).value(value))
}

/// The chosen period's bands, and every period's.
fn bands(told: &Told, chosen: Option<Period>) -> (Option<Table>, Option<Table>) {
    let (Some(bands), Some(chosen)) = (&told.bands, chosen) else {
        return (None, None);
    };
    let history = (bands.rows.len() > 1).then(|| tables::table(&bands.history()));
    (bands.table(chosen).as_ref().map(tables::table), history)
}

/// "From 1 September 2016: two more practitioners".
fn marked_words(event: &waymark_report::chart::Event) -> String {
    format!("From {}: {}", event.day.words(), event.words)
}

/// "Lists 3 and 4 of Annex A".
fn lists(measure: &Measure) -> String {
    let numbers: Vec<String> = measure
        .lists
        .iter()
        .map(|it| {
            let title = waymark_data::annex_a::list(*it).map_or("", |list| list.title.as_str());
            format!("{it} ({title})")
        })
        .collect();
    let noun = if numbers.len() == 1 { "list" } else { "lists" };
    format!("Annex A, {noun} {}", numbers.join(", "))
}

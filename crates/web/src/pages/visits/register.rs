//! The register: the visits to come, those that took place the latest first, and how many of which.

use super::counts::{Sort, amiss, counts, sentence, sort_title};
use super::since::{before, compared, findings};
use crate::house::House;
use crate::page::{Page, Section};
use crate::pages::plan::shown::{self, Tab};
use crate::problem::Problem;
use crate::user::SeesProgramme;
use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;
use std::cmp::Reverse;
use waymark_data::Day;
use waymark_govuk::{Html, Pagination, Tag};
use waymark_programme::kinds::VISIT;
use waymark_programme::{Record, Records};

/// How many past visits a page shows.
const PAGE: usize = 20;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Asked {
    page: usize,
}

#[derive(Template)]
#[template(path = "pages/visits/register.html")]
pub(super) struct Register {
    tabs: Vec<Tab>,
    empty: bool,
    may_make: bool,
    to_come: Vec<ToCome>,
    forecast: Option<Forecast>,
    lead: String,
    sorts: Vec<Sort>,
    total: usize,
    past: Vec<Past>,
    pages: Option<Pagination>,
}

struct ToCome {
    title: Html,
    when: String,
    about: String,
    late: bool,
    tag: Tag,
}

/// What the last visit said of the next.
struct Forecast {
    text: Html,
    from: Html,
}

struct Past {
    title: Html,
    reference: String,
    when: String,
    about: String,
    tag: Tag,
    rows: Vec<(&'static str, Html)>,
    amiss: String,
}

pub(super) async fn show(
    SeesProgramme(user): SeesProgramme,
    State(house): State<House>,
    Query(asked): Query<Asked>,
) -> Result<Page<Register>, Problem> {
    let records = house.records_for(&user).await?;
    let (asker, today) = (user.asker(), house.today());
    let all: Vec<&Record> = records
        .of(&VISIT)
        .filter(|it| asker.may_read(it) && it.state.word != "cancelled")
        .collect();
    let (to_come, mut past): (Vec<&Record>, Vec<&Record>) =
        all.iter().partition(|it| it.state.word == "forecast");
    past.sort_by_key(|it| (Reverse(it.date()), Reverse(it.id)));
    let last = past.len().div_ceil(PAGE).max(1);
    let page = asked.page.clamp(1, last);
    let forecast = past
        .iter()
        .find(|it| !it.text("next_visit").is_empty())
        .map(|it| Forecast {
            text: shown::text(it.text("next_visit"), ""),
            from: shown::link(it),
        });
    let view = Register {
        tabs: shown::tabs("/visits"),
        empty: all.is_empty(),
        may_make: asker.may_make(&VISIT),
        to_come: in_order(to_come)
            .into_iter()
            .map(|it| coming(it, today))
            .collect(),
        forecast,
        lead: sentence(&past),
        sorts: counts(&past),
        total: past.len(),
        past: past[(page - 1) * PAGE..past.len().min(page * PAGE)]
            .iter()
            .map(|it| row(&records, &past, it))
            .collect(),
        pages: (last > 1)
            .then(|| Pagination::pages(page, last, |page| format!("/visits?page={page}"))),
    };
    Ok(Page::new("Inspections and visits", view)
        .under("Plan", "/plan")
        .under("Inspections and visits", "")
        .section(Section::Plan))
}

/// The soonest first; those without a day last.
fn in_order(mut forecast: Vec<&Record>) -> Vec<&Record> {
    forecast.sort_by_key(|it| (it.date().is_none(), it.date(), it.id));
    forecast
}

fn coming(visit: &Record, today: Day) -> ToCome {
    let when = match (visit.date(), visit.text("expected")) {
        (Some(day), _) => format!("{}, {}", days(visit), shown::from_today(day, today)),
        (None, "") => "No day is known".to_owned(),
        (None, words) => words.to_owned(),
    };
    let team = shown::names(visit.values.list("team"));
    let about = [
        sort_title(visit).to_owned(),
        visit.text("body").to_owned(),
        visit.text("theme").to_owned(),
        visit.area().to_owned(),
        team,
    ];
    ToCome {
        title: shown::link(visit),
        when,
        about: joined(&about),
        late: visit.date().is_some_and(|day| day < today),
        tag: shown::state_tag(visit),
    }
}

fn row(records: &Records, visits: &[&Record], visit: &Record) -> Past {
    let mut rows: Vec<(&'static str, Html)> = Vec::new();
    let mut add = |name: &'static str, text: String| {
        if !text.trim().is_empty() {
            rows.push((name, shown::text(&text, "")));
        }
    };
    let number = |field: &str| visit.text(field).to_owned();
    let cases = match (visit.text("sampled"), visit.text("returned")) {
        ("", "") => String::new(),
        (sampled, "") => format!("{sampled} looked at"),
        ("", returned) => format!("{returned} sent back"),
        (sampled, returned) => format!("{sampled} looked at, {returned} sent back"),
    };
    add("Cases", cases);
    add("Overall grade", shown::choice(visit, "grade").to_owned());
    add("What was found", number("outcome"));
    add("What was heard", number("heard"));
    add("Who they spoke to", number("spoke_to"));
    add("Places", shown::names(visit.values.list("places")));
    let silent = shown::names(visit.values.list("silent"));
    if !silent.is_empty() {
        add(
            "Nothing was said about",
            format!("{silent}. No comment is not the same as good."),
        );
    }
    let mut changed = vec![number("changed")];
    if let Some(then) = before(records, visits, visit) {
        changed.extend(compared(records, visit, then));
        let day = then
            .date()
            .map_or_else(String::new, |it| format!(", {}", it.words()));
        rows.push((
            "Since the visit before",
            Html::new(format!(
                "{}{}<br>{}",
                shown::link(then),
                waymark_govuk::Content::from(day),
                shown::text(&changed.join("\n"), "What has changed is not recorded")
            )),
        ));
    } else if !changed[0].is_empty() {
        rows.push(("What has changed", shown::text(&changed[0], "")));
    }
    let found = findings(records, visit);
    if !found.is_empty() {
        rows.push((
            "Findings",
            Html::new(format!(
                "<a class=\"govuk-link\" href=\"/findings?from=r{}\">{found}</a>",
                visit.id
            )),
        ));
    }
    let about = [
        sort_title(visit).to_owned(),
        visit.text("body").to_owned(),
        visit.text("theme").to_owned(),
        visit.area().to_owned(),
        shown::names(visit.values.list("team")),
    ];
    Past {
        title: shown::link(visit),
        reference: visit.reference(),
        when: days(visit),
        about: joined(&about),
        tag: shown::state_tag(visit),
        rows,
        amiss: amiss(visit).unwrap_or_default(),
    }
}

/// "27 to 28 February 2018" in full; the day alone where it has no end.
fn days(visit: &Record) -> String {
    match (visit.date(), visit.day("until")) {
        (Some(from), Some(to)) if to != from => format!("{} to {}", from.words(), to.words()),
        (Some(day), _) => day.words(),
        (None, _) => "Day not recorded".to_owned(),
    }
}

fn joined(parts: &[String]) -> String {
    let parts: Vec<&str> = parts
        .iter()
        .map(String::as_str)
        .filter(|it| !it.is_empty())
        .collect();
    parts.join(". ")
}

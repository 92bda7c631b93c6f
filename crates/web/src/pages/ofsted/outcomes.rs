//! The page: what is loaded, a council's own inspections, its statistical neighbours.

use super::council::{self, Council};
use super::grades::{judgement, overall};
use super::neighbours;
use super::shelf::{Loaded, document, loaded};
use super::take::standing;
use crate::house::House;
use crate::page::{Page, Section};
use crate::pages::plan::shown::{self, Tab};
use crate::problem::Problem;
use crate::user::{SeesProgramme, User};
use crate::words::counted;
use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;
use waymark_govuk::{
    Button, ErrorLink, ErrorSummary, FileUpload, Html, Label, Select, SelectOption, Table,
};
use waymark_import::ofsted::Inspection;
use waymark_programme::kinds::{DOCUMENT, FINDING, VISIT};
use waymark_programme::{Asker, Record, Records};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Asked {
    council: String,
}

#[derive(Template)]
#[template(path = "pages/ofsted/outcomes.html")]
pub(super) struct Outcomes {
    mistakes: Option<ErrorSummary>,
    tabs: Vec<Tab>,
    empty: bool,
    choose: Option<Select>,
    submit: Button,
    chosen: Option<Chosen>,
    asked_in_vain: bool,
    may_load: bool,
    csrf: String,
    files: FileUpload,
    send: Button,
    holds: Vec<String>,
    unread: Vec<String>,
    document: Option<Html>,
}

/// A council and all that is said of it.
struct Chosen {
    name: String,
    latest: Vec<(&'static str, String)>,
    reports: Vec<Report>,
    neighbours: String,
    table: Option<Table>,
}

/// One of its inspection reports.
struct Report {
    href: String,
    when: String,
    grades: String,
    improve: String,
    stands: String,
}

pub(super) async fn show(
    SeesProgramme(user): SeesProgramme,
    State(house): State<House>,
    Query(asked): Query<Asked>,
) -> Result<Page<Outcomes>, Problem> {
    page(&house, &user, &asked.council, &[]).await
}

/// The page, with what was wrong with the files that were sent.
pub(super) async fn page(
    house: &House,
    user: &User,
    asked: &str,
    mistakes: &[String],
) -> Result<Page<Outcomes>, Problem> {
    let records = house.records().await?;
    let asker = user.asker();
    let loaded = loaded(house, &records).await?;
    let all = council::all(&loaded);
    let own = council::chosen(&loaded, &all, asked, &house.options().name);
    let mut options = vec![SelectOption::new("", "Choose a council")];
    options.extend(
        all.iter()
            .map(|it| SelectOption::new(it.urn.as_str(), it.name.as_str())),
    );
    let document = document(&records);
    let view = Outcomes {
        mistakes: (!mistakes.is_empty()).then(|| {
            let links = mistakes.iter().map(|it| ErrorLink::new(it.as_str(), "files"));
            ErrorSummary::new(links.collect::<Vec<_>>())
        }),
        tabs: shown::tabs("/ofsted"),
        empty: loaded.is_empty(),
        choose: (!all.is_empty()).then(|| {
            Select::new("council", "Council", options)
                .value(own.map_or("", |it| it.urn.as_str()))
        }),
        submit: Button::new("Show").classes("govuk-button--secondary"),
        asked_in_vain: own.is_none() && !asked.is_empty(),
        chosen: own.map(|it| chosen(&loaded, &records, &asker, it)),
        may_load: may_load(&asker, document),
        csrf: user.csrf.clone(),
        files: FileUpload::new("files", Label::new("Ofsted’s files").classes("govuk-label--s"))
            .hint("Reports as JSON, outcomes as CSV, councils with their neighbours as CSV. Each is known by what is in it. A later file takes the place of an earlier one of its sort.")
            .error(mistakes.first().map_or("", String::as_str))
            .multiple(true)
            .accept(".json,.csv"),
        send: Button::new("Load the files").secondary(),
        holds: loaded.words(),
        unread: loaded.unread.clone(),
        document: document.filter(|it| asker.may_read(it)).map(shown::link),
    };
    let page = Page::new("Ofsted’s outcomes", view)
        .under("Plan", "/plan")
        .under("Ofsted’s outcomes", "")
        .section(Section::Plan)
        .without_data_age();
    Ok(if mistakes.is_empty() {
        page
    } else {
        page.with_mistakes()
    })
}

/// Whether somebody may load files: who may make the document, and edit the one that is there.
pub(super) fn may_load(asker: &Asker<'_>, document: Option<&Record>) -> bool {
    document.map_or_else(|| asker.may_make(&DOCUMENT), |it| asker.may_edit(it))
}

fn chosen(loaded: &Loaded, records: &Records, asker: &Asker<'_>, own: &Council) -> Chosen {
    let may_take = asker.may_make(&VISIT) && asker.may_make(&FINDING);
    let latest = council::latest(loaded, own).map_or_else(Vec::new, |it| {
        let inspected = if it.inspected.words.is_empty() {
            "Not given".to_owned()
        } else {
            it.inspected.words.clone()
        };
        vec![
            (
                "Overall effectiveness",
                overall(it.overall, it.inspected.from, Some(it.published)),
            ),
            ("Leaders", judgement(it.leaders).to_owned()),
            ("Help and protection", judgement(it.help).to_owned()),
            ("Children in care", judgement(it.care).to_owned()),
            ("Care leavers", judgement(it.care_leavers).to_owned()),
            ("Inspected", inspected),
            ("Published", it.published.words()),
        ]
    });
    let neighbours = neighbours::of(loaded, own);
    Chosen {
        name: own.name.clone(),
        latest,
        reports: council::reports(loaded, own)
            .into_iter()
            .map(|it| report(records, asker, it, may_take))
            .collect(),
        neighbours: if neighbours.is_empty() {
            String::new()
        } else {
            neighbours::sentence(&neighbours)
        },
        table: neighbours::table(loaded, own),
    }
}

fn report(records: &Records, asker: &Asker<'_>, report: &Inspection, may_take: bool) -> Report {
    let it = &report.judgements;
    let improve = match &report.needs_to_improve {
        None => "The file has no list of what needs to improve".to_owned(),
        Some(items) if items.is_empty() => "The list of what needs to improve is empty".to_owned(),
        Some(items) => counted(
            items.len(),
            "thing needs to improve",
            "things need to improve",
        ),
    };
    let here = standing(records, asker, report);
    let stands = match (here.visit, here.findings.len()) {
        (None, 0) => "Not in the register".to_owned(),
        (Some(visit), found) => format!(
            "In the register as {}, with {} of what needs to improve",
            visit.reference(),
            counted(found, "finding", "findings")
        ),
        (None, found) => format!(
            "{} of it in the register",
            counted(found, "finding", "findings")
        ),
    };
    Report {
        href: if may_take {
            format!("/ofsted/{}/{}", report.urn, report.published)
        } else {
            String::new()
        },
        when: when(report),
        grades: format!(
            "{}. Leaders: {}. Help and protection: {}. In care: {}. Care leavers: {}",
            overall(it.overall, report.inspected.from, Some(report.published)),
            judgement(it.leaders).to_lowercase(),
            judgement(it.help).to_lowercase(),
            judgement(it.care).to_lowercase(),
            judgement(it.leavers).to_lowercase(),
        ),
        improve,
        stands,
    }
}

/// "Inspected 6 to 17 December 2021, published 11 February 2022 (ILACS)".
pub(super) fn when(report: &Inspection) -> String {
    let inspected = if report.inspected.words.is_empty() {
        "Inspected on days the file does not give".to_owned()
    } else {
        format!("Inspected {}", report.inspected.words)
    };
    let kind = if report.kind.is_empty() {
        String::new()
    } else {
        format!(" ({})", report.kind)
    };
    format!("{inspected}, published {}{kind}", report.published.words())
}

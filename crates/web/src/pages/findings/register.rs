//! The register of findings: those that wait for a plan line first, then the rest by inspection (S-231).

use super::answered::{lines, state, waits};
use super::sources::{Source, filters, source, year};
use super::themes::{Theme, themes};
use crate::house::House;
use crate::page::{Page, Section};
use crate::pages::plan::shown::{self, Tab};
use crate::pages::records::cite;
use crate::problem::Problem;
use crate::user::SeesProgramme;
use crate::words::counted;
use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;
use std::cmp::Reverse;
use waymark_govuk::{Button, Html, Pagination, Select, Tag};
use waymark_programme::kind::Tone;
use waymark_programme::kinds::{FINDING, PLAN_LINE, VISIT};
use waymark_programme::{Record, RecordId, Records};

/// How many findings a page shows.
const PAGE: usize = 50;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Asked {
    pub(super) from: String,
    pub(super) area: String,
    pub(super) state: String,
    pub(super) year: String,
    pub(super) page: usize,
}

#[derive(Template)]
#[template(path = "pages/findings/register.html")]
pub(super) struct Register {
    tabs: Vec<Tab>,
    lead: String,
    filters: Vec<Select>,
    submit: Button,
    narrowed: bool,
    themes: Vec<Theme>,
    waiting: Vec<Row>,
    waiting_more: String,
    groups: Vec<Group>,
    pages: Option<Pagination>,
    empty: bool,
    may_make: bool,
}

struct Group {
    title: String,
    href: String,
    about: String,
    rows: Vec<Row>,
}

struct Row {
    reference: String,
    title: Html,
    plain: String,
    who: String,
    theme: String,
    tag: Tag,
    doing: Html,
    next: Html,
    evidenced: Html,
    lines: Vec<Html>,
    make: String,
}

pub(super) async fn show(
    SeesProgramme(user): SeesProgramme,
    State(house): State<House>,
    Query(asked): Query<Asked>,
) -> Result<Page<Register>, Problem> {
    let records = house.records_for(&user).await?;
    let asker = user.asker();
    let all: Vec<&Record> = records
        .of(&FINDING)
        .filter(|it| asker.may_read(it))
        .collect();
    let filters = filters(&house, &records, &all, &asked);
    let wanted = |it: &&&Record| {
        (asked.from.is_empty() || source(&records, it).key() == asked.from)
            && (asked.area.is_empty() || it.area() == asked.area)
            && (asked.state.is_empty() || it.state.word == asked.state)
            && (asked.year.is_empty() || year(it) == asked.year)
    };
    let found: Vec<&Record> = all.iter().filter(wanted).copied().collect();
    let (mut waiting, mut rest): (Vec<&Record>, Vec<&Record>) =
        found.iter().partition(|it| waits(&records, it));
    waiting.sort_by_key(|it| (it.date(), it.id));
    rest.sort_by_cached_key(|it| (Reverse(it.date()), source(&records, it).key(), it.id));
    let last = rest.len().div_ceil(PAGE).max(1);
    let page = asked.page.clamp(1, last);
    let may_make = asker.may_make(&PLAN_LINE);
    let more = waiting.len().saturating_sub(PAGE);
    let view = Register {
        tabs: shown::tabs("/findings"),
        lead: lead(waiting.len(), &found),
        themes: themes(&found),
        filters,
        submit: Button::new("Show").classes("govuk-button--secondary"),
        narrowed: !(asked.from.is_empty()
            && asked.area.is_empty()
            && asked.state.is_empty()
            && asked.year.is_empty()),
        waiting: waiting
            .iter()
            .take(PAGE)
            .map(|it| row(&records, it, &asker))
            .collect(),
        waiting_more: if more > 0 {
            format!(
                "{} more wait besides these. Choose an inspection or an area to see them.",
                more
            )
        } else {
            String::new()
        },
        groups: groups(
            &records,
            &rest[(page - 1) * PAGE..rest.len().min(page * PAGE)],
            &asker,
        ),
        pages: (last > 1).then(|| {
            Pagination::pages(page, last, |page| {
                format!(
                    "/findings?from={}&area={}&state={}&year={}&page={page}",
                    shown::coded(&asked.from),
                    shown::coded(&asked.area),
                    shown::coded(&asked.state),
                    shown::coded(&asked.year)
                )
            })
        }),
        empty: all.is_empty(),
        may_make,
    };
    Ok(Page::new("Findings", view)
        .under("Plan", "/plan")
        .under("Findings", "")
        .section(Section::Plan))
}

fn lead(waiting: usize, found: &[&Record]) -> String {
    let improve = found
        .iter()
        .filter(|it| it.text("sense") != "strength" && it.text("sense") != "silent")
        .count();
    let strengths = found
        .iter()
        .filter(|it| it.text("sense") == "strength")
        .count();
    let silent = found
        .iter()
        .filter(|it| it.text("sense") == "silent")
        .count();
    let waits = if waiting == 1 {
        "1 waits".to_owned()
    } else {
        format!("{waiting} wait")
    };
    let mut said = format!(
        "{} to improve, of which {waits} for a line of the plan",
        counted(improve, "finding is an area", "findings are areas")
    );
    if strengths > 0 {
        said.push_str(&format!(
            "; {}",
            counted(strengths, "is a strength", "are strengths")
        ));
    }
    if silent > 0 {
        said.push_str(&format!(
            "; on {} nothing was said, which is not the same as good",
            counted(silent, "subject", "subjects")
        ));
    }
    format!("{said}.")
}

fn groups(records: &Records, rest: &[&Record], asker: &waymark_programme::Asker<'_>) -> Vec<Group> {
    let mut groups: Vec<(String, Group)> = Vec::new();
    for finding in rest {
        let source = source(records, finding);
        let key = source.key();
        if groups.last().is_none_or(|(last, _)| *last != key) {
            let href = match &source {
                Source::Record(it) if asker.may_read(it) => shown::href(it),
                _ => String::new(),
            };
            let about = match &source {
                Source::Record(it) if it.is(&VISIT) => it
                    .date()
                    .map_or_else(String::new, |day| format!("Began on {}.", day.words())),
                _ => String::new(),
            };
            let title = source.title();
            groups.push((
                key,
                Group {
                    title,
                    href,
                    about,
                    rows: Vec::new(),
                },
            ));
        }
        if let Some((_, group)) = groups.last_mut() {
            group.rows.push(row(records, finding, asker));
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn row(records: &Records, finding: &Record, asker: &waymark_programme::Asker<'_>) -> Row {
    let when = finding.date().map(waymark_data::Day::words);
    let who: Vec<&str> = [finding.text("body"), finding.text("report")]
        .into_iter()
        .chain(when.as_deref())
        .filter(|it| !it.is_empty())
        .collect();
    let theme: Vec<&str> = [finding.text("theme"), finding.area()]
        .into_iter()
        .filter(|it| !it.is_empty())
        .collect();
    Row {
        reference: finding.reference(),
        title: shown::link(finding),
        plain: shown::short(finding.title()),
        who: who.join(", "),
        theme: theme.join(". "),
        tag: tag(records, finding),
        doing: shown::text(finding.text("doing"), "Not said"),
        next: shown::text(finding.text("next"), "Not said"),
        evidenced: shown::text(finding.text("evidenced"), "Not said"),
        lines: lines(records, finding)
            .into_iter()
            .filter(|it| asker.may_read(it))
            .map(shown::link)
            .collect(),
        make: format!("/findings/{}/line", finding.id),
    }
}

/// What a finding is, as a tag: its state where something is to be done, else what it is instead.
fn tag(records: &Records, finding: &Record) -> Tag {
    match finding.text("sense") {
        "strength" if finding.is_open() => cite::tag("A strength", Tone::Good),
        "silent" if finding.is_open() => cite::tag("Nothing was said", Tone::Plain),
        _ => state(records, finding),
    }
}

/// The finding an address names, if this person may read it.
pub(super) fn finding<'a>(
    records: &'a Records,
    asker: &waymark_programme::Asker<'_>,
    number: &str,
) -> Result<&'a Record, Problem> {
    number
        .parse()
        .ok()
        .and_then(|it| records.get(RecordId(it)))
        .filter(|it| it.is(&FINDING) && !it.deleted && asker.may_read(it))
        .ok_or(Problem::NotFound)
}

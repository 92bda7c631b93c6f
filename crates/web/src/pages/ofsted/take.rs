//! A council takes one of its inspections into the register: the visit, and each thing that needs to improve as a finding
//! that awaits a plan line. It is shown first and confirmed; what is there already is not made again.

use super::council::named;
use super::grades::{judgement, overall, word};
use super::outcomes::when;
use super::shelf::{document, loaded};
use crate::desk::{Returned, hand_in};
use crate::forms::Posted;
use crate::house::House;
use crate::notice::{Notice, To};
use crate::page::{Page, Section};
use crate::pages::plan::shown;
use crate::problem::Problem;
use crate::user::{SeesProgramme, User};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use waymark_data::Day;
use waymark_govuk::{Button, Checkboxes, Choice, ErrorLink, ErrorSummary, Fieldset, Html};
use waymark_import::ofsted::Inspection;
use waymark_programme::kinds::{FINDING, VISIT};
use waymark_programme::link::CAME_FROM;
use waymark_programme::permit::same;
use waymark_programme::{Asker, Change, Changes, Record, Records, Values};

/// What of an inspection is in the register.
pub(super) struct Standing<'a> {
    /// The visit.
    pub(super) visit: Option<&'a Record>,
    /// The findings, each with the place of its item in the report.
    pub(super) findings: Vec<(usize, &'a Record)>,
}

/// What of an inspection is in the register already, as far as this person may read it.
pub(super) fn standing<'a>(
    records: &'a Records,
    asker: &Asker<'_>,
    report: &Inspection,
) -> Standing<'a> {
    let title = title(report);
    let visit = records.of(&VISIT).find(|it| {
        asker.may_read(it)
            && same(it.text("body"), "Ofsted")
            && (it.title() == title
                || report.inspected.from.is_some() && it.date() == report.inspected.from)
    });
    let items = report.needs_to_improve.as_deref().unwrap_or_default();
    let findings = records
        .of(&FINDING)
        .filter(|it| asker.may_read(it) && it.date() == Some(report.published))
        .filter_map(|it| {
            let at = items
                .iter()
                .position(|item| same(item, it.text("passage")) || same(item, it.title()))?;
            Some((at, it))
        })
        .collect();
    Standing { visit, findings }
}

fn title(report: &Inspection) -> String {
    format!(
        "Ofsted inspection of {}, published {}",
        named(&report.council),
        report.published.words()
    )
}

#[derive(Template)]
#[template(path = "pages/ofsted/take.html")]
struct Take {
    mistakes: Option<ErrorSummary>,
    title: String,
    when: String,
    grades: Vec<(&'static str, String)>,
    visit: Option<Html>,
    there: Vec<Html>,
    no_list: bool,
    items: Option<Checkboxes>,
    csrf: String,
    action: String,
    keep: Option<Button>,
}

pub(super) async fn show(
    SeesProgramme(user): SeesProgramme,
    State(house): State<House>,
    Path((council, published)): Path<(String, String)>,
) -> Result<Response, Problem> {
    may(&user)?;
    page(&house, &user, &council, &published, "").await
}

fn may(user: &User) -> Result<(), Problem> {
    let asker = user.asker();
    if asker.may_make(&VISIT) && asker.may_make(&FINDING) {
        Ok(())
    } else {
        Err(Problem::NotAllowed(
            "Inspections are taken into the register by the chair, the director, analysts and democratic services.",
        ))
    }
}

async fn page(
    house: &House,
    user: &User,
    council: &str,
    published: &str,
    mistake: &str,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let loaded = loaded(house, &records).await?;
    let report = find(loaded.inspections(), council, published)?;
    let asker = user.asker();
    let here = standing(&records, &asker, report);
    let items = report.needs_to_improve.as_deref().unwrap_or_default();
    let left: Vec<(usize, &String)> = items
        .iter()
        .enumerate()
        .filter(|(at, _)| !here.findings.iter().any(|(known, _)| known == at))
        .collect();
    let it = &report.judgements;
    let view = Take {
        mistakes: (!mistake.is_empty())
            .then(|| ErrorSummary::new(vec![ErrorLink::new(mistake, "items")])),
        title: title(report),
        when: when(report),
        grades: vec![
            (
                "Overall effectiveness",
                overall(it.overall, report.inspected.from, Some(report.published)),
            ),
            ("Leaders", judgement(it.leaders).to_owned()),
            ("Help and protection", judgement(it.help).to_owned()),
            ("Children in care", judgement(it.care).to_owned()),
            ("Care leavers", judgement(it.leavers).to_owned()),
        ],
        visit: here.visit.map(shown::link),
        there: here
            .findings
            .iter()
            .map(|(_, it)| shown::link(it))
            .collect(),
        no_list: items.is_empty(),
        items: (!left.is_empty()).then(|| {
            let choices: Vec<Choice> = left
                .iter()
                .map(|(at, item)| Choice::new(at.to_string(), item.as_str()).checked(true))
                .collect();
            Checkboxes::new(
                "items",
                Fieldset::new("What needs to improve").legend_classes("govuk-fieldset__legend--m"),
                choices,
            )
            .hint("Each that is ticked becomes a finding that awaits a line of the plan")
            .error(mistake)
        }),
        csrf: user.csrf.clone(),
        action: format!("/ofsted/{}/{}", report.urn, report.published),
        keep: (here.visit.is_none() || !left.is_empty())
            .then(|| Button::new("Take it into the register").prevent_double_click(true)),
    };
    let page = Page::new(title(report), view)
        .under("Plan", "/plan")
        .under(
            "Ofsted’s outcomes",
            format!("/ofsted?council={}", report.urn),
        )
        .section(Section::Plan)
        .without_data_age();
    Ok(if mistake.is_empty() {
        page.into_response()
    } else {
        page.with_mistakes().into_response()
    })
}

fn find<'a>(
    inspections: &'a [Inspection],
    council: &str,
    published: &str,
) -> Result<&'a Inspection, Problem> {
    let day: Day = published.parse().map_err(|_| Problem::NotFound)?;
    inspections
        .iter()
        .find(|it| it.urn == council && it.published == day)
        .ok_or(Problem::NotFound)
}

pub(super) async fn take(
    SeesProgramme(user): SeesProgramme,
    State(house): State<House>,
    Path((council, published)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    may(&user)?;
    let records = house.records().await?;
    let loaded = loaded(&house, &records).await?;
    let report = find(loaded.inspections(), &council, &published)?;
    let here = standing(&records, &user.asker(), report);
    let items = report.needs_to_improve.as_deref().unwrap_or_default();
    let wanted: Vec<&String> = items
        .iter()
        .enumerate()
        .filter(|(at, _)| fields.all("items").any(|it| it == at.to_string()))
        .filter(|(at, _)| !here.findings.iter().any(|(known, _)| known == at))
        .map(|(_, item)| item)
        .collect();
    if wanted.is_empty() && (here.visit.is_some() || !items.is_empty()) {
        let words = if here.findings.len() == items.len() {
            "Everything is in the register already. Nothing was made twice"
        } else {
            "Tick what is to become a finding"
        };
        return page(&house, &user, &council, &published, words).await;
    }
    let changes = changes(&records, &user, report, &here, &wanted)?;
    match hand_in(&house, &user, &changes).await {
        Ok(_) => Ok(To::page("/findings")
            .saying(Notice::OfstedTaken)
            .into_response()),
        // Somebody else took findings at the same moment: what is there now is shown.
        Err(Returned::Stale(_)) => {
            let words = "Somebody else took findings into the register at the same moment. See what is there now";
            page(&house, &user, &council, &published, words).await
        }
        Err(other) => Err(other.into()),
    }
}

fn changes(
    records: &Records,
    user: &User,
    report: &Inspection,
    here: &Standing<'_>,
    wanted: &[&String],
) -> Result<Changes, Problem> {
    let mut changes = Changes::by(user.author()).because(format!("Taken from {}.", title(report)));
    // The document is written too, so that of two people who do this at once only one can.
    let source = document(records).ok_or(Problem::NotFound)?;
    changes.list.push(Change::Edit {
        record: source.id,
        read: source.version,
        readers: source.readers,
        values: source.values.clone(),
    });
    let visit = match here.visit {
        Some(visit) => visit.id,
        None => changes.make_as(&VISIT, "reported", VISIT.readers, visit_values(report)),
    };
    for item in wanted {
        let values = Values::new()
            .with("said", said(item))
            .with("passage", item.as_str())
            .with("body", "Ofsted")
            .with(
                "report",
                format!("Inspection report published {}", report.published.words()),
            )
            .with("date", report.published.to_string())
            .with("sense", "improve");
        let finding = changes.make(&FINDING, values);
        changes.link(finding, &CAME_FROM, visit);
    }
    Ok(changes)
}

fn visit_values(report: &Inspection) -> Values {
    let it = &report.judgements;
    let outcome = format!(
        "{}. Leaders: {}. Help and protection: {}. Children in care: {}. Care leavers: {}.",
        overall(it.overall, report.inspected.from, Some(report.published)),
        judgement(it.leaders),
        judgement(it.help),
        judgement(it.care),
        judgement(it.leavers)
    );
    let day = |day: Option<Day>| day.map_or_else(String::new, |it| it.to_string());
    Values::new()
        .with("title", title(report))
        .with("body", "Ofsted")
        .with("sort", "inspection")
        .with("date", day(report.inspected.from))
        .with("until", day(report.inspected.to))
        .with("grade", it.overall.map_or("", word))
        .with("outcome", outcome)
}

/// The finding in a line: its own words, cut at a word where they are longer than a line may be.
fn said(item: &str) -> String {
    let plain = item.split_whitespace().collect::<Vec<_>>().join(" ");
    if plain.chars().count() <= waymark_programme::check::LINE {
        return plain;
    }
    let head: String = plain
        .chars()
        .take(waymark_programme::check::LINE - 1)
        .collect();
    let whole = head
        .rsplit_once(' ')
        .map_or(head.as_str(), |(head, _)| head);
    format!("{whole}…")
}

#[cfg(test)]
mod tests {
    use super::said;

    #[test]
    fn a_long_passage_is_cut_at_a_word_and_fits_a_line() {
        let long = "The quality of practice ".repeat(20);
        let cut = said(&long);
        assert!(cut.chars().count() <= 300 && cut.ends_with('…'), "{cut}");
        assert_eq!(
            said("Safety planning\nfor children"),
            "Safety planning for children"
        );
    }
}

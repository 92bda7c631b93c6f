//! The tables of the inspection-day bundle.

use super::claim::evidence;
use crate::county::County;
use crate::pages::plan::rated::Rated;
use crate::pages::plan::shown;
use waymark_data::Day;
use waymark_programme::kinds::{AUDIT, FINDING, PLAN_LINE};
use waymark_programme::plan_checks::plan_of;
use waymark_programme::self_assessment::{claims, plan_lines};
use waymark_programme::{Record, Records};
use waymark_report::{Cell, Heading, Table};

fn table(caption: &str, headings: &[&str]) -> Table {
    Table::new(caption, headings.iter().map(|it| Heading::words(*it)))
}

fn day(on: Option<Day>) -> Cell {
    on.map_or_else(Cell::blank, Cell::day)
}

fn number(record: &Record, field: &str) -> Cell {
    match record.text(field).parse() {
        Ok(number) => Cell::whole(number),
        Err(_) => Cell::words(record.text(field)),
    }
}

fn names(record: &Record) -> Cell {
    Cell::words(shown::names(record.owners()))
}

/// Each claim with each thing that stands for it; a claim without any has a row that says so.
pub(super) fn of_evidence(
    county: &County,
    records: &Records,
    assessment: &Record,
    today: Day,
) -> Table {
    let mut table = table(
        "Evidence by claim",
        &[
            "Key judgement",
            "What it claims",
            "Claim",
            "The sentence",
            "State",
            "Evidence",
            "What it is",
            "What it says",
            "As at",
            "Days old",
            "Lines of the plan",
        ],
    );
    for claim in claims(records, assessment.id) {
        let lines: Vec<String> = plan_lines(records, claim.id)
            .into_iter()
            .map(Record::reference)
            .collect();
        let found = evidence(county, records, claim, today);
        let mut row = |reference: &str, title: &str, says: &str, on: Option<Day>| {
            let days = on.map(|it| i64::from(it.days_until(today)));
            table.rows.push(vec![
                Cell::words(shown::choice(claim, "judgement")),
                Cell::words(shown::choice(claim, "sense")),
                Cell::words(claim.reference()),
                Cell::words(claim.title()),
                Cell::words(claim.state.title),
                Cell::words(reference),
                Cell::words(title),
                Cell::words(says),
                day(on),
                days.map_or_else(Cell::blank, Cell::whole),
                Cell::words(lines.join(", ")),
            ]);
        };
        if found.is_empty() {
            row("", "No evidence", "", None);
        }
        for it in found {
            row(&it.reference, &it.title, &it.says, it.on);
        }
    }
    table
}

/// Every line of the plan with both its ratings, each with its reason.
pub(super) fn of_plan(county: &County, records: &Records, today: Day) -> Table {
    let mut table = table(
        "The plan",
        &[
            "Plan",
            "Line",
            "What will be done",
            "Outcome for children",
            "Owners",
            "Due",
            "State",
            "Delivery",
            "Why it stands so",
            "Effect",
            "Why it is so",
        ],
    );
    for line in records.of(&PLAN_LINE) {
        let rated = Rated::of(county, records, line, today);
        table.rows.push(vec![
            Cell::words(plan_of(records, line).map_or("", Record::title)),
            Cell::words(line.reference()),
            Cell::words(line.title()),
            Cell::words(line.text("outcome")),
            names(line),
            day(records.due(line)),
            Cell::words(line.state.title),
            Cell::words(rated.delivery.shown().words()),
            Cell::words(why(
                &rated.delivery.because,
                rated.delivery.said.as_ref().map(|it| it.why.as_str()),
            )),
            Cell::words(rated.impact.shown().words()),
            Cell::words(why(
                &rated.impact.because,
                rated.impact.said.as_ref().map(|it| it.why.as_str()),
            )),
        ]);
    }
    table
}

/// Why a rating is shown: what a person said, and what is computed.
fn why(computed: &[String], said: Option<&str>) -> String {
    match said {
        Some(said) => format!("Said by a person: {said} Computed: {}", computed.join(" ")),
        None => computed.join(" "),
    }
}

/// Every audit with its grades.
pub(super) fn of_audits(records: &Records) -> Table {
    let mut table = table(
        "Audits",
        &[
            "Audit",
            "Title",
            "Theme",
            "Area",
            "Audited on",
            "State",
            "Looked at",
            "Inadequate",
            "Requires improvement",
            "Good",
            "Outstanding",
            "What was found",
        ],
    );
    for it in records.of(&AUDIT) {
        table.rows.push(vec![
            Cell::words(it.reference()),
            Cell::words(it.title()),
            Cell::words(it.text("theme")),
            Cell::words(it.area()),
            day(it.date()),
            Cell::words(it.state.title),
            number(it, "sampled"),
            number(it, "inadequate"),
            number(it, "requires_improvement"),
            number(it, "good"),
            number(it, "outstanding"),
            Cell::words(it.text("found")),
        ]);
    }
    table
}

/// Every finding with what is being done.
pub(super) fn of_findings(records: &Records) -> Table {
    let mut table = table(
        "Findings",
        &[
            "Finding",
            "What was said",
            "Who said it",
            "Report",
            "Date",
            "State",
            "What is being done",
            "Next step",
            "Lines of the plan",
        ],
    );
    for it in records.of(&FINDING) {
        let lines: Vec<String> = plan_lines(records, it.id)
            .into_iter()
            .map(Record::reference)
            .collect();
        table.rows.push(vec![
            Cell::words(it.reference()),
            Cell::words(it.title()),
            Cell::words(it.text("body")),
            Cell::words(it.text("report")),
            day(it.date()),
            Cell::words(it.state.title),
            Cell::words(it.text("doing")),
            Cell::words(it.text("next")),
            Cell::words(lines.join(", ")),
        ]);
    }
    table
}

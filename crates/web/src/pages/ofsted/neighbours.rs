//! A council beside its statistical neighbours: grades, judgements, and when each was inspected.

use super::council::{Council, latest, named};
use super::grades::{judgement, overall};
use super::shelf::Loaded;
use waymark_data::Day;
use waymark_govuk::{Cell, Content, Html, Table};
use waymark_import::ofsted::{Grade, Outcome};

/// The statistical neighbours of a council, the nearest first, as its own row lists them; else as the list of councils
/// does. Each with its latest outcome, where the file has one.
pub(super) fn of<'a>(loaded: &'a Loaded, council: &Council) -> Vec<(String, Option<&'a Outcome>)> {
    let own = latest(loaded, council);
    let mut codes: Vec<String> = own.map_or_else(Vec::new, |it| {
        it.neighbours.iter().map(|it| it.0.clone()).collect()
    });
    if codes.is_empty() {
        let authority = loaded.authorities().iter().find(|it| it.urn == council.urn);
        codes = authority.map_or_else(Vec::new, |it| it.neighbours.clone());
    }
    codes
        .into_iter()
        .map(|code| {
            let outcome = loaded.outcomes().and_then(|it| it.latest(&code));
            let authority = loaded.authorities().iter().find(|it| it.la_code == code);
            let name = authority
                .map(|it| it.name.clone())
                .or_else(|| outcome.map(|it| named(&it.name)));
            (name.unwrap_or(format!("Council {code}")), outcome)
        })
        .collect()
}

/// "Of its 10 statistical neighbours 3 are outstanding, 5 good and 2 require improvement to be good; 1 has no overall
/// grade. They were inspected between 4 March 2019 and 5 June 2026."
pub(super) fn sentence(neighbours: &[(String, Option<&Outcome>)]) -> String {
    let number = neighbours.len();
    let parts: Vec<String> = Grade::ALL
        .into_iter()
        .filter_map(|grade| {
            let of_it = neighbours
                .iter()
                .filter(|(_, it)| it.and_then(|it| it.overall) == Some(grade))
                .count();
            (of_it > 0).then(|| format!("{of_it} {}", grade.words().to_lowercase()))
        })
        .collect();
    let without = neighbours
        .iter()
        .filter(|(_, it)| it.is_none_or(|it| it.overall.is_none()))
        .count();
    let mut said = format!(
        "Overall grades of its {number} statistical neighbours: {}",
        if parts.is_empty() {
            "none given".to_owned()
        } else {
            parts.join(", ")
        }
    );
    if without > 0 && !parts.is_empty() {
        said.push_str(&format!(", {without} without one"));
    }
    said.push('.');
    let days: Vec<Day> = neighbours
        .iter()
        .filter_map(|(_, it)| it.and_then(|it| it.inspected.from))
        .collect();
    if let (Some(first), Some(last)) = (days.iter().min(), days.iter().max()) {
        said.push_str(&format!(
            " They were inspected between {} and {}: grades of different years are not the same test.",
            first.words(),
            last.words()
        ));
    }
    said
}

/// The table: the council itself first.
pub(super) fn table(loaded: &Loaded, council: &Council) -> Option<Table> {
    let neighbours = of(loaded, council);
    if neighbours.is_empty() {
        return None;
    }
    let mut rows = vec![row(&council.name, latest(loaded, council))];
    rows.extend(neighbours.iter().map(|(name, outcome)| row(name, *outcome)));
    Some(
        Table::new(format!(
            "{} and its statistical neighbours, the nearest first",
            council.name
        ))
        .head([
            Cell::new("Council"),
            Cell::new("Overall"),
            Cell::new("Leaders"),
            Cell::new("Help and protection"),
            Cell::new("In care"),
            Cell::new("Care leavers"),
            Cell::new("Inspected"),
            Cell::new("Report"),
        ])
        .rows(rows)
        .first_cell_is_header(true)
        .classes("wm-table--compact"),
    )
}

fn row(name: &str, outcome: Option<&Outcome>) -> Vec<Cell> {
    let Some(it) = outcome else {
        let mut row = vec![Cell::new(name), Cell::new("Not in the file of outcomes")];
        row.extend((0..6).map(|_| Cell::new("")));
        return row;
    };
    let inspected = if it.inspected.words.is_empty() {
        "Not given".to_owned()
    } else {
        it.inspected.words.clone()
    };
    let published = format!("Published {}", it.published.words());
    let report: Content = if it.link.starts_with("https://") {
        Html::new(format!(
            "<a class=\"govuk-link\" href=\"{}\" rel=\"noreferrer\">{}<span class=\"govuk-visually-hidden\">: report on {}</span></a>",
            Content::from(it.link.as_str()),
            Content::from(published),
            Content::from(name)
        ))
        .into()
    } else {
        published.into()
    };
    vec![
        Cell::new(name),
        Cell::new(overall(it.overall, it.inspected.from, Some(it.published))),
        Cell::new(judgement(it.leaders)),
        Cell::new(judgement(it.help)),
        Cell::new(judgement(it.care)),
        Cell::new(judgement(it.care_leavers)),
        Cell::new(inspected),
        Cell::new(report),
    ]
}

//! Where findings come from, and by what they are narrowed.

use super::register::Asked;
use crate::house::House;
use crate::pages::plan::shown;
use crate::pages::records::areas;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use waymark_govuk::{Select, SelectOption};
use waymark_programme::link::CAME_FROM;
use waymark_programme::{Record, Records};

/// Where a finding comes from: the inspection it is linked to, else the report it names.
pub(super) enum Source<'a> {
    Record(&'a Record),
    Report(String),
}

impl Source<'_> {
    /// A word for addresses and order; names of reports stay out of addresses.
    pub(super) fn key(&self) -> String {
        match self {
            Self::Record(it) => format!("r{}", it.id),
            Self::Report(name) => format!("n{}", shown::mark(name)),
        }
    }

    pub(super) fn title(&self) -> String {
        match self {
            Self::Record(it) => it.title().to_owned(),
            Self::Report(name) => name.clone(),
        }
    }
}

/// Where a finding comes from.
pub(super) fn source<'a>(records: &'a Records, finding: &Record) -> Source<'a> {
    let came_from = records.leads_to(finding.id, &CAME_FROM).next();
    came_from.map_or_else(
        || {
            let (body, report) = (finding.text("body"), finding.text("report"));
            Source::Report(if report.is_empty() {
                body.to_owned()
            } else {
                format!("{body}: {report}")
            })
        },
        Source::Record,
    )
}

/// The choices these findings offer.
pub(super) fn filters(
    house: &House,
    records: &Records,
    all: &[&Record],
    asked: &Asked,
) -> Vec<Select> {
    let mut sources: BTreeMap<String, (Option<waymark_data::Day>, String)> = BTreeMap::new();
    let (mut areas, mut states) = (BTreeSet::new(), BTreeSet::new());
    for finding in all {
        let source = source(records, finding);
        sources
            .entry(source.key())
            .or_insert_with(|| (finding.date(), source.title()));
        areas.insert(finding.area());
        states.insert((finding.state.title, finding.state.word));
    }
    let mut sources: Vec<_> = sources.into_iter().collect();
    sources.sort_by_key(|(_, (date, _))| Reverse(*date));
    let mut years = vec![SelectOption::new("", "Every year")];
    let known: BTreeSet<String> = all.iter().map(|it| year(it)).collect();
    years.extend(
        known
            .iter()
            .rev()
            .filter(|it| !it.is_empty())
            .map(|it| SelectOption::new(it, it)),
    );
    let mut from = vec![SelectOption::new("", "Every inspection and report")];
    from.extend(
        sources
            .into_iter()
            .map(|(key, (_, title))| SelectOption::new(key, shown::short(&title))),
    );
    let mut area = vec![SelectOption::new("", "Every area")];
    area.extend(
        areas::names(house)
            .into_iter()
            .filter(|it| areas.contains(it.as_str()))
            .map(|it| SelectOption::new(it.as_str(), it.as_str())),
    );
    let mut state = vec![SelectOption::new("", "Any state")];
    state.extend(
        states
            .into_iter()
            .map(|(title, word)| SelectOption::new(word, title)),
    );
    vec![
        Select::new("from", "Inspection or report", from).value(asked.from.as_str()),
        Select::new("year", "Year of the report", years).value(asked.year.as_str()),
        Select::new("area", "Area", area).value(asked.area.as_str()),
        Select::new("state", "State", state).value(asked.state.as_str()),
    ]
}

/// The year a finding was reported in; empty where it has no day.
pub(super) fn year(finding: &Record) -> String {
    finding
        .date()
        .map_or_else(String::new, |it| it.date().year().to_string())
}

//! The operational group's update: its measures by locality, and what moved since the group last reported (S-232, S-236).

use crate::county::County;
use crate::figures::since::{Measured, at};
use crate::figures::told::Shows;
use crate::pages::measures::tag;
use crate::pages::plan::shown;
use std::collections::BTreeSet;
use waymark_data::Day;
use waymark_govuk::{Cell, Content, Html, Table};
use waymark_measures::{Measure, catalogue};
use waymark_programme::kinds::{BODY, PLAN, REPORT_BACK};
use waymark_programme::permit::same;
use waymark_programme::plan_checks::lines_of;
use waymark_programme::rating::Change;
use waymark_programme::{Asker, Record, Records};

/// The most measures shown.
const MOST: usize = 15;

/// The update.
pub(super) struct Update {
    pub(super) group: Option<Html>,
    pub(super) sentence: String,
    pub(super) said: Html,
    pub(super) table: Option<Table>,
    pub(super) without: String,
}

pub(super) fn update(county: &County, records: &Records, asker: &Asker<'_>, today: Day) -> Update {
    let group = records
        .of(&BODY)
        .find(|it| it.text("sort") == "operational" && it.is_open() && asker.may_read(it));
    let last = group.and_then(|it| last_report(records, asker, it));
    let since = last.and_then(Record::date);
    let measures = measures(records, asker, group);
    let localities: Vec<&str> = county
        .areas()
        .localities()
        .into_iter()
        .filter(|it| !it.is_empty())
        .collect();
    let sentence = since.map_or_else(
        || "No update of the group is on record yet: the latest figures stand without a comparison.".to_owned(),
        |day| {
            format!(
                "The group last reported on {}, {}. Under each figure stands what it was then.",
                day.words(),
                shown::from_today(day, today)
            )
        },
    );
    let without = if localities.is_empty() {
        "The council’s localities are not set up."
    } else if measures.is_empty() {
        "No measure is linked to the group or to a line of the plan in force. Link those it is to report on."
    } else {
        ""
    };
    Update {
        group: group.map(shown::link),
        sentence,
        said: shown::text(last.map_or("", |it| it.text("said")), ""),
        table: without
            .is_empty()
            .then(|| table(county, &measures, &localities, since)),
        without: without.to_owned(),
    }
}

/// What the group last gave.
fn last_report<'a>(records: &'a Records, asker: &Asker<'_>, group: &Record) -> Option<&'a Record> {
    records
        .of(&REPORT_BACK)
        .filter(|it| it.state.word == "given" && asker.may_read(it))
        .filter(|it| {
            it.owners()
                .iter()
                .any(|by| same(by, group.text("name")) || same(by, group.text("short")))
        })
        .max_by_key(|it| it.date())
}

/// The group's own measures; where it has none, those of the lines of the plans in force.
fn measures(records: &Records, asker: &Asker<'_>, group: Option<&Record>) -> Vec<&'static Measure> {
    let mut names: BTreeSet<&str> = group
        .into_iter()
        .flat_map(|it| records.measures_of(it.id))
        .collect();
    if names.is_empty() {
        for plan in records.of(&PLAN).filter(|it| it.state.word == "in-force") {
            for line in lines_of(records, plan.id) {
                if asker.may_read(line) {
                    names.extend(records.measures_of(line.id));
                }
            }
        }
    }
    names
        .into_iter()
        .filter_map(catalogue::find)
        .take(MOST)
        .collect()
}

fn table(
    county: &County,
    measures: &[&'static Measure],
    localities: &[&str],
    since: Option<Day>,
) -> Table {
    let mut head = vec![Cell::new("Measure")];
    head.extend(localities.iter().map(|it| Cell::new(*it)));
    let rows: Vec<Vec<Cell>> = measures
        .iter()
        .map(|measure| {
            let title = Html::new(format!(
                "<a class=\"govuk-link\" href=\"/measures/{}\">{}</a>",
                measure.name(),
                Content::from(measure.title)
            ));
            let mut row = vec![Cell::new(title)];
            row.extend(localities.iter().map(|it| cell(county, measure, it, since)));
            row
        })
        .collect();
    Table::new("Measures by locality")
        .head(head)
        .rows(rows)
        .first_cell_is_header(true)
        .classes("wm-table--compact")
}

fn cell(county: &County, measure: &'static Measure, locality: &str, since: Option<Day>) -> Cell {
    let measured = Measured::of(county, measure, locality);
    let reading = measured.reading().filter(|_| measured.area == locality);
    let Some((reading, now)) = reading.and_then(|it| Some((it, it.latest()?))) else {
        return Cell::new("No figure");
    };
    let shows = match measured.signal.change {
        Change::Improved => Shows::Better,
        Change::Worse => Shows::Worse,
        Change::NoRealChange => Shows::NoRealChange,
        Change::TooEarly => Shows::TooEarly,
        Change::NotJudged => Shows::NotJudged,
    };
    let words = crate::figures::told::figure_words(reading, now);
    let then = since
        .and_then(|day| at(reading, day))
        .filter(|it| it.period != now.period)
        .map(|it| crate::figures::told::figure_words(reading, it));
    let then = match (since, then) {
        (None, _) => String::new(),
        (Some(_), Some(then)) => format!(
            "<br><span class=\"wm-n\">{} then</span>",
            Content::from(then)
        ),
        (Some(_), None) => "<br><span class=\"wm-n\">Nothing newer since then</span>".to_owned(),
    };
    Cell::new(Html::new(format!(
        "{}<br>{}{then}",
        Content::from(words),
        tag(shows)
    )))
}

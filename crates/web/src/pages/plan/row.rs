//! A plan line as a row of the plan.

use super::rated::{Rated, delivery_tag, impact_tag, next_milestone, otherwise};
use super::shown;
use waymark_data::Day;
use waymark_govuk::{Html, Tag};
use waymark_programme::plan_checks::{lacks, predecessors};
use waymark_programme::{Asker, Record, Records};

/// A plan line as a row of the plan.
pub(super) struct Row {
    pub(super) reference: String,
    pub(super) title: Html,
    pub(super) outcome: Html,
    pub(super) about: String,
    pub(super) lacks: Vec<&'static str>,
    pub(super) earlier: Vec<(Html, Tag)>,
    pub(super) owners: String,
    pub(super) delivery: Tag,
    pub(super) delivery_why: String,
    pub(super) impact: Tag,
    pub(super) impact_why: String,
    pub(super) next: String,
    pub(super) next_when: String,
}

pub(super) fn row(records: &Records, asker: &Asker<'_>, rated: &Rated<'_>, today: Day) -> Row {
    let line = rated.line;
    let about: Vec<&str> = [
        line.area(),
        line.text("phase"),
        line.text("forum"),
        line.state.title,
    ]
    .into_iter()
    .filter(|it| !it.is_empty())
    .collect();
    let next = next_milestone(records, line);
    let owners = shown::names(line.owners());
    Row {
        reference: line.reference(),
        title: shown::link(line),
        outcome: shown::text(line.text("outcome"), ""),
        about: about.join(". "),
        lacks: lacks(records, line)
            .into_iter()
            .map(|it| it.words())
            .collect(),
        earlier: predecessors(records, line)
            .into_iter()
            .filter(|it| asker.may_read(it))
            .map(|it| (shown::link(it), shown::state_tag(it)))
            .collect(),
        owners,
        delivery: delivery_tag(&rated.delivery),
        delivery_why: why(
            &otherwise(&rated.delivery, |it| it.words()),
            &rated.delivery.because,
        ),
        impact: impact_tag(&rated.impact),
        impact_why: why(
            &otherwise(&rated.impact, |it| it.words().to_owned()),
            &rated.impact.because,
        ),
        next: next.map_or_else(String::new, |it| shown::short(it.title())),
        next_when: next.map_or_else(String::new, |it| when(records, it, today)),
    }
}

/// "24 April 2018, in 16 days"; days over are said first.
fn when(records: &Records, step: &Record, today: Day) -> String {
    let due = records.due(step);
    match (records.days_over(step, today), due) {
        (Some(over), Some(due)) => format!(
            "{} over, due {}",
            crate::words::counted(usize::try_from(over).unwrap_or(usize::MAX), "day", "days"),
            due.words()
        ),
        (None, Some(due)) => format!("{}, {}", due.words(), shown::from_today(due, today)),
        (_, None) => "No day is set".to_owned(),
    }
}

/// What a person says, then why it is computed so: the last sentences weigh most in delivery, all in effect.
fn why(said: &str, because: &[String]) -> String {
    let mut all: Vec<&str> = Vec::new();
    if !said.is_empty() {
        all.push(said);
    }
    all.extend(because.iter().map(String::as_str));
    all.join(" ")
}

//! What is somebody's to do, and what is overdue for all.

use crate::county::County;
use crate::figures::since::Measured;
use crate::pages::plan::shown;
use crate::words::counted;
use std::cmp::Reverse;
use waymark_data::Day;
use waymark_govuk::{Html, Tag};
use waymark_programme::kinds::{
    ACTION, MILESTONE, PAPER, PLAN_LINE, QUESTION, RECOMMENDATION, REPORT_BACK, RISK,
};
use waymark_programme::{Asker, Kind, Record, Records};

/// How many of a list are named.
pub(super) const NAMED: usize = 8;

/// A thing to do.
pub(super) struct ToDo {
    pub(super) link: Html,
    pub(super) tag: Tag,
    pub(super) when: String,
    pub(super) about: String,
    pub(super) since: String,
}

/// Things to do, and how many there are besides those named.
pub(super) struct ToDos {
    pub(super) named: Vec<ToDo>,
    pub(super) all: usize,
}

/// The kinds of record that somebody has to do something about.
const OWNED: &[&Kind] = &[
    &ACTION,
    &PLAN_LINE,
    &MILESTONE,
    &QUESTION,
    &RECOMMENDATION,
    &REPORT_BACK,
    &PAPER,
    &RISK,
];

/// What bears this person's name and is open, the longest overdue first, then the soonest due.
pub(super) fn mine(county: &County, records: &Records, asker: &Asker<'_>, today: Day) -> ToDos {
    let mut found: Vec<&Record> = records
        .all()
        .filter(|it| it.is_open() && OWNED.contains(&it.kind) && asker.owns(it))
        // What is handed in waits for others.
        .filter(|it| !["evidenced", "received", "delivered"].contains(&it.state.word))
        .collect();
    found.sort_by_cached_key(|it| {
        let due = records.due(it);
        (due.is_none(), due, it.id)
    });
    ToDos {
        all: found.len(),
        named: found
            .into_iter()
            .take(NAMED)
            .map(|it| to_do(county, records, it, today))
            .collect(),
    }
}

/// Every action past its day that this person may read, the longest first.
pub(super) fn overdue(county: &County, records: &Records, asker: &Asker<'_>, today: Day) -> ToDos {
    let mut found: Vec<(u32, &Record)> = records
        .of(&ACTION)
        .filter(|it| it.is_open())
        .filter_map(|it| Some((records.days_over(it, today)?, it)))
        .filter(|(_, it)| asker.may_read(it))
        .collect();
    found.sort_by_key(|(days, it)| (Reverse(*days), it.id));
    ToDos {
        all: found.len(),
        named: found
            .into_iter()
            .take(NAMED)
            .map(|(_, it)| to_do(county, records, it, today))
            .collect(),
    }
}

fn to_do(county: &County, records: &Records, it: &Record, today: Day) -> ToDo {
    let over = records.days_over(it, today);
    let due = records.due(it);
    let when = match (over, due) {
        (Some(over), Some(due)) => {
            let over = usize::try_from(over).unwrap_or(usize::MAX);
            format!("{} over: due {}", counted(over, "day", "days"), due.words())
        }
        (_, Some(due)) => format!("Due {}, {}", due.words(), shown::from_today(due, today)),
        (_, None) if !it.text("due_words").is_empty() => format!("Due {}", it.text("due_words")),
        (_, None) => "No day is set".to_owned(),
    };
    let mut about = vec![it.reference()];
    let owners = shown::names(it.owners());
    if !owners.is_empty() {
        about.push(owners);
    }
    if let Some(first) = it
        .day("first_due")
        .filter(|first| due.is_some_and(|due| *first < due))
    {
        about.push(format!("First promised for {}", first.words()));
    }
    ToDo {
        link: shown::link(it),
        tag: shown::state_tag(it),
        when,
        about: about.join(". "),
        since: since(county, records, it, due),
    }
}

/// What the measures of an overdue thing have done since it was promised.
fn since(county: &County, records: &Records, it: &Record, due: Option<Day>) -> String {
    let promised = it.day("first_due").or(due);
    let told: Vec<String> = Measured::all(county, records, it.id, it.area())
        .iter()
        .filter_map(|measured| {
            let since = measured.since(promised?);
            (!since.is_empty()).then(|| format!("{}: {since}.", measured.signal.title))
        })
        .collect();
    told.join(" ")
}

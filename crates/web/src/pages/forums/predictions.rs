//! Predictions: those that have come due and nobody has judged, those to come, and how many were right.

use crate::county::County;
use crate::figures::since::Measured;
use crate::pages::plan::shown;
use waymark_data::Day;
use waymark_govuk::{Html, Tag};
use waymark_programme::kinds::PREDICTION;
use waymark_programme::rating::Change;
use waymark_programme::{Asker, Record, Records};

/// How many of each list are named.
const NAMED: usize = 20;

/// A prediction.
pub(super) struct Foretold {
    pub(super) link: Html,
    pub(super) tag: Tag,
    pub(super) about: String,
    pub(super) found: String,
}

/// All of them.
pub(super) struct Predictions {
    pub(super) due: Vec<Foretold>,
    pub(super) to_come: Vec<Foretold>,
    pub(super) judged: Vec<Foretold>,
    pub(super) due_number: usize,
    pub(super) to_come_number: usize,
    pub(super) score: String,
}

pub(super) fn predictions(
    county: &County,
    records: &Records,
    asker: &Asker<'_>,
    today: Day,
) -> Predictions {
    let mut all: Vec<&Record> = records
        .of(&PREDICTION)
        .filter(|it| asker.may_read(it))
        .collect();
    all.sort_by_key(|it| (it.day("due"), it.id));
    let (waiting, mut judged): (Vec<&Record>, Vec<&Record>) =
        all.iter().partition(|it| it.is_open());
    let (due, to_come): (Vec<&Record>, Vec<&Record>) = waiting
        .into_iter()
        .partition(|it| it.day("due").is_some_and(|it| it <= today));
    judged.reverse();
    let number = |word: &str| judged.iter().filter(|it| it.state.word == word).count();
    let score = if judged.is_empty() {
        String::new()
    } else {
        format!(
            "Of {} that came due and were judged, {} right, {} wrong, and of {} it cannot be told.",
            judged.len(),
            be(number("right")),
            be(number("wrong")),
            number("untold")
        )
    };
    let told = |all: Vec<&Record>| {
        all.into_iter()
            .take(NAMED)
            .map(|it| foretold(county, records, it, today))
            .collect()
    };
    Predictions {
        due_number: due.len(),
        to_come_number: to_come.len(),
        due: told(due),
        to_come: told(to_come),
        judged: told(judged),
        score,
    }
}

fn be(number: usize) -> String {
    if number == 1 {
        "1 was".to_owned()
    } else {
        format!("{number} were")
    }
}

fn foretold(county: &County, records: &Records, it: &Record, today: Day) -> Foretold {
    let mut about = vec![it.reference()];
    let said_by = it.text("said_by");
    if let Some(day) = it.date() {
        let who = if said_by.is_empty() {
            String::new()
        } else {
            format!(" by {said_by}")
        };
        about.push(format!("Said{who} on {}", day.words()));
    }
    let expected = [shown::choice(it, "direction"), it.text("value")]
        .into_iter()
        .filter(|it| !it.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    if !expected.is_empty() {
        about.push(format!("Expected: {}", expected.to_lowercase()));
    }
    if let Some(due) = it.day("due") {
        about.push(if it.is_open() {
            format!(
                "Comes due on {}, {}",
                due.words(),
                shown::from_today(due, today)
            )
        } else {
            format!("Came due on {}", due.words())
        });
    }
    let found = if it.is_open() {
        figures(county, records, it)
    } else {
        it.text("found").to_owned()
    };
    Foretold {
        link: shown::link(it),
        tag: shown::state_tag(it),
        about: about.join(". "),
        found,
    }
}

/// What the measures it is about have done since it was said.
fn figures(county: &County, records: &Records, it: &Record) -> String {
    let told: Vec<String> = Measured::all(county, records, it.id, it.area())
        .iter()
        .filter_map(|measured| {
            let since = measured.since(it.date()?);
            if since.is_empty() {
                return None;
            }
            let verdict = match measured.signal.change {
                Change::Improved => "a real change for the better",
                Change::Worse => "a real change for the worse",
                Change::NoRealChange => "no real change",
                Change::TooEarly => "too early to say",
                Change::NotJudged => "not judged",
            };
            Some(format!("{}: {since}; {verdict}.", measured.signal.title))
        })
        .collect();
    told.join(" ")
}

//! One action: what, why, decided where, by when, whose; how the date moved, what the measures did, what proves it.

use super::lines::{slipped_words, time_words};
use super::since::{Since, since};
use super::step::Step;
use super::{found, mine, path};
use crate::clock::{self, moment_words};
use crate::house::House;
use crate::page::{Page, Section};
use crate::pages::asked::Made;
use crate::pages::plan::shown;
use crate::pages::records::cite;
use crate::problem::Problem;
use crate::user::{ReadsRecords, User};
use askama::Template;
use axum::extract::{Path, State};
use jiff::Timestamp;
use waymark_data::Day;
use waymark_govuk::Html;
use waymark_programme::accepting;
use waymark_programme::kinds::QUESTION;
use waymark_programme::link::{ABOUT, ANSWERS, CAME_FROM, CONTINUES, PROMISED_FOR};
use waymark_programme::meetings::{meeting_of, said_on};
use waymark_programme::{Record, RecordId, Records};
use waymark_store::RecordFile;

#[derive(Template)]
#[template(path = "pages/actions/show.html")]
pub(super) struct Show {
    csrf: String,
    reference: String,
    title: String,
    tag: Html,
    /// "27 days over", where it is.
    late: String,
    proposal: Option<Proposal>,
    steps: Vec<Offer>,
    facts: Vec<(&'static str, String)>,
    from: Vec<Source>,
    progress: String,
    evidence: String,
    files: Vec<File>,
    moved: Vec<Moved>,
    slipped: String,
    first: String,
    measures: Vec<Since>,
    asks: Vec<Made>,
    runs: bool,
    open: bool,
    paper: String,
    record: String,
    calendar: String,
    path: String,
}

struct Proposal {
    date: String,
    by: String,
    why: String,
}

struct Offer {
    title: &'static str,
    href: String,
    first: bool,
}

struct Source {
    says: &'static str,
    title: String,
    href: String,
    when: String,
}

struct File {
    name: String,
    href: String,
    note: String,
}

struct Moved {
    when: String,
    from: String,
    to: String,
    by: String,
    why: String,
    minute: Option<(String, String)>,
}

pub(super) async fn show(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Path(action): Path<String>,
) -> Result<Page<Show>, Problem> {
    let records = house.records().await?;
    let person = mine::person(&house, &user, &records).await?;
    let action = found(&records, &action)?;
    let asker = mine::asker(&records, &person, &user, action);
    if !asker.may_read(action) {
        return Err(Problem::NotFound);
    }
    let today = house.today();
    let runs = asker.may_edit(action);
    let dates = house.slipped().of(&house, &records).await?;
    let dates = dates.get(&action.id);
    let files = house.store().files_of(action.id).await?;
    let asks = if runs {
        house.store().asks_of(action.id).await?
    } else {
        Vec::new()
    };
    let agreed = said_on(&records, action).unwrap_or_else(|| clock::day_of(action.made));
    let over = records
        .days_over(action, today)
        .filter(|_| action.state.word != "evidenced");
    let steps = Step::ALL
        .into_iter()
        .filter(|it| it.offered(&asker, action));
    let steps = steps.enumerate().map(|(at, it)| Offer {
        title: it.title(action),
        href: format!("{}/steps/{}", path(action.id), it.word()),
        first: at == 0,
    });
    let view = Show {
        csrf: user.csrf.clone(),
        reference: action.reference(),
        title: action.title().to_owned(),
        tag: Html::of(&cite::state(action.state)),
        late: over.map_or_else(String::new, |over| time_words(None, Some(over), today)),
        proposal: proposal(action),
        steps: steps.collect(),
        facts: facts(&records, action, today),
        from: sources(&records, &user, action),
        progress: action.text("progress").to_owned(),
        evidence: action.text("evidence").to_owned(),
        files: files
            .iter()
            .filter(|it| !it.erased)
            .map(|it| file(action.id, it))
            .collect(),
        moved: dates.map_or_else(Vec::new, |dates| {
            dates
                .moved
                .iter()
                .map(|it| moved(&records, &user, it))
                .collect()
        }),
        slipped: slipped_words(action, dates),
        first: dates
            .and_then(|it| it.first)
            .map_or_else(String::new, Day::words),
        measures: since(&house, &user, &records, action, agreed),
        asks: asks
            .iter()
            .map(|it| Made::of(it, Timestamp::now()))
            .collect(),
        runs,
        open: action.is_open(),
        paper: format!("/papers/new?asked={}", action.id),
        record: action.path(),
        calendar: format!("/calendar/actions/{}", action.id),
        path: path(action.id),
    };
    let title = view.reference.clone();
    Ok(Page::new(title.as_str(), view)
        .section(Section::Actions)
        .under("Actions", "/actions")
        .without_data_age())
}

/// Another date that somebody proposes.
fn proposal(action: &Record) -> Option<Proposal> {
    let date = action.day("proposed_due").filter(|_| action.is_open())?;
    Some(Proposal {
        date: date.words(),
        by: action.text("proposed_by").to_owned(),
        why: action.text("proposed_why").to_owned(),
    })
}

fn facts(records: &Records, action: &Record, today: Day) -> Vec<(&'static str, String)> {
    let due = records.due(action);
    let mut by_when = due.map_or_else(String::new, Day::words);
    let time = time_words(due, records.days_over(action, today), today);
    if action.is_open() && !time.is_empty() {
        by_when = format!("{by_when} ({})", time.to_lowercase());
    }
    let awaited = match action.state.word {
        "open" => accepting::awaited(action).join(", "),
        _ => String::new(),
    };
    let mut facts = vec![
        ("Why", action.text("why").to_owned()),
        ("Who does it", action.owners().join(", ")),
        (
            "Accepted by",
            action.values.list(accepting::ACCEPTED_BY).join(", "),
        ),
        ("Not accepted yet by", awaited),
        ("Due", by_when),
        ("Due, as it was said", action.text("due_words").to_owned()),
        ("Area", action.area().to_owned()),
        ("Who is to be briefed", action.text("audience").to_owned()),
        (
            "What they are to be told",
            action.text("content").to_owned(),
        ),
        ("Audit it needs", action.text("audit_wanted").to_owned()),
    ];
    facts.retain(|(_, value)| !value.is_empty());
    if due.is_none() && action.text("due_words").is_empty() {
        facts.push(("Due", "No date yet".to_owned()));
    }
    facts
}

/// Where it came from and what it is promised for, as far as they may read it.
fn sources(records: &Records, user: &User, action: &Record) -> Vec<Source> {
    let asker = user.asker();
    let source = |says: &'static str, it: &Record| Source {
        says,
        title: it.title().to_owned(),
        href: it.path(),
        when: said_on(records, it).map_or_else(String::new, Day::words),
    };
    let mut all: Vec<Source> = Vec::new();
    let came: Vec<&Record> = records.leads_to(action.id, &CAME_FROM).collect();
    all.extend(
        came.iter()
            .filter(|it| asker.may_read(it))
            .map(|it| source("Came from", it)),
    );
    if let Some(meeting) = meeting_of(records, action)
        && came.iter().all(|it| it.id != meeting.id)
        && asker.may_read(meeting)
    {
        all.push(source("Agreed at", meeting));
    }
    for (says, link) in [("Promised for", &PROMISED_FOR), ("Continues", &CONTINUES)] {
        let ends = records.leads_to(action.id, link);
        all.extend(
            ends.filter(|it| asker.may_read(it))
                .map(|it| source(says, it)),
        );
    }
    let papers = records.led_here(action.id, &ANSWERS);
    all.extend(papers.filter(|it| asker.may_read(it)).map(|it| Source {
        href: shown::href(it),
        ..source("Answered by", it)
    }));
    let questions = records.led_here(action.id, &ABOUT);
    all.extend(
        questions
            .filter(|it| it.is(&QUESTION) && asker.may_read(it))
            .map(|it| source("Asked about it", it)),
    );
    let later = records.led_here(action.id, &CONTINUES);
    all.extend(
        later
            .filter(|it| asker.may_read(it))
            .map(|it| source("Continued in", it)),
    );
    all
}

fn file(action: RecordId, file: &RecordFile) -> File {
    let kilobytes = file.size.div_ceil(1000);
    File {
        name: file.name.clone(),
        href: format!("{}/files/{}", path(action), file.id),
        note: format!(
            "{kilobytes} KB, added by {} on {}",
            file.by,
            moment_words(file.added)
        ),
    }
}

fn moved(records: &Records, user: &User, it: &waymark_programme::moved::Moved) -> Moved {
    let minute = it
        .minute
        .and_then(|it| records.get(it))
        .filter(|it| user.asker().may_read(it));
    Moved {
        when: clock::day_of(it.at).words(),
        from: it.from.words(),
        to: it.to.words(),
        by: it.by.clone(),
        why: it.reason.clone(),
        minute: minute.map(|it| (it.title().to_owned(), it.path())),
    }
}

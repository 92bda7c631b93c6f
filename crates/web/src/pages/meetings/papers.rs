//! Papers of a meeting: which are in, which are awaited; handing one in, as a file or as one of Waymark's own pages.

use super::files::{self, Sent};
use super::{meeting, path, times};
use crate::desk::{Returned, hand_in};
use crate::forms::Fields;
use crate::house::House;
use crate::notice::{Notice, To};
use crate::page::{Page, Section};
use crate::pages::records::{form, mistakes, posted, readers};
use crate::problem::Problem;
use crate::user::{User, WritesPapers};
use crate::words::counted;
use askama::Template;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, Path, Query, State};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use waymark_data::Day;
use waymark_govuk::{Button, ErrorSummary, FileUpload, Html, Label, Radios, Select, SelectOption};
use waymark_measures::catalogue;
use waymark_programme::{
    Changes, End, Mistake, Record, RecordId, Records, Values, kinds, link, meetings,
};
use waymark_store::NewRecordFile;

pub(super) use super::files::takes_a_file;

/// The fields that a new paper is asked for.
const ASKED: [&str; 7] = [
    "title", "appendix", "sort", "owners", "version", "date", "due",
];

/// For which item: `?item=12`.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Asked {
    item: String,
}

/// Every paper of a meeting and of its items, but the withdrawn, in the order of the agenda.
pub(crate) fn of_meeting<'a>(records: &'a Records, meeting: &Record) -> Vec<&'a Record> {
    let mut all = of(records, meeting.id);
    for item in meetings::items(records, meeting.id) {
        all.extend(of(records, item.id));
    }
    let mut seen = std::collections::BTreeSet::new();
    all.retain(|it| seen.insert(it.id));
    all
}

/// The papers of one item or of the meeting as a whole, but the withdrawn.
pub(super) fn of(records: &Records, presented_at: RecordId) -> Vec<&Record> {
    let mut all: Vec<&Record> = records
        .led_here(presented_at, &link::PRESENTED_AT)
        .filter(|it| it.is(&kinds::PAPER) && it.state.word != "withdrawn")
        .collect();
    all.sort_by_key(|it| (it.text("appendix").to_owned(), it.id));
    all
}

/// "Papers due on 17 April 2018, in 5 days: 3 of 7 in." Of what this person may read.
pub(super) fn due_words(records: &Records, user: &User, meeting: &Record, today: Day) -> String {
    let papers: Vec<&Record> = of_meeting(records, meeting)
        .into_iter()
        .filter(|it| user.asker().may_read(it))
        .collect();
    let inside = papers
        .iter()
        .filter(|it| it.state.word != "awaited")
        .count();
    let counted = match papers.len() {
        0 => "no paper is announced".to_owned(),
        1 if inside == 1 => "the one paper is in".to_owned(),
        all if inside == all => format!("all {all} papers are in"),
        all => format!("{inside} of {} in", counted(all, "paper", "papers")),
    };
    if let Some(day) = meeting.day("circulated") {
        return format!("Circulated on {}: {counted}.", day.words());
    }
    match meeting.day("papers_due") {
        Some(due) if due < today && inside < papers.len() => format!(
            "Papers were due on {}, {}: {counted}.",
            due.words(),
            times::from_today(today, due)
        ),
        Some(due) => format!(
            "Papers due on {}, {}: {counted}.",
            due.words(),
            times::from_today(today, due)
        ),
        None => format!("{}.", crate::words::capital(&counted)),
    }
}

#[derive(Template)]
#[template(path = "pages/meetings/paper.html")]
struct Form {
    mistakes: Option<ErrorSummary>,
    csrf: String,
    meeting: String,
    action: String,
    item: Select,
    inputs: Vec<Html>,
    file: FileUpload,
    own: Select,
    readers: Radios,
    submit: Button,
}

pub(super) async fn new(
    WritesPapers(user): WritesPapers,
    State(house): State<House>,
    Path(number): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let meeting = meeting(&records, &user, &number)?;
    let values = Values::new()
        .with("sort", "report")
        .with("due", meeting.text("papers_due"));
    Ok(page(
        &house,
        &user,
        &records,
        meeting,
        &asked.item,
        &values,
        None,
        &[],
    ))
}

pub(super) async fn add(
    WritesPapers(user): WritesPapers,
    State(house): State<House>,
    Path(number): Path<String>,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let meeting = meeting(&records, &user, &number)?;
    let form = form.map_err(|_| Problem::NotUnderstood)?;
    let Sent {
        fields,
        file,
        wrong,
    } = files::receive(&user, form).await?;
    let mut values = Values::new();
    for field in ASKED.iter().filter_map(|it| kinds::PAPER.field(it)) {
        values.set(field.name, posted::value(field, &fields));
    }
    let which = fields.get("item").to_owned();
    let mut wrong: Vec<Mistake> = wrong.into_iter().collect();
    let own = catalogue::all().find(|it| it.name() == fields.get("own"));
    if file.is_some() && own.is_some() {
        wrong.push(Mistake::new(
            "file",
            "Choose a file or one of Waymark’s own pages, not both: they are two papers",
        ));
    }
    if !wrong.is_empty() {
        return Ok(page(
            &house,
            &user,
            &records,
            meeting,
            &which,
            &values,
            Some(&fields),
            &wrong,
        ));
    }
    if let Some(own) = own {
        values = values.with("own", format!("/measures/{}", own.name()));
        if !values.has("title") {
            values = values.with("title", own.title);
        }
    }
    let item = meetings::items(&records, meeting.id)
        .into_iter()
        .find(|it| it.id.to_string() == which);
    let mut changes = Changes::by(user.author());
    let kind = &kinds::PAPER;
    // What comes with its content is in; what is only announced is awaited.
    let state = if file.is_some() || own.is_some() {
        "received"
    } else {
        "awaited"
    };
    let readers = readers::chosen(&user, &fields, kind.readers);
    let made = changes.make_as(kind, state, readers, values.clone());
    changes.link(
        made,
        &link::PRESENTED_AT,
        item.map_or(meeting.id, |it| it.id),
    );
    if let Some(own) = own {
        changes.link(made, &link::ABOUT, End::Measure(own.name()));
    }
    match hand_in(&house, &user, &changes).await {
        Ok(kept) => {
            if let Some((name, content_type, bytes)) = file {
                let record = kept.number(made);
                let new = NewRecordFile {
                    record,
                    name,
                    content_type,
                    bytes,
                };
                let kept = house.store().add_record_file(new, &user.author()).await?;
                let mut named = Changes::by(user.author());
                named.list.push(waymark_programme::Change::Edit {
                    record,
                    read: 1,
                    readers,
                    values: values.with_list("files", [kept.id.to_string()]),
                });
                hand_in(&house, &user, &named).await?;
            }
            Ok(To::page(path(meeting, "#agenda"))
                .saying(Notice::PaperAdded)
                .into_response())
        }
        Err(Returned::Mistakes(wrong)) => Ok(page(
            &house,
            &user,
            &records,
            meeting,
            &which,
            &values,
            Some(&fields),
            &wrong,
        )),
        Err(other) => Err(other.into()),
    }
}

#[allow(clippy::too_many_arguments)] // A form shown again is made of all that was sent.
fn page(
    house: &House,
    user: &User,
    records: &Records,
    meeting: &Record,
    item: &str,
    values: &Values,
    typed: Option<&Fields>,
    wrong: &[Mistake],
) -> Response {
    let mut items = vec![SelectOption::new("", "The meeting as a whole")];
    items.extend(
        super::agenda::of(records, meeting)
            .standing()
            .filter(|it| user.asker().may_read(it.item))
            .map(|it| {
                let title = crate::pages::records::cite::shortened(it.item.title(), 80);
                SelectOption::new(it.item.id.to_string(), format!("{} {title}", it.number))
            }),
    );
    let view = Form {
        mistakes: summary(wrong),
        csrf: user.csrf.clone(),
        meeting: meeting.title().to_owned(),
        action: path(meeting, "/papers/new"),
        item: Select::new("item", "For which item?", items).value(item),
        inputs: ASKED
            .iter()
            .filter_map(|it| kinds::PAPER.field(it))
            .map(|it| form::input(house, user, it, values, wrong))
            .collect(),
        file: FileUpload::new("file", Label::new("The file (optional)"))
            .hint("No more than 20 MB. Without a file the paper is on the list as awaited")
            .error(mistakes::wrong(wrong, "file")),
        own: super::items::measures("own", "Or a page of Waymark’s own")
            .hint("It is linked as it stands; its figures are checked against the data")
            .value(typed.map_or("", |it| it.get("own"))),
        readers: readers::question(
            user,
            typed.map_or(kinds::PAPER.readers, |it| {
                readers::chosen(user, it, kinds::PAPER.readers)
            }),
        ),
        submit: Button::new("Add the paper").prevent_double_click(true),
    };
    let page = Page::new("Add a paper", view)
        .section(Section::Meetings)
        .under("Meetings", "/meetings")
        .under(meeting.title(), path(meeting, ""))
        .without_data_age();
    if wrong.is_empty() {
        page.into_response()
    } else {
        page.with_mistakes().into_response()
    }
}

fn summary(wrong: &[Mistake]) -> Option<ErrorSummary> {
    if wrong.iter().any(|it| it.field == "file") {
        mistakes::plain_summary(wrong, &["file"])
    } else {
        mistakes::summary(&kinds::PAPER, wrong)
    }
}

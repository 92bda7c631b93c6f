//! A record's history: who changed what, when, why and from which minute; and the record as it was at any time.

use super::found::found;
use super::past::{self, Past};
use super::{cite, ends, page_at, shown};
use crate::clock::moment_words;
use crate::house::House;
use crate::page::Page;
use crate::problem::Problem;
use crate::user::{ReadsRecords, User};
use askama::Template;
use axum::extract::{Path, State};
use waymark_govuk::{Content, Html, SummaryList, Tag};
use waymark_programme::{Act, Line, Record, RecordId, Records, Values, link};

#[derive(Template)]
#[template(path = "pages/records/history.html")]
pub(super) struct View {
    reference: String,
    path: String,
    lines: Vec<Told>,
}

/// A line of history as it is read.
struct Told {
    act: &'static str,
    at: String,
    by: String,
    reason: String,
    minute: Option<Html>,
    /// What else there is to say of it.
    words: Vec<Html>,
    fields: Vec<Changed>,
    version: Option<u32>,
}

/// A field, what it was and what it is.
struct Changed {
    label: &'static str,
    was: Content,
    is: Content,
}

pub(super) async fn show(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Path((kind, number)): Path<(String, String)>,
) -> Result<Page<View>, Problem> {
    let records = house.records().await?;
    let record = found(&user, &records, &kind, &number)?;
    let history = house.store().history_of(record.id).await?;
    let states = past::states(&history);
    let mut lines = Vec::with_capacity(history.len());
    let mut before: Option<&Past> = None;
    for (line, after) in history.iter().zip(&states) {
        lines.push(told(&user, &records, record, line, before, after.as_ref()));
        if after.is_some() {
            before = after.as_ref();
        }
    }
    lines.reverse();
    let view = View {
        reference: record.reference(),
        path: record.path(),
        lines,
    };
    Ok(page_at(record, "History", view))
}

fn told(
    user: &User,
    records: &Records,
    record: &Record,
    line: &Line,
    before: Option<&Past>,
    after: Option<&Past>,
) -> Told {
    let mut told = Told {
        act: act_words(line.act),
        at: moment_words(line.at),
        by: String::new(),
        reason: String::new(),
        minute: None,
        words: Vec::new(),
        fields: Vec::new(),
        version: None,
    };
    let (Some(body), Some(after)) = (&line.body, after) else {
        told.words
            .push(Html::new("What this line said was erased."));
        return told;
    };
    told.by.clone_from(&body.by.name);
    if !could_read(user, record, after) {
        told.words.push(Html::new(
            "What was written then was open to fewer people, and is not shown to you.",
        ));
        return told;
    }
    told.reason.clone_from(&body.reason);
    told.minute = body
        .minute
        .and_then(|it| records.get(it))
        .map(|it| cite::link_for(&user.asker(), it));
    let before = before.filter(|it| could_read(user, record, it));
    if body.values.is_some() && line.act != Act::Erased {
        let nothing = Values::new();
        let was = before.map_or(&nothing, |it| &it.values);
        told.fields = changed(record, was, &after.values, line.act == Act::Made);
        told.version = Some(line.version);
    }
    if let Some(before) = before {
        let state = |word: &str| {
            record
                .kind
                .state(word)
                .map_or_else(|| word.to_owned(), cite::name_of)
        };
        if before.state != after.state {
            let words = format!(
                "From “{}” to “{}”.",
                state(&before.state),
                state(&after.state)
            );
            told.words.push(cite::text(&words));
        }
        if before.readers != after.readers {
            let words = format!(
                "Who may read it: from “{}” to “{}”.",
                before.readers.title(),
                after.readers.title()
            );
            told.words.push(cite::text(&words));
        }
    }
    if let Some((word, to)) = &body.link
        && let Some(kind) = link::find(word)
    {
        told.words.push(Html::new(format!(
            "{}: {}",
            kind.forwards,
            end(user, records, to)
        )));
    }
    if let Some((_, name, _)) = &body.file {
        told.words.push(cite::text(name));
    }
    told
}

/// Whether somebody could have read the record as it was then: what was restricted stays so in its history.
fn could_read(user: &User, record: &Record, then: &Past) -> bool {
    then.readers.include(Some(user.role)) || user.asker().owns(record)
}

fn changed(record: &Record, was: &Values, is: &Values, new: bool) -> Vec<Changed> {
    record
        .kind
        .fields
        .iter()
        .filter(|it| was.0.get(it.name) != is.0.get(it.name))
        .map(|it| {
            let side = |values: &Values| {
                let held = shown::field(it, values);
                if held.is_empty() {
                    Content::from("(empty)")
                } else {
                    held
                }
            };
            Changed {
                label: it.label,
                was: if new { Content::default() } else { side(was) },
                is: side(is),
            }
        })
        .collect()
}

fn end(user: &User, records: &Records, to: &str) -> Html {
    match to.parse::<i64>() {
        Ok(number) => records.get(RecordId(number)).map_or_else(
            || Html::new("a record"),
            |it| cite::link_for(&user.asker(), it),
        ),
        Err(_) => ends::measure(to),
    }
}

fn act_words(act: Act) -> &'static str {
    match act {
        Act::Made => "Made",
        Act::Edited => "Edited",
        Act::Moved => "State changed",
        Act::Linked => "Link made",
        Act::Unlinked => "Link taken away",
        Act::Deleted => "Deleted",
        Act::Restored => "Brought back",
        Act::Erased => "Erased",
        Act::Filed => "File added",
    }
}

#[derive(Template)]
#[template(path = "pages/records/version.html")]
pub(super) struct Version {
    path: String,
    title: String,
    version: u32,
    at: String,
    by: String,
    latest: bool,
    deleted: bool,
    state: Option<Tag>,
    readers: &'static str,
    held: SummaryList,
    earlier: Option<u32>,
    later: Option<u32>,
}

pub(super) async fn version(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Path((kind, number, version)): Path<(String, String, String)>,
) -> Result<Page<Version>, Problem> {
    let records = house.records().await?;
    let record = found(&user, &records, &kind, &number)?;
    let version: u32 = version.parse().map_err(|_| Problem::NotFound)?;
    let history = house.store().history_of(record.id).await?;
    let then = past::as_of(&history, version)
        .filter(|it| could_read(&user, record, it))
        .ok_or(Problem::NotFound)?;
    let wrote = history
        .iter()
        .find(|it| it.version == version)
        .ok_or(Problem::NotFound)?;
    let by = wrote.body.as_ref().map_or("", |it| it.by.name.as_str());
    let title = record
        .kind
        .fields
        .first()
        .map_or("", |it| then.values.text(it.name));
    let view = Version {
        path: record.path(),
        title: if title.is_empty() {
            record.reference()
        } else {
            title.to_owned()
        },
        version: then.version,
        at: moment_words(wrote.at),
        by: by.to_owned(),
        latest: version == record.version,
        deleted: then.deleted,
        state: record.kind.state(&then.state).map(cite::state),
        readers: then.readers.title(),
        held: shown::filled(record.kind, &then.values),
        earlier: (version > 1).then(|| version - 1),
        later: (version < record.version).then_some(version + 1),
    };
    Ok(page_at(record, "As it was", view))
}

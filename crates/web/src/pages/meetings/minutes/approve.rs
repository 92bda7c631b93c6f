//! Minutes made ready, approved as accurate at a later meeting, frozen word for word, published.

use super::{headings, html, live, parts, sha256};
use crate::desk::{Returned, hand_in};
use crate::forms::Posted;
use crate::house::House;
use crate::notice::{Notice, To};
use crate::page::{Page, Section};
use crate::pages::meetings::{agenda, meeting, path};
use crate::pages::records::{cite, mistakes};
use crate::problem::Problem;
use crate::user::{RunsMeetings, User};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use std::sync::Arc;
use waymark_data::Day;
use waymark_govuk::{Button, ErrorSummary, Html, Select, SelectOption};
use waymark_programme::kind::DATE;
use waymark_programme::{
    Change, Changes, Mistake, Readers, Record, RecordId, Records, Values, deciding, kinds, link,
    meetings,
};

/// At which item: `?item=12`.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(in crate::pages::meetings) struct Asked {
    item: String,
}

#[derive(Template)]
#[template(path = "pages/meetings/minutes/approve.html")]
struct Form {
    mistakes: Option<ErrorSummary>,
    csrf: String,
    here: String,
    meeting: String,
    read: u32,
    item: Option<Select>,
    none: String,
    sha256: String,
    text: Html,
    submit: Button,
}

/// The text is set: what the record gave, or what somebody wrote, waits for approval. Or it is taken back, with a reason.
pub(in crate::pages::meetings) async fn ready(
    RunsMeetings(user): RunsMeetings,
    State(house): State<House>,
    Path(number): Path<String>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let meeting = meeting(&records, &user, &number)?;
    let mut changes = Changes::by(user.author()).because(fields.get("reason"));
    let mut read = meeting.version;
    let back = fields.get("back") == "yes";
    if !back && meeting.text("minutes").is_empty() && !meeting.state.frozen {
        changes.list.push(Change::Edit {
            record: meeting.id,
            read,
            readers: meeting.readers.min(Readers::Board),
            values: meeting
                .values
                .clone()
                .with("minutes", live(&records, meeting)),
        });
        read += 1;
    }
    changes.list.push(Change::Move {
        record: meeting.id,
        read,
        to: if back { "held" } else { "drafted" },
    });
    match hand_in(&house, &user, &changes).await {
        Ok(_) if back => Ok(To::page(path(meeting, "/minutes/edit")).into_response()),
        Ok(_) => Ok(To::page(path(meeting, "/minutes"))
            .saying(Notice::MinutesReady)
            .into_response()),
        Err(Returned::Mistakes(wrong)) => Ok(crate::pages::meetings::show::page(
            &house, &user, &records, meeting, &wrong,
        )
        .with_mistakes()
        .into_response()),
        Err(other) => Err(other.into()),
    }
}

pub(in crate::pages::meetings) async fn approving(
    RunsMeetings(user): RunsMeetings,
    State(house): State<House>,
    Path(number): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let meeting = meeting(&records, &user, &number)?;
    Ok(page((&user, house.today()), &records, meeting, &asked.item, &[]).into_response())
}

pub(in crate::pages::meetings) async fn approve(
    RunsMeetings(user): RunsMeetings,
    State(house): State<House>,
    Path(number): Path<String>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let meeting = meeting(&records, &user, &number)?;
    let asking = (&user, house.today());
    let Some((at_meeting, item)) = chosen(&records, asking, meeting, fields.get("item")) else {
        let wrong = [Mistake::new(
            "item",
            "Choose the meeting and item at which the minutes were approved",
        )];
        return Ok(page(asking, &records, meeting, "", &wrong)
            .with_mistakes()
            .into_response());
    };
    let read: u32 = fields.get("read").parse().unwrap_or(0);
    let mut changes = Changes::by(user.author()).from_minute(item.id);
    resolve(&mut changes, meeting, at_meeting, item);
    changes.list.push(Change::Edit {
        record: meeting.id,
        read,
        readers: meeting.readers,
        values: meeting
            .values
            .clone()
            .with("approved_text", meeting.text("minutes")),
    });
    changes.list.push(Change::Move {
        record: meeting.id,
        read: read + 1,
        to: "approved",
    });
    freeze(&mut changes, &records, meeting);
    match hand_in(&house, &user, &changes).await {
        Ok(_) => Ok(To::page(path(meeting, "/minutes"))
            .saying(Notice::MinutesApproved)
            .into_response()),
        Err(Returned::Mistakes(wrong)) => {
            Ok(page(asking, &records, meeting, fields.get("item"), &wrong)
                .with_mistakes()
                .into_response())
        }
        Err(other) => Err(other.into()),
    }
}

/// The resolution that approves, at the item where it was.
fn resolve(changes: &mut Changes, meeting: &Record, at_meeting: &Record, item: &Record) {
    let held = meeting
        .date()
        .map_or_else(|| meeting.title().to_owned(), |it| it.words());
    let values = Values::new()
        .with(
            "text",
            format!("the minutes of the meeting held on {held} as an accurate record"),
        )
        .with("verb", "approved")
        .with("body", at_meeting.text("body"))
        .with(DATE, at_meeting.text(DATE));
    let made = changes.make(&kinds::RESOLUTION, values);
    changes.link(made, &link::PART_OF, item.id);
    changes.link(made, &link::ABOUT, meeting.id);
}

/// What the minutes are made of stands from now on: items and resolutions.
fn freeze(changes: &mut Changes, records: &Records, meeting: &Record) {
    for item in meetings::items(records, meeting.id) {
        for resolution in records
            .parts(item.id, &kinds::RESOLUTION)
            .filter(|it| it.state.word == "recorded")
        {
            changes.list.push(Change::Move {
                record: resolution.id,
                read: resolution.version,
                to: "confirmed",
            });
        }
        if item.state.word == "taken" {
            changes.list.push(Change::Move {
                record: item.id,
                read: item.version,
                to: "minuted",
            });
        }
    }
}

/// Everybody may read the meeting, its items, its resolutions and who was there; what is closed to most of the board
/// stays closed.
pub(in crate::pages::meetings) async fn publish(
    RunsMeetings(user): RunsMeetings,
    State(house): State<House>,
    Path(number): Path<String>,
    Posted(_): Posted,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let meeting = meeting(&records, &user, &number)?;
    if meeting.state.word != "approved" {
        return Err(Problem::NotAllowed(
            "Minutes are published once they are approved.",
        ));
    }
    let mut changes = Changes::by(user.author());
    for record in unpublished(&records, meeting) {
        changes.list.push(Change::Edit {
            record: record.id,
            read: record.version,
            readers: Readers::Public,
            values: record.values.clone(),
        });
    }
    if !changes.list.is_empty() {
        hand_in(&house, &user, &changes).await?;
    }
    Ok(To::page(path(meeting, "/minutes"))
        .saying(Notice::MinutesPublished)
        .into_response())
}

/// What publishing opens and is not open yet: the meeting, who was there, items and resolutions, but for what is closed to
/// most of the board.
pub(super) fn unpublished<'a>(records: &'a Records, meeting: &'a Record) -> Vec<&'a Record> {
    let mut all = vec![meeting];
    all.extend(records.parts(meeting.id, &kinds::ATTENDANCE));
    for item in meetings::items(records, meeting.id) {
        all.push(item);
        all.extend(records.parts(item.id, &kinds::RESOLUTION));
    }
    all.retain(|it| matches!(it.readers, Readers::Board | Readers::Scrutiny));
    all
}

/// The item that was named, of a later meeting of the same body; and that meeting.
fn chosen<'a>(
    records: &'a Records,
    asking: (&User, Day),
    meeting: &Record,
    item: &str,
) -> Option<(&'a Record, &'a Record)> {
    let id = RecordId(item.parse().ok()?);
    later(records, asking, meeting)
        .into_iter()
        .flat_map(|it| {
            meetings::items(records, it.id)
                .into_iter()
                .map(move |item| (it, item))
        })
        .find(|(_, item)| item.id == id)
}

/// Later meetings of the same body that have sat and whose own minutes are still open.
fn later<'a>(
    records: &'a Records,
    (user, today): (&User, Day),
    meeting: &Record,
) -> Vec<&'a Record> {
    meetings::of_same_body(records, meeting)
        .into_iter()
        .filter(|it| it.id != meeting.id && it.date() > meeting.date())
        .filter(|it| deciding::not_sat(it, today).is_none())
        .filter(|it| !it.state.frozen && user.asker().may_read(it))
        .collect()
}

fn page(
    asking: (&User, Day),
    records: &Arc<Records>,
    meeting: &Record,
    item: &str,
    wrong: &[Mistake],
) -> Page<impl Template + use<>> {
    let text = super::text(records, meeting);
    let mut options = vec![SelectOption::new("", "Choose the item")];
    let mut usual = String::new();
    for later in later(records, asking, meeting) {
        for taken in agenda::of(records, later).standing() {
            let title = cite::shortened(taken.item.title(), 60);
            let day = later.date().map_or_else(String::new, |it| it.words());
            if usual.is_empty() && title.to_lowercase().contains("minutes") {
                usual = taken.item.id.to_string();
            }
            options.push(SelectOption::new(
                taken.item.id.to_string(),
                format!("{day}, item {}: {title}", taken.number),
            ));
        }
    }
    let any = options.len() > 1;
    let view = Form {
        mistakes: mistakes::plain_summary(wrong, &["item"]),
        csrf: asking.0.csrf.clone(),
        here: path(meeting, "/minutes"),
        meeting: meeting.title().to_owned(),
        read: meeting.version,
        item: (any && meeting.state.word == "drafted").then(|| {
            Select::new("item", "Approved at", options)
                .value(if item.is_empty() { usual.as_str() } else { item })
                .error(mistakes::wrong(wrong, "item"))
        }),
        none: match (meeting.state.word, any) {
            ("drafted", true) => String::new(),
            ("drafted", false) => "Minutes are approved at a later meeting of the same body, and none with an agenda has been held yet.".to_owned(),
            ("approved", _) => "These minutes are approved already.".to_owned(),
            _ => "These minutes are not ready for approval yet.".to_owned(),
        },
        sha256: sha256(&text),
        text: html(&parts(&text, &headings(records, meeting))),
        submit: Button::new("Approve as an accurate record").prevent_double_click(true),
    };
    Page::new("Approve the minutes", view)
        .section(Section::Meetings)
        .under("Meetings", "/meetings")
        .under(meeting.title(), path(meeting, ""))
        .under("Minutes", path(meeting, "/minutes"))
        .without_data_age()
}

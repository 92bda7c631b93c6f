//! A meeting's minutes: drafted live from the record, edited, approved as accurate, frozen word for word.

mod approve;
mod edit;
mod export;
mod published;
mod written;

use approve::unpublished;
pub(super) use approve::{approve, approving, publish, ready};
pub(super) use edit::{edit, keep};
pub(crate) use published::{address, file_name, is_published, word_address};
pub(in crate::pages) use published::{for_everybody, word_for_everybody};

use super::{agenda, approved, meeting, next, path, runs, sees_drafts};
use crate::clock::moment_words;
use crate::house::House;
use crate::page::{Page, Section};
use crate::pages::records::cite;
use crate::problem::Problem;
use crate::user::{ReadsRecords, User};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::sync::Arc;
use waymark_govuk::{Content, Html, Tag};
use waymark_programme::draft::{Block, draft};
use waymark_programme::{Act, Readers, Record, Records, meetings};
use written::{Part, parts};

/// Drafts are shown to few; these words say why the others wait.
const DRAFT: &str =
    "The minutes of this meeting are not approved yet. Until they are, drafts are for the board.";

#[derive(Template)]
#[template(path = "pages/meetings/minutes/minutes.html")]
pub(super) struct Show {
    title: String,
    state: Tag,
    here: String,
    csrf: String,
    approved: Vec<String>,
    body: Html,
    own: bool,
    differs: Option<Html>,
    may_edit: bool,
    may_ready: bool,
    may_approve: bool,
    may_publish: bool,
    public: String,
    next: String,
}

pub(super) async fn show(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Path(number): Path<String>,
) -> Result<Page<Show>, Problem> {
    let records = house.records().await?;
    let meeting = readable(&records, &user, &number)?;
    let live = live(&records, meeting);
    let own = meeting.text("minutes");
    let text = text(&records, meeting);
    let headings = headings(&records, meeting);
    let state = meeting.state.word;
    let mut said = Vec::new();
    if approved(meeting) {
        said = approval(&house, &records, meeting).await?;
    }
    let runs = runs(&user);
    let view = Show {
        title: meeting.title().to_owned(),
        state: cite::state(meeting.state),
        here: path(meeting, "/minutes"),
        csrf: user.csrf.clone(),
        approved: said,
        body: html(&parts(&text, &headings)),
        own: !approved(meeting) && !own.is_empty(),
        differs: (!approved(meeting) && !own.is_empty() && own.trim_end() != live.trim_end())
            .then(|| html(&parts(&live, &headings))),
        may_edit: runs && matches!(state, "planned" | "circulated" | "held"),
        may_ready: runs && state == "held",
        may_approve: runs && state == "drafted",
        may_publish: runs && state == "approved" && !unpublished(&records, meeting).is_empty(),
        public: Some(address(meeting))
            .filter(|_| is_published(&records, meeting))
            .unwrap_or_default(),
        next: next::approving(&records, meeting)
            .filter(|_| state == "drafted")
            .and_then(Record::date)
            .map_or_else(String::new, |it| it.words()),
    };
    Ok(Page::new(format!("Minutes: {}", meeting.title()), view)
        .section(Section::Meetings)
        .under("Meetings", "/meetings")
        .under(meeting.title(), path(meeting, ""))
        .without_data_age())
}

pub(super) async fn word(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Path(number): Path<String>,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let meeting = readable(&records, &user, &number)?;
    let text = text(&records, meeting);
    let parts = parts(&text, &headings(&records, meeting));
    let foot = match approval(&house, &records, meeting).await?.first() {
        Some(words) => words.clone(),
        None => "Draft: not approved.".to_owned(),
    };
    let bytes = export::word(&house.options().name, meeting.title(), &parts, &foot)?;
    Ok(export::file(
        bytes,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        &format!("minutes-{}.docx", file_day(meeting)),
    ))
}

pub(super) async fn printed(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Path(number): Path<String>,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let meeting = readable(&records, &user, &number)?;
    let text = text(&records, meeting);
    let printed = export::printed(&parts(&text, &headings(&records, meeting)));
    Ok(export::file(
        printed.into_bytes(),
        "text/plain; charset=utf-8",
        &format!("minutes-{}.txt", file_day(meeting)),
    ))
}

fn file_day(meeting: &Record) -> String {
    meeting
        .date()
        .map_or_else(|| meeting.id.to_string(), |it| it.to_string())
}

/// The meeting, if its minutes may be read by this person.
fn readable<'a>(records: &'a Records, user: &User, number: &str) -> Result<&'a Record, Problem> {
    let meeting = meeting(records, user, number)?;
    if approved(meeting) || sees_drafts(user) {
        Ok(meeting)
    } else {
        Err(Problem::NotAllowed(DRAFT))
    }
}

/// The text of the minutes: as approved, as somebody wrote it, or as the record gives it now.
fn text(records: &Arc<Records>, meeting: &Record) -> String {
    [meeting.text("approved_text"), meeting.text("minutes")]
        .into_iter()
        .find(|it| !it.is_empty())
        .map_or_else(|| live(records, meeting), str::to_owned)
}

/// The minutes as the record gives them now. What only the chair, the director and democratic services may read is not in
/// them: minutes are for the whole board.
fn live(records: &Arc<Records>, meeting: &Record) -> String {
    let records = for_the_board(records, meeting);
    let mut draft = draft(&records, meeting, |_| true);
    let mut numbers = agenda::of(&records, meeting)
        .items
        .into_iter()
        .map(|it| it.number);
    for block in &mut draft.blocks {
        if let Block::Item(number, _) = block {
            *number = numbers.next().unwrap_or_default();
        }
    }
    draft.text().trim_end().to_owned()
}

/// What the whole board may read; of a restricted meeting, what its own readers may.
fn for_the_board(records: &Arc<Records>, meeting: &Record) -> Arc<Records> {
    let least = Readers::Board.min(meeting.readers);
    records.as_read(|it| it.readers >= least)
}

/// The numbers and titles of the agenda, by which items are known in the text.
fn headings(records: &Arc<Records>, meeting: &Record) -> Vec<(String, String)> {
    agenda::of(&for_the_board(records, meeting), meeting)
        .items
        .into_iter()
        .map(|it| (it.number, it.item.title().to_owned()))
        .collect()
}

/// When and where minutes were approved, by whom it was recorded, and the sha256 of their text.
async fn approval(
    house: &House,
    records: &Records,
    meeting: &Record,
) -> Result<Vec<String>, Problem> {
    if !approved(meeting) {
        return Ok(Vec::new());
    }
    let history = house.store().history_of(meeting.id).await?;
    let moved = history.iter().rev().find_map(|it| {
        let body = it.body.as_ref()?;
        (it.act == Act::Moved && body.state == "approved").then_some((it.at, body))
    });
    let mut said = Vec::new();
    if let Some((at, body)) = moved {
        let minute = body.minute.and_then(|it| records.get(it));
        let where_ = minute.and_then(|it| Some((it, meetings::meeting_of(records, it)?)));
        said.push(match where_ {
            Some((item, at_meeting)) => format!(
                "Approved as an accurate record at {}{}.",
                at_meeting.title(),
                item_words(records, at_meeting, item)
            ),
            None => "Approved as an accurate record.".to_owned(),
        });
        said.push(format!(
            "Frozen word for word on {}, recorded by {}.",
            moment_words(at),
            body.by.name
        ));
    }
    said.push(format!(
        "The text’s sha256 is {}.",
        sha256(meeting.text("approved_text"))
    ));
    Ok(said)
}

fn item_words(records: &Records, meeting: &Record, item: &Record) -> String {
    let agenda = agenda::of(records, meeting);
    agenda.place(item).map_or_else(String::new, |at| {
        format!(", item {}", agenda.items[at].number)
    })
}

fn sha256(text: &str) -> String {
    let mut out = String::new();
    for byte in Sha256::digest(text.as_bytes()) {
        let _ = write!(out, "{byte:02x}");
    }
    out
}

/// Minutes as a page shows them.
fn html(parts: &[Part<'_>]) -> Html {
    let mut out = String::new();
    let text = |it: &str| Html::of(&Content::from(it)).0.replace('\n', "<br>");
    let mut listing = false;
    for part in parts {
        let lists = matches!(part, Part::Listed(..));
        if listing && !lists {
            out.push_str("</ul>");
        }
        if lists && !listing {
            out.push_str(r#"<ul class="govuk-list">"#);
        }
        listing = lists;
        let _ = match part {
            Part::Title(it) => write!(
                out,
                r#"<p class="govuk-body-l"><strong>{}</strong></p>"#,
                text(it)
            ),
            Part::Under(it) | Part::Paragraph(it) => {
                write!(out, r#"<p class="govuk-body" dir="auto">{}</p>"#, text(it))
            }
            Part::People(heading, people) => people_html(&mut out, heading, people),
            Part::Item(number, title) => write!(
                out,
                r#"<h2 class="govuk-heading-m">{}</h2>"#,
                text(&export::numbered(number, title))
            ),
            Part::Heading(it) => write!(out, r#"<h3 class="govuk-heading-s">{}</h3>"#, text(it)),
            Part::Led(lead, rest) => write!(
                out,
                r#"<p class="govuk-body" dir="auto"><strong>{}</strong> {}</p>"#,
                text(lead),
                text(rest)
            ),
            Part::Listed(mark, it) => {
                write!(out, r#"<li dir="auto">{} {}</li>"#, text(mark), text(it))
            }
        };
    }
    if listing {
        out.push_str("</ul>");
    }
    Html::new(out)
}

fn people_html(out: &mut String, heading: &str, people: &[(&str, &str)]) -> std::fmt::Result {
    let text = |it: &str| Html::of(&Content::from(it)).0;
    write!(
        out,
        r#"<h2 class="govuk-heading-s govuk-!-margin-bottom-1">{}</h2><ul class="govuk-list">"#,
        text(heading)
    )?;
    for (name, agency) in people {
        let agency = if agency.is_empty() {
            String::new()
        } else {
            format!(", {}", text(agency))
        };
        write!(out, "<li>{}{agency}</li>", text(name))?;
    }
    out.write_str("</ul>")
}
